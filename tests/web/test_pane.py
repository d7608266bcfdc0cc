"""The source beside the chat, and the quote that a marker tells, for pointer and keyboard."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from assistant.answer import Answer, AnswerSentence
from assistant.asking.request import AskRequest
from assistant.desks.desk import Desk
from vectorstore.briefing import Version

Open = Callable[..., Page]

HOSTILE = (
    "<script>document.title='owned'</script> <img src=http://evil.example/a.png onerror=alert(1)> "
    "![x](http://evil.example/b.png) [go](javascript:alert(2)) <b>bold</b> $$x$$ `code` {{7*7}}"
)
LEAD, QUOTE = "Talks went on in Geneva.", "The duty on steel is 25 percent."


def long_text(said: str) -> str:
    before = "\n\n".join(f"Paragraph {number} of what came before." for number in range(60))
    return f"# Steel\n\n{LEAD}\n\n{before}\n\n{said} It holds.\n\n{before}"


@pytest.fixture(scope="module")
def address(serve_all: Callable[[Desk], str], making: Any) -> str:
    make_briefing, make_desk, cite = making
    steel = make_briefing(
        "a1",
        "Steel, week 23",
        long_text(QUOTE),
        publisher="Example Wire",
        published=date(2025, 6, 8),
        parties=("BR",),
        version=2,
        versions=(
            Version(1, "Steel", date(2025, 6, 7), date(2025, 6, 7), "2025-06-07T00:00"),
            Version(2, "Steel, week 23", date(2025, 6, 8), date(2025, 6, 8), "2025-06-08T00:00"),
        ),
    )
    undated = make_briefing("b2", "A note", "Nobody knows when.")
    evil = make_briefing("e3", HOSTILE, long_text(HOSTILE), publisher=HOSTILE)
    gone = make_briefing("g4", "Gone", "It was here.", published=date(2025, 1, 1))
    quotes = {
        "evil": [(evil, HOSTILE)],
        "gone": [(gone, "It was here.")],
        "numbers": [(steel, LEAD)],
        "steel": [(steel, LEAD), (steel, QUOTE), (undated, "Nobody knows when.")],
    }

    def script(request: AskRequest) -> Iterator[str | Answer]:
        found = next((q for word, q in quotes.items() if word in request.question), quotes["steel"])
        cited = [cite(number, briefing, quote) for number, (briefing, quote) in enumerate(found, 1)]
        if "steel" in request.question:
            cited[1] = replace(cited[1], superseded="the rate was 25 percent, now 16 percent (“Later”)")
        if "numbers" in request.question:  # as where a version's number was given twice
            cited = [replace(of, quote="Talks have not begun.") for of in cited]
        said = tuple(AnswerSentence(c.quote, (c.number,)) for c in cited)
        yield Answer(request.question, request.question, "Told.", said, tuple(cited))

    desk = make_desk([steel, undated, evil], script)
    return serve_all(desk)


def asked(page: Page, question: str) -> None:
    page.get_by_label("Question").fill(question)
    page.keyboard.press("Enter")
    expect(page.locator(".answer .sources")).to_have_count(1)
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()


@pytest.fixture
def page(address: str, open_page: Open) -> Page:
    page = open_page(address)
    asked(page, "What is the duty on steel?")
    return page


def test_a_marker_opens_the_whole_briefing_beside_the_chat_at_the_quoted_sentence(page: Page) -> None:
    page.locator("a.marker").nth(1).click()
    pane = page.get_by_role("complementary", name="Source")
    mark = pane.locator("mark")
    expect(mark).to_have_text(QUOTE)
    expect(mark).to_be_in_viewport()
    expect(mark).to_be_focused()
    expect(pane.get_by_role("heading", name="Steel, week 23")).to_have_count(1)
    assert pane.get_by_text(re.compile("of what came before")).count() == 120
    answer, beside = page.locator(".answer").bounding_box(), pane.bounding_box()
    assert answer
    assert beside
    assert answer["x"] + answer["width"] <= beside["x"]
    expect(pane).to_contain_text("the rate was 25 percent, now 16 percent (“Later”)")


def test_another_marker_goes_on_in_the_same_pane_and_a_version_too(page: Page) -> None:
    page.locator("a.marker").nth(1).click()
    expect(page.locator("#pane mark")).to_have_text(QUOTE)
    page.locator("a.marker").nth(0).click()
    expect(page.locator("#pane mark")).to_have_text(LEAD)
    expect(page.locator("#pane mark")).to_be_focused()
    page.locator("#pane .versions a").click()
    expect(page.locator("#pane mark")).to_have_count(0)
    expect(page.locator("#pane-briefing-title")).to_be_focused()
    expect(page.locator("#pane")).to_be_visible()


@pytest.mark.parametrize("how", ["button", "Escape"])
def test_the_pane_is_closed_and_the_focus_goes_back_to_the_marker(page: Page, how: str) -> None:
    marker = page.locator("a.marker").nth(1)
    marker.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#pane mark")).to_be_focused()
    if how == "button":
        page.locator("#pane").get_by_role("button", name="Close").click()
    else:
        page.keyboard.press("Escape")
    expect(page.locator("#pane")).to_be_hidden()
    expect(marker).to_be_focused()


@pytest.mark.slow
def test_on_a_narrow_screen_the_pane_lies_over_the_page_which_the_keyboard_then_leaves_alone(
    address: str, open_page: Open
) -> None:
    page = open_page(address, viewport={"width": 360, "height": 740})
    asked(page, "What is the duty on steel?")
    page.locator("a.marker").nth(1).click()
    expect(page.locator("#pane mark")).to_be_in_viewport()
    box = page.locator("#pane").bounding_box()
    assert box
    assert (box["x"], box["width"]) == (0, 360)
    for _ in range(12):
        page.keyboard.press("Tab")
        inside = "document.activeElement === document.body || !!document.activeElement.closest('#pane')"
        assert page.evaluate(inside)
    page.keyboard.press("Escape")
    expect(page.locator("a.marker").nth(1)).to_be_focused()
    expect(page.get_by_label("Question")).to_be_editable()


def test_hovering_tells_the_quote_which_can_be_pointed_at_and_dismissed(page: Page) -> None:
    marker, tip = page.locator("a.marker").nth(1), page.get_by_role("tooltip")
    marker.hover()
    expect(tip).to_contain_text(f"“{QUOTE}”")
    expect(tip).to_contain_text("Steel, week 23, Example Wire, 8 June 2025")
    expect(tip).to_contain_text("Superseded: the rate was 25 percent, now 16 percent")
    assert marker.get_attribute("aria-describedby") == tip.get_attribute("id")
    tip.hover()
    page.wait_for_timeout(400)  # longer than a tooltip waits before it goes
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_have_count(0)
    page.locator("#question").hover()
    marker.hover()
    expect(tip).to_be_visible()
    page.locator("#question").hover()
    expect(tip).to_have_count(0)


def test_focusing_a_marker_tells_the_quote_until_the_focus_moves_on(page: Page) -> None:
    page.locator(".copy").first.focus()
    reached = page.locator("a.marker").last
    page.keyboard.press("Shift+Tab")
    expect(reached).to_be_focused()
    expect(page.get_by_role("tooltip")).to_contain_text("Nobody knows when.")
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("tooltip")).to_contain_text(QUOTE)
    page.get_by_label("Question").focus()
    expect(page.get_by_role("tooltip")).to_have_count(0)


def test_undated_and_superseded_sources_are_marked_where_they_are_shown(page: Page) -> None:
    cards = page.locator(".source")
    expect(cards.nth(0).locator(".tag")).to_have_text("superseded")
    expect(cards.nth(1).locator(".tag")).to_have_text("undated")
    page.locator("a.marker").nth(2).click()
    expect(page.locator("#pane .tag")).to_have_text("undated")


def test_superseded_is_to_be_seen_at_the_marker_and_at_the_opened_quote(page: Page) -> None:
    markers = page.locator("a.marker")
    expect(markers.locator(".tag")).to_have_count(1)
    expect(markers.nth(1).locator(".tag")).to_have_text("superseded")
    expect(markers.nth(1).locator(".tag")).to_be_in_viewport()
    markers.nth(1).click()
    expect(page.locator("#pane mark")).to_be_in_viewport()
    expect(page.locator("#pane-briefing-title")).not_to_be_in_viewport()
    head = page.locator("#pane-head .pane-about")
    for told in ("8 June 2025", "superseded", "Example Wire", "Steel, week 23"):
        expect(head.get_by_text(told)).to_be_in_viewport()
    markers.nth(0).click()
    expect(page.locator("#pane mark")).to_have_text(LEAD)
    expect(head.locator(".tag")).to_have_count(0)


@pytest.mark.slow
def test_a_briefing_that_was_removed_is_said_to_be_and_its_quote_stays(address: str, open_page: Open) -> None:
    page = open_page(address)
    asked(page, "What is gone?")
    expect(page.locator(".source .tag")).to_have_text("no longer on file")
    page.locator("a.marker").click()
    expect(page.locator("#pane")).to_contain_text("no longer on file: it was removed after")
    expect(page.locator("#pane mark")).to_have_text("It was here.")


@pytest.mark.slow
def test_a_hostile_briefing_is_text_in_the_pane_and_in_the_quote(address: str, open_page: Open) -> None:
    """`open_page` fails the test if anything was fetched from another host."""
    page = open_page(address)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    asked(page, "What is evil?")
    page.locator("a.marker").hover()
    expect(page.get_by_role("tooltip")).to_contain_text(HOSTILE)
    page.locator("a.marker").click()
    expect(page.locator("#pane mark")).to_have_text(HOSTILE)
    for place in ("#pane-reader", "#quote-tip", "#rail"):
        expect(page.locator(f"{place} :is(script, img, b, code, iframe, .katex)")).to_have_count(0)
    assert page.title() == "Trade briefings"
    assert dialogs == []


def test_a_briefing_read_beside_the_chat_is_opened_under_briefings(page: Page) -> None:
    page.locator("a.marker").nth(1).click()
    page.get_by_text("Open under Briefings").click()
    expect(page.locator("#reader mark")).to_have_text(QUOTE)
    expect(page.locator("#reader mark")).to_be_in_viewport()


@pytest.mark.slow
@pytest.mark.parametrize("width", [360, 1280, 1920])
def test_the_page_with_the_pane_open_has_no_fault(
    address: str, open_page: Open, review: Callable[[Page, str], None], width: int
) -> None:
    page = open_page(address, viewport={"width": width, "height": 800})
    asked(page, "What is the duty on steel?")
    review(page, f"ask-answer-{width}")
    page.locator("a.marker").nth(1).click()
    expect(page.locator("#pane mark")).to_be_focused()
    review(page, f"ask-pane-{width}")


@pytest.mark.slow
def test_a_version_that_has_other_words_now_is_not_marked(address: str, open_page: Open) -> None:
    page = open_page(address)
    asked(page, "What are the numbers?")
    page.locator("a.marker").click()
    expect(page.locator("#pane mark")).to_have_text("Talks have not begun.")
    expect(page.locator("#pane")).not_to_contain_text("Paragraph 1 of what came before.")
