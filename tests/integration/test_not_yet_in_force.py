"""Asked whether a measure is in force that is still to begin, an answer says when it will."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "cork.md": (
        "Duty on cork of Peru",
        "1987-03-02",
        "The ministry imposes a duty of 8 percent on cork of Peru. The duty on cork of Peru will not apply "
        "to cork for nets, which is charged nothing. The duty on cork of Peru helps growers in the south.\n\n"
        "Kilns and cellars are not concerned, said the minister, who spoke for an hour in Oslo of the many "
        "uses of bark and of the wine that he likes best.\n\n"
        "The measure will take effect 30 days after publication of this order.",
    ),
    "tin.md": (
        "Duty on tin of Togo",
        "1987-03-05",
        "The ministry imposes a duty of 5 percent on tin of Togo. The duty on tin of Togo will not apply to "
        "tin for toys, which is charged nothing. The duty on tin of Togo helps smelters in the north.\n\n"
        "What else was said that day was on the weather and on the roads, which are bad.\n\n"
        "The measure takes effect on May 4, 1987.",
    ),
}


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("is the duty on cork of Peru in force?", "30 days after publication"),
        ("is the duty on tin from Togo in effect yet?", "takes effect on May 4, 1987"),
    ],
)
def test_when_it_begins_is_told_behind_it(answering: Answering, question: str, begins: str) -> None:
    answer = answering.answer(AskRequest(question, as_of=date(1987, 3, 20)))
    assert begins in answer.answer
    assert answer.citations[0].quote.startswith("The ministry imposes")


def test_once_it_has_begun_it_is_not(answering: Answering) -> None:
    answer = answering.answer(AskRequest("is the duty on cork of Peru in force?", as_of=date(1987, 6, 1)))
    assert "30 days after" not in answer.answer
