"""A rate asked for is the one that a party pays, not the one that it charges, and the one that held then."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "duty.md": (
        "Duty on Chile is lowered",
        "1987-03-02",
        "The United States will lower its tariff on Chile from 12 to 9 percent.",
    ),
    "charges.md": (
        "Chile: what tariff it charges",
        "1987-03-09",
        "Chile has kept high tariffs on the United States, a tariff of 35 percent on tractors. "
        "Chile (30 percent) and Peru (45 percent) impose a higher tariff on machines than their neighbours.",
    ),
    "rice-1.md": (
        "Duty on rice from Thailand",
        "1986-02-10",
        "The duty on rice from Thailand is 6 percent from February 10, 1986.",
    ),
    "rice-2.md": (
        "Duty on rice from Thailand goes up",
        "1986-11-03",
        "The duty on rice from Thailand is raised to 11 percent from November 3, 1986.",
    ),
    "sales.md": (
        "Thailand sells more rice",
        "1986-11-20",
        "Thailand sold 300,000 tonnes of rice abroad in October 1986, officials said.",
    ),
}


def first(answering: Answering, question: str) -> str:
    answer = answering.answer(AskRequest(question))
    assert not answer.abstained
    return next(sentence.text for sentence in answer.sentences if sentence.role != "frame")


@pytest.mark.parametrize("question", ["what tariff does Chile face now", "current tariff on Chile"])
def test_what_a_party_pays_leads_before_what_it_charges(answering: Answering, question: str) -> None:
    assert "from 12 to 9 percent" in first(answering, question)


def test_what_a_party_charges_leads_where_that_is_asked(answering: Answering) -> None:
    told = first(answering, "what tariff does Chile charge on American tractors")
    assert "35 percent on tractors" in told


def test_the_rate_of_a_month_in_which_nothing_was_said_is_the_one_that_held(answering: Answering) -> None:
    asked = "what was the duty on rice from Thailand in August 1986"
    answer = answering.answer(AskRequest(asked))
    assert answer.as_of == date(1986, 8, 31)
    assert [sentence.text for sentence in answer.sentences[:2]] == [
        "As of 10 February 1986:",
        "The duty on rice from Thailand is 6 percent from February 10, 1986.",
    ]
    assert "11 percent" in first(answering, "what was the duty on rice from Thailand in December 1986")


@pytest.mark.parametrize(
    "question",
    [
        "what was the duty on rice from Thailand in August 1985",  # before anything is known
        "how much rice did Thailand sell in August 1986",  # sales of another month do not hold on
    ],
)
def test_what_did_not_hold_then_is_declined(answering: Answering, question: str) -> None:
    assert answering.answer(AskRequest(question)).abstained


def test_where_a_date_changes_the_first_one_is_told(answering: Answering) -> None:
    answer = answering.answer(AskRequest("rice sales of Thailand and the duty"))
    assert len({c.published for c in answer.citations}) > 1
    frames = [sentence.text for sentence in answer.sentences if sentence.role == "frame"]
    assert answer.sentences[0].text == frames[0] in ("3 November 1986:", "20 November 1986:")
    assert frames[1].startswith(("Earlier, ", "Later, "))
