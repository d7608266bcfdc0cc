"""What is typed as a day of a month is a month of a year where nothing is on file of that day."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "surcharge.md": (
        "Kenya's import surcharge",
        "2026-02-20",
        "Kenya imposes an import surcharge of 10 percent for a period of 150 days.",
    ),
    "salt.md": (
        "Kenya's duty on salt",
        "2025-04-22",
        "On April 22 Kenya raised its duty on salt to 9 percent.",
    ),
    "salt-later.md": (
        "Kenya's duty on salt falls",
        "2026-04-02",
        "Kenya lowered its duty on salt to 4 percent.",
    ),
    "newest.md": ("Rain in Fiji", "2026-08-20", "It rained in Fiji, where sugar is cut."),
}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("how long does Kenya's 10 percent surcharge from feb 26 run?", "150 days"),
        ("what did Kenya do to its salt duty on april 22", "9 percent"),
    ],
)
def test_the_year_is_read_where_there_is_no_such_day(answering: Answering, asked: str, told: str) -> None:
    assert told in answering.answer(AskRequest(asked)).answer


def test_what_may_be_neither_is_declined_by_the_day_that_was_typed(answering: Answering) -> None:
    answer = answering.answer(AskRequest("how long does Kenya's surcharge from feb 12 run?"))
    assert answer.abstained
    assert "Feb 12" in answer.answer
