"""Small pages, feeds of them, and what of them was taken in."""

from datetime import date
from pathlib import Path

from ingest.pipeline import ingest
from ingest.report import Report
from ingest.sources.pasted import Pasted
from vectorstore.briefing import Briefing
from vectorstore.store import Store


def run(store: Store, *sources: str | Path | Pasted, published: date | None = None) -> Report:
    *_, report = ingest(store, sources, published)
    assert isinstance(report, Report)
    return report


def counts(report: Report) -> tuple[int, int, int, int, int]:
    return report.added, report.updated, report.unchanged, report.duplicates, len(report.failed)


def on_file(store: Store) -> dict[str, Briefing]:
    return {found.source: store.catalogue.briefing(found.id) for found in store.catalogue.briefings()}


def page(text: str, head: str = "") -> str:
    return (
        f"<!doctype html><html><head><title>Steel duty</title>{head}</head><body><article><h1>Steel duty</h1>"
        f"<p>{text}</p><p>The two governments will look at the duty again before the end of the year, "
        "after the talks in Ottawa.</p></article></body></html>"
    )


def rss(*items: str, more: str = "") -> str:
    return (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>Desk Notes</title>{more}"
        + "".join(f"<item>{item}</item>" for item in items)
        + "</channel></rss>"
    )


def item(
    link: str, title: str = "Steel", day: str = "Sun, 08 Jun 2025 23:30:00 -0400", said: str = ""
) -> str:
    return (
        f"<title>{title}</title><link>{link}</link><guid>{link}</guid><pubDate>{day}</pubDate>"
        f"<description>{said}</description>"
    )
