"""Asked what a party agreed to, an answer tells what that party undertook, and not what another did."""

import pytest

from assistant.answering import Answering
from tests.asked import ask, first

# name -> (title, date, text)
BRIEFINGS = {
    "deal.md": (
        "Norway and Peru strike a trade deal",
        "1986-05-12",
        "Norway and Peru announced a trade deal that will open markets. Under the deal Norway committed to "
        "lower its duty on fish meal of Peru to 4 percent. Peru will buy herring worth 40 million crowns and "
        "agreed to drop its duty of 12 percent on herring. Peru will end the 12 percent duty. Both sides "
        "agreed to meet again in Lima.",
    ),
    "later.md": (
        "Fact sheet: carrying out the deal with Peru",
        "1986-09-03",
        "The government signed an order that carries out the deal with Peru. In the deal Norway committed to "
        "lower its duty on fish meal of Peru.",
    ),
    "kenya.md": (
        "Norway lowers a duty on coffee of Kenya",
        "1986-07-01",
        "Norway agreed with Kenya to lower its duty on coffee of Kenya to 2 percent.",
    ),
    "firms.md": (
        "Running list of investments in Norway",
        "1986-10-06",
        "Investment in Norway is at a record. Santos Packers, a Brazilian maker of tins, announced an "
        "investment of 3 million crowns in a cannery in Bergen. Norsk Kabel will invest 5 million crowns.",
    ),
    "bank.md": (
        "Brazil and Norway found a bank",
        "1986-08-18",
        "Brazil will invest 60 million crowns in Norway by 1990, half of it in ports.",
    ),
    "chile.md": (
        "Norway and Chile sign a pact on copper",
        "1986-08-04",
        "Norway and Chile agreed on August 4, 1986 to end their duties on copper.",
    ),
}


@pytest.mark.parametrize(
    "asked",
    [
        "what did Peru agree to?",
        "what has Peru committed to?",
        "what are Peru's commitments?",
        "what concessions did Peru make?",
    ],
)
def test_what_a_party_undertook_leads_whatever_another_did_later(answering: Answering, asked: str) -> None:
    told = ask(answering, asked)
    assert "Peru will buy herring" in first(told)
    assert "Norway committed" not in told.answer


def test_what_the_other_side_undertook_is_told_of_that(answering: Answering) -> None:
    assert "Norway committed to lower" in first(ask(answering, "what did Norway agree to with Peru?"))


def test_what_both_undertook_is_told_of_each(answering: Answering) -> None:
    assert "to end their duties on copper" in first(ask(answering, "what did Chile agree to?"))


def test_what_only_another_undertook_is_declined(answering: Answering) -> None:
    told = ask(answering, "what did Kenya agree to?")
    assert told.abstained
    assert "anything that Kenya undertook" in told.answer


def test_what_a_party_will_do_leads_before_what_a_firm_of_it_does(answering: Answering) -> None:
    assert "Brazil will invest 60 million crowns" in first(ask(answering, "how much will Brazil invest?"))
