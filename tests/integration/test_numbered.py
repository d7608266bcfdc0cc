"""The number of a round, a meeting or a package is part of what is asked."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "second.md": (
        "Peru and Oman on wheat",
        "1986-09-12",
        "The second round of talks between Peru and Oman on wheat was held in Geneva on September 9. "
        "The third round is to be held in Lima in November.",
    ),
    "third.md": (
        "Peru and Oman end third round",
        "1986-11-21",
        "Peru and Oman settled the duty on wheat in their talks. The talks go on in Muscat in March 1987.",
    ),
    "steps.md": (
        "Chile cuts its levy on zinc",
        "1986-10-03",
        "Chile will cut its levy on zinc in two stages, in May 1987 and in May 1988.",
    ),
    "credit.md": (
        "Kenya draws on its credit",
        "1986-10-05",
        "Kenya drew the first tranche of its credit, 40 million dollars, in June. "
        "The second tranche is 25 million dollars.",
    ),
}


def ask(answering: Answering, question: str) -> str:
    answer = answering.answer(AskRequest(question))
    return f"{'Declined: ' if answer.abstained else ''}{answer.answer}"


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("when is the fourth round of the Peru-Oman talks", "a fourth round"),
        ("Peru Oman wheat talks, round 7: result", "a seventh round"),
        ("status of the 5th round between Peru and Oman on wheat", "a fifth round"),
        ("how much is the third tranche of Kenya's credit", "a third tranche"),
        ("when does the third stage of Chile's zinc levy cut start", "a third stage"),
    ],
)
def test_what_is_told_of_another_is_no_answer(answering: Answering, question: str, missing: str) -> None:
    told = ask(answering, question)
    assert told.startswith("Declined: ")
    assert f"Not found: {missing}" in told


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("where was the second round of the Peru-Oman talks held", "Geneva"),
        ("what did Peru and Oman settle in the third round", "the duty on wheat"),  # its title says so
        ("how much is tranche two of Kenya's credit", "25 million"),
        ("how much is the first tranche of Kenya's credit", "40 million"),
        ("when does the second stage of Chile's zinc levy cut start", "May 1988"),  # of two
    ],
)
def test_the_one_asked_about_is_told(answering: Answering, question: str, stated: str) -> None:
    assert stated in ask(answering, question)


def test_nothing_is_told_of_another_one_beside(answering: Answering) -> None:
    assert "25 million" not in ask(answering, "first tranche of Kenya's credit")
    assert "Muscat" not in ask(answering, "Peru Oman second round")
