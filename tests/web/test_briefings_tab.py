"""The table of the Briefings tab over a real home, as a person uses it."""

import re
import time
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from assistant.desks.desk import Desk
from assistant.desks.local import LocalDesk
from tests.web.briefings_tab import find, open_first, opened, take_in_by, titles
from tests.web.browsing import select_tab

Serve = Callable[[Desk], str]
Open = Callable[..., Page]
Review = Callable[[Page, str], None]


@pytest.fixture(scope="module")
def address(desk: LocalDesk, serve_all: Serve) -> str:
    return serve_all(desk)


@pytest.fixture
def tab(address: str, open_page: Open) -> Page:
    return opened(open_page(address))


def test_the_table_says_what_each_briefing_is(tab: Page) -> None:
    row = tab.locator("#table tbody tr", has_text="EU and United States put their 15 percent framework")
    expect(row.locator(".publisher")).to_have_text("Trade Desk Notes")
    expect(row.locator(".published")).to_have_text("22 August 2025")
    expect(row.locator(".parties")).to_have_text("European Union, United States")
    assert int(row.locator(".passages").inner_text()) >= 1
    expect(row.locator(".taken")).to_have_text(re.compile(r"^\d+ \w+ 20\d\d$"))
    tab.set_viewport_size({"width": 390, "height": 844})
    assert re.fullmatch(r"1 passage|\d+ passages", row.locator(".passages").inner_text())


@pytest.mark.slow
def test_search_and_sort_narrow_and_order_the_table(tab: Page, desk: LocalDesk) -> None:
    count = len(desk.list())
    expect(tab.locator("#table .count")).to_have_text(f"{count} briefings")
    find(tab, "truce china")
    expect(tab.locator("#table .count")).to_have_text(re.compile(rf"^[1-9] of {count} briefings$"))
    assert "US-China tariff truce extended to November 10, 2025" in titles(tab)
    find(tab, "no such words")
    expect(tab.locator("#table .empty")).to_contain_text("“no such words”")
    find(tab, "")
    expect(tab.locator("#table tbody tr")).to_have_count(count)
    tab.locator("#table th a", has_text="Title").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("#table th .on")).to_have_text(re.compile("Title.*ascending", re.DOTALL))
    assert titles(tab) == sorted(titles(tab), key=str.casefold)
    expect(tab.locator("#table th a", has_text="Title")).to_be_focused()
    tab.evaluate("document.querySelector('#table .ours').outerHTML += ''")  # drawn anew by something else
    expect(tab.locator("#table th a", has_text="Title")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator("#table th .on")).to_have_text(re.compile("descending"))
    assert titles(tab) == sorted(titles(tab), key=str.casefold, reverse=True)


@pytest.mark.slow
@pytest.mark.parametrize("width", [360, 1920])
def test_the_tab_is_readable_everywhere_and_without_barriers(
    address: str, open_page: Open, review: Review, width: int
) -> None:
    page = open_page(address, viewport={"width": width, "height": 900})
    review(page, f"ask-{width}")
    opened(page)
    take_in_by(page)
    review(page, f"briefings-{width}")
    select_tab(page, "Pasted text")
    review(page, f"briefings-paste-{width}")
    open_first(page)
    page.get_by_role("button", name="Correct").click()
    expect(page.locator("#correction")).to_be_visible()
    review(page, f"briefing-{width}")


@pytest.mark.slow
def test_a_publisher_is_told_in_one_line_on_a_tablet(
    make_desk: Any, make_briefing: Any, serve: Serve, open_page: Open
) -> None:
    long = "Temporary Suspension of Additional Duties to Offset Discrimination against Alcoholic Beverages"
    told = {
        "publisher": "whitehouse.gov",
        "published": date(2025, 9, 18),
        "parties": ("US", "AF", "KR"),
        "ingested_at": "2025-09-19",
    }
    only = make_briefing("a1", long, "x", passage_count=10, **told)
    page = opened(
        open_page(serve(make_desk([only], lambda request: iter(()))), viewport={"width": 768, "height": 900})
    )
    lines = """cell => {
      const words = document.createRange();
      words.selectNodeContents(cell);
      return words.getClientRects().length;
    }"""
    assert page.locator("td.publisher").evaluate(lines) == 1
    assert page.locator("td.parties").evaluate("cell => cell.clientWidth") > 90  # a word fits
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.slow
def test_fourteen_thousand_briefings_are_searched_sorted_and_paged_without_waiting(
    make_desk: Any, make_briefing: Any, serve: Serve, open_page: Open
) -> None:
    many = [
        make_briefing(f"{number:05}", f"Fact sheet {number:05} on trade", "x", parties=("US", "JP"))
        for number in range(14_102)
    ]
    page = opened(open_page(serve(make_desk(many, lambda request: iter(())))))
    rows = page.locator("#table tbody tr")
    expect(rows).to_have_count(50)
    began = time.monotonic()
    find(page, "sheet 14101")
    expect(page.locator("#table .count")).to_have_text("1 of 14,102 briefings")
    find(page, "")
    expect(page.locator("#table .count")).to_have_text("14,102 briefings")
    page.locator("#table th a", has_text="Title").click()
    expect(page.locator("#table td.title a").first).to_have_text("Fact sheet 00000 on trade")
    page.get_by_role("link", name="Next").click()
    expect(page.locator("#table .where")).to_have_text("51–100 of 14,102")
    expect(page.get_by_role("link", name="Next")).to_be_focused()
    page.get_by_role("link", name="Previous").click()
    expect(page.locator("#table .where")).to_have_text("1–50 of 14,102")
    assert time.monotonic() - began < 15  # six steps on a machine that does other work too
