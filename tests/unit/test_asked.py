"""Which questions ask where dealings stand: those that name parties and nothing that is asked about them."""

from datetime import date

import pytest

from assistant.asking.asked import asks_latest
from assistant.asking.charge_asked import asks_charged
from assistant.asking.question import understand

TODAY = date(1987, 6, 1)


@pytest.mark.parametrize(
    "question",
    [
        "what is the status of Japan-US talks",
        "where do things stand with Hungary",
        "latest on Argentina",
        "is the accord with Brazil in force?",
        "are negotiations with the EC still going on?",
        "Swiss deal?",
        "what's new with Mexico on trade",
        "Canada",
        "chile - tokyo trade relatoins",
        "Tokyo vs Washington on trade: where do things stand?",
        "UK trade deal, how far along are they",
        "state of EC-Japan relations",
        "duties on China: latest",
        "status of the truce with China as of 3 May 1987",
        "latest on Canadian beef",
        "status of the maize levy",
        "what did Hungary agree to",
        "summarise the accord with Hungary",
        "timeline of the talks with Hungary",
    ],
)
def test_a_question_about_parties_and_nothing_else_asks_for_their_dealings(question: str) -> None:
    assert asks_latest(understand(question, TODAY))


@pytest.mark.parametrize(
    "question",
    [
        "what does Canada say of beef",  # goods
        "what duty does Argentina pay",  # a rate
        "when do the talks with Hungary go on",  # a day
        "tariffs on Japan vs Korea",  # two rates
        "does the surcharge still apply",  # whether it holds
        "is the maize levy still in place?",
        "has the accord with Chile taken effect",
        "who leads the talks with Brazil",  # a person
        "why did the talks with Japan fail",  # a reason
        "what was agreed with Japan in April 1987",  # a period
        "how did the dispute with Chile end",  # the past
        "status of the trade talks",  # no subject
        "where do US talks stand",  # no other party
        "talks with Brazil, Chile and Peru: status",  # a table
        "what has changed with Japan since 3 May 1987",  # a period to look at
    ],
)
def test_a_question_that_asks_for_more_does_not(question: str) -> None:
    assert not asks_latest(understand(question, TODAY))


@pytest.mark.parametrize(
    "question",
    [
        "what rate are Hungarian goods on?",
        "India: total extra tariff on its goods, stacked",
        "is 9% still the tariff on Austria",
        "what does Japan pay",
        "Swiss imports - which country rate applies",
        "duty on goods from Peru as of 3 May 1987",
        "Japan or Korea: who pays more",
        "Chile vs Peru: extra duty now?",
        "who has the lower tariff rate, Austria, Hungary or Poland",
        "how much are Swiss goods charged",
        "what are goods from Hungary taxed at",
    ],
)
def test_the_rate_on_a_partys_goods_whatever_they_are_is_asked_for(question: str) -> None:
    assert asks_charged(understand(question, TODAY))


@pytest.mark.parametrize(
    "question",
    [
        "duty on Hungarian maize",  # goods
        "what was the tariff on Brazil",  # the past
        "tariff on Peru in May 1986",  # a period
        "when does the tariff on Peru rise",  # a day
        "why is the rate on Chile so high",  # a reason
        "latest on the tariffs on Canada",  # what was done last
        "tariff rates of Austria, Hungary, Poland and Peru",  # a table
        "what is the tariff now",  # no party
        "what was Chile charged for the port",  # the past, and another thing
    ],
)
def test_no_other_question_asks_for_it(question: str) -> None:
    assert not asks_charged(understand(question, TODAY))
