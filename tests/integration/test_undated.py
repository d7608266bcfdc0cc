"""Briefings without a date are answered from, whatever days they name without a year."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

BRIEFINGS = {
    "tea.md": (
        "Tea note",
        "",
        "Peru will raise its levy on tea from Kenya to 12 per cent, effective on 1 March. "
        "The start was put off from 1 December. The levy applies until 30 June.",
    ),
    "rice.md": ("Rice note", "1986-05-06", "Peru's levy on rice takes effect on 4 July."),
}


@pytest.mark.parametrize(
    "question",
    [
        "tea levy in Peru",
        "when does Peru's levy on tea start",
        "is the tea levy still in force?",
        "what changed for tea since January 1986",
        "latest on Peru",
        "what is coming up for Peru",
        "compare the levies on tea and rice",
    ],
)
def test_an_undated_briefing_upsets_no_question(answering: Answering, question: str) -> None:
    answer = answering.answer(AskRequest(question))
    assert answer.abstained or "levy" in answer.answer


def test_what_it_says_is_told_without_a_day(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what levy on tea does Peru charge"))
    assert "12 per cent" in answer.answer
    assert answer.citations[0].published is None
