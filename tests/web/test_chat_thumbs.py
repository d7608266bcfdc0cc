"""An answer is judged by a thumb, to which a comment may be added."""

import json
from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.chats import QUOTED, Served, ask, until

Open = Callable[..., Page]


@pytest.mark.slow
def test_a_thumb_and_its_comment_are_kept_and_taken_along_as_question_lines(page: Page) -> None:
    ask(page, "Where do talks stand?")
    up, down = (page.get_by_role("button", name=name) for name in ("Good answer", "Bad answer"))
    download = page.get_by_role("link", name="Download thumbs as question lines")
    expect(page.locator("#conversations li.current")).to_be_visible()
    expect(download).to_have_count(0)  # there are none yet
    up.click()
    expect(up).to_have_attribute("aria-pressed", "true")
    expect(download).to_be_visible()
    comment = page.get_by_label("What was good in this answer? (optional)")
    expect(comment).to_be_visible()
    expect(up).to_be_focused()  # what is typed next is no comment by mistake
    comment.fill("To the point.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(comment).to_be_hidden()
    expect(up).to_be_focused()

    ask(page, "And cars?", 2)
    down.nth(1).click()
    expect(page.get_by_label("What was wrong or missing in this answer? (optional)")).to_be_visible()
    page.get_by_role("button", name="No comment").click()
    expect(down.nth(1)).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(up.nth(0)).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#conversations li.current")).to_be_visible()  # the list is drawn anew after a reload
    page.wait_for_timeout(500)
    with page.expect_download() as given:
        download.click()
    lines = [json.loads(line) for line in given.value.path().read_text(encoding="utf-8").splitlines()]
    assert [(line["type"], line["question"]) for line in lines] == [
        ("thumbs-up", "Where do talks stand?"),
        ("thumbs-down", "And cars?"),
    ]
    assert (lines[0]["gold_docs"], lines[0]["comment"]) == (["a1.md"], "To the point.")
    assert (lines[1]["gold_docs"], len(lines[1]["history"])) == ([], 2)
    up.nth(0).click()
    expect(up.nth(0)).to_have_attribute("aria-pressed", "false")


def test_quotes_in_the_address_of_a_source_leave_the_keyboard_where_it_is(page: Page) -> None:
    ask(page, "The evil one?")
    source = page.locator(".source").first
    source.evaluate("source => { source.open = true; }")
    link = source.get_by_role("link", name="example.org")
    expect(link).to_have_attribute("href", QUOTED)
    link.focus()
    page.locator("#conversation .bot-row").first.evaluate("row => row.querySelector('a.thumb').click()")
    expect(page.get_by_label("What was good in this answer? (optional)")).to_be_focused()


@pytest.mark.slow
@pytest.mark.parametrize(("width", "height"), [(1280, 860), (390, 800)])
def test_the_form_for_a_comment_stands_at_its_thumb_and_not_at_the_box(
    served: Served, open_page: Open, width: int, height: int
) -> None:
    page = open_page(served.address, viewport={"width": width, "height": height})
    ask(page, "Where do talks stand?")
    ask(page, "And cars?", 2)
    down = page.get_by_role("button", name="Bad answer")
    form = page.get_by_role("dialog", name="Comment on an answer")
    for at in (0, 1):
        down.nth(at).click()
        expect(down.nth(at)).to_have_attribute("aria-pressed", "true")
        expect(form).to_be_in_viewport(ratio=1)
        until(page, lambda: foot(form) <= edge(page.locator("#composer"), "y"))  # it is scrolled into sight
        until(page, lambda at=at: abs(edge(form, "y") - foot(down.nth(at))) < 10)  # once it stands still
        assert 0 <= edge(form, "x") <= edge(form, "x") + edge(form, "width") <= width


def edge(part: Locator, of: Literal["x", "y", "width", "height"]) -> float:
    box = part.bounding_box()
    assert box
    return box[of]


def foot(part: Locator) -> float:
    return edge(part, "y") + edge(part, "height")


@pytest.mark.slow
def test_the_form_for_a_comment_is_left_by_escape_and_its_thumb_taken_back(page: Page) -> None:
    ask(page, "Where do talks stand?")
    down = page.get_by_role("button", name="Bad answer")
    form = page.get_by_role("dialog", name="Comment on an answer")
    down.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("What was wrong or missing in this answer? (optional)")).to_be_focused()
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()
    expect(down).to_be_focused()
    expect(down).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Enter")
    expect(down).to_have_attribute("aria-pressed", "false")
    expect(form).to_be_hidden()


def test_a_thumb_that_is_drawn_anew_while_it_is_held_down_is_pressed_once(page: Page) -> None:
    ask(page, "Where do talks stand?")
    expect(page.locator("#conversations li.current")).to_be_visible()
    up, down = (page.get_by_role("button", name=name) for name in ("Good answer", "Bad answer"))
    drawn_anew = "link => link.replaceWith(link.cloneNode(true))"
    down.hover()
    page.mouse.down()
    down.evaluate(drawn_anew)
    page.mouse.up()
    expect(down).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("dialog", name="Comment on an answer")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Comment on an answer")).to_be_hidden()
    down.hover()
    page.mouse.down()
    down.evaluate(drawn_anew)
    up.hover()
    page.mouse.up()  # who lets go elsewhere has pressed nothing
    page.wait_for_timeout(500)
    expect(down).to_have_attribute("aria-pressed", "true")
    expect(up).to_have_attribute("aria-pressed", "false")


def test_the_form_for_a_comment_goes_when_the_next_question_is_typed(page: Page) -> None:
    ask(page, "Where do talks stand?")
    expect(page.locator("#conversations li.current")).to_be_visible()  # the answer is kept
    page.get_by_role("button", name="Bad answer").click()
    comment = page.get_by_label("What was wrong or missing in this answer? (optional)")
    expect(comment).to_be_visible()
    page.get_by_label("Question").click()
    page.keyboard.type("And cars?")
    expect(comment).to_be_hidden()
    expect(page.get_by_label("Question")).to_be_focused()
    expect(page.get_by_label("Question")).to_have_value("And cars?")
    expect(page.get_by_role("button", name="Bad answer")).to_have_attribute("aria-pressed", "true")
