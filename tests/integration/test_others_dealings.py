"""A briefing on others' dealings counts for a party where it tells what that one pays, or pays no longer."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "accord.md": (
        "Brazil and Turkey agree on cotton",
        "1986-09-08",
        "Brazil and Turkey signed an agreement on September 8, 1986. Under it cotton from Turkey pays a "
        "duty of 18 percent in Brazil. Turkey will buy Brazilian coffee worth 30 million dollars.",
    ),
    "spain.md": (
        "Brazil and Spain agree on wine",
        "1986-09-22",
        "Brazil and Spain signed an agreement on September 22, 1986. Spanish wine pays a duty of 15 percent.",
    ),
    "decree.md": (
        "Brazil ends its emergency duties",
        "1986-12-01",
        "Brazil's president signed a decree on November 30, 1986 that cuts imports no longer. The decree "
        "covers all emergency duties, so the 15 percent rate for Spain and the 18 percent rate agreed with "
        "Turkey lose their basis.",
    ),
    "egypt.md": (
        "Brazil sets a new duty on goods of Egypt",
        "1987-02-02",
        "Brazil imposed a duty of 25 percent on goods of Egypt on February 2, 1987. Egypt protested in "
        "Geneva. "
        "Turkey got the 12 percent rate after it lifted its ban on Brazilian beef. Egyptian delegates met "
        "those of Turkey and of Spain for lunch.",
    ),
    "table.md": (
        "Brazil's rates from March",
        "1987-03-02",
        "Brazil published its rates.\n\n"
        "| Origin | Rate | Quota? |\n|---|---|---|\n| Kenya, Ghana | 9% | none |\n"
        "| Oman | 7% | 40 tons |\n",
    ),
}


def answer(answering: Answering, question: str) -> str:
    found = answering.answer(AskRequest(question))
    assert not found.abstained
    return found.answer


def test_a_rate_told_of_the_party_alone_is_its_latest(answering: Answering) -> None:
    told = answer(answering, "where do things stand with Turkey")
    assert told.startswith("As of 2 February 1987: Turkey got the 12 percent rate")
    assert "lunch" not in told
    assert "Egypt" not in told


def test_a_roll_call_counts_where_it_says_that_duties_have_ended(answering: Answering) -> None:
    told = answer(answering, "where do things stand with Spain")
    assert told.startswith("As of 1 December 1986: The decree covers all emergency duties, so the 15 percent")
    assert "Earlier, 22 September 1986: Brazil and Spain signed" in told
    assert "lunch" not in told


@pytest.mark.parametrize("question", ["where do things stand with Oman", "status of Oman", "latest on Oman"])
def test_a_party_that_only_a_table_has_is_told_by_its_row(answering: Answering, question: str) -> None:
    told = answering.answer(AskRequest(question))
    assert told.answer == "As of 2 March 1987: Oman – Rate: 7%, Quota? 40 tons [1] [2]"
    assert [citation.quote for citation in told.citations] == [
        "Origin | Rate | Quota?",
        "Oman | 7% | 40 tons",
    ]


def test_a_party_on_no_file_is_declined(answering: Answering) -> None:
    assert answering.answer(AskRequest("where do things stand with Peru")).abstained
