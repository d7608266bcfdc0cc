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
    "salmon.md": (
        "Norway's duty on salmon: another day",
        "1987-03-02",
        "To offset the burden on its trade I imposed a duty of 50 percent on salmon from Chile, effective "
        "March 4, 1987. The effective date of the duty imposed in Order 4 on goods of Chile shall be "
        "March 7, 1987. Ministers met in Bergen.",
    ),
    "tea.md": (
        "Norway's tea",
        "1986-12-31",
        "Norway puts off the increase in its duty on tea. The duty on salt will go up to 9 percent in May.",
    ),
    "coffee.md": (
        "Norway raises coffee duty, postpones cocoa cut",
        "1987-03-20",
        "Norway raised its coffee duty from 20 percent to 25 percent effective March 8, 1987. The planned "
        "cut of the cocoa duty from 5 percent to zero was postponed to January 1, 1988.",
    ),
}


def first(answer: Answer) -> str:
    return next(sentence.text for sentence in answer.sentences if sentence.role != "frame")


ASKED = "oak cabinets duty, is it 50 now", "is the oak cabinets duty at 50 percent yet?"


@pytest.mark.parametrize("question", ASKED)
def test_that_it_was_put_off_leads(answering: Answering, question: str) -> None:
    assert "delay the increase" in first(answering.answer(AskRequest(question)))


def test_another_day_in_the_place_of_one_set_leads(answering: Answering) -> None:
    answer = answering.answer(AskRequest("is the duty on salmon from Chile charged now?"))
    assert "shall be March 7, 1987" in first(answer)


def test_before_it_was_put_off_it_was_to_come(answering: Answering) -> None:
    answer = answering.answer(AskRequest(ASKED[1], as_of=date(1986, 10, 5)))
    assert "will increase to 50 percent" in first(answer)


def test_what_was_put_off_of_something_else_is_not_told(answering: Answering) -> None:
    answer = answering.answer(AskRequest("is the salt duty at 9 percent yet?"))
    assert "puts off" not in answer.answer


def test_what_was_put_off_of_another_good_of_the_briefing_is_not_told(answering: Answering) -> None:
    answer = answering.answer(AskRequest("Norway's coffee duty now"))
    assert "from 20 percent to 25 percent" in first(answer)
