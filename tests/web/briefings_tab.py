"""The Briefings tab as a test uses it: opened, searched, a briefing opened in it."""

from typing import Any

from playwright.sync_api import Page

from assistant.desks.local import LocalDesk
from ingest.sources.pasted import Pasted
from tests.web.browsing import DRAWN, select_tab
from vectorstore.briefing import Briefing


def opened(page: Page) -> Page:
    select_tab(page, "Briefings")
    page.locator("#table :is(table, .empty, .error)").wait_for()
    return page


def take_in_by(page: Page, way: str | None = None) -> None:
    """Open the part that takes briefings in, at one of its ways."""
    page.get_by_role("button", name="Take briefings in").click()
    page.evaluate(DRAWN)
    if way:
        select_tab(page, way)


def paste(desk: LocalDesk, text: str, **told: Any) -> Briefing:
    for _ in desk.ingest([Pasted(text, **told)]):
        pass
    return next(b for b in desk.list() if b.title == told["title"])


def titles(page: Page) -> list[str]:
    return page.locator("#table td.title a").all_inner_texts()


def find(page: Page, words: str) -> None:
    page.get_by_label("Search titles").fill(words)


def open_first(page: Page) -> None:
    page.locator("#table td.title a").first.click()
    page.locator("#reader h2").wait_for()
