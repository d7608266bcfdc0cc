"""What was to change on a day is not told as coming once that was put off."""

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "sets.md": (
        "Norway puts a duty on oak cabinets",
        "1986-09-29",
        "The order puts a duty of 25 percent on oak cabinets, which will increase to 50 percent on January "
        "1. Mills in Bergen asked for it.",
    ),
    "delays.md": (
        "Duties on furniture",
        "1986-12-31",
        "Norway will therefore delay the increase in the duty on oak cabinets that was set for January 1 for "
        "another year. I stated that the duty on oak cabinets would increase to 50 percent on January 1.",
    ),
    "tea.md": (
        "Norway's tea",
        "1986-12-31",
        "Norway puts off the increase in its duty on tea. The duty on salt will go up to 9 percent in May.",
    ),
}


def first(answer: Answer) -> str:
    return next(sentence.text for sentence in answer.sentences if sentence.role != "frame")


ASKED = "oak cabinets duty, is it 50 now", "is the oak cabinets duty at 50 percent yet?"


@pytest.mark.parametrize("question", ASKED)
def test_that_it_was_put_off_leads(answering: Answering, question: str) -> None:
    assert "delay the increase" in first(answering.answer(AskRequest(question)))


def test_before_it_was_put_off_it_was_to_come(answering: Answering) -> None:
    answer = answering.answer(AskRequest(ASKED[1], as_of=date(1986, 10, 5)))
    assert "will increase to 50 percent" in first(answer)


def test_what_was_put_off_of_something_else_is_not_told(answering: Answering) -> None:
    answer = answering.answer(AskRequest("is the salt duty at 9 percent yet?"))
    assert "puts off" not in answer.answer
