"""What somebody asks first who has read none of the briefings."""

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "imposed.md": (
        "Duty on Thai rice",
        "1986-03-01",
        "A duty of 9 percent is imposed on rice from Thailand to protect growers, because Thai mills sold "
        "rice below what it costs them. The duty of 9 percent on rice from Thailand starts at once.",
    ),
    "lifted.md": (
        "Thai rice",
        "1986-09-01",
        "In view of a promise to sell less, the ministry lifted the duty on rice from Thailand. Rice from "
        "Thailand had paid a duty of 9 percent, imposed in March as mills sold rice below what it costs.",
    ),
    "copper.md": (
        "Inquiry into copper imports",
        "1986-10-01",
        "Whether imports of copper harm smelters is looked into. Duties of 7 percent on tin protect mines. "
        "A duty of 10 percent on goods from Peru is charged, too.",
    ),
    "zinc.md": (
        "Duties on zinc imports",
        "1986-10-02",
        "What is imported pays 12 percent of duty from now on. Smelters had asked for that.",
    ),
    "gap.md": (
        "Philippine trade gap widens",
        "1986-10-05",
        "The trade gap of the Philippines widened to 42 mln dlrs in September 1986 from 35 mln in August.",
    ),
    "bank.md": (
        "Talks on a bank for trade",
        "1986-11-01",
        "President Ruiz and President Silva chartered the Andean Trade Bank, which will lend to exporters.",
    ),
    "pact.md": (
        "No new term for the pact",
        "1986-12-01",
        "The United States did not renew its trade deal with Canada and Mexico: it wants other terms.",
    ),
    "fee.md": (
        "Complaint about a user fee",
        "1986-12-02",
        "Canada complained to the council of a customs user fee of the United States.",
    ),
}


def told(answer: Answer) -> list[str]:
    return [sentence.text for sentence in answer.sentences if sentence.role != "frame"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("why was the duty on Thai rice dropped?", "promise to sell less"),
        ("why did they take off the duty on Thai rice?", "promise to sell less"),
        ("why was a duty slapped on Thai rice?", "below what it costs"),
    ],
)
def test_why_a_duty_was_dropped_is_not_told_by_why_it_was_imposed(
    answering: Answering, question: str, reason: str
) -> None:
    assert reason in told(answering.answer(AskRequest(question)))[0]


def test_a_rate_on_other_goods_or_on_a_party_is_none_on_those_asked_about(answering: Answering) -> None:
    assert answering.answer(AskRequest("how high is the copper duty?")).abstained


def test_a_rate_under_a_heading_on_the_goods_is(answering: Answering) -> None:
    assert "12 percent" in answering.answer(AskRequest("how high is the zinc duty?")).answer


@pytest.mark.parametrize(
    "question",
    [
        "what was the American trade gap in September 1986?",  # on file is another's
        "who chairs the Andean Trade Bank?",  # presidents are named, and none of it
        "how much is the American customs user fee?",
    ],
)
def test_what_no_sentence_tells_is_declined(answering: Answering, question: str) -> None:
    assert answering.answer(AskRequest(question)).abstained


def test_the_same_figure_of_the_party_asked_about_is_told(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what was the Philippine trade gap in September 1986?"))
    assert "42 mln" in answer.answer


def test_a_pact_is_known_by_its_region(answering: Answering) -> None:
    answer = answering.answer(AskRequest("did America renew the North American trade deal?"))
    assert "did not renew" in answer.answer
