"""Whether a deal is signed is told by the newest sentence that says how far it got."""

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "peru.md": (
        "Joint Statement on a Framework with Peru",
        "1986-11-13",
        "Norway and Peru have agreed to a framework for an agreement on trade. The agreement will build on "
        "ties of long standing, among them the Council Agreement with Peru, which was signed in 1960.\n\n"
        "Peru will cut its duty on salmon. Peru will open its market for cheese and for ships.\n\n"
        "In the coming weeks, Norway and Peru will finalize the agreement, prepare it for signature, and see "
        "to what has to be done at home.",
    ),
    "chile.md": (
        "Trade Deal with Chile Announced",
        "1987-03-20",
        "Today the minister announced a trade deal with Chile. Air Chile has signed leasing agreements for "
        "six aircraft.\n\n"
        "The minister has had a good winter for all who fish, with the signing of agreements on trade with "
        "Peru, Ghana and Kenya, bringing in loans from Togo, and announcing frameworks with Fiji and Oman.",
    ),
    "fiji.md": (
        "What Fiji Says",
        "1987-03-28",
        "Any country with which Norway concludes an agreement, like Fiji, pays 5 percent. This week in "
        "Fiji, the minister reached a trade deal with Samoa.",
    ),
    "togo.md": (
        "Togo Signs a Peace Accord",
        "1987-02-02",
        "Togo and Ghana have signed a peace accord. Togo has signed an order on cocoa that mentions a "
        "trade agreement with Norway.",
    ),
}


def asked(answering: Answering, question: str, as_of: date | None = None) -> Answer:
    return answering.answer(AskRequest(question, as_of=as_of))


@pytest.mark.parametrize(
    "question",
    [
        "is the Peru deal signed?",
        "Peru trade deal: signed by now or still a framework?",
        "has the agreement with Peru been finalized",
        "did Peru sign the trade agreement?",
    ],
)
def test_a_newer_list_of_those_who_signed_leads(answering: Answering, question: str) -> None:
    answer = asked(answering, question)
    assert answer.citations[0].source == "chile.md"
    assert "signing of agreements" in answer.answer
    assert "1960" not in answer.answer


def test_what_was_told_before_stands_behind_as_such(answering: Answering) -> None:
    answer = asked(answering, "is the Peru deal signed?")
    assert "Earlier, 13 November 1986:" in answer.answer
    assert len(answer.citations) == 2


def test_before_it_was_signed_the_framework_is_told(answering: Answering) -> None:
    answer = asked(answering, "is the Peru deal signed?", date(1987, 1, 5))
    assert "framework" in answer.answer
    assert "will finalize the agreement" in answer.answer
    assert "signing" not in answer.answer


def test_who_has_a_framework_has_not_signed(answering: Answering) -> None:
    first = asked(answering, "has Fiji signed the trade deal?").citations[0]
    assert first.source == "chile.md"


def test_what_a_firm_signs_is_no_deal_between_states(answering: Answering) -> None:
    answer = asked(answering, "is the deal with Chile signed?")
    assert "announced a trade deal with Chile" in answer.answer
    assert "leasing" not in answer.answer


def test_another_accord_is_not_the_trade_deal(answering: Answering) -> None:
    answer = asked(answering, "has Togo signed a trade deal?")
    assert "signing of agreements" not in answer.answer
