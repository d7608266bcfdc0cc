"""`ingest --prune` removes what is sure to be gone, and nothing else."""

import zipfile
from pathlib import Path

import pytest

from ingest.pipeline import ingest
from ingest.report import Report
from ingest.sources.selection import Selection
from vectorstore.store import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "asia").mkdir(parents=True)
    for name in ("korea.md", "asia/japan.md"):
        (folder / name).write_text(
            f"---\ntitle: {name}\ndate: 2025-06-08\n---\nTalks about {name} went on.\n"
        )
    return folder


def run(store: Store, *folders: Path, prune: bool = True) -> Report:
    *_, report = ingest(store, folders, prune=prune)
    assert isinstance(report, Report)
    return report


def sources(store: Store) -> set[str]:
    return {briefing.source for briefing in store.catalogue.briefings()}


def test_a_file_that_is_gone_is_reported_and_pruned_only_when_asked(store: Store, folder: Path) -> None:
    run(store, folder)
    (folder / "korea.md").unlink()
    report = run(store, folder, prune=False)
    assert (report.missing, report.pruned) == (("korea.md",), ())
    report = run(store, folder)
    assert (report.missing, report.pruned, report.kept) == ((), ("korea.md",), ())
    assert report.to_json()["pruned"] == ["korea.md"]
    assert sources(store) == {"asia/japan.md"}
    assert run(store, folder).pruned == ()
    assert store.verify() == []


def test_an_emptied_or_missing_folder_loses_nothing(store: Store, folder: Path) -> None:
    run(store, folder)
    (folder / "korea.md").unlink()
    (folder / "asia" / "japan.md").unlink()
    report = run(store, folder)
    assert (set(report.missing), report.pruned) == ({"korea.md", "asia/japan.md"}, ())
    assert "may not be mounted" in report.kept[0]
    (folder / "asia").rmdir()
    folder.rmdir()
    assert run(store, folder).pruned == ()
    assert sources(store) == {"korea.md", "asia/japan.md"}


def test_a_folder_that_cannot_be_looked_into_loses_nothing(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(store, folder)
    (folder / "asia" / "japan.md").unlink()

    def refused(path: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("ingest.maintenance.pruning.os.lstat", refused)
    report = run(store, folder)
    assert report.pruned == ()
    assert "cannot be seen" in report.kept[0]
    assert sources(store) == {"korea.md", "asia/japan.md"}


def test_what_another_folder_still_holds_stays(store: Store, folder: Path, tmp_path: Path) -> None:
    page = "---\ntitle: Page\ndate: 2025-06-08\nsource_url: https://example.org/page\n---\nTalks went on.\n"
    other = tmp_path / "other"
    other.mkdir()
    for place in (folder, other):
        (place / "page.md").write_text(page)
    run(store, folder, other)
    (folder / "page.md").unlink()
    report = run(store, folder)
    assert report.pruned == ()
    assert str(other / "page.md") in report.kept[0]
    (other / "page.md").unlink()
    (other / "rest.md").write_text("---\ntitle: Rest\ndate: 2025-06-08\n---\nMore talks.\n")
    assert run(store, folder).pruned == ("page.md",)


@pytest.mark.parametrize(
    "selection",
    [Selection(include=("june.zip/a.md",)), Selection(exclude=("b.md",)), Selection(include=("a.md",))],
)
def test_what_was_not_chosen_of_an_archive_is_not_gone(
    store: Store, tmp_path: Path, selection: Selection
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    with zipfile.ZipFile(folder / "june.zip", "w") as packed:
        for name in ("a.md", "b.md"):
            packed.writestr(name, f"---\ntitle: {name}\ndate: 2025-06-08\n---\nTalks about {name} went on.\n")
    run(store, folder)
    both = sources(store)
    assert len(both) == 2
    *_, report = ingest(store, [folder], selection=selection, prune=True)
    assert isinstance(report, Report)
    assert (report.missing, report.pruned) == ((), ())
    assert sources(store) == both
