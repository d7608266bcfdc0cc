"""The last one of a series is the one that is set out last."""

from datetime import date

import pytest

from assistant.asking.question import understand
from assistant.choosing.evidence import Evidence
from assistant.choosing.of_number import of_number
from tests.told import told

DAY = date(1987, 4, 1)
TRANCHES = [f"The {which} tranche of the tin quota closes on {day}." for which, day in
            (("first", "May 4"), ("second", "June 4"), ("third", "July 4"))]  # fmt: skip


def of_one_briefing(*sentences: str) -> list[Evidence]:
    """Return sentences that stand in one briefing."""
    return [
        Evidence(of.hit, of.sentence, text, "", 1.0, ())
        for of in told(
            (sentences[0], DAY, 1.0),
        )
        for text in sentences
    ]


@pytest.mark.parametrize("asked", ["last one closes when?", "when does the final tranche close"])
def test_the_last_of_a_series_is_the_one_of_the_highest_number(asked: str) -> None:
    question = understand(f"{asked} (tin quota)", DAY, asked)
    left = of_number(question, of_one_briefing(*TRANCHES))
    assert [e.quote for e in left] == [TRANCHES[2]]


def test_the_last_round_is_the_one_before_now() -> None:
    rounds = [f"The {which} round was held." for which in ("first", "second", "third")]
    question = understand("when was the last round held", DAY)
    assert len(of_number(question, of_one_briefing(*rounds))) == len(rounds)
