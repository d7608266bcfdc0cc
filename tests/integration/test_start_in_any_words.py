"""From when a measure applies is answered alike however that is asked: by the sentence that sets its day."""

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "order.md": (
        "Adjusting Imports of Carts and Cart Parts",
        "1987-03-02",
        "All imports of carts and cart parts shall be subject to a duty of 40 percent, except for wagons and "
        "other cars, which shall be subject to a duty of 10 percent. These duties shall apply to goods "
        "entered for consumption on or after 12:01 a.m. on April 1, 1987, and shall continue unless they are "
        "changed.",
    ),
    "sheet.md": (
        "Fact Sheet: the ministry adjusts imports of carts",
        "1987-03-02",
        "The ministry today imposed a duty of 40 percent on imports of carts and cart parts.",
    ),
    "boom.md": (
        "Cartwrights are hiring",
        "1987-09-07",
        "Makers of carts are hiring, thanks to the ministry, which put a duty of 40 percent on carts from "
        "abroad. Carts have never sold so well.",
    ),
}


def first(answer: Answer) -> str:
    return " ".join(sentence.text for sentence in answer.sentences if sentence.role == "current")


@pytest.mark.parametrize(
    "asked",
    [
        "when did the duty on carts start?",
        "when does the duty on carts take effect?",
        "from when does the duty on carts apply?",
        "duty on carts: effective date?",
        "what's the start date of the duty on carts",
        "what date did the duty on carts kick in",
    ],
)
def test_the_day_is_told_and_not_only_the_rate(answering: Answering, asked: str) -> None:
    assert "on or after 12:01 a.m. on April 1, 1987" in first(answering.answer(AskRequest(asked)))


def test_where_no_day_is_told_a_rate_is_none(answering: Answering) -> None:
    answer = answering.answer(AskRequest("when were makers of carts hiring the most?"))
    assert answer.abstention
