"""Addresses of the page: a reload keeps the place, a link leads to it, Back and Forward go between places."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from assistant.desks.local import LocalDesk
from assistant.evaluation.question_sets import QuestionSets
from tests.web.browsing import OPENED, select_tab

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def address(desk: LocalDesk, serve_all: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    home = tmp_path_factory.mktemp("sets")
    for name in ("morning", "standing"):
        QuestionSets(home).put(name, json.dumps({"id": "q-1", "question": f"Asked each {name}?"}))
    return serve_all(desk, home=home)


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


def test_a_reload_keeps_the_tab_the_subject_and_the_day(address: str, open_page: Open) -> None:
    page = open_page(address)
    timeline(page, "US-China truce", "2025-09-30")
    expect(page).to_have_url(f"{address}?tab=timeline&subject=US-China+truce&as_of=2025-09-30")
    page.reload()
    expect(page.locator("#timeline-title")).to_have_text("US-China truce")
    expect(page.locator("#timeline .count")).to_contain_text(
        "1 development, newest first, as of 30 September"
    )
    expect(page.get_by_label("Negotiation or measure")).to_have_value("US-China truce")
    expect(page.locator("#timeline-day").get_by_role("textbox")).to_have_value("2025-09-30")
    is_on(page, "Timeline")


def test_back_and_forward_go_between_places(address: str, open_page: Open) -> None:
    page = open_page(address)
    timeline(page, "US-China truce")
    page.locator(".developments .cited a").last.click()
    expect(page.locator("#quoted")).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?tab=briefings&briefing=\w+\.\d+\.\d+\.\d+$"))
    title = page.locator("#briefing-title").inner_text()
    tab(page, "State")
    expect(page).to_have_url(f"{address}?tab=state")

    page.go_back()
    is_on(page, "Briefings")
    expect(page.locator("#briefing-title")).to_have_text(title)
    page.go_back()
    is_on(page, "Timeline")
    expect(page.locator("#timeline-title")).to_have_text("US-China truce")
    page.go_back()
    expect(page.locator("#timeline .empty")).to_be_visible()
    expect(page.get_by_label("Negotiation or measure")).to_have_value("")
    page.go_back()
    is_on(page, "Ask")
    expect(page).to_have_url(address)
    page.go_forward()
    page.go_forward()
    expect(page.locator("#timeline-title")).to_have_text("US-China truce")
    page.go_forward()
    is_on(page, "Briefings")
    expect(page.locator("#briefing-title")).to_have_text(title)


def test_the_news_since_a_day_have_an_address(address: str, open_page: Open) -> None:
    page = open_page(address)
    tab(page, "News")
    expect(page.locator("#news-title")).to_contain_text("taken in since")
    expect(page).to_have_url(f"{address}?tab=news")
    page.get_by_label("Since").fill("1 July 2026")
    page.keyboard.press("Enter")
    expect(page.locator("#news-title")).to_have_text("2 briefings published since 1 July 2026")
    expect(page).to_have_url(f"{address}?tab=news&since=2026-07-01")
    page.reload()
    expect(page.locator("#news-title")).to_have_text("2 briefings published since 1 July 2026")
    expect(page.get_by_label("Since")).to_have_value("2026-07-01")
    page.go_back()
    expect(page.locator("#news-title")).to_contain_text("taken in since")
    expect(page.get_by_label("Since")).to_have_value("")


def test_back_closes_a_briefing_and_forward_opens_it_again(address: str, open_page: Open) -> None:
    page = open_page(address)
    tab(page, "Briefings")
    expect(page).to_have_url(f"{address}?tab=briefings")
    page.locator("#table td.title a").first.click()
    expect(page).to_have_url(re.compile(r"\?tab=briefings&briefing="))
    title = page.locator("#briefing-title").inner_text()
    page.go_back()
    expect(page.locator("#table td.title a").first).to_be_visible()
    expect(page.locator("#reader")).to_be_hidden()
    page.go_forward()
    expect(page.locator("#briefing-title")).to_have_text(title)


def test_a_tab_that_is_opened_again_is_where_it_was_read(address: str, open_page: Open) -> None:
    page = open_page(address, viewport={"width": 1280, "height": 300})
    timeline(page, "Japan-US talks")
    page.locator(".developments li").last.scroll_into_view_if_needed()
    read_at = page.evaluate("scrollY")
    assert read_at > 100
    page.get_by_role("tab", name="State").evaluate("tab => tab.focus({preventScroll: true})")
    page.keyboard.press("Enter")
    is_on(page, "State")
    page.wait_for_function("() => scrollY < 100")
    tab(page, "Timeline")
    page.wait_for_function("y => Math.abs(scrollY - y) < 2", arg=read_at)
    timeline(page, "US-China truce")
    tab(page, "State")
    tab(page, "Timeline")
    expect(page.locator("#timeline-title")).to_be_in_viewport()


def test_a_link_to_quoted_words_opens_them_in_another_browser(address: str, open_page: Open) -> None:
    page = open_page(address)
    timeline(page, "US-China truce")
    page.locator(".developments .cited a").first.click()
    quoted = page.locator("#quoted").inner_text()
    expect(page).to_have_url(re.compile("briefing="))
    other = open_page(page.url, new=True)
    expect(other.locator("#quoted")).to_have_text(quoted)
    expect(other.locator("#quoted")).to_be_focused()
    expect(other.locator("#quoted")).to_be_in_viewport()


def test_a_citation_can_be_opened_in_a_tab_of_the_browser(address: str, open_page: Open) -> None:
    page = open_page(address)
    timeline(page, "US-China truce")
    with page.context.expect_page() as opened:
        page.locator(".developments .cited a").first.click(modifiers=["ControlOrMeta"])
    expect(opened.value.locator("#quoted")).to_be_visible()
    expect(opened.value).to_have_url(re.compile(r"\?tab=briefings&briefing=[\w.]+$"))
    opened.value.close()
    is_on(page, "Timeline")


@pytest.fixture
def nothing_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever goes to State does not wait until both indexes were tried, in two processes."""
    monkeypatch.setattr("vectorstore.store.probe", lambda *_: [])


@pytest.mark.usefixtures("nothing_tried")
def test_a_reload_under_another_tab_keeps_the_conversation(address: str, open_page: Open) -> None:
    page = open_page(address)
    page.get_by_label("Question").fill("Where do Japan-US talks stand?")
    page.keyboard.press("Enter")
    expect(page.locator(".answer .sources")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"\?c="))
    tab(page, "State")
    expect(page).to_have_url(f"{address}?tab=state")  # nobody else's conversation: no part of a link
    page.reload()
    page.wait_for_function(OPENED)
    is_on(page, "State")
    tab(page, "Ask")
    expect(page.locator(".question")).to_have_text("Where do Japan-US talks stand?")


def day(page: Page) -> Locator:
    return page.locator("#as-of").get_by_role("textbox")


def choose_set(page: Page, name: str) -> None:
    page.get_by_label("Question set").click()
    page.get_by_role("option", name=name).click()


def test_the_as_of_date_of_a_question_to_come_is_part_of_the_address(address: str, open_page: Open) -> None:
    page = open_page(address)
    day(page).press_sequentially("2025-06-30")  # which passes through 2025-06-3
    expect(page).to_have_url(f"{address}?as_of=2025-06-30")
    page.get_by_label("Question").fill("Where do")
    page.reload()
    page.wait_for_function(OPENED)
    expect(day(page)).to_have_value("2025-06-30")
    expect(page.locator(".chip")).to_contain_text("As of 30 June 2025")
    page.locator(".chip").click()
    expect(page).to_have_url(address)
    page.go_back()
    expect(day(page)).to_have_value("2025-06-30")
    page.go_back()
    expect(day(page)).to_have_value("")
    expect(page).to_have_url(address)
    page.go_forward()
    expect(day(page)).to_have_value("2025-06-30")


def test_a_link_with_an_as_of_date_fills_the_field_however_the_day_is_written(
    address: str, open_page: Open
) -> None:
    page = open_page(f"{address}?as_of=30+June+2025")
    expect(day(page)).to_have_value("30 June 2025")
    expect(page.locator(".chip")).to_contain_text("As of 30 June 2025")
    expect(page).to_have_url(f"{address}?as_of=2025-06-30")


def test_the_as_of_date_of_another_tab_is_not_that_of_ask(address: str, open_page: Open) -> None:
    page = open_page(f"{address}?subject=truce&as_of=2025-06-30")
    is_on(page, "Timeline")
    tab(page, "Ask")
    expect(day(page)).to_have_value("")


def test_an_as_of_date_that_was_taken_out_of_a_conversation_stays_out(address: str, open_page: Open) -> None:
    page = open_page(f"{address}?as_of=2025-06-30")
    page.get_by_label("Question").fill("Where do Japan-US talks stand?")
    page.keyboard.press("Enter")
    expect(page.locator(".answer .sources")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"\?c=[\w-]+&as_of=2025-06-30$"))
    asked = page.url
    page.locator(".chip").click()
    expect(page).to_have_url(re.compile(r"\?c=[\w-]+$"))
    page.reload()
    page.wait_for_function(OPENED)
    expect(page.locator(".question .narrowed")).to_have_text("as of 30 June 2025")
    expect(day(page)).to_have_value("")
    expect(page.locator(".chip")).to_have_count(0)
    page.go_back()
    expect(day(page)).to_have_value("2025-06-30")
    expect(page).to_have_url(asked)
    page.goto(page.url.partition("&")[0])  # as it was noted down: the last question's day holds
    page.wait_for_function(OPENED)
    expect(day(page)).to_have_value("2025-06-30")
    expect(page).to_have_url(asked)


def test_the_chosen_question_set_is_part_of_the_address(address: str, open_page: Open) -> None:
    page = open_page(address)
    tab(page, "Questions")
    expect(page).to_have_url(f"{address}?tab=questions&set=morning")
    choose_set(page, "standing")
    expect(page).to_have_url(f"{address}?tab=questions&set=standing")
    page.reload()
    is_on(page, "Questions")
    expect(page.locator("#standing .asked")).to_have_text("Asked each standing?")
    expect(page.get_by_label("Question set")).to_have_value("standing")
    page.go_back()
    expect(page.locator("#standing .asked")).to_have_text("Asked each morning?")
    expect(page.get_by_label("Question set")).to_have_value("morning")
    page.go_back()
    is_on(page, "Ask")
    page.go_forward()
    page.go_forward()
    expect(page.locator("#standing .asked")).to_have_text("Asked each standing?")
    tab(page, "State")
    expect(page).to_have_url(f"{address}?tab=state")  # a tab is a place once it has stayed
    page.go_back()
    is_on(page, "Questions")
    expect(page.locator("#standing .asked")).to_have_text("Asked each standing?")


def test_a_set_chosen_after_an_address_named_one_stays_chosen(address: str, open_page: Open) -> None:
    page = open_page(f"{address}?set=standing")
    expect(page.locator("#standing .asked")).to_have_text("Asked each standing?")
    choose_set(page, "morning")
    expect(page.locator("#standing .asked")).to_have_text("Asked each morning?")
    tab(page, "State")
    tab(page, "Questions")
    expect(page).to_have_url(f"{address}?tab=questions&set=morning")
    expect(page.locator("#standing .asked")).to_have_text("Asked each morning?")


@pytest.mark.usefixtures("nothing_tried")
@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("tab=nonsense", "This page has no tab “nonsense”"),
        ("tab=briefings&briefing=0123456789abcdef", "No briefing with the id 0123456789abcdef is on file"),
        ("tab=briefings&briefing=a.b.c", "“a.b.c” names no place in a briefing"),
        ("briefing=a.99999999999999999999", "names no place in a briefing"),
        ('briefing=%22]<b>"', "No briefing with the id"),
        ("tab=timeline&subject=Japan&as_of=yesterday", "The as-of date is “yesterday”"),
        ("tab=timeline&party=XX", "No briefing on file names the party “XX”"),
        ("tab=timeline&as_of=2025-06-30", "Name a negotiation or measure"),
        ("tab=news&since=yesterday", "The first day is “yesterday”. Expected a calendar date"),
        ("tab=news&party=XX", "No briefing on file names the party “XX”"),
        (f"subject={'x' * 500}", "The subject has 500 characters"),
        ("tab=questions&set=evening", "There is no question set “evening”, which the address names"),
        ("as_of=2025-06-31", "The as-of date is “2025-06-31”. Expected a calendar date"),
        ("c=nonsense", "There is no such conversation in this browser"),
    ],
)
def test_an_address_that_leads_nowhere_says_so(address: str, open_page: Open, named: str, told: str) -> None:
    page = open_page(f"{address}?{named}")
    said = page.locator(".ours .error, #note p")
    expect(said).to_have_count(1)
    expect(said).to_be_visible()
    expect(said).to_contain_text(told)
    expect(said).not_to_contain_text("Something went wrong")
    tab(page, "State")
    expect(page).to_have_url(f"{address}?tab=state")
    page.go_back()
    expect(page.locator(".state")).to_be_hidden()


def test_the_questions_are_opened_by_their_address_where_there_is_no_set(
    desk: LocalDesk, serve_all: Callable[..., str], open_page: Open, tmp_path: Path
) -> None:
    page = open_page(f"{serve_all(desk, home=tmp_path)}?tab=questions")
    expect(page.locator("#standing")).to_contain_text("No question set yet")
    page.wait_for_timeout(500)
    expect(page.locator("#set-message")).to_have_text("")
