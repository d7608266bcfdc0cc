"""A figure gives way to the one that a newer sentence tells it has become, and to no other beside it."""

from datetime import date

import pytest

from assistant.asking.question import understand
from assistant.superseding.outgrown import outgrown
from tests.told import told

OLDER, NEWER = date(1987, 3, 2), date(1987, 6, 15)
PLEDGE = "Peru pledged to invest 600 million crowns."


GROWN = "The pledge, rising from the 600 million crowns of March to 900 million crowns, is for mines."


def first(newer: str, asked: str = "how much has Peru pledged to invest") -> str:
    question = understand(asked, date(1987, 7, 1))
    return outgrown(question, told((PLEDGE, OLDER, 2.0), (newer, NEWER, 1.0)))[0].quote


@pytest.mark.parametrize(
    "newer",
    [
        GROWN,
        "Peru pledges 900 million crowns instead of 600 million crowns.",
    ],
)
def test_what_it_has_become_leads(newer: str) -> None:
    assert first(newer) == newer


@pytest.mark.parametrize(
    "newer",
    [
        "Of over 600 million crowns that Peru pledged 50 million crowns came.",
        "Mines pay 50 million crowns, exempt from the 600 million crowns.",
        "Peru may raise it from 600 million crowns to 900 million crowns.",
    ],
)
def test_what_stands_beside_the_same_figure_does_not(newer: str) -> None:
    assert first(newer) == PLEDGE


def test_asked_what_it_was_the_older_one_is_told() -> None:
    assert first(GROWN, "how much did Peru pledge to invest in March 1987") == PLEDGE
