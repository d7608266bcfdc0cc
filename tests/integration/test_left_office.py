"""Whether somebody resigned or was dismissed is not told by whatever names the person."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "minister.md": (
        "Minister Otieno on tea",
        "1987-03-17",
        "Trade Minister Daniel Otieno told exporters that the duty on tea will be cut in April.",
    ),
    "gone.md": (
        "Commissioner goes",
        "1987-03-20",
        "Customs Commissioner Maria Quispe resigned on Thursday over the sugar licences.",
    ),
}


@pytest.mark.parametrize(
    "asked", ["did Otieno quit?", "was Otieno fired over tea?", "has Otieno been sacked?"]
)
def test_that_nobody_says_is_declined(answering: Answering, asked: str) -> None:
    answer = answering.answer(AskRequest(asked))
    assert answer.abstained
    assert "left an office" in answer.answer


@pytest.mark.parametrize("asked", ["did Quispe quit?", "has Quispe stepped down?"])
def test_what_is_told_is_told(answering: Answering, asked: str) -> None:
    assert "resigned on Thursday" in answering.answer(AskRequest(asked)).answer
