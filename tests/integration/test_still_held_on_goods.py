"""A duty on goods still holds where that on everything has ended, and that on all origins holds for one."""

import pytest

from assistant.answering import Answering
from tests.asked import ask, first

# name -> (title, date, text)
BRIEFINGS = {
    "all-goods.md": (
        "Surcharge on Goods of Peru",
        "1986-02-03",
        "By this Order 611 of February 3, 1986 (Surcharge on Goods of Peru) a surcharge of 9 percent is "
        "imposed on all goods of Peru to meet the emergency. Zinc of Peru is excepted from the surcharge of "
        "Order 611, as a tariff on zinc is under study.",
    ),
    "zinc.md": (
        "Fact sheet: a tariff on zinc",
        "1986-09-08",
        "The ministry imposed a 20 percent tariff on refined zinc under section 44. Zinc is smelted at home "
        "by two firms. Zinc for solder pays the tariff on zinc as well.",
    ),
    "ending.md": (
        "Ending certain surcharges",
        "1987-03-02",
        "The emergency duties and surcharges imposed by Order 611 of February 3, 1986 (Surcharge on Goods of "
        "Peru), as amended, and Order 612 of February 5, 1986 (Surcharge on Goods of Chile) shall no longer "
        "be in effect.",
    ),
    "chile.md": (
        "Carrying out the accord with Chile",
        "1986-06-09",
        "In the accord the government committed to lower the surcharge imposed under Order 612, as amended, "
        "on certain products of Chile to zero percent and to lower the tariff imposed under section 91 on "
        "cement of Chile to 4 percent.",
    ),
    "lamps.md": (
        "Adjusting imports of oil lamps and parts of oil lamps",
        "1987-04-06",
        "Effective with respect to articles entered for consumption on or after 12:01 a.m. on May 1, 1987, "
        "but for those covered by clause 6, the schedule is modified as provided in Annex 4, and the "
        "applicable ad valorem rate of duty on articles listed in Annex 1 shall be 30 percent, unless a "
        "lower rate of duty applies by clause 4.",
    ),
    "wool.md": (
        "A tariff on wool",
        "1986-04-07",
        "The tariff on wool is raised to 12 percent. Spun wool pays the 12 percent tariff on its full value. "
        "Wool from Kenya is exempt from the tariff.",
    ),
    "wool-review.md": (
        "Further adjusting the tariff on wool",
        "1987-05-04",
        "The customs board shall inform the minister of any circumstance that might indicate that any of the "
        "steps taken under section 14 on wool are no longer necessary. Customs may issue rules on wool.",
    ),
}


@pytest.mark.parametrize(
    "asked",
    ["is the tariff on zinc from Peru still in force?", "has the tariff on Peruvian zinc been lifted?"],
)
def test_the_end_of_the_duty_on_everything_is_none_of_that_on_the_goods(
    answering: Answering, asked: str
) -> None:
    told = ask(answering, asked)
    assert "20 percent tariff on refined zinc" in first(told)
    assert "no longer be in effect" not in told.answer


def test_what_is_charged_under_another_law_has_not_ended_with_the_act_beside_it(answering: Answering) -> None:
    told = ask(answering, "is the tariff on cement from Chile still in force?")
    assert "on cement of Chile to 4 percent" in first(told)
    assert "no longer be in effect" not in told.answer


def test_what_rests_on_the_law_that_is_asked_about_has_not_ended_with_another(answering: Answering) -> None:
    told = ask(answering, "is the section 91 tariff on Chile still in force?")
    assert "no longer be in effect" not in told.answer


def test_the_duty_on_everything_has_ended(answering: Answering) -> None:
    for asked in "is the surcharge on goods of Peru still in force?", "is the surcharge on Peru over?":
        assert "no longer be in effect" in first(ask(answering, asked)), asked


@pytest.mark.parametrize(
    "asked",
    [
        "is the tariff on refined zinc from Bolivia still in force?",
        "has the tariff on refined zinc from Bolivia been lifted?",
        "what is the status of the tariff on refined zinc from Bolivia?",
    ],
)
def test_a_duty_on_goods_from_anywhere_holds_for_those_of_a_party_and_that_is_said(
    answering: Answering, asked: str
) -> None:
    told = ask(answering, asked)
    assert "20 percent tariff on refined zinc" in first(told)
    assert any("names Bolivia" in notice.text for notice in told.warnings)


@pytest.mark.parametrize(
    "asked",
    [
        "is the tariff on smoked zinc from Bolivia still in force?",  # of another kind
        "is the 35 percent tariff on refined zinc from Bolivia still in force?",  # at another rate
        "is Bolivia's tariff on refined zinc still in force?",  # charged by it
    ],
)
def test_another_duty_on_such_goods_is_no_answer(answering: Answering, asked: str) -> None:
    assert ask(answering, asked).abstained


@pytest.mark.parametrize(
    "asked", ["is the tariff on oil lamps still in force?", "oil lamps tariff - still on?"]
)
def test_a_clause_that_is_like_no_question_answers_under_a_title_that_is(
    answering: Answering, asked: str
) -> None:
    assert "shall be 30 percent" in ask(answering, asked).answer


def test_what_is_newer_and_speaks_of_no_duty_does_not_lead(answering: Answering) -> None:
    told = ask(answering, "is the tariff on wool still in force?")
    assert "12 percent" in first(told)
