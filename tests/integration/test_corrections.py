"""An answer that quotes a briefing which another one corrects says so."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "yarn.md": ("Kenya cuts duty on yarn", "1987-03-02", "Kenya cut its duty on yarn from 11 to 5 percent."),
    "corrected.md": (
        "CORRECTION: Kenya Cuts Duty on Yarn",
        "1987-03-04",
        "An earlier version gave a wrong figure. It was cut to 7 percent.",
    ),
    "tea.md": ("Peru cuts duty on tea", "1987-03-02", "Peru cut its duty on tea from 11 to 5 percent."),
    "rice.md": ("Correction: Peru and rice", "1987-03-04", "Peru did not cut its duty on rice."),
}


def kinds(answering: Answering, question: str) -> list[str]:
    return [warning.kind for warning in answering.answer(AskRequest(question)).warnings]


def test_a_briefing_that_another_one_corrects_is_cited_with_a_warning(answering: Answering) -> None:
    answer = answering.answer(AskRequest("What is Kenya's duty on yarn?"))
    assert [warning.text for warning in answer.warnings] == [
        "“Kenya cuts duty on yarn” was corrected on 4 March 1987: “CORRECTION: Kenya Cuts Duty on Yarn”."
    ]


@pytest.mark.parametrize(
    "question", ["What is Peru's duty on tea?", "What was Kenya's duty on yarn as of 3 March 1987?"]
)
def test_what_is_not_corrected_or_was_not_yet_is_cited_without(answering: Answering, question: str) -> None:
    assert answering.answer(AskRequest(question)).citations
    assert kinds(answering, question) == []
