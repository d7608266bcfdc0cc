"""The page over the real thing: samples/ taken into a real home, asked in a real Chromium."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from assistant.desks.desk import Desk
from assistant.desks.local import LocalDesk

Serve = Callable[[Desk], str]
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def address(desk: LocalDesk, serve_all: Serve) -> str:
    return serve_all(desk)


def ids(desk: LocalDesk) -> list[str]:
    return [briefing.id for briefing in desk.list()]


def ask(page: Page, question: str, answers: int = 1) -> None:
    page.get_by_label("Question").fill(question)
    page.keyboard.press("Enter")
    expect(page.locator(".question")).to_have_count(answers)
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()
    expect(page.locator(".bot-row").nth(answers - 1).locator(".answer")).to_be_visible()


@pytest.mark.slow
def test_every_sentence_of_a_real_answer_leads_to_its_words(address: str, open_page: Open) -> None:
    page = open_page(address)
    ask(page, "What is the status of Japan-US talks?")
    expect(page.locator(".frame").first).to_have_text(re.compile(r"As of \d+ \w+ 20\d\d:"))
    expect(page.locator(".sources h2")).to_have_text("Sources")
    markers = page.locator("a.marker")
    assert markers.count() >= 1
    for number in range(markers.count()):
        markers.nth(number).click()
        quote = page.locator("#pane mark:focus")
        expect(quote).to_be_in_viewport()
        words = quote.inner_text()
        page.keyboard.press("Escape")
        expect(markers.nth(number)).to_be_focused()
        assert " ".join(words.split()) in " ".join(page.locator(".answer > p").all_inner_texts())


@pytest.mark.slow
def test_the_real_page_states_what_is_on_file_and_its_examples_are_answered(
    desk: LocalDesk, address: str, open_page: Open
) -> None:
    count = len(desk.list())
    page = open_page(address)
    expect(page.locator("#on-file")).to_contain_text(f"{count} briefings, newest ")
    examples = page.locator(".example").all_inner_texts()
    assert len(examples) >= 3
    for number, example in enumerate(examples, 1):
        ask(page, example, number)
        expect(page.locator(".bot-row").nth(number - 1).locator("a.marker").first).to_be_visible()


@pytest.mark.slow
def test_an_as_of_date_changes_the_answer(address: str, open_page: Open) -> None:
    page = open_page(address)
    ask(page, "What is the status of Japan-US talks?")
    now = page.locator(".answer > p").first.inner_text()
    page.get_by_label("As of").fill("2025-06-30")
    ask(page, "What is the status of Japan-US talks?", 2)
    then = page.locator(".bot-row").nth(1)
    expect(then).to_contain_text("Nothing published after 30 June 2025 was used.")
    expect(then.locator(".frame").first).to_have_text("As of 8 June 2025:")
    assert then.locator(".answer > p").first.inner_text() != now


@pytest.mark.slow
def test_a_question_off_the_subject_is_declined_in_plain_words(address: str, open_page: Open) -> None:
    page = open_page(address)
    ask(page, "What did Peru agree on anchovy quotas?")
    answer = page.locator(".answer")
    expect(answer).to_contain_text(re.compile("(do not|say nothing that) answer"))
    expect(answer.locator("a.marker")).to_have_count(0)
    expect(answer.locator(".searched li").filter(has_text="Peru")).to_contain_text("not found")
    expect(answer.locator(".sources")).to_have_count(0)


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_refusal_shows_what_was_searched_for_and_opens_a_nearest_briefing(
    desk: LocalDesk, address: str, open_page: Open, scheme: str, width: int
) -> None:
    page = open_page(address, viewport={"width": width, "height": 740}, color_scheme=scheme)
    ask(page, "avg indian farm tariff back in 2019?")
    chips = page.locator(".searched li")
    expect(chips.filter(has_text="India")).to_have_text("India")
    expect(chips.filter(has_text="2019")).to_have_text(re.compile(r"2019\s+not found"))
    expect(page.locator(".sources h2")).to_have_text(re.compile("Nearest briefings?"))
    cards = page.locator(".source")
    first, last = cards.first, cards.last
    expect(first.locator("mark")).to_be_visible()
    assert cards.count() >= 2
    expect(last.locator("blockquote")).to_be_hidden()
    last.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(last.locator("mark")).to_be_visible()
    quote = " ".join(last.locator("mark").inner_text().split())
    assert any(quote in " ".join(briefing.text.split()) for briefing in map(desk.show, ids(desk)))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.slow
def test_a_question_of_20_000_characters_is_refused_in_one_line(address: str, open_page: Open) -> None:
    page = open_page(address)
    page.get_by_label("Question").fill("why " * 5000)
    page.keyboard.press("Enter")
    expect(page.locator(".error")).to_contain_text("characters; at most")


@pytest.mark.slow
def test_what_asks_nothing_is_neither_judged_nor_asked_again(address: str, open_page: Open) -> None:
    page = open_page(address)
    again = page.get_by_role("button", name="Ask this again")
    ask(page, "What did Peru agree on anchovy quotas?")
    expect(page.get_by_role("button", name="Good answer")).to_have_count(1)
    expect(again).to_have_count(1)
    ask(page, "Thanks, that's all!", 2)
    answer = page.locator(".bot-row").nth(1)
    expect(answer).to_contain_text("Nothing was asked.")
    expect(answer.locator(".thumb")).to_have_count(0)
    expect(page.locator(".follow-ups, .again")).to_have_count(0)
    ask(page, "What is the status of Japan-US talks?", 3)
    expect(page.get_by_role("button", name="Good answer")).to_have_count(2)
    expect(again).to_have_count(1)
