"""Asked how a measure stands, without "now", an answer leads with the newest that is told of it."""

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn

# name -> (title, date, text)
BRIEFINGS = {
    "raised.md": (
        "Uruguay raises the duty on wheat",
        "1986-01-10",
        "Uruguay is raising the duty on wheat from 10 to 20 percent, with the higher duty on wheat set to go "
        "into effect on January 20, 1986. Wheat from Argentina stays at 10 percent.",
    ),
    "flat.md": (
        "Uruguay strengthens its duties on wheat and barley",
        "1987-02-02",
        "Grains made up wholly or almost wholly of wheat or barley will pay a flat duty of 30 percent on "
        "their full value, whoever ships them. The mills asked for it.",
    ),
    "note.md": (
        "What Uruguay's wheat duty means",
        "1986-01-12",
        "The duty on wheat from January 20 is 20 percent.",
    ),
    "salmon.md": (
        "Norway speaks of salmon",
        "1987-03-02",
        "Norway said that the price of salmon was 30 crowns, and that no duty on salmon was planned.",
    ),
}


def first(answer: Answer) -> str:
    return next(sentence.text for sentence in answer.sentences if sentence.role != "frame")


def ask(answering: Answering, question: str, as_of: date | None = None) -> Answer:
    return answering.answer(AskRequest(question, as_of=as_of))


@pytest.mark.parametrize(
    "question", ["how much is the duty on wheat", "what is Uruguay's duty on wheat", "wheat duty?"]
)
def test_the_newest_of_what_tells_the_same_leads(answering: Answering, question: str) -> None:
    assert "flat duty of 30 percent" in first(ask(answering, question))


def test_as_of_a_day_before_it_the_older_one_leads(answering: Answering) -> None:
    told = first(ask(answering, "how much is the duty on wheat", date(1986, 6, 1)))
    assert "20 percent" in told


def test_of_a_period_gone_by_what_was_told_then_leads(answering: Answering) -> None:
    assert "20 percent" in first(ask(answering, "what was the duty on wheat in January 1986?"))


def test_what_a_question_goes_on_from_is_left_as_it_is(answering: Answering) -> None:
    asked = Turn("user", "what is the duty on wheat from Argentina?")
    answer = answering.answer(AskRequest("since when?", (asked,)))
    assert answer.abstained or "1986" in answer.answer
