"""What a party was charged on a day gone by: with a rate, or not at all."""

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "systems.md": (
        "Duties on small parcels from Peru",
        "1987-04-02",
        "The secretary has said that systems are now in place to collect tariff revenue for covered goods "
        "from Peru otherwise eligible for duty-free entry.",
    ),
    "chile.md": (
        "Duty on Chile",
        "1987-04-03",
        "All goods of Chile shall be subject to an additional duty of 12 percent from April 9, 1987.",
    ),
    "later.md": (
        "Duty on Peru",
        "1987-06-12",
        "All goods of Peru shall be subject to an additional duty of 10 percent from June 14, 1987.",
    ),
}


def test_what_tells_no_rate_is_not_told_for_the_rate_of_a_day(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what was the tariff on Peru on 1 May 1987?"))
    assert answer.abstention


def test_the_rate_that_held_on_a_day_is_told(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what was the tariff on Chile on 1 May 1987?"))
    assert "12 percent" in answer.answer
