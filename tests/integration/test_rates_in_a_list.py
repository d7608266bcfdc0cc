"""Rates that one long clause sets, each in an item of its own: of which goods, the clause says."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "order.md": (
        "Order on copper and nickel",
        "1987-04-02",
        "The council has looked at the trade in metals for a year.\n\n"
        "(2) Effective with respect to goods entered for consumption, or withdrawn from warehouse for "
        "consumption, on or after 12:01 a.m. on April 6, 1987, the additional rate of duty imposed under "
        "Order 7 of 1982, as amended; and Order 9 of 1983 for all copper and nickel articles, and certain "
        "derivative articles of copper and nickel, as listed in Annex 1 to this order, shall be:\n\n"
        "(a) 30 percent, unless a lower rate of duty applies under this order;\n\n"
        "(b) 20 percent for products of Peru, the metal content of which was smelted in Peru; and\n\n"
        "(c) 10 percent for derivative articles that were smelted here.\n\n"
        "(3) Effective with respect to goods entered for consumption, or withdrawn from warehouse for "
        "consumption, on or after 12:01 a.m. on April 6, 1987, for the copper and nickel derivative articles "
        "listed in Annex 2 to this order, the additional rate of duty imposed under Order 7 of 1982, as "
        "amended; and Order 9 of 1983 shall be:\n\n"
        "(a) 15 percent, unless a lower rate of duty applies under this order;\n\n"
        "(b) 5 percent for products of Peru, the metal content of which was smelted in Peru; and\n\n"
        "(c) 4 percent for all others.\n",
    ),
    "before.md": (
        "Copper from Peru",
        "1986-06-03",
        "The duty on copper from Peru stays at 25 percent until the talks are over.",
    ),
    "steel.md": (
        "Order on steel",
        "1987-04-02",
        "The duty on steel shall be set at a rate of 50 percent, with reduced rates available for certain "
        "products from Chile and for wire of old steel.",
    ),
    "wire.md": (
        "Steel rules are changed",
        "1987-06-01",
        "The council lets firms abroad use steel of ours by allowing them to qualify for a 10 percent duty "
        "rate, if their machines have 85 percent of such steel by weight.",
    ),
}


@pytest.mark.parametrize("question", ["what duty does Peruvian copper pay", "copper tariff from Peru now"])
def test_the_rate_of_a_party_is_told_behind_what_its_list_is_of(answering: Answering, question: str) -> None:
    answer = answering.answer(AskRequest(question))
    told = next(s.text for s in answer.sentences if s.role != "frame")
    assert told.startswith("The additional rate of duty imposed under Order 7 of 1982")
    assert "shall be: (b) 20 percent for products of Peru" in told
    assert told.endswith("was smelted in Peru")
    assert "25 percent" not in answer.answer


def test_what_is_quoted_of_an_item_ends_before_the_mark_of_the_next(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what duty does Peruvian copper pay"))
    assert answer.citations[-1].quote.endswith("was smelted in Peru")


@pytest.mark.parametrize("question", ["what duty applies to steel now?", "what is the duty on steel?"])
def test_a_rule_that_names_whom_it_spares_is_told_before_an_exception(
    answering: Answering, question: str
) -> None:
    told = next(s.text for s in answering.answer(AskRequest(question)).sentences if s.role != "frame")
    assert "50 percent" in told
