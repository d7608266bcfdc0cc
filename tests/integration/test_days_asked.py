"""A day that a question names without a year is of a year in which something happened on it."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "order.md": (
        "Order on the stacking of levies",
        "1986-04-29",
        "The order ends the stacking of levies on cheese, as the sum is more than is needed.",
    ),
    "stamps.md": (
        "Order on stamps for cheese",
        "1987-01-12",
        "The order asks for a stamp on each cheese that is sold abroad.",
    ),
    "mission.md": (
        "Cheese makers send a mission",
        "1987-08-03",
        "Makers of cheese sent a mission to Cairo on August 3, 1987.",
    ),
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what did the order of april 29 do about cheese", "ends the stacking of levies"),
        ("what did the order of jan 12 do about cheese", "a stamp on each cheese"),
        ("why stop the stacking of levies (29 apr order)", "the sum is more than is needed"),
    ],
)
def test_it_is_read_in_the_last_year_with_a_briefing_of_that_day(
    answering: Answering, question: str, told: str
) -> None:
    assert told in answering.answer(AskRequest(question)).answer


def test_a_day_of_no_briefing_stays_in_the_nearest_year(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what did the order of april 28 do about cheese"))
    assert answer.abstained
    assert "april 28" in answer.answer


def test_a_day_without_its_month_is_told_where_one_is_quoted(answering: Answering) -> None:
    told = answering.answer(AskRequest("where did the makers of cheese send a mission on the 3rd?"))
    assert "Makers of cheese sent a mission" in told.answer


def test_a_day_without_its_month_that_no_quote_names_is_declined(answering: Answering) -> None:
    declined = answering.answer(AskRequest("where did the makers of cheese send a mission on the 9th?"))
    assert declined.abstained
    assert "the 9th" in declined.answer
