"""A briefing that is removed while an ingest or a question is under way: it goes on with the rest."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from assistant.asking.question import understand
from assistant.kinds.latest import find_latest
from ingest.maintenance import completing
from ingest.pipeline import ingest
from ingest.report import IngestProgress, Report
from ingest.sources.same_files import SameFiles
from tests.older_home import take_back
from tests.prepared import prepared
from vectorstore.briefing import Briefing
from vectorstore.encoder.embedding import Encoder, Vectors
from vectorstore.filters import Filters
from vectorstore.search import search
from vectorstore.settings import HomeSettings
from vectorstore.store import Store
from vectorstore.tables import schema

TEA = "---\ntitle: Tea\ndate: 2025-06-08\n---\nPeru and Kenya signed an accord on tea.\n"
COFFEE = "---\ntitle: Coffee\ndate: 2025-06-09\n---\nPeru and Chad signed an accord on coffee.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "briefings"
    folder.mkdir()
    (folder / "a.md").write_text(TEA)
    return folder


def taken_in(store: Store, folder: Path) -> Report:
    return reported(ingest(store, [folder]))


def reported(events: Iterator[IngestProgress | Report]) -> Report:
    *_, report = events
    assert isinstance(report, Report)
    return report


def on_file(store: Store) -> dict[str, Briefing]:
    return {briefing.source: briefing for briefing in store.catalogue.briefings()}


def after(events: Iterator[IngestProgress | Report], label: str) -> Iterator[IngestProgress | Report]:
    """Go on until a source is finished with, but not stored yet; return the rest."""
    for event in events:
        if isinstance(event, IngestProgress) and event.source == label:
            return events
    raise AssertionError(label)


def test_the_first_copy_of_an_original_that_is_gone_becomes_one(store: Store, folder: Path) -> None:
    taken_in(store, folder)
    for name in ("b.md", "c.md"):
        (folder / name).write_text(TEA)
    (folder / "d.md").write_text(COFFEE)
    rest = after(ingest(store, [folder]), "c.md")
    store.remove(on_file(store)["a.md"].id)
    report = reported(rest)
    assert (report.added, report.duplicates, report.unchanged, report.passages) == (2, 1, 1, 2)
    found = on_file(store)
    assert found.keys() == {"b.md", "c.md", "d.md"}
    assert found["b.md"].duplicate_of is None
    assert found["c.md"].duplicate_of == found["b.md"].id
    assert store.verify() == []


def test_a_copy_is_linked_to_what_took_the_place_of_its_original(store: Store, folder: Path) -> None:
    (folder / "b.md").write_text(TEA)
    taken_in(store, folder)
    [original] = [briefing for briefing in on_file(store).values() if not briefing.duplicate_of]
    (folder / "c.md").write_text(TEA)
    (folder / "d.md").write_text(COFFEE)
    rest = after(ingest(store, [folder]), "c.md")
    store.remove(original.id)
    assert (reported(rest).added, len(on_file(store))) == (1, 3)
    [heir] = [briefing for source, briefing in on_file(store).items() if source in ("a.md", "b.md")]
    assert heir.duplicate_of is None
    assert on_file(store)["c.md"].duplicate_of == heir.id
    assert store.verify() == []


def test_a_file_that_is_known_by_its_bytes_stays_removed(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken_in(store, folder)
    (folder / "d.md").write_text(COFFEE)
    known = SameFiles.briefing_of

    def removed(files: SameFiles, key: str, content: bytes) -> str | None:
        if id := known(files, key, content):
            store.remove(id)
        return id

    monkeypatch.setattr(SameFiles, "briefing_of", removed)
    assert (taken_in(store, folder).added, on_file(store).keys()) == (1, {"d.md"})


@pytest.mark.parametrize("step", ["sketched", "cut"])
def test_what_an_older_home_lacks_is_made_for_what_is_still_there(
    settings: HomeSettings, encoder: Encoder, folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    with Store.open(settings, encoder) as store:
        for words in (TEA, TEA.replace("tea", "cocoa")):
            (folder / "a.md").write_text(words)
            taken_in(store, folder)
    take_back(settings.catalogue_url, 2)
    (folder / "d.md").write_text(COFFEE)
    with Store.open(settings, encoder) as store:
        make = getattr(completing, step)

        def removed(*args: Any) -> Any:
            made = make(*args)
            store.remove(on_file(store)["a.md"].id)
            return made

        monkeypatch.setattr(completing, step, removed)
        (folder / "a.md").unlink()
        assert (taken_in(store, folder).added, on_file(store).keys()) == (1, {"d.md"})
        made_for = [
            row.briefing_id
            for table in (schema.sketches, schema.earlier_passages)
            for row in store.catalogue.read(select(table.c.briefing_id))
        ]
        assert made_for == [on_file(store)["d.md"].id]


def test_a_search_goes_on_without_a_briefing_removed_in_its_midst(
    store: Store, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds = "\n\n".join(f"Round {n} of the tea talks ended." for n in range(4))
    store.replace([prepared(encoder, "tea", rounds), prepared(encoder, "coffee", "Coffee is sold.")])
    cosines = store.cosines

    def removed(vector: Vectors, ids: Sequence[str]) -> dict[str, float]:
        store.remove(on_file(store)["tea"].id)
        return cosines(vector, ids)

    monkeypatch.setattr(store, "cosines", removed)
    assert [hit.facts.source for hit in search(store, "rounds of the tea talks", size=1, whole=1)] == ["tea"]


def test_the_latest_is_told_of_what_is_still_there(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, day, words in (("old", 7, "opened talks"), ("new", 9, "signed an accord")):
        text = f"Peru and Kenya {words} on tea on June {day}, 2025."
        (folder / f"{name}.md").write_text(
            f"---\ntitle: Peru and Kenya {words}\ndate: 2025-06-0{day}\n---\n{text}\n"
        )
    taken_in(store, folder)
    read = store.versions.briefings

    def removed(*args: Any) -> dict[str, Briefing]:
        found = read(*args)
        if "new.md" in on_file(store):
            store.remove(on_file(store)["new.md"].id)
        return found

    monkeypatch.setattr(store.versions, "briefings", removed)
    question = understand("What is the latest between Peru and Kenya?", date(2025, 6, 10))
    latest = find_latest(store, question, Filters())
    assert latest
    assert {evidence.hit.facts.source for evidence in latest.evidence} <= {"a.md", "old.md"}
