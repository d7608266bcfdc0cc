"""A question is asked in its place of a conversation."""

import time

import pytest
from playwright.sync_api import Page, expect

from tests.web.chats import QUOTE, Served, answered, ask, titles, until

# Does at once what a quick person does: nothing of the server's comes in between.
AT_ONCE = """([press, question]) => {
  document.querySelector(press).click();
  const box = document.querySelector("#question textarea");
  box.value = question;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  const enter = { key: "Enter", bubbles: true, cancelable: true };
  const key = (name) => box.dispatchEvent(new KeyboardEvent(name, enter));
  if (key("keydown")) key("keypress"); // as browsers do
}"""


@pytest.fixture
def slow_lists(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """Going to a conversation takes half a second."""
    kept = served.desk.conversations
    listed = kept.listed
    monkeypatch.setattr(kept, "listed", lambda *about: (time.sleep(0.5), listed(*about))[1])


@pytest.mark.slow
@pytest.mark.usefixtures("slow_lists")
def test_a_question_asked_at_once_after_new_conversation_begins_one(served: Served, page: Page) -> None:
    page.get_by_label("As of").fill("2025-06-10")
    ask(page, "Where do talks stand?")
    before = page.url
    page.evaluate(AT_ONCE, ["#start-over", "What of cars?"])
    expect(page.locator(".question")).to_have_text(["What of cars?"])
    answered(page)
    assert page.url != before
    asked = served.asked("What of cars?")
    assert (asked.history, asked.as_of) == ((), None)
    expect(titles(page)).to_have_text(["What of cars?", "Where do talks stand?"])

    page.evaluate(AT_ONCE, ["#conversations li:last-child .to-chat", "And trucks?"])
    answered(page, 2)
    expect(page.locator(".question .narrowed")).to_have_text(["as of 10 June 2025"] * 2)
    assert served.asked("And trucks?").history[0].content == "Where do talks stand?"


@pytest.mark.usefixtures("slow_lists")
def test_what_is_typed_while_a_question_is_on_its_way_stays(served: Served, page: Page) -> None:
    box = page.get_by_label("Question")
    box.fill("Where do talks stand?")
    with page.expect_request("**/queue/join*"):
        page.keyboard.press("Enter")
    page.keyboard.type("And cars?")
    answered(page)
    expect(page.locator(".question")).to_have_text(["Where do talks stand?"])
    expect(box).to_have_value("And cars?")
    page.keyboard.press("Enter")
    answered(page, 2)
    expect(box).to_have_value("")
    assert len(served.asked("And cars?").history) == 2


@pytest.mark.slow
def test_the_last_question_is_asked_again_in_its_place(served: Served, page: Page) -> None:
    ask(page, "First?")
    ask(page, "Again?", 2)
    before = len(served.desk.requests)
    page.get_by_role("button", name="Ask this again").click()
    # What the page shows in between may be too short to be seen.
    until(page, lambda: len(served.desk.requests) > before)
    expect(page.locator(".question")).to_have_text(["First?", "Again?"])
    answered(page, 2)
    assert [request.question for request in served.desk.requests[before:]] == ["Again?"]
    assert [t.content for t in served.desk.requests[-1].history if t.role == "user"] == ["First?"]


def test_a_stopped_answer_can_be_asked_for_again(served: Served, page: Page) -> None:
    page.get_by_label("Question").fill("A slow one?")
    page.keyboard.press("Enter")
    expect(page.locator(".status")).to_contain_text("Searching")
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(".status")).to_have_text("Stopped.")
    served.go.set()
    page.get_by_role("button", name="Ask this again").click()
    answered(page)
    expect(page.locator(".question")).to_have_count(1)


@pytest.mark.slow
def test_stop_while_a_model_is_waited_for_shows_the_answer_that_stands_without_it(
    served: Served, page: Page
) -> None:
    page.get_by_label("Question").fill("A slow one, in prose?")
    page.keyboard.press("Enter")
    expect(page.locator(".status")).to_contain_text("Writing with x:y")
    page.get_by_role("button", name="Stop").click()
    answered(page)
    expect(page.locator(".answer")).to_contain_text(QUOTE)
    expect(page.locator(".answer")).to_contain_text("You stopped before the answer was finished")
    page.reload()
    answered(page)


@pytest.mark.slow
def test_an_edited_question_drops_what_followed_and_says_so_with_undo(served: Served, page: Page) -> None:
    for number, question in enumerate(("One?", "Two?", "Three?"), 1):
        ask(page, question, number)
    page.get_by_role("button", name="Edit the question “One?”").click()
    box = page.get_by_label("Question")
    expect(box).to_have_value("One?")
    expect(box).to_be_focused()
    note = page.get_by_role("alert")
    expect(note).to_have_text(
        "Editing an earlier question. 2 questions behind it will be dropped when you ask."
    )
    page.get_by_role("button", name="Do not edit").click()
    expect(box).to_have_value("")
    expect(note).to_have_text("")

    page.get_by_role("button", name="Edit the question “One?”").click()
    expect(box).to_have_value("One?")
    box.fill("One, reworded?")
    page.keyboard.press("Enter")
    expect(page.locator(".question")).to_have_text(["One, reworded?"])
    answered(page)
    expect(note).to_have_text("2 questions behind the edited one were dropped.")
    assert served.asked("One, reworded?").history == ()
    page.locator("#undo-edit").click()
    expect(page.locator(".question")).to_have_text(["One?", "Two?", "Three?"])
    answered(page, 3)
    expect(page.locator("#conversations .when")).to_contain_text("3 questions")
    page.reload()
    expect(page.locator(".question")).to_have_text(["One?", "Two?", "Three?"])


@pytest.mark.slow
def test_follow_up_questions_are_offered_and_asked(served: Served, page: Page) -> None:
    ask(page, "Where do talks stand?")
    offered = page.locator(".follow-ups li")
    expect(offered).to_have_text(["What of cars?", "What of steel?"])
    page.get_by_role("button", name="What of steel?").click()
    answered(page, 2)
    expect(page.locator(".question").last).to_have_text("What of steel?")
    assert len(served.asked("What of steel?").history) == 2
    expect(offered).to_have_count(2)  # those of the last answer alone


@pytest.mark.slow
def test_half_typed_words_stay_when_a_question_that_is_offered_is_asked(served: Served, page: Page) -> None:
    ask(page, "Where do talks stand?")
    box = page.get_by_label("Question")
    box.fill("What of whe")
    page.get_by_role("button", name="What of steel?").click()
    answered(page, 2)
    expect(box).to_have_value("What of whe")
    page.get_by_role("button", name="Ask this again").last.click()
    answered(page, 2)
    expect(box).to_have_value("What of whe")
