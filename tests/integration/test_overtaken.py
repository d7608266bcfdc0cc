"""What a newer briefing says to have become of a plan, a figure or a forecast leads, in whatever words."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "third.md": (
        "Norway and Peru: cheese settled in the third round",
        "1987-02-18",
        "The third round ended in Lima last Friday. Peru will cut its duty on Norwegian cheese from 40 "
        "percent to 15 percent once the accord enters into force. A fourth round is to be held in Oslo in "
        "April 1987. Both aim to conclude by the end of 1987.",
    ),
    "paused.md": (
        "Norway and Peru: talks paused",
        "1987-05-04",
        "The fourth round, planned for April, has been cancelled. The cheese and sardine concessions "
        "reported in February are therefore on hold. An end-1987 conclusion is no longer realistic.",
    ),
    "vote.md": (
        "Council vote on the pact with Chile ahead",
        "1987-03-02",
        "The Council is expected to hold its vote on the pact with Chile on March 16.",
    ),
    "voted.md": (
        "The Council approves the pact with Chile",
        "1987-04-09",
        "The Council cleared the pact with Chile by 21 votes to five.",
    ),
    "levy.md": (
        "Kenya's levy on tea to rise",
        "1987-02-12",
        "The increase in the levy on tea in Kenya to 12.5 percent, due on March 1, has been postponed to "
        "June 1.",
    ),
    "settled.md": (
        "Kenya settles for less",
        "1987-05-26",
        "The levy on tea in Kenya will go up on June 1 to 11 percent, not 12.5 percent as first announced.",
    ),
    "relief.md": (
        "Brazil spares Danish tiles",
        "1987-02-17",
        "Brazil has exempted Danish tiles from the 35 percent duty until July 1, 1987.",
    ),
    "prolonged.md": (
        "In brief",
        "1987-06-01",
        "Brazil and Denmark: the exemption for Danish tiles is prolonged to December 31, 1987.",
    ),
    "note.md": (
        "Goods of Iceland: assumptions",
        "1987-02-28",
        "The baseline assumes a Norwegian tariff of 10 percent on goods of Iceland.",
    ),
    "revisited.md": (
        "Goods of Iceland: assumptions revisited",
        "1987-06-11",
        "Goods of Iceland have faced a Norwegian tariff of 15 percent since June 1, rather than the 10 "
        "percent assumed in May.",
    ),
}
# question -> words of the older answer, and of the newer one
OVERTAKEN = {
    "when is the fourth round of the talks between Norway and Peru?": ("to be held in Oslo", "cancelled"),
    "what is Peru's duty on cheese now?": ("from 40 percent", "on hold"),
    "what was the result of the council vote on the pact with Chile?": ("is expected", "21 votes"),
    "Kenya levy on tea from June 1987": ("12.5 percent, due", "to 11 percent"),
    "when does the Brazilian exemption for Danish tiles run out?": ("until July 1", "December 31"),
    "what tariff do Icelandic goods face in Norway?": ("baseline", "15 percent since June 1"),
}
BEFORE = date(1987, 3, 8)


def first(answering: Answering, question: str, day: date | None = None) -> str:
    answer = answering.answer(AskRequest(question, as_of=day))
    return next((sentence.text for sentence in answer.sentences if sentence.role != "frame"), answer.answer)


@pytest.mark.parametrize("question", OVERTAKEN)
def test_what_became_of_it_leads(answering: Answering, question: str) -> None:
    assert OVERTAKEN[question][1] in first(answering, question)


@pytest.mark.parametrize("question", OVERTAKEN)
def test_before_that_was_known_the_older_one_does(answering: Answering, question: str) -> None:
    assert OVERTAKEN[question][0] in first(answering, question, BEFORE)


@pytest.mark.parametrize(("day", "over"), [(date(1987, 4, 20), False), (date(1987, 5, 2), True)])
def test_a_plan_whose_day_is_over_is_told_as_such(answering: Answering, day: date, over: bool) -> None:
    answer = answering.answer(AskRequest(next(iter(OVERTAKEN)), as_of=day))
    assert ("plan-over" in [warning.kind for warning in answer.warnings]) is over
