"""What tests of several kinds need: the real encoder, loaded once, and a home of their own."""

import fcntl
import gc
import os
import shutil
import signal
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from assistant.choosing import cross_encoder
from ingest.pipeline import ingest
from ingest.report import Report
from tests.command import loaded
from tests.converting import convert
from tests.library import fill
from tests.remembered import compiled
from vectorstore.encoder import embedding
from vectorstore.encoder.embedding import Encoder
from vectorstore.home.allocator import overwrite_freed, share_pools
from vectorstore.settings import DEFAULT_ENCODER, HomeSettings
from vectorstore.store import Store

SHARED = Path(__file__).parents[2] / "shared" / "data"  # material beside the checkout, on some machines

SAMPLES = Path(__file__).parents[1] / "samples"


settings.register_profile("busy machine", deadline=None)  # a core may be somebody else's for a while
settings.load_profile("busy machine")

# A run in the background of a shell ignores Ctrl-C, and so would every command that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

share_pools()  # as the command does: thousands of threads come and go here
overwrite_freed()

embedding.compiled = cross_encoder.compiled = compiled


def pytest_report_header() -> str:
    if SHARED.is_dir():
        return f"shared material: {SHARED}"
    return f"shared material: none at {SHARED}, so test_shared_material.py has no tests"


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for garbage neither among all that is imported, nor in it later on: 2 s of each worker's 10."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="session")
def conversion(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `tests.converting` made."""
    return made_once(tmp_path_factory, "conversion", convert)


@pytest.fixture(scope="session")
def models(request: pytest.FixtureRequest) -> Path:
    """Where converted models lie: BRIEFINGS_MODELS, so that a run need not convert again."""
    given = os.environ.get("BRIEFINGS_MODELS")
    if given:
        return Path(given)
    made: Path = request.getfixturevalue("conversion")
    return made / "models"


@pytest.fixture(scope="session")
def encoder(models: Path) -> Encoder:
    return loaded(DEFAULT_ENCODER, models)


@pytest.fixture(scope="session")
def other_model(models: Path, conversion: Path) -> Path:
    """A sentence-transformers folder of other weights and a window of 128: the first two of six layers."""
    if models != conversion / "models":
        for made in (conversion / "models").iterdir():
            if not (models / made.name).exists():  # another worker may have it open
                shutil.copytree(made, models / made.name, dirs_exist_ok=True)
    return conversion / "two-layers"


@pytest.fixture
def settings(tmp_path: Path, models: Path) -> HomeSettings:
    return HomeSettings(home=tmp_path / "home", models=models)


@pytest.fixture(scope="session")
def empty_home(models: Path, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with nothing in it that nobody opens: it is copied, in a fifth of the time of making one."""
    home = tmp_path_factory.mktemp("empty") / "home"
    Store.open(HomeSettings(home=home, models=models), encoder).close()
    return home


@pytest.fixture
def store(settings: HomeSettings, encoder: Encoder, empty_home: Path) -> Iterator[Store]:
    """An empty home of the test's own, open."""
    shutil.copytree(empty_home, settings.home)
    with Store.open(settings, encoder) as opened:
        yield opened


@pytest.fixture(scope="session")
def library(models: Path, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A home with the briefings of tests/library.py; tests read it and never write."""

    def make(place: Path) -> None:
        (place / "briefings").mkdir()
        with Store.open(HomeSettings(home=place / "home", models=models), encoder) as store:
            fill(store, place / "briefings")

    home = made_once(tmp_path_factory, "library", make) / "home"
    with Store.open(HomeSettings(home=home, models=models), encoder) as store:
        yield store


@pytest.fixture(scope="session")
def samples_home(models: Path, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the briefings of samples/ that nobody opens: it is copied."""

    def make(place: Path) -> None:
        with Store.open(HomeSettings(home=place / "home", models=models), encoder) as store:
            *_, report = ingest(store, [SAMPLES])
            assert isinstance(report, Report)
            assert report.failed == ()

    return made_once(tmp_path_factory, "samples", make) / "home"


@pytest.fixture(scope="session")
def samples(
    samples_home: Path, models: Path, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """A home with the briefings of samples/; tests read it and never write."""
    home = shutil.copytree(samples_home, tmp_path_factory.mktemp("read") / "home")
    with Store.open(HomeSettings(home=home, models=models), encoder) as store:
        yield store


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder of this process's own, made once in a run: the other workers copy what the first one made."""
    own = factory.mktemp(name) / name
    if "PYTEST_XDIST_WORKER" not in os.environ:
        own.mkdir()
        make(own)
        return own
    shared = factory.getbasetemp().parent / name  # the folder of the run
    with shared.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not shared.exists():
            making = shared.with_suffix(".making")
            making.mkdir(exist_ok=True)
            make(making)
            making.rename(shared)
    shutil.copytree(shared, own)
    return own
