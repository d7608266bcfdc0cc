"""Whether somebody resigned or was dismissed is not told by whatever names the person."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "minister.md": (
        "Minister Otieno on tea",
        "1987-03-17",
        "Trade Minister Daniel Otieno told exporters that the duty on tea will be cut in April. "
        "Otieno dismissed a report that growers would strike.",
    ),
    "talk.md": (
        "Exporters uneasy",
        "1987-04-02",
        "An exporter said that the sugar trade has waited since the resignation of Commissioner Quispe. "
        "Trade Minister Daniel Otieno said that Quispe left her post for good.",
    ),
    "gone.md": (
        "Commissioner goes",
        "1987-03-20",
        "Customs Commissioner Maria Quispe resigned on Thursday over the sugar licences.",
    ),
}


@pytest.mark.parametrize(
    "asked",
    ["did Otieno quit?", "was Otieno fired over tea?", "has Otieno been sacked?", "is Otieno staying on?"],
)
def test_that_nobody_says_is_declined(answering: Answering, asked: str) -> None:
    answer = answering.answer(AskRequest(asked))
    assert answer.abstained
    assert "left an office" in answer.answer


@pytest.mark.parametrize("asked", ["did Quispe quit?", "has Quispe stepped down?", "is Quispe staying?"])
def test_what_is_told_is_told_by_the_newest(answering: Answering, asked: str) -> None:
    answer = answering.answer(AskRequest(asked)).answer
    assert "2 April 1987" in answer
    assert "the resignation of Commissioner Quispe" in answer or "Quispe left her post" in answer
    before = answering.answer(AskRequest(asked, as_of=date(1987, 3, 31))).answer
    assert "resigned on Thursday" in before
