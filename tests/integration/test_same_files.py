"""A file whose bytes are known is not read again, unless what was read of it may no longer hold."""

import ast
import sys
from datetime import date
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from ingest import readers
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


def test_what_is_remembered_of_a_file_is_what_it_gave(store: Store, folder: Path, read: list[str]) -> None:
    """Not what is on file by then, when a later state of its page has come in the same run."""
    page = "---\ntitle: Talks\nurl: https://example.org/talks\nmodified: {}\n---\n{} of them met in Tokyo.\n"
    (folder / "old.md").write_text(page.format("2025-06-01", 5))
    (folder / "young.md").write_text(page.format("2025-06-08", 6))
    taken_in(store, folder)
    read.clear()
    assert taken_in(store, folder).updated == 0
    assert read == ["old.md"]


@pytest.mark.slow
def test_another_release_of_any_library_that_reads_is_noticed() -> None:
    """Every library that the readers import, by the names of the packages that bring them."""
    own = sys.stdlib_module_names | {"ingest", "vectorstore"}
    found = set()
    for path in (Path(readers.__file__).parent).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            found |= {name.partition(".")[0] for name in names}
    brought_by = packages_distributions()
    packages = {brought_by[name][0].lower().replace("_", "-") for name in found - own}
    assert packages <= set(same_files.LIBRARIES)
