"""What is done with a conversation from the list of them."""

import json
import re
from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import Page, expect

from tests.web.chats import EVIL, Served, answered, ask, more, titles, until

Open = Callable[..., Page]

# Keeps in `seen` which of these places of the page were to be seen, for however short.
SEEN = """places => {
    window.seen = {};
    const look = () => places.forEach(at => {
        const place = document.querySelector(at);
        if (place && place.offsetParent !== null) window.seen[at] = true;
    });
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true });
}"""


@pytest.mark.slow
def test_conversations_are_searched_renamed_and_deleted_with_undo(page: Page) -> None:
    ask(page, "Where do talks on rice stand?")
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator("#welcome")).to_be_visible()
    ask(page, "What of wheat?")
    expect(titles(page)).to_have_text(["What of wheat?", "Where do talks on rice stand?"])
    search = page.get_by_label("Search conversations")
    search.fill("RICE talks")
    expect(titles(page)).to_have_text(["Where do talks on rice stand?"])
    search.fill("")
    expect(titles(page)).to_have_count(2)

    more(page, "rice").get_by_role("button", name="Rename").click()
    title = page.get_by_label("Title").first
    expect(title).to_be_focused()
    expect(title).to_have_value("Where do talks on rice stand?")
    title.fill("Rice")
    page.keyboard.press("Enter")
    expect(titles(page)).to_have_text(["What of wheat?", "Rice"])

    more(page, "wheat").get_by_role("button", name="Delete").click()
    expect(titles(page)).to_have_text(["Rice"])
    expect(page.get_by_text("Deleted “What of wheat?”.")).to_be_visible()
    expect(page.locator("#welcome")).to_be_visible()  # it was the one shown
    undo = page.locator("#undo-delete")
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    expect(titles(page)).to_have_count(2)
    expect(page.locator(".question")).to_have_text(["What of wheat?"])  # shown again, as before
    answered(page)


def test_a_conversation_is_taken_along_as_markdown_and_json(page: Page) -> None:
    page.get_by_label("As of").fill("2025-06-10")
    ask(page, "What is evil?")
    with page.expect_download() as marked:
        more(page, "evil").get_by_role("link", name="Download Markdown").click()
    text = marked.value.path().read_text(encoding="utf-8")
    assert marked.value.suggested_filename == "what-is-evil.md"
    assert text.startswith("# What is evil?\n\n## What is evil?\n\n*as of 10 June 2025*\n\n")
    assert not re.search(r"(?<!\\)(?:!\[|\[go|<img)", text)
    with page.expect_download() as given:
        more(page, "evil").get_by_role("link", name="Download JSON").click()
    [exchange] = json.loads(given.value.path().read_text(encoding="utf-8"))["exchanges"]
    assert exchange["question"] == "What is evil?"
    assert exchange["narrowed"]["as_of"] == "2025-06-10"
    assert exchange["answer"]["citations"][0]["quote"] == EVIL


@pytest.mark.slow
def test_escape_leaves_the_form_of_a_title_and_the_editing_of_a_question(page: Page) -> None:
    ask(page, "Where do talks stand?")
    page.get_by_role("button", name="Edit the question").click()
    box = page.get_by_label("Question")
    expect(box).to_have_value("Where do talks stand?")
    page.keyboard.press("Escape")
    expect(box).to_have_value("")
    expect(page.locator("#leave-edit")).to_be_hidden()
    page.locator("a.marker").click()
    expect(page.locator("#pane mark")).to_be_focused()
    page.set_viewport_size({"width": 1600, "height": 800})  # the list and the source side by side
    more(page, "talks").get_by_role("button", name="Rename").click()
    expect(page.locator("#new-title input, #new-title textarea")).to_be_focused()
    form = page.locator("#renaming").bounding_box()
    buttons = page.locator("#cancel-title").bounding_box()
    assert form
    assert buttons
    assert form["y"] + form["height"] - buttons["y"] - buttons["height"] < 20
    page.keyboard.press("Escape")
    expect(page.locator("#renaming")).to_be_hidden()
    expect(page.locator("#pane")).to_be_visible()


@pytest.mark.slow
def test_what_is_left_before_it_is_drawn_is_not_drawn_for_long(page: Page) -> None:
    ask(page, "Where do talks stand?")
    leaving = {"Edit the question": "#leave-edit", "Rename": "#cancel-title", "Good answer": "#skip-comment"}
    page.evaluate(SEEN, [*leaving.values()])
    for name, leave in leaving.items():
        if name == "Rename":
            more(page, "talks")
        page.get_by_role("button", name=name).evaluate("link => link.click()")
        assert page.locator(leave).is_hidden()
        page.keyboard.press("Escape")
        if name == "Rename":  # the menu it was asked for from is left first
            page.keyboard.press("Escape")
        until(page, partial(page.evaluate, "at => at in window.seen", leave))
        expect(page.locator(leave)).to_be_hidden()
        expect(page.get_by_label("Question")).to_have_value("")
    expect(page.get_by_role("button", name="Good answer")).to_have_attribute("aria-pressed", "true")


def test_everything_about_a_conversation_is_done_with_the_keyboard(page: Page) -> None:
    page.keyboard.type("Where do talks stand?")
    page.keyboard.press("Enter")
    answered(page)
    page.get_by_role("button", name="Good answer").focus()
    page.keyboard.press("Space")
    expect(page.get_by_label("What was good in this answer? (optional)")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Good answer")).to_be_focused()
    page.locator("#conversations summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Rename")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#conversations summary")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Question")).to_be_focused()


@pytest.mark.slow
def test_on_a_narrow_screen_the_list_is_opened_and_closed(
    served: Served, open_page: Open, review: Callable[[Page, str], None]
) -> None:
    page = open_page(served.address, viewport={"width": 360, "height": 740}, color_scheme="dark")
    ask(page, "Where do talks stand?")
    expect(page.locator("#rail")).to_be_hidden()
    page.get_by_role("button", name="Conversations").click()
    expect(page.get_by_label("Search conversations")).to_be_focused()
    more(page, "talks")
    review(page, "ask-list-360")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator("#rail")).to_be_hidden()
    expect(page.get_by_role("button", name="Conversations")).to_be_focused()
