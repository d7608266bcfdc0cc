"""Asked when a measure ends, an answer tells the newest day of it, or that a briefing ended it on its day."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "first.md": (
        "Peru and the United States suspend duties",
        "1987-02-12",
        "The United States will suspend its duty of 34 percent on Peru for 90 days.",
    ),
    "second.md": (
        "Changing duties to reflect talks with Peru",
        "1987-05-11",
        "Therefore, in Order 8 of February 12, 1987, I suspended the duties on Peru for a period of 90 days. "
        "This 90-day suspension of the truce with Peru expires on May 13, 1987. "
        "I have determined that it is necessary to continue the suspension effectuated by Order 8 until "
        "12:01 a.m. on August 10, 1987.",
    ),
    "parcels.md": (
        "Duty on parcels",
        "1987-03-20",
        "The parcel duty shall be charged until the expiration date of the maize surcharge that was set by "
        "the Order of March 1, 1987.",
    ),
    "imposing.md": (
        "Order on a rye levy",
        "1986-05-05",
        "A rye levy of 7 percent is imposed by Order 193 of May 5, 1986 on all rye.",
    ),
    "ending.md": (
        "Order that ends levies",
        "1987-06-04",
        "To effect this order the head of each office shall take all steps to end the rye levy. "
        "The rye levy imposed by Order 193 of May 5, 1986, as amended, shall no longer be in effect.",
    ),
}


@pytest.mark.parametrize("question", ["when does the Peru truce end?", "when does the Peru truce expire"])
def test_the_day_to_which_it_was_prolonged_is_told(answering: Answering, question: str) -> None:
    answer = answering.answer(AskRequest(question))
    assert "until 12:01 a.m. on August 10, 1987" in answer.answer
    assert "May 13" not in answer.answer


def test_the_day_of_an_order_is_no_end_of_what_it_set(answering: Answering) -> None:
    answer = answering.answer(AskRequest("when does the maize surcharge end?"))
    assert answer.abstention
    assert "a date" in answer.answer


def test_it_ended_on_the_day_of_the_briefing_that_ends_it(answering: Answering) -> None:
    answer = answering.answer(AskRequest("when did the rye levy end?"))
    assert answer.answer.startswith("As of 4 June 1987: The rye levy imposed by Order 193")
