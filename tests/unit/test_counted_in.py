"""A count of a period that is asked for is told as of that period, or in a briefing of it."""

from datetime import date

import pytest

from assistant.asking.parts import Weighed
from assistant.asking.question import understand
from assistant.choosing.evidence import Evidence
from assistant.choosing.reach import Reach
from assistant.declining.statistics_asked import figure_untold
from tests.told import told

DAILY = "Lima clears 400 parcels a day."
OF_1986 = "Lima cleared 90,000 parcels in 1986."
NOWHERE = Reach(0.0, 0.0, 0.0)


def untold(asked: str, sentence: str, published: date) -> str | None:
    question = understand(asked, date(1987, 6, 1))
    parts = [Weighed(asked[p.start : p.end], 1.0, period=p) for p in question.periods]
    read = [with_reach(e, len(parts)) for e in told((sentence, published, 1.0))]
    return figure_untold(question, parts, read)


def with_reach(e: Evidence, parts: int) -> Evidence:
    from dataclasses import replace

    return replace(e, reached=(NOWHERE,) * parts)


@pytest.mark.parametrize(
    ("sentence", "published", "lacking"),
    [
        (DAILY, date(1985, 3, 2), "1986"),
        (OF_1986, date(1987, 3, 2), None),
        (DAILY, date(1986, 3, 2), None),
    ],
)
def test_how_many_in_a_year_is_told_of_that_year(sentence: str, published: date, lacking: str | None) -> None:
    assert untold("how many parcels did Lima clear in 1986?", sentence, published) == lacking


def test_a_year_that_says_which_order_is_meant_is_none_to_count_in() -> None:
    assert untold("how many jets are in the 1986 order of Lima?", DAILY, date(1985, 3, 2)) is None
