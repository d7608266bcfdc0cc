"""The Timeline tab: as a person uses it over the samples, and its files."""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from assistant.answer import Citation
from assistant.chronicle.entries import Development, Timeline, TimelineRequest
from assistant.commands.chronicle_output import print_timeline
from assistant.desks.desk import Desk
from assistant.desks.local import LocalDesk
from assistant.web.timeline.timeline_file import timeline_csv, timeline_markdown
from assistant.web.timeline.timeline_html import timeline_html
from tests.web.browsing import select_tab
from vectorstore.briefing import Briefing
from vectorstore.filters import Filters

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
    select_tab(page, "Timeline")
    page.locator("#timeline .empty").wait_for()
    return page


def ask(page: Page, subject: str) -> None:
    page.get_by_label("Negotiation or measure").fill(subject)
    page.keyboard.press("Enter")


def test_developments_are_listed_newest_first_and_what_was_replaced_is_marked(tab: Page) -> None:
    ask(tab, "US-China truce")
    items = tab.locator(".developments li")
    expect(items).to_have_count(2)
    expect(tab.locator("#said-aloud")).to_have_text("2 developments, newest first.")
    expect(items.nth(0).locator(".when")).to_have_text("[1] 5 November 2025")
    expect(items.nth(1).locator(".when")).to_have_text("[2] 12 August 2025 Superseded")
    expect(items.nth(1).locator(".replaced")).to_contain_text("the last day was 10 November 2025")
    items.nth(1).get_by_role("link", name="[1]", exact=True).click()
    expect(items.nth(0)).to_be_focused()
    expect(tab.locator("svg.plot circle")).to_have_count(2)
    expect(tab.locator("svg.plot circle.old")).to_have_count(1)
    tab.locator("svg.plot a").nth(1).click()
    expect(items.nth(1)).to_be_focused()


@pytest.mark.slow
def test_a_citation_opens_the_whole_briefing_at_the_quoted_words_and_back(tab: Page, desk: LocalDesk) -> None:
    ask(tab, "US-China truce")
    said = tab.locator(".developments .said").first.inner_text()
    link = tab.locator(".developments .cited a").first
    link.focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("#quoted")).to_be_focused()
    expect(tab.locator("#quoted")).to_be_in_viewport()
    assert " ".join(tab.locator("#quoted").inner_text().split()) == said
    expect(tab.get_by_role("tab", name="Briefings")).to_have_attribute("aria-selected", "true")
    tab.get_by_role("button", name="Back").click()
    expect(tab.get_by_role("tab", name="Timeline")).to_have_attribute("aria-selected", "true")
    expect(link).to_be_focused()


def test_parties_alone_are_enough_and_an_as_of_date_narrows(tab: Page) -> None:
    tab.get_by_role("button", name="Show").click()
    expect(tab.locator("#timeline .error")).to_contain_text("Name a negotiation or measure")
    tab.get_by_label("Parties").click()
    tab.keyboard.type("Jap")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Escape")
    tab.get_by_role("button", name="Show").click()
    expect(tab.locator("#timeline-title")).to_have_text("Japan trade")
    expect(tab.locator(".developments li").first).to_be_visible()
    tab.locator("#timeline-day").get_by_role("textbox").fill("2025-06-30")
    tab.get_by_role("button", name="Show").click()
    expect(tab.locator("#timeline .count, #timeline .empty")).to_contain_text("as of 30 June 2025")
    days = tab.locator(".developments time").all_inner_texts()
    assert all(re.search(r"(January|February|March|April|May|June) 2025", day) for day in days)


def test_a_subject_that_nothing_tells_of_says_so(tab: Page) -> None:
    ask(tab, "anchovy quotas of Peru")
    expect(tab.locator("#timeline .empty")).to_contain_text(
        "tell of no development in “anchovy quotas of Peru”"
    )


def test_it_is_downloaded_as_a_sheet_and_as_a_note(tab: Page, desk: LocalDesk) -> None:
    ask(tab, "US-China truce")
    with tab.expect_download() as sheet:
        tab.get_by_role("link", name="CSV").click()
    rows = list(csv.DictReader(io.StringIO(sheet.value.path().read_text("utf-8-sig"))))
    assert sheet.value.suggested_filename == "us-china-truce.csv"
    assert [row["published"] for row in rows] == ["2025-11-05", "2025-08-12"]
    assert rows[1]["superseded_by"] == "1"
    [id] = [b.id for b in desk.list() if b.source == rows[0]["source"]]
    text = desk.show(id).text
    assert text[int(rows[0]["start"]) : int(rows[0]["end"])] == rows[0]["text"]
    with tab.expect_download() as written:
        tab.get_by_role("link", name="Markdown").click()
    note = written.value.path().read_text("utf-8")
    assert note.startswith("# US-China truce\n\n1. **5 November 2025** ")
    assert "2. **12 August 2025** (superseded) " in note


def test_a_download_that_cannot_be_made_says_why(address: str) -> None:
    for path, status in (("timeline.csv?subject=", 422), ("timeline.exe?subject=x", 404)):
        assert httpx.get(address + path).status_code == status
    assert "such as: Japan-US talks" in httpx.get(address + "timeline.csv?subject=").text


def cited(text: str = HOSTILE, number: int = 1) -> Citation:
    return Citation(number, "e1", text, text, text, date(2025, 6, number), None, text, 0, len(text))


HOSTILE_TIMELINE = Timeline(
    HOSTILE,
    developments=(
        Development(cited(number=2), also_in=(cited(),)),
        Development(cited(), superseded_by=2, reason=HOSTILE),
    ),
)


@pytest.mark.slow
def test_a_hostile_timeline_is_text_on_the_page(
    make_desk: Any, make_briefing: Any, serve: Serve, open_page: Open
) -> None:
    """`open_page` fails the test if anything was fetched from another host."""

    class Telling(make_desk):  # type: ignore[misc]
        def timeline(self, request: TimelineRequest) -> Timeline:
            return HOSTILE_TIMELINE

    page = opened(
        open_page(serve(Telling([make_briefing("e1", HOSTILE, HOSTILE)], lambda request: iter(()))))
    )
    ask(page, "x")
    expect(page.locator(".developments .said")).to_have_text([HOSTILE, HOSTILE])
    expect(page.locator("#timeline-title")).to_have_text(HOSTILE)
    expect(page.locator(".developments .replaced")).to_contain_text(HOSTILE)
    expect(page.locator("#timeline :is(script, img, code, iframe, .katex)")).to_have_count(0)
    links = page.locator("#timeline a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert all(href.startswith(("#", "/timeline.", "?tab=timeline&")) for href in links)
    assert page.title() == "Trade briefings"


def test_a_hostile_timeline_is_text_in_the_files() -> None:
    note = timeline_markdown(HOSTILE_TIMELINE)
    assert "\\<script\\>" in note
    assert "\\!\\[x\\](" in note
    assert len(note.splitlines()) == 2 + 3 + 3
    formula = Timeline("x", developments=(Development(cited("=1+1")),))
    assert next(csv.DictReader(io.StringIO(timeline_csv(formula))))["text"] == "'=1+1"


@pytest.mark.parametrize(("quote", "told"), [("Talks went on.", "also in"), ("Talks go on.", "also told in")])
def test_another_briefing_is_said_to_hold_the_very_words_only_where_it_does(
    quote: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    development = Development(cited("Talks went on."), also_in=(replace(cited(quote), title="Week 24"),))
    timeline = Timeline("x", developments=(development,))
    html = timeline_html(timeline, TimelineRequest("x"))
    print_timeline(timeline, Filters())
    assert f'<p class="cited">{told} <a' in html
    assert f"   {told.capitalize()}: Week 24" in timeline_markdown(timeline)
    assert f"- {told} Week 24" in capsys.readouterr().out


def test_what_a_later_act_ended_is_marked_and_cites_that_everywhere(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ending = replace(cited("Shall no longer be in effect."), title="Ending <certain> duties")
    reason = "the measure under Order 193 has ended"
    development = Development(cited("A duty is imposed."), reason=reason, ended_by=ending)
    timeline = Timeline("x", developments=(development,))
    html = timeline_html(timeline, TimelineRequest("x"))
    assert '<span class="tag">Ended</span>' in html
    assert "The measure under Order 193 has ended, told in <a" in html
    assert "Ending &lt;certain&gt; duties" in html
    print_timeline(timeline, Filters())
    printed = " ".join(capsys.readouterr().out.split())
    assert "ENDED A duty is imposed. The measure under Order 193 has ended, told in Ending" in printed
    assert (
        "(ended) A duty is imposed.\n   The measure under Order 193 has ended: Ending"
        in timeline_markdown(timeline)
    )
    assert next(csv.DictReader(io.StringIO(timeline_csv(timeline))))["ended_by"] == ending.source
    told = development.to_json()
    assert (told["ended"], told["ended_by"]["quote"]) == (True, ending.quote)


def test_what_is_dated_on_a_day_to_come_says_so_everywhere_and_is_on_no_plot() -> None:
    days = date(1987, 3, 2), date(1987, 5, 4), date(2987, 1, 5)
    found = [
        replace(Development(replace(cited("A duty is cut."), published=day)), to_come=day.year > 2000)
        for day in days
    ]
    timeline = Timeline("x", developments=tuple(found))
    html = timeline_html(timeline, TimelineRequest("x"))
    assert html.count("Dated on a day still to come") == 1
    assert html.count("<circle") == 2
    assert "(dated on a day still to come) A duty is cut." in timeline_markdown(timeline)
    assert [row["to_come"] for row in csv.DictReader(io.StringIO(timeline_csv(timeline)))] == [
        "",
        "",
        "to come",
    ]


@pytest.mark.parametrize("first", [1787, 1987, 2015, 2022])
def test_years_that_are_told_under_a_plot_stand_apart_however_many_there_are(first: int) -> None:
    days = date(first, 3, 15), date(2025, 9, 5)
    developments = tuple(Development(replace(cited("Talks."), published=day)) for day in days)
    html = timeline_html(Timeline("x", developments=developments), TimelineRequest("x"))
    places = [float(at) for at in re.findall(r'<text x="([\d.]+)%" y="\d+" text-anchor="middle"', html)]
    assert places
    assert all(later - earlier >= 12 for earlier, later in pairwise(places))


def test_many_developments_of_one_day_stay_within_the_plot() -> None:
    developments = tuple(Development(cited("Talks.", 1 + number % 2)) for number in range(30))
    html = timeline_html(Timeline("x", developments=developments), TimelineRequest("x"))
    heights = [int(y) for y in re.findall(r'cy="(-?\d+)"', html)]
    assert len(heights) == 30
    assert min(heights) >= 4


@pytest.mark.slow
def test_a_failure_is_told_with_an_id_that_is_in_the_log(
    make_desk: Any, serve: Serve, open_page: Open, make_briefing: Any, caplog: pytest.LogCaptureFixture
) -> None:
    class Failing(make_desk):  # type: ignore[misc]
        def timeline(self, request: TimelineRequest) -> Timeline:
            raise RuntimeError("inner secret")

        def show(self, briefing_id: str, version: int | None = None) -> Briefing:
            raise RuntimeError("inner secret")

    page = opened(open_page(serve(Failing([make_briefing("a1", "Talks", "T")], lambda request: iter(())))))
    ask(page, "x")
    error = page.locator("#timeline .error")
    expect(error).to_contain_text("Something went wrong while looking for developments")
    error_id = re.search(r"Error (\w{8})", error.inner_text())
    assert error_id
    assert error_id[1] in caplog.text
    select_tab(page, "Briefings")
    page.locator("#table td.title a").click()
    expect(page.locator("#list-message .error")).to_contain_text(
        "Something went wrong while opening a briefing"
    )
    assert "secret" not in page.locator("body").inner_text()


@pytest.mark.slow
@pytest.mark.parametrize("width", [360, 1920])
def test_the_tab_is_readable_everywhere_and_without_barriers(
    address: str, open_page: Open, review: Callable[[Page, str], None], width: int
) -> None:
    page = opened(open_page(address, viewport={"width": width, "height": 900}))
    review(page, f"timeline-empty-{width}")
    ask(page, "Japan-US talks")
    page.locator(".developments").wait_for()
    review(page, f"timeline-{width}")
