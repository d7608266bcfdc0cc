"""Narrowing a question: read, shown with it, held for follow-ups, cleared with the conversation."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from assistant.desks.desk import Desk
from assistant.web.ask.render import question_html
from assistant.web.narrowing import Narrowing, party_choices, publisher_choices, read_narrowing
from vectorstore.errors import QuestionError

Serve = Callable[[Desk], str]
Open = Callable[..., Page]


def ask(page: Page, question: str, answers: int) -> None:
    page.get_by_label("Question").fill(question)
    page.keyboard.press("Enter")
    expect(page.locator(".answer .sources")).to_have_count(answers)
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()


def narrow_further(page: Page) -> None:
    """Open the further fields; gradio fills a field once it is there, two pictures later at most."""
    page.get_by_role("button", name="Narrow further").click()
    page.get_by_label("Published to").wait_for()
    page.evaluate("() => new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))")


@pytest.mark.slow
def test_a_list_of_choices_has_an_edge_and_its_field_is_as_high_as_the_others(
    talks_address: str, open_page: Open
) -> None:
    page = open_page(talks_address)
    narrow_further(page)
    heights = page.evaluate("""() => [...document.querySelectorAll(
      "#narrow-further .wrap:has(> .wrap-inner), #narrow-further .form input:not(.wrap-inner input)"
    )].map(field => Math.round(field.getBoundingClientRect().height))""")
    assert len(heights) == 4
    assert len(set(heights)) == 1
    page.get_by_label("From any of these publishers").click()
    choices = page.get_by_role("listbox")
    expect(choices).to_have_css("border-top-width", "1px")
    behind = choices.get_by_role("option").first.evaluate("e => getComputedStyle(e).backgroundColor")
    assert behind != page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_the_further_fields_stay_within_a_narrow_window(talks_address: str, open_page: Open) -> None:
    page = open_page(talks_address, viewport={"width": 360, "height": 740})
    narrow_further(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.slow
def test_what_narrows_a_question_is_shown_with_it_and_holds_for_follow_ups(
    talks: Any, talks_address: str, open_page: Open, review: Callable[[Page, str], None]
) -> None:
    page = open_page(talks_address)
    narrow_further(page)
    page.get_by_label("About all of these parties").click()
    page.keyboard.type("Jap")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.get_by_label("From any of these publishers").click()
    page.get_by_role("option", name="Example Wire").click()
    page.keyboard.press("Escape")
    page.get_by_label("Published from").fill("2025-06-01")
    page.get_by_label("Published to").fill("2025-06-30")
    review(page, "ask-narrowed-1280")
    ask(page, "Where do talks stand?", 1)
    told = "published from 1 June 2025 · published to 30 June 2025 · Japan · Example Wire"
    expect(page.locator(".question .narrowed")).to_have_text([told])
    ask(page, "And cars?", 2)
    for request in talks.desk.requests:
        assert (request.published_from, request.published_to) == (date(2025, 6, 1), date(2025, 6, 30))
        assert (request.parties, request.publishers) == (("JP",), ("Example Wire",))
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator(".question")).to_have_count(0)
    ask(page, "Again?", 1)
    last = talks.desk.requests[-1]
    assert (last.published_from, last.published_to, last.parties, last.publishers) == (None, None, (), ())


@pytest.mark.slow
def test_each_thing_that_narrows_is_a_chip_that_takes_it_out_again(
    talks: Any, talks_address: str, open_page: Open, review: Callable[[Page, str], None]
) -> None:
    page = open_page(talks_address)
    narrow_further(page)
    page.get_by_label("About all of these parties").click()
    page.keyboard.type("Jap")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.get_by_label("From any of these publishers").click()
    page.get_by_role("option", name="Example Wire").click()
    page.keyboard.press("Escape")
    page.get_by_label("As of").fill("2025-06-10")
    page.get_by_label("Published from").fill("2025-06-01")
    page.get_by_label("Published to").fill("June")  # cannot be read: explained when asked
    chips = page.locator(".chip")
    expect(chips).to_have_count(0)
    page.get_by_label("Published to").fill("2025-06-30")
    said = [
        "As of 10 June 2025",
        "Published from 1 June 2025",
        "Published to 30 June 2025",
        "Japan",
        "Example Wire",
    ]
    expect(chips).to_have_text([f"{words} ×: no longer narrow by this" for words in said])
    page.get_by_role("button", name="Narrow further").click()  # which hides the fields
    review(page, "ask-chips-1280")
    ask(page, "Where do talks stand?", 1)
    expect(chips).to_have_count(5)
    for left in range(4, -1, -1):
        chips.first.focus()
        page.keyboard.press("Enter")
        expect(chips).to_have_count(left)
        expect(page.get_by_label("Question")).to_be_focused()
    expect(page.get_by_label("As of")).to_have_value("")
    ask(page, "And cars?", 2)
    first, second = talks.desk.requests
    assert (first.as_of, first.published_to, first.parties) == (date(2025, 6, 10), date(2025, 6, 30), ("JP",))
    assert (second.as_of, second.published_to, second.parties) == (None, None, ())


@pytest.mark.slow
def test_a_range_that_cannot_be_is_explained_and_the_question_kept(
    talks: Any, talks_address: str, open_page: Open
) -> None:
    page = open_page(talks_address)
    narrow_further(page)
    page.get_by_label("Published from").fill("2025-07-01")
    page.get_by_label("Published to").fill("2025-06-01")
    page.get_by_label("Question").fill("Where do talks stand?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Exchange the two days")
    expect(page.get_by_label("Question")).to_have_value("Where do talks stand?")
    assert talks.desk.requests == []


def test_nothing_chosen_narrows_nothing() -> None:
    assert read_narrowing("", " ", None, []) == Narrowing()
    assert Narrowing().words == ()
    with pytest.raises(QuestionError, match="last day of publication is “June”"):
        read_narrowing("", "June", None, None)


def test_choices_are_those_on_file_the_most_frequent_first(make_briefing: Any) -> None:
    briefings = [
        make_briefing("a", "T", "x", parties=("US", "JP"), publisher="Wire"),
        make_briefing("b", "T", "x", parties=("JP",), publisher="Wire"),
        make_briefing("c", "T", "x", publisher="Bulletin"),
    ]
    assert party_choices(briefings) == [("Japan", "JP"), ("United States", "US")]
    assert publisher_choices(briefings) == ["Wire", "Bulletin"]


def test_a_publisher_is_shown_as_text() -> None:
    assert "&lt;img" in question_html("Q?", None, ("<img src=x>",))
