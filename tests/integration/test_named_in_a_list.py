"""A party that is only named, in a list or in passing, is told of by no sentence on others."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest
from tests.asked import ask

# name -> (title, date, text)
BRIEFINGS = {
    "inquiry.md": (
        "Inquiry into the dairies of five economies",
        "1987-02-02",
        "The Board has inquired into dairies. The economies are listed here.\n\n- Peru\n\n- Kuwait\n\n"
        "- China, People's Republic of\n\n- Norway and Chile\n\nThe Board hears comments until May.",
    ),
    "accord.md": (
        "Norway and Chile agree on trade",
        "1986-05-12",
        "Norway and Chile agreed on May 12, 1986 on a trade deal that is in force since June 1, 1986. "
        "Norway had retaliated against the curb on herring in April 1986.",
    ),
    "surplus.md": (
        "Trade surplus of Ghana narrows",
        "1987-01-14",
        "Accra, January 14 - Ghana's trade surplus narrowed to 12 million dollars in December.",
    ),
    "stocks.md": (
        "Stocks of medicines",
        "1986-08-12",
        "Exempt are medical countermeasures related to radiological threats. Ampoules are exempt.",
    ),
}


@pytest.mark.parametrize(
    "asked",
    [
        "is the trade deal with Kuwait still in force?",
        "did Kuwait retaliate?",
        "what did Kuwait agree to?",
        "when was the trade deal with Kuwait signed?",
        "is the trade deal with Ghana still in force?",
        "when was the trade deal with Ghana signed?",
        "what is the status of talks with Ghana?",
        "what is in the Ghana deal?",
    ],
)
def test_what_is_told_of_others_is_declined(answering: Answering, asked: str) -> None:
    assert ask(answering, asked).abstained


def test_a_name_alone_is_no_sentence_to_answer_with(answering: Answering) -> None:
    read = [
        e.quote for e in answering.candidates(AskRequest("is the trade deal with Kuwait still in force?"))
    ]
    assert any("inquired into dairies" in quote for quote in read)
    assert not {"Kuwait", "Peru", "Norway and Chile"}.intersection(read)


def test_what_a_deal_was_not_found_in_is_said(answering: Answering) -> None:
    told = ask(answering, "when was the trade deal with Ghana signed?")
    assert "a deal or talks with Ghana" in told.answer
    assert "narrowed" in ask(answering, "how is Ghana's trade surplus?").answer


def test_the_same_of_who_did_it_is_told(answering: Answering) -> None:
    assert "had retaliated" in ask(answering, "did Norway retaliate?").answer
    assert "in force since" in ask(answering, "is the trade deal with Chile still in force?").answer
