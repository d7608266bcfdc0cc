"""What an address of the page names: an as-of date, a question set, a place that is none."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assistant.desks.local import LocalDesk
from tests.web.browsing import OPENED
from tests.web.places import Open, day, is_on, tab
from tests.web.question_sets import with_two_sets


@pytest.fixture(scope="module")
def address(desk: LocalDesk, serve_all: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    return serve_all(desk, home=with_two_sets(tmp_path_factory.mktemp("sets")))


def choose_set(page: Page, name: str) -> None:
    page.get_by_label("Question set").click()
    page.get_by_role("option", name=name).click()


@pytest.mark.slow
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


@pytest.mark.slow
def test_a_link_with_an_as_of_date_fills_the_field_however_the_day_is_written(
    address: str, open_page: Open
) -> None:
    page = open_page(f"{address}?as_of=30+June+2025")
    expect(day(page)).to_have_value("30 June 2025")
    expect(page.locator(".chip")).to_contain_text("As of 30 June 2025")
    expect(page).to_have_url(f"{address}?as_of=2025-06-30")


@pytest.mark.slow
def test_the_as_of_date_of_another_tab_is_not_that_of_ask(address: str, open_page: Open) -> None:
    page = open_page(f"{address}?subject=truce&as_of=2025-06-30")
    is_on(page, "Timeline")
    tab(page, "Ask")
    expect(day(page)).to_have_value("")


@pytest.mark.slow
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


@pytest.mark.slow
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


@pytest.mark.slow
def test_a_set_chosen_after_an_address_named_one_stays_chosen(address: str, open_page: Open) -> None:
    page = open_page(f"{address}?set=standing")
    expect(page.locator("#standing .asked")).to_have_text("Asked each standing?")
    choose_set(page, "morning")
    expect(page.locator("#standing .asked")).to_have_text("Asked each morning?")
    tab(page, "State")
    tab(page, "Questions")
    expect(page).to_have_url(f"{address}?tab=questions&set=morning")
    expect(page.locator("#standing .asked")).to_have_text("Asked each morning?")


@pytest.mark.slow
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


@pytest.mark.slow
def test_the_questions_are_opened_by_their_address_where_there_is_no_set(
    desk: LocalDesk, serve_all: Callable[..., str], open_page: Open, tmp_path: Path
) -> None:
    page = open_page(f"{serve_all(desk, home=tmp_path)}?tab=questions")
    expect(page.locator("#standing")).to_contain_text("No question set yet")
    page.wait_for_timeout(500)
    expect(page.locator("#set-message")).to_have_text("")
