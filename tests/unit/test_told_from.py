"""From which day on a briefing can tell of what a question dates."""

from datetime import date

import pytest

from assistant.asking.question import understand
from assistant.asking.told_from import told_from


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("the quota agreed in May 1987: how long does it hold?", date(1987, 4, 30)),
        ("value of the order signed on May 4, 1987", date(1987, 5, 3)),
        ("the plan announced by Peru in early May 1987", date(1987, 4, 30)),
        ("the duty published May 1987", date(1987, 4, 30)),
        ("what did Peru announce on rice in May 1987", date(1987, 4, 30)),
        ("what had the two agreed in Lima in early May 1987?", date(1987, 4, 30)),
        (
            "how much of the quota did Peru lift in May 1987",
            date(1987, 3, 31),
        ),  # may be told before it applies
        ("did Peru renew the pact after the May 1987 review", date(1987, 3, 31)),
    ],
)
def test_what_was_done_in_a_period_is_told_from_then_on(question: str, first: date) -> None:
    assert told_from(understand(question, date(1988, 1, 1))) == first


@pytest.mark.parametrize(
    "question",
    [
        "which duty begins in May 1987?",  # may be told before
        "has the accord to be signed by May 1987?",
        "what was agreed on rice?",
        "rice exports in May 1987",
        "what did Peru agree to buy in May 1987",
        "which duty did Peru say would begin in May 1987?",
        "did the duty start in May 1987",
        "did the duty cut take effect in May 1987",
        "did the agreement in May 1987 hold",
    ],
)
def test_what_may_be_told_beforehand_is_not_narrowed(question: str) -> None:
    assert told_from(understand(question, date(1988, 1, 1))) is None
