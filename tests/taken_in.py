"""Take in sources, and look at what is on file then."""

from datetime import date
from pathlib import Path

from ingest.pipeline import ingest
from ingest.report import Report
from ingest.sources.selection import EVERYTHING, Selection
from ingest.sources.uploaded import Uploaded
from vectorstore.briefing import Briefing
from vectorstore.store import Store


def written_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "briefings"
    (folder / "asia").mkdir(parents=True)
    (folder / "asia" / "japan.md").write_text(
        "---\ntitle: Japan talks\ndate: 2025-06-08\nsource_url: https://www.Example.org/japan#top\n---\n"
        "Japan and the U.S. met.\n\nThey will meet again."
    )
    (folder / "korea.txt").write_text(
        "Korea talks\nPublished: 2025-06-06\nSource: Desk\n\nSouth Korea hopes for a deal."
    )
    return folder


def run(
    store: Store,
    *sources: str | Path | Uploaded,
    published: date | None = None,
    selection: Selection = EVERYTHING,
) -> Report:
    *_, report = ingest(store, sources, published, selection=selection)
    assert isinstance(report, Report)
    return report


def on_file(store: Store) -> dict[str, Briefing]:
    return {briefing.source: briefing for briefing in store.catalogue.briefings()}


def found(store: Store, words: str) -> set[str]:
    ids = [id for id, _ in store.keywords.query(words, 20)]
    return {passage.text for passage in store.catalogue.passages(ids).values()}


def counts(report: Report) -> tuple[int, int, int, int, int]:
    return report.added, report.updated, report.unchanged, report.duplicates, len(report.failed)
