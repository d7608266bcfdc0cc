"""Follow-ups that are whole questions by now: on other goods, of another day, of today."""

import pytest

from assistant.answering import Answering
from tests.asked import asked_behind

# name -> (title, date, text)
BRIEFINGS = {
    "cabinets.md": (
        "Rise of the furniture duty is put off",
        "1987-04-02",
        "Chile keeps its duty on furniture at 25 percent. It goes on talking about its duties on plywood and "
        "furniture with its partners, and a rise of the furniture duty is put off to allow for such talks.",
    ),
    "plywood.md": (
        "Order on plywood",
        "1987-03-02",
        "Chile imposes a duty of 10 percent on plywood.",
    ),
    "tin-1986.md": ("Tin in Chile", "1986-03-01", "Chile charges a duty of 4 percent on tin."),
    "tin-1987.md": (
        "Tin in Chile goes up",
        "1987-02-01",
        "Chile charges a duty of 9 percent on tin. Its mills had asked in March 1986 that it be raised.",
    ),
}


def test_other_goods_are_looked_for_beyond_the_briefing_that_was_told(answering: Answering) -> None:
    told = asked_behind(answering, "what is the duty on furniture?", "and plywood?").answer
    assert "10 percent on plywood" in told


@pytest.mark.parametrize("now", ["what is it now?", "how much is it today?", "and now?"])
def test_how_much_it_is_now_is_the_question_before_of_today(answering: Answering, now: str) -> None:
    told = asked_behind(answering, "duty on tin in March 1986", now).answer
    assert "9 percent" in told


@pytest.mark.parametrize("then", ["and in March 1986?", "in march 1986"])
def test_a_period_goes_into_a_question_that_names_none(answering: Answering, then: str) -> None:
    told = asked_behind(answering, "duty on tin now?", then).answer
    assert "4 percent" in told.partition("[1]")[0]
