"""Asked for the latest on a measure, an answer tells what was done of it, and what ended it."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "variable.md": (
        "Setting a Variable Levy to Steady the Price of Grain",
        "1986-03-03",
        "By this Order 212 of March 3, 1986 (Setting a Variable Levy to Steady the Price of Grain) I "
        "order: a variable levy of 6 percent is imposed on grain.",
    ),
    "variable-cut.md": (
        "Changing What the Variable Levy Is to Steady",
        "1986-08-04",
        "In view of the harvest I have met the growers, whose counsel I value.\n\nEffective on August 10, "
        "1986, and until October 9, 1986, all articles of grain brought in from the countries of the list "
        "shall be, consistent with law, subject to an additional rate of duty of 2 percent.",
    ),
    "tolls.md": (
        "Norway and Chile on tolls",
        "1986-12-01",
        "Norway intends to have a zero variable levy for some flax of Chile.",
    ),
    "end.md": (
        "Ending certain levies",
        "1987-02-02",
        "The duties and levies imposed by Order 190 of September 1, 1986 (Setting a Duty on Oil That "
        "Comes by Way of Peru), as amended, and Order 212, as amended, shall no longer be in effect.",
    ),
    "law.md": (
        "Norway sets a duty to meet its shortage of foreign money",
        "1986-05-05",
        "Norway today set an import duty of 4 percent to meet its shortage of foreign money. The ministry "
        "acts under section 201 of the Tariff Act. By section 201 such a duty lasts as long as section "
        "201 allows. In a separate order the ministry let parcels pay the duty under section 201 as well.",
    ),
    "recap.md": (
        "A week for what is made in Norway",
        "1987-05-11",
        "Norway has acted to protect its makers, with duties on key goods such as steel, copper, trucks, "
        "cars, lumber, and medicines.",
    ),
    "copper.md": (
        "Norway adjusts its copper duty",
        "1987-03-09",
        "Norway today raised the duty on copper from 10 to 12 percent.",
    ),
    "works.md": (
        "Bergen Copper to grow",
        "1987-04-20",
        "Bergen Copper will invest 40 million crowns in a copper works in Bergen.",
    ),
    "chips.md": (
        "Norway sets a duty on certain semiconductors",
        "1987-01-12",
        "Under Order 260 of January 12, 1987 Norway imposes a duty of 25 percent on certain semiconductors.",
    ),
    "chips-excepted.md": (
        "Semiconductors and other goods excepted from Order 212",
        "1986-04-07",
        "Semiconductors are excepted from the levy of Order 212 of March 3, 1986. Levies of 6 percent "
        "collected under Order 212 on semiconductors that are excepted shall be refunded.",
    ),
    "announced.md": (
        "Fact sheet: a duty on oil that comes by way of Peru",
        "1986-09-02",
        "Norway is levying a duty of 15 percent on oil of any origin that comes by way of Peru, to be "
        "paid by the ship that brings the oil.",
    ),
    "order-on-oil.md": (
        "Setting a Duty on Oil That Comes by Way of Peru",
        "1986-09-01",
        "By this Order 190 of September 1, 1986 a duty of 15 percent is imposed on oil of any origin that "
        "comes by way of Peru, to be paid by the ship that brings the oil.",
    ),
}


def told(answering: Answering, question: str, day: date | None = None) -> list[str]:
    answer = answering.answer(AskRequest(question, as_of=day))
    return [sentence.text for sentence in answer.sentences if sentence.role != "frame"]


def test_what_ended_the_acts_whose_titles_call_it_so_leads(answering: Answering) -> None:
    assert "no longer be in effect" in told(answering, "status of the variable levy")[0]


def test_what_an_act_orders_leads_where_its_title_names_the_measure(answering: Answering) -> None:
    assert "2 percent" in told(answering, "status of the variable levy", date(1986, 9, 1))[0]


def test_what_was_done_under_a_law_is_told_in_sentences_that_do_not_name_it(answering: Answering) -> None:
    assert "import duty of 4 percent" in told(answering, "status of the section 201 duty")[0]


def test_goods_named_among_many_as_examples_are_no_news_of_them(answering: Answering) -> None:
    assert "from 10 to 12 percent" in told(answering, "status of the copper duty")[0]


def test_what_was_excepted_from_a_measure_does_not_end_with_it(answering: Answering) -> None:
    first, *_ = told(answering, "is the semiconductor duty still in force")
    assert "25 percent" in first


@pytest.mark.parametrize("question", ["status of the duty on Peruvian oil", "is the oil duty still in force"])
def test_what_is_announced_a_day_after_its_order_ends_with_it(answering: Answering, question: str) -> None:
    assert "no longer be in effect" in told(answering, question)[0]


def test_what_a_firm_invests_is_no_news_of_goods(answering: Answering) -> None:
    assert "from 10 to 12 percent" in told(answering, "latest on copper")[0]
