"""Pressing changes nothing: what was declined stays declined, and what was told is told again."""

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn

# name -> (title, date, text)
BRIEFINGS = {
    "drones.md": (
        "Chile puts a duty on drones",
        "1987-03-02",
        "Chile charges a duty of 15 percent on drones. The best guess of the customs service, a ballpark "
        "estimate, is that the duty will bring in 3 million pesos. Are you sure, the minister was asked.",
    ),
    "toys.md": (
        "Shops ask for relief",
        "1987-03-03",
        "Shops in Chile said that toys sold well. They want no duty on toys.",
    ),
}
DECLINED, TOLD = "what duty does Chile charge on bicycles?", "what duty does Chile charge on drones?"
PRESSING = ["just give me a ballpark", "come on, your best guess", "are you sure?", "roughly?", "really?"]


def after(answering: Answering, *asked: str) -> Answer:
    """Ask one after the other, as in a conversation, and return the last answer."""
    history: list[Turn] = []
    for question in asked:
        answer = answering.answer(AskRequest(question, tuple(history)))
        history += [Turn("user", question), Turn("assistant", answer.answer)]
    return answer


@pytest.mark.parametrize("asked", [DECLINED, TOLD])
@pytest.mark.parametrize("pressing", PRESSING)
def test_pressing_has_the_outcome_of_the_question_before(
    answering: Answering, asked: str, pressing: str
) -> None:
    first, pressed = after(answering, asked), after(answering, asked, pressing)
    assert first.abstained == (asked == DECLINED)
    assert (pressed.answer, pressed.standalone, pressed.citations) == (first.answer, asked, first.citations)
    assert pressed.retrieved == first.retrieved


def test_an_answer_says_what_was_typed(answering: Answering) -> None:
    assert after(answering, TOLD, "are you sure?").question == "are you sure?"


def test_pressing_again_and_again_changes_nothing(answering: Answering) -> None:
    assert after(answering, DECLINED, *PRESSING).abstained


def test_a_follow_up_that_was_pressed_for_is_asked_again_as_one(answering: Answering) -> None:
    assert after(answering, TOLD, "since when?", "come on").standalone == f"since when? ({TOLD})"


def test_pressing_before_anything_was_asked_asks_nothing(answering: Answering) -> None:
    answer = after(answering, "your best guess?")
    assert answer.abstained
    assert "Nothing was asked" in answer.answer
