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


@pytest.mark.parametrize(
    "newer",
    [
        "Peru will pledge 900 million crowns, not 600 million crowns as first announced.",
        "Peru has lowered its pledge to 400 million crowns, from 600 million crowns in March.",
    ],
)
def test_what_it_is_not_or_was_before_gives_way(newer: str) -> None:
    assert first(newer) == newer


def test_not_only_that_is_no_denial() -> None:
    assert first("Peru pledged not only 600 million crowns but 900 million crowns of loans.") == PLEDGE


def test_asked_how_it_changed_what_was_never_so_gives_way_and_what_it_was_does_not() -> None:
    asked = "how did the pledge of Peru change"
    denied = "Peru will pledge 900 million crowns, not 600 million crowns as announced."
    assert (first(denied, asked), first(GROWN, asked)) == (denied, PLEDGE)


def test_of_a_day_to_come_the_newer_figure_is_told() -> None:
    assert first(GROWN, "how much will Peru invest by December 1987") == GROWN
