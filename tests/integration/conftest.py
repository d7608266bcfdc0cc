"""What the integration tests share."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import cli
from assistant.answering import Answering
from tests.command import loaded
from tests.evaluating import LINES, Eval
from tests.library import store_over
from tests.salmon import CUTS, SIGNED, number_of, offered_numbers
from tests.two_briefings import CANADA, JAPAN, Briefings, Ran
from tests.web_server import WebServer, web_server
from vectorstore.backup.exporting import export
from vectorstore.encoder.embedding import Encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store


@pytest.fixture(scope="module")
def own_store(
    request: pytest.FixtureRequest,
    models: Path,
    encoder: Encoder,
    empty_home: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Store]:
    """A home with the module's own BRIEFINGS: name -> (title, date, text)."""
    home = shutil.copytree(empty_home, tmp_path_factory.mktemp("own") / "home")
    settings = HomeSettings(home=home, models=models)
    folder = tmp_path_factory.mktemp("briefings")
    with store_over(request.module.BRIEFINGS, folder, settings, encoder) as store:
        yield store


@pytest.fixture(scope="module")
def answering(own_store: Store) -> Answering:
    """Answers over the module's own BRIEFINGS."""
    return Answering(own_store)


@pytest.fixture(scope="session")
def over_library(library: Store) -> Answering:
    """Answers over the briefings of tests/library.py."""
    return Answering(library)


@pytest.fixture(scope="session")
def numbers(library: Store) -> dict[str, int]:
    """Which number each sentence on the salmon talks is offered under."""
    return offered_numbers(library)


@pytest.fixture(scope="session")
def signed(numbers: dict[str, int]) -> str:
    """A sentence that holds, as a chat model writes it."""
    return f"{SIGNED} [{number_of('which ends the talks', numbers)}]"


@pytest.fixture(scope="session")
def cuts(numbers: dict[str, int]) -> str:
    """Another one."""
    return f"{CUTS} [{number_of('Chile cuts its tariff', numbers)}]"


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two briefings."""
    folder = tmp_path_factory.mktemp("sources")
    (folder / "japan.md").write_text(JAPAN)
    (folder / "canada.md").write_text(CANADA)
    return folder


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, models: Path, sources: Path) -> Path:
    """A home with two briefings, for tests that change nothing of them."""
    home = tmp_path_factory.mktemp("filled") / "home"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRIEFINGS_HOME", str(home))
        patch.setenv("BRIEFINGS_MODELS", str(models))
        patch.setattr(sys, "argv", ["briefings", "ingest", str(sources)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
    assert ended.value.code == 0
    return home


@pytest.fixture(scope="module")
def exported(samples: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of samples/ with one kept run, as a file."""
    history = samples.settings.home / "history" / "0af1"
    history.mkdir(parents=True, exist_ok=True)
    (history / "2026-01-01T000000.000000Z.jsonl").write_text("{}\n")
    sets = samples.settings.home / "questions"
    sets.mkdir(exist_ok=True)
    (sets / "Frühe Fragen-2.jsonl").write_text("{}\n")
    path = tmp_path_factory.mktemp("exported") / "home.zip"
    export(samples, path)
    return path


@pytest.fixture
def briefings(
    tmp_path: Path,
    models: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Briefings:
    """Run a command within this process, in a fresh home unless told which."""

    def ran(*arguments: str | Path, home: Path = tmp_path / "home", columns: int = 80) -> Ran:
        monkeypatch.setenv("BRIEFINGS_HOME", str(home))
        monkeypatch.setenv("BRIEFINGS_MODELS", str(models))
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setattr("vectorstore.encoder.embedding.load_encoder", loaded)
        monkeypatch.setattr(sys, "argv", ["briefings", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, *capsys.readouterr())

    return ran


@pytest.fixture
def server() -> Iterator[WebServer]:
    """A web server of the test's own."""
    with web_server() as served:
        yield served


@pytest.fixture(scope="module")
def eval_home(tmp_path_factory: pytest.TempPathFactory, samples_home: Path) -> Path:
    """A home with the sample briefings."""
    return shutil.copytree(samples_home, tmp_path_factory.mktemp("eval") / "home")


@pytest.fixture(scope="module")
def one_encoder(encoder: Encoder) -> Iterator[None]:
    """Load no encoder for each run: what the command keeps until its process ends adds up in this one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("vectorstore.encoder.embedding.load_encoder", lambda *_: encoder)
        patch.setattr("gc.freeze", lambda: None)
        yield


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """Six questions on the samples, as a file."""
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


@pytest.fixture
def evaluate(
    eval_home: Path,
    one_encoder: None,
    models: Path,
    asked: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Eval:
    """Run `briefings eval` over the samples in this process."""

    def ran(*options: str | Path, questions: Path = asked) -> Ran:
        monkeypatch.setenv("BRIEFINGS_HOME", str(eval_home))
        monkeypatch.setenv("BRIEFINGS_MODELS", str(models))
        monkeypatch.setattr(sys, "argv", ["briefings", "eval", str(questions), *map(str, options)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, *capsys.readouterr())

    return ran


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory, models: Path, encoder: Encoder) -> Iterator[Store]:
    home = tmp_path_factory.mktemp("shared") / "home"
    with Store.open(HomeSettings(home=home, models=models), encoder) as opened:
        yield opened


@pytest.fixture
def cleared_store(shared_store: Store) -> Store:
    """A home without briefings; a new one for each test would take longer than the tests."""
    for briefing in shared_store.catalogue.briefings():
        shared_store.remove(briefing.id)
    return shared_store
