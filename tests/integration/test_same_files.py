"""A file whose bytes are known is not read again, unless what was read of it may no longer hold."""

from datetime import date
from pathlib import Path

import pytest

from ingest.pipeline import ingest
from ingest.readers import read as read_file
from ingest.report import Report
from ingest.sources import finding, same_files
from vectorstore.store import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "briefings"
    folder.mkdir()
    (folder / "japan.md").write_text("# Japan\n\nPublished: 2025-06-08\n\nJapan waits.")
    (folder / "korea.md").write_text("# Korea\n\nSouth Korea waits.")
    return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read, not only looked at."""
    names: list[str] = []

    def noting(name: str, content: bytes) -> object:
        names.append(name)
        return read_file(name, content)

    monkeypatch.setattr(finding, "read", noting)
    return names


def taken_in(store: Store, folder: Path, published: date | None = None) -> Report:
    *_, report = ingest(store, [folder], published)
    assert isinstance(report, Report)
    return report


def test_only_what_changed_is_read_again(store: Store, folder: Path, read: list[str]) -> None:
    taken_in(store, folder)
    read.clear()
    again = taken_in(store, folder)
    assert (again.unchanged, again.undated, read) == (2, ("korea.md",), [])
    (folder / "korea.md").write_text("# Korea\n\nSouth Korea agreed.")
    assert (taken_in(store, folder).updated, read) == (1, ["korea.md"])


def test_a_removed_briefing_comes_back(store: Store, folder: Path, read: list[str]) -> None:
    taken_in(store, folder)
    (id,) = [briefing.id for briefing in store.catalogue.briefings() if briefing.source == "korea.md"]
    store.remove(id)
    read.clear()
    assert (taken_in(store, folder).added, read) == (1, ["korea.md"])


def test_a_date_with_the_command_reaches_what_is_undated(store: Store, folder: Path, read: list[str]) -> None:
    taken_in(store, folder)
    assert taken_in(store, folder, date(2025, 6, 9)).updated == 1
    assert taken_in(store, folder).undated == ()


def test_other_readers_read_everything_anew(
    store: Store, folder: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken_in(store, folder)
    read.clear()
    monkeypatch.setattr(same_files, "_readers", lambda: b"a later release")
    assert (taken_in(store, folder).unchanged, len(read)) == (2, 2)


def test_a_suspicious_date_is_reported_each_time(store: Store, folder: Path) -> None:
    (folder / "later.md").write_text("# Later\n\nPublished: 2099-01-01\n\nTalks will go on.")
    first = taken_in(store, folder).suspicious
    assert first
    assert taken_in(store, folder).suspicious == first


def test_a_file_that_states_the_address_of_a_known_one_does_not_replace_it(
    store: Store, folder: Path
) -> None:
    page = "---\nurl: https://example.org/talks\n---\n"
    (folder / "a.md").write_text(f"{page}# Talks\n\nJapan met Korea.")
    taken_in(store, folder)
    (folder / "b.md").write_text(f"{page}# Talks\n\nPeru met Chile.")
    report = taken_in(store, folder)
    assert (report.added, report.updated, report.unchanged) == (1, 0, 3)
