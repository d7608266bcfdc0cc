"""A rate in total, told of "a product", is what all of a party's goods pay, in whatever words it is asked."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "deal.md": (
        "Chile agrees to a rate",
        "1987-03-02",
        "Imports from Chile will pay a tariff of 9 percent. Chile is to buy more maize.",
    ),
    "order.md": (
        "Chile: the order on its rate",
        "1987-05-08",
        "The Minister signed the order that carries out the deal with Chile. "
        "A Chilean product whose normal duty is below 9.5 percent pays 9.5 percent in total. "
        "A Chilean product whose normal duty is 9.5 percent or more pays nothing extra. "
        "The rate applies to Chilean goods entered on or after May 1, 1987. "
        "Still open with Chile is a ban on imports of forced labor, which the new tariff is meant to bring. "
        "Buses and bus parts from Chile also go to 4 percent in total.",
    ),
    "threshold.md": (
        "Kenya: who is spared",
        "1987-06-01",
        "The order of May puts Kenya's exporters at ease. "
        "A Kenyan product whose normal duty is 7 percent or more pays no additional tariff.",
    ),
    "kenya.md": (
        "Kenya agrees to a rate",
        "1987-04-01",
        "Imports from Kenya will pay a tariff of 6 percent.",
    ),
}
FORMS = (
    "tariffs on Chile",
    "duties on goods from Chile",
    "duties on Chilean goods",
    "tariffs on Chilean imports",
    "tariffs on imports from Chile",
    "duties on products of Chile",
    "tariffs on Chilean exports",
    "what is the tariff on goods from Chile?",
    "what duties does Chile pay?",
)


def lead(answering: Answering, question: str, as_of: date | None = None) -> str:
    answer = answering.answer(AskRequest(question, as_of=as_of))
    assert not answer.abstained
    return next(sentence.text for sentence in answer.sentences if sentence.role != "frame")


@pytest.mark.parametrize("asked", FORMS)
def test_the_newest_rate_leads_in_whatever_words_the_goods_are_named(
    answering: Answering, asked: str
) -> None:
    assert "pays 9.5 percent in total" in lead(answering, asked)
    assert "will pay a tariff of 9 percent" in lead(answering, asked, date(1987, 4, 1))


def test_for_which_goods_something_is_tells_no_rate(answering: Answering) -> None:
    assert "6 percent" in lead(answering, "what is the tariff on goods from Kenya?")
