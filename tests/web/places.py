"""Go to places of the page, and say which one it is."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.web.browsing import select_tab

Open = Callable[..., Page]


def tab(page: Page, name: str) -> None:
    select_tab(page, name)


def is_on(page: Page, name: str) -> None:
    expect(page.get_by_role("tab", name=name)).to_have_attribute("aria-selected", "true")


def timeline(page: Page, subject: str, day: str = "") -> None:
    tab(page, "Timeline")
    expect(page).to_have_url(re.compile(r"\?tab=timeline"))
    page.locator("#timeline-day").get_by_role("textbox").fill(day)
    page.get_by_label("Negotiation or measure").fill(subject)
    page.keyboard.press("Enter")
    expect(page.locator("#timeline-title")).to_have_text(subject)


def day(page: Page) -> Locator:
    return page.locator("#as-of").get_by_role("textbox")
