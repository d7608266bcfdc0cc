"""Asked for the duty on goods, the rate on them leads, not a newer one on what is made of them."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "first.md": (
        "Norway sets its duties on metals",
        "1987-02-02",
        "Norway will charge duties on imports of copper and zinc of 40 percent from March 1, 1987. Mills in "
        "Bergen that work with zinc asked for less.",
    ),
    "later.md": (
        "Norway eases its metal duties for machines",
        "1987-03-16",
        "Machines that hold copper or zinc now have a duty rate of 12 percent in Norway. Cans with 80 "
        "percent of zinc content pay 8 percent. The ministry said that its duties on metals work.",
    ),
    "bricks.md": (
        "Norway raises what bricks and tiles pay",
        "1987-03-02",
        "Articles made entirely of brick, cement, or slate will pay a flat 30 percent on their full value. "
        "Articles with cement content pay 14 percent.",
    ),
    "cement.md": (
        "Norway encourages its kilns",
        "1987-04-06",
        "The cement duty rate of 10 percent is open to kilns if 85 percent of their cement tools come from "
        "Norway. Benches: (a) 30 percent, unless a lower rate applies.",
    ),
    "cement-spain.md": (
        "Norway and Spain on cement",
        "1987-04-13",
        "Cement from Spain pays a duty of 5 percent.",
    ),
}


def test_the_rate_on_the_goods_themselves_leads(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what rate do imports of copper pay?"))
    assert not answer.abstained
    assert "40 percent" in answer.sentences[1].text


@pytest.mark.parametrize(
    "question",
    [
        "what is the tariff on cement",
        "cement duty rate",
        "cement tariffs",
        "is the cement duty still 10 percent",
    ],
)
def test_the_newest_that_sets_it_on_all_of_the_goods_leads(answering: Answering, question: str) -> None:
    answer = answering.answer(AskRequest(question))
    assert not answer.abstained
    assert "flat 30 percent" in answer.sentences[1].text


def test_a_party_asked_about_has_its_own(answering: Answering) -> None:
    assert "5 percent" in answering.answer(AskRequest("what is the duty on cement from Spain")).answer


def test_of_a_day_before_it_declines(answering: Answering) -> None:
    assert answering.answer(AskRequest("what is the tariff on cement", as_of=date(1987, 2, 20))).abstained
