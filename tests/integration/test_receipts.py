"""What duties have brought in is found by whatever words it is asked for, and the newest figure leads."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "older.md": (
        "The month in figures",
        "1987-03-02",
        "In February, tariff revenues topped 31 million crowns, which brings the total to 158 million.",
    ),
    "newer.md": (
        "A year of the new duties",
        "1987-06-15",
        "The new duties sent tariff revenues soaring, collecting 300 million crowns under the new rules.",
    ),
    "tips.md": (
        "What a family saves",
        "1987-06-20",
        "A family saves 900 crowns a year so far. Over 5 million crowns were collected for the harbour.",
    ),
}


@pytest.mark.parametrize(
    "question",
    [
        "how much have tariffs brought in so far",
        "tariff take to date",
        "tariff $ collected so far",
        "how much has been raised by tariffs",
        "tariff revenue?",
    ],
)
def test_the_newest_figure_leads(answering: Answering, question: str) -> None:
    answer = answering.answer(AskRequest(question))
    assert "300 million" in next(s.text for s in answer.sentences if s.role != "frame")
