"""The News tab: what came in, as a person reads it in the morning, and its files."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from assistant.answer import Citation
from assistant.chronicle.entries import News, NewsGroup, NewsItem, NewsRequest
from assistant.desks.desk import Desk
from assistant.desks.local import LocalDesk
from assistant.web.news.news_file import news_csv, news_markdown
from assistant.web.news.news_html import LISTED, news_html
from tests.web.browsing import select_tab

HOSTILE = "<script>boom()</script> ![x](http://evil.example/a.png) [go](javascript:alert(2)) `c` $$x$$ </li>"

Serve = Callable[[Desk], str]
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def address(desk: LocalDesk, serve_all: Serve) -> str:
    return serve_all(desk)


@pytest.fixture
def tab(address: str, open_page: Open) -> Page:
    return opened(open_page(address))


def opened(page: Page) -> Page:
    select_tab(page, "News")
    page.locator("#news :is(h2, .error)").wait_for()
    return page


def ask(page: Page, since: str) -> None:
    page.get_by_label("Since").fill(since)
    page.keyboard.press("Enter")


def test_it_opens_with_what_was_taken_in_on_the_last_day_that_anything_was(
    tab: Page, desk: LocalDesk
) -> None:
    expect(tab.get_by_label("Since")).to_have_attribute("placeholder", "last day in")
    expect(tab.locator("#news-title")).to_contain_text("14 briefings taken in since")
    expect(tab.locator("#news h3").first).not_to_be_empty()
    quotes = tab.locator("#news .said").all_inner_texts()
    texts = [" ".join(briefing.text.split()) for briefing in map(desk.show, (b.id for b in desk.list()))]
    assert quotes
    assert all(any(quote in text for text in texts) for quote in quotes)


def test_a_day_and_a_party_narrow_it_and_a_title_opens_the_briefing_at_the_quoted_words(tab: Page) -> None:
    ask(tab, "2026-07-01")
    expect(tab.locator("#news-title")).to_have_text("2 briefings published since 1 July 2026")
    expect(tab.locator("#news h3")).to_have_text(["Canada", "Japan"])
    tab.get_by_label("Parties").click()
    tab.keyboard.type("Jap")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Escape")
    tab.get_by_role("button", name="Show").click()
    expect(tab.locator("#news-title")).to_have_text("1 briefing published since 1 July 2026 about Japan")
    said = tab.locator("#news .said").inner_text()
    tab.locator("#news .cited a").click()
    expect(tab.locator("#quoted")).to_be_focused()
    assert " ".join(tab.locator("#quoted").inner_text().split()) == said


def test_where_nothing_came_in_it_says_so_and_a_day_that_is_none_is_told(tab: Page) -> None:
    ask(tab, "2026-09-01")
    expect(tab.locator("#news .empty")).to_contain_text("No briefing published since 1 September 2026")
    ask(tab, "last week")
    expect(tab.locator("#news .error")).to_contain_text("The first day is “last week”")
    expect(tab.locator("#news .error")).to_contain_text(
        "see what was taken in on the last day that anything was"
    )
    tab.get_by_label("By the day taken in").check()
    ask(tab, "2000-01-01")
    expect(tab.locator("#news-title")).to_have_text("14 briefings taken in since 1 January 2000")


@pytest.mark.slow
def test_what_came_in_meanwhile_is_shown_when_the_tab_is_opened_again(
    make_desk: Any, make_briefing: Any, serve: Serve, open_page: Open
) -> None:
    asked: list[NewsRequest] = []

    class Noting(make_desk):  # type: ignore[misc]
        def news(self, request: NewsRequest) -> News:
            asked.append(request)
            return News(request.since, request.ingested)

    briefing = make_briefing("a1", "Rice", "Rice.", ingested_at="2026-03-02T06:00:00Z")
    page = open_page(serve(Noting([briefing], lambda request: iter(()))))
    select_tab(page, "News")
    expect(page.locator("#news .empty")).to_contain_text("taken in since 2 March 2026")
    select_tab(page, "State")
    before = len(asked)
    select_tab(page, "News")
    page.wait_for_function("() => document.querySelector('#news .empty')")
    expect(page.locator("#news .empty")).to_be_visible()
    assert asked[0] == NewsRequest(date(2026, 3, 2), ingested=True)
    page.wait_for_timeout(500)
    assert len(asked) == before + 1


@pytest.mark.slow
def test_an_empty_home_says_what_to_do(make_desk: Any, serve: Serve, open_page: Open) -> None:
    page = opened(open_page(serve(make_desk([], lambda request: iter(())))))
    expect(page.locator("#news .empty")).to_contain_text("Take some in under Briefings")


def test_it_is_downloaded_as_a_sheet_and_as_a_note(tab: Page, desk: LocalDesk) -> None:
    ask(tab, "2026-07-01")
    expect(tab.locator("#news-title")).to_have_text("2 briefings published since 1 July 2026")
    with tab.expect_download() as sheet:
        tab.get_by_role("link", name="CSV").click()
    rows = list(csv.DictReader(io.StringIO(sheet.value.path().read_text("utf-8-sig"))))
    assert sheet.value.suggested_filename == "news-since-2026-07-01.csv"
    assert [(row["under"], row["published"]) for row in rows] == [
        ("Canada", "2026-08-19"),
        ("Japan", "2026-07-27"),
    ]
    [id] = [b.id for b in desk.list() if b.source == rows[0]["source"]]
    assert desk.show(id).text[int(rows[0]["start"]) : int(rows[0]["end"])] == rows[0]["text"]
    with tab.expect_download() as written:
        tab.get_by_role("link", name="Markdown").click()
    note = written.value.path().read_text("utf-8")
    assert note.startswith("# Briefings published since 1 July 2026\n\n## Canada\n\n- **19 August 2026** ")


def test_a_download_that_cannot_be_made_says_why(address: str) -> None:
    for path, status in (("news.csv?since=x", 422), ("news.exe?since=2026-07-01", 404)):
        assert httpx.get(address + path).status_code == status


def item(text: str = HOSTILE, **more: Any) -> NewsItem:
    citation = Citation(1, "e1", text, text, text, date(2025, 6, 1), None, text, 0, len(text))
    return NewsItem("e1", text, text, text, date(2025, 6, 1), "2025-06-02", ("JP",), citation, **more)


HOSTILE_NEWS = News(
    date(2025, 6, 1),
    groups=(NewsGroup("JP", (item(also_in=(HOSTILE,), section=HOSTILE),)), NewsGroup(None, (item(),))),
    undated=(replace(item(), published=None, citation=None),),
    to_come=(replace(item(), published=date(2999, 1, 1)),),
)


@pytest.mark.slow
def test_hostile_news_are_text_on_the_page(
    make_desk: Any, make_briefing: Any, serve: Serve, open_page: Open
) -> None:
    """`open_page` fails the test if anything was fetched from another host."""

    class Telling(make_desk):  # type: ignore[misc]
        def news(self, request: NewsRequest) -> News:
            return HOSTILE_NEWS

    briefing = make_briefing("e1", HOSTILE, HOSTILE, ingested_at="2025-06-02")
    page = opened(open_page(serve(Telling([briefing], lambda request: iter(())))))
    expect(page.locator("#news .said")).to_have_text([HOSTILE] * 3)
    expect(page.locator("#news h3")).to_have_text(
        [
            "Japan",
            "No party named",
            "Undated: taken in since then, published nobody knows when",
            "Dated on a day still to come: check the date",
        ]
    )
    expect(page.locator("#news :is(script, img, code, iframe, .katex)")).to_have_count(0)
    links = page.locator("#news a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert all(href.startswith(("#open/", "/news.", "?tab=news")) for href in links)


def test_hostile_news_are_text_in_the_files() -> None:
    note = news_markdown(HOSTILE_NEWS)
    assert "\\<script\\>" in note
    assert "\\!\\[x\\](" in note
    formula = News(date(2025, 6, 1), groups=(NewsGroup(None, (item("=1+1"),)),))
    assert next(csv.DictReader(io.StringIO(news_csv(formula))))["text"] == "'=1+1"


def test_a_party_asked_for_that_is_named_elsewhere_alone_says_so_everywhere() -> None:
    news = News(date(2025, 6, 1), groups=(NewsGroup("PE", (item("Tin.", named_elsewhere=("PE",)),)),))
    told = "Not about Peru, named elsewhere in it."
    assert told in news_html(news, NewsRequest(news.since))
    assert told in news_markdown(news)


def test_of_very_many_the_first_are_listed_and_the_rest_counted() -> None:
    groups = (NewsGroup("JP", (item("Rice."),) * LISTED), NewsGroup("PE", (item("Tin."),) * 3))
    html = news_html(News(date(2025, 6, 1), groups=groups), NewsRequest(date(2025, 6, 1)))
    assert html.count("<li>") == LISTED
    assert "And 3 more" in html
    assert "Peru" not in html
    csv_rows = list(csv.reader(io.StringIO(news_csv(News(date(2025, 6, 1), groups=groups)))))
    assert len(csv_rows) == 1 + LISTED + 3
