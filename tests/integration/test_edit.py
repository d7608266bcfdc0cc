"""A person's correction: it shows at once, everywhere, and stays."""

import json
from datetime import date
from pathlib import Path

import pytest

from ingest.maintenance.correction import Correction
from ingest.maintenance.editing import correct
from ingest.pipeline import ingest
from ingest.report import Report
from tests.briefings_process import environment
from tests.command import run, served
from vectorstore.briefing import Briefing
from vectorstore.errors import BriefingsError, NotFoundError, StorageError
from vectorstore.filters import Filters
from vectorstore.search import search
from vectorstore.store import Store

WORDS = "Norway charges a duty of 14 percent on frozen shrimp from Chile."
RIGHT, WRONG = date(2025, 6, 8), date(2025, 8, 6)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in" / "shrimp.md"


def write(file: Path, words: str = WORDS, published: date | None = WRONG) -> None:
    dated = f"date: {published}\n" if published else ""
    file.write_text(f"---\ntitle: Shrimp\n{dated}publisher: Wire\n---\n{words}\n")


def take_in(store: Store, file: Path) -> Report:
    *_, report = ingest(store, [file.parent])
    assert isinstance(report, Report)
    return report


def only(store: Store) -> Briefing:
    [briefing] = store.catalogue.briefings()
    return briefing


def seen(store: Store, as_of: date) -> set[str]:
    return {hit.passage.text for hit in search(store, "duty on shrimp", filters=Filters(as_of))}


def test_a_corrected_date_counts_at_once_and_is_embedded(store: Store, file: Path) -> None:
    write(file)
    take_in(store, file)
    assert seen(store, RIGHT) == set()
    done = correct(store, only(store).id, Correction(published=RIGHT))
    assert (done.before.published, done.after.published) == (WRONG, RIGHT)
    assert (only(store).published_from, only(store).known_from) == ("person", RIGHT)
    assert seen(store, RIGHT) == {WORDS}
    [(passage, prefix)] = store.catalogue.passages_of(only(store).id)
    assert "June 8, 2025" in prefix
    vector = store.encoder.encode([prefix + passage.text])[0]
    assert store.nearest(vector, 1)[0] == (passage.id, pytest.approx(1.0, abs=1e-3))
    assert store.keywords.query("shrimp", 5, Filters(RIGHT))
    assert store.verify() == []


@pytest.mark.slow
def test_it_stays_when_the_same_or_another_text_is_ingested(store: Store, file: Path) -> None:
    write(file)
    take_in(store, file)
    correct(store, only(store).id, Correction(published=RIGHT, title="Shrimp, at last", publisher=""))
    assert take_in(store, file).unchanged == 1
    write(file, WORDS + " It ends in May.")
    assert take_in(store, file).updated == 1
    now = only(store)
    assert (now.published, now.title, now.publisher) == (RIGHT, "Shrimp, at last", None)
    assert now.corrected == ("publisher", "title")


def test_a_date_that_is_none_stays_none(store: Store, file: Path) -> None:
    write(file)
    take_in(store, file)
    correct(store, only(store).id, Correction(undated=True))
    assert take_in(store, file).unchanged == 1
    assert (only(store).published, only(store).published_from) == (None, "person")
    assert seen(store, WRONG) == set()


def test_a_corrected_date_is_that_of_the_earlier_versions_too(store: Store, file: Path) -> None:
    write(file)
    take_in(store, file)
    write(file, WORDS.replace("14", "9"))
    take_in(store, file)
    correct(store, only(store).id, Correction(published=RIGHT))
    assert seen(store, RIGHT) == {WORDS}
    assert only(store).edited
    assert [(v.published, v.known_from) for v in store.versions.of(only(store).id)] == [
        (RIGHT, RIGHT),
        (WRONG, None),
        (RIGHT, only(store).known_from),
    ]


def test_a_correction_that_fails_changes_nothing(
    store: Store, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(file)
    take_in(store, file)

    def full(change: object) -> None:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(store.catalogue, "apply", full)
    with pytest.raises(StorageError):
        correct(store, only(store).id, Correction(published=RIGHT))
    assert (only(store).published, only(store).version) == (WRONG, 1)
    assert store.verify() == []


def test_a_corrected_duplicate_stands_for_itself(store: Store, file: Path) -> None:
    write(file)
    (file.parent / "twin.md").write_text(file.read_text())
    assert take_in(store, file).duplicates == 1
    twin = next(b for b in store.catalogue.briefings() if b.duplicate_of)
    correct(store, twin.id, Correction(published=RIGHT))
    assert store.catalogue.briefing(twin.id).duplicate_of is None
    assert {hit.facts.id for hit in search(store, "shrimp", filters=Filters(RIGHT))} == {twin.id}
    correct(store, twin.id, Correction(published=WRONG))
    assert store.catalogue.briefing(twin.id).duplicate_of is not None
    assert store.verify() == []


def test_bad_corrections_are_refused(store: Store, file: Path) -> None:
    write(file)
    take_in(store, file)
    with pytest.raises(BriefingsError, match="title is empty"):
        correct(store, only(store).id, Correction(title="  "))
    with pytest.raises(NotFoundError):
        correct(store, "ffff", Correction(undated=True))


@pytest.mark.slow
def test_the_command_says_what_was_and_what_is_and_hands_over(
    tmp_path: Path, models: Path, file: Path
) -> None:
    env = environment(tmp_path / "home", models)
    write(file)
    with served(env, file.parent):
        [briefing] = json.loads(run(env, "list", "--json").stdout)
        ran = run(env, "edit", briefing["id"][:8], "--published", "2025-06-08")
        assert ran.returncode == 0
        assert "6 August 2025 (front matter) -> 8 June 2025 (person)" in " ".join(ran.stdout.split())
        ran = run(env, "edit", briefing["id"], "--no-published", "--json")
        told = json.loads(ran.stdout)
        assert (told["before"]["published"], told["after"]["published"]) == ("2025-06-08", None)
        assert "  2  corrected later, ingested" in run(env, "show", briefing["id"]).stdout
        assert json.loads(run(env, "show", briefing["id"], "--version", "1", "--json").stdout)["version"] == 1
        assert run(env, "edit", briefing["id"]).returncode == 2
        assert run(env, "edit", briefing["id"], "--published", "2025-06-08", "--no-published").returncode == 2
        file.unlink()
        (file.parent / "other.md").write_text(
            "---\ntitle: Other\ndate: 2025-01-01\n---\nKenya opened talks.\n"
        )
        ran = run(env, "ingest", str(file.parent), "--prune", "--json")
        assert json.loads(ran.stdout)["pruned"] == ["shrimp.md"]
        assert [found["source"] for found in json.loads(run(env, "list", "--json").stdout)] == ["other.md"]


@pytest.mark.slow
def test_a_day_that_is_yet_to_come_is_set_and_remarked(tmp_path: Path, models: Path, file: Path) -> None:
    env = environment(tmp_path / "home", models)
    write(file)
    run(env, "ingest", str(file))
    [briefing] = json.loads(run(env, "list", "--json").stdout)
    assert "Note:" not in run(env, "edit", briefing["id"], "--published", "2025-06-08").stdout
    ran = run(env, "edit", briefing["id"], "--published", "2999-01-01")
    assert "Note: it is dated 2999-01-01, which is after tomorrow; check its date" in ran.stdout
