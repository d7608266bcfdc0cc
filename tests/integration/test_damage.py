"""Damaged indexes: said without `--repair`, rebuilt from the catalogue with it, nothing embedded again."""

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from ingest.pipeline import ingest
from tests.briefings_process import environment
from tests.command import run, served
from tests.library import BRIEFINGS, write
from tests.prepared import prepared
from vectorstore.encoder.embedding import Encoder, Vectors
from vectorstore.errors import DamagedError
from vectorstore.filters import labels_of
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

PASSAGES = 1200  # Chroma keeps fewer than a thousand in its database alone, with no graph to damage


def _truncate(home: Path) -> None:
    path = home / "chroma" / "chroma.sqlite3"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _scramble_graph(home: Path) -> None:
    [path] = (home / "chroma").rglob("data_level0.bin")
    path.write_bytes(random.Random(1).randbytes(path.stat().st_size))


def _delete_graph(home: Path) -> None:
    [folder] = (path for path in (home / "chroma").iterdir() if path.is_dir())
    shutil.rmtree(folder)


def _break_meta(home: Path) -> None:
    (home / "keywords" / "meta.json").write_text("{broken")


def _lose_segment(home: Path) -> None:
    next((home / "keywords").glob("*.term")).unlink()


DAMAGES = (_truncate, _scramble_graph, _delete_graph, _break_meta, _lose_segment)


@pytest.fixture(scope="module")
def large(models: Path, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with so many passages that Chroma keeps a graph; tests copy it."""
    home = tmp_path_factory.mktemp("large") / "home"
    random = np.random.default_rng(1)
    with Store.open(HomeSettings(home=home, models=models), encoder) as store:
        batch = []
        for n in range(4):
            text = "\n\n".join(f"Duty {n} on steel rose." for _ in range(PASSAGES // 4))
            batch.append(prepared(encoder, str(n), text, vectors=_unit(random, PASSAGES // 4)))
        store.replace(batch)
    return home


def _unit(random: np.random.Generator, rows: int) -> Vectors:
    """Vectors of length 1, shape (rows, 384): what they mean does not matter here."""
    vectors = random.normal(size=(rows, 384)).astype(np.float32)
    unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit


@pytest.fixture
def home(large: Path, settings: HomeSettings) -> Path:
    shutil.copytree(large, settings.home)
    return settings.home


@pytest.mark.parametrize(
    "damage",
    [_truncate, *(pytest.param(damage, marks=pytest.mark.slow) for damage in DAMAGES[1:])],
    ids=lambda damage: damage.__name__.strip("_"),
)
def test_damage_is_said_and_repair_builds_the_indexes_anew_embedding_nothing(
    settings: HomeSettings,
    encoder: Encoder,
    home: Path,
    damage: Callable[[Path], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    damage(home)
    folder = home / ("keywords" if damage in (_break_meta, _lose_segment) else "chroma")
    with pytest.raises(DamagedError, match=f"{folder} is damaged: "):
        Store.open(settings, encoder, try_first=True)
    passages: list[str] = []
    encode = encoder.encode

    def counted(texts: list[str]) -> object:
        passages.extend(text for text in texts if " " in text)  # words are embedded, a word each
        return encode(texts)

    monkeypatch.setattr(encoder, "encode", counted)
    with Store.open(settings, encoder, try_first=True, repair=True) as store:
        assert folder.name in store.repaired[0]
        assert store.verify() == []
        assert store.dense.size == store.keywords.size == PASSAGES
        assert passages == []
    assert not (home / "chroma").exists()
    assert not (home / "keywords").exists()
    with Store.open(settings, encoder) as store:
        assert store.verify() == []


@pytest.mark.slow
def test_after_an_opening_that_ended_the_process_the_indexes_are_tried_in_another_one(
    settings: HomeSettings, encoder: Encoder, home: Path
) -> None:
    with Store.open(settings, encoder):
        assert not (home / "opening").exists()
    (home / "opening").touch()  # what is left when reading a damaged file ended the process
    with Store.open(settings, encoder) as store:
        assert store.verify() == []
    (home / "opening").touch()
    _scramble_graph(home)
    with pytest.raises(DamagedError, match="briefings doctor --repair"):
        Store.open(settings, encoder)
    with Store.open(settings, encoder, repair=True) as store:
        assert store.verify() == []
    assert not (home / "opening").exists()


def test_a_vector_that_is_not_the_one_on_file_is_found(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, "a", "Round 1 ended.\n\nRound 2 began.")])
        [first, _] = store.catalogue.passage_ids()
        labels = labels_of(store.catalogue.briefings()[0])
        store.dense.upsert([first], encoder.encode(["Something else"]), [labels])
        [problem] = store.verify()
        assert problem == f"1 vectors are not those on file, for example that of {first}"
        store.repair()
        assert store.verify() == []


@pytest.mark.slow
def test_doctor_says_and_mends_damage_from_the_command_line(
    settings: HomeSettings, encoder: Encoder, models: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "briefings"
    folder.mkdir()
    write(folder)
    with Store.open(settings, encoder) as store:
        list(ingest(store, [folder]))
    env = environment(settings.home, models)
    question = ("ask", "What does Brazil charge on steel?", "--json")
    before = json.loads(run(env, *question).stdout)
    _break_meta(settings.home)
    ran = run(env, "ask", "What does Brazil charge on steel?")
    assert ran.returncode == 1
    assert "briefings doctor --repair" in ran.stderr
    ran = run(env, "doctor", "--json")
    assert ran.returncode == 1
    [problem] = json.loads(ran.stdout)["problems"]
    assert "keywords is damaged" in problem
    ran = run(env, "doctor", "--repair")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "keywords is damaged" in ran.stdout.replace("\n           ", " ")
    assert f"Briefings  {len(BRIEFINGS)} (1 undated, 0 duplicates)" in ran.stdout
    assert "Newest     2 January 2025\nIngested   last on 20" in ran.stdout
    after = json.loads(run(env, *question).stdout)
    assert {**before, "latency_ms": 0} == {**after, "latency_ms": 0}


@pytest.mark.slow
def test_a_served_home_is_mended_where_it_is_open(models: Path, tmp_path: Path) -> None:
    folder = tmp_path / "briefings"
    folder.mkdir()
    write(folder)
    home = tmp_path / "home"
    env = environment(home, models)
    with served(env, folder):
        _lose_segment(home)
        ran = run(env, "doctor")
        assert ran.returncode == 1
        assert "keywords is damaged" in ran.stdout.replace("\n           ", " ")
        ran = run(env, "doctor", "--repair")
        assert (ran.returncode, ran.stderr) == (0, "")
        assert run(env, "ask", "What does Brazil charge on steel?").returncode == 0
        assert run(env, "doctor").returncode == 0
    assert run(env, "doctor").returncode == 0


@pytest.mark.parametrize("option", ["--json", "--repair"])
def test_a_damaged_catalogue_is_a_problem_that_only_a_backup_mends(
    tmp_path: Path, models: Path, option: str
) -> None:
    env = environment(tmp_path / "home", models)
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "catalogue.db").write_text("junk" * 99)
    ran = run(env, "doctor", option)
    assert ran.returncode == 1
    assert "is damaged: file is not a database" in " ".join(ran.stdout.split())
    assert "nothing in it can rebuild its catalogue" in ran.stderr
    assert "--repair" not in ran.stderr
    if option == "--json":
        assert len(json.loads(ran.stdout)["problems"]) == 1


def test_a_damaged_catalogue_is_not_said_to_hold_what_it_held(tmp_path: Path, models: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "catalogue.db").write_text("junk" * 99)
    said = run(environment(tmp_path / "home", models), "list").stderr
    assert "Move it aside" in said
    assert "still there" not in said
