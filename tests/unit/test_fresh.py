"""Of sentences that are likely to answer the newer one counts for more."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.asking.question import understand
from assistant.choosing.evidence import Evidence, Marks, reranked
from tests.told import told

ASKED = understand("how high is the duty on jute?", date(1994, 9, 1))
OLDER = "The duty on jute is 12 percent."
NEWER = "The duty on jute is 14 percent."


class Fixed:
    """A judge that finds each sentence as likely as told."""

    def __init__(self, *said: float) -> None:
        self.said = said

    def log_odds(self, question: str, sentences: Sequence[str], /) -> list[float]:
        return list(self.said)


def both(**newer: float) -> list[Evidence]:
    older, later = told((OLDER, date(1994, 3, 1), 1.0), (NEWER, date(1994, 8, 1), 0.9))
    return [older, replace(later, marks=Marks(**newer))]


def test_of_two_that_are_as_likely_the_newer_one_is_first() -> None:
    first, second = reranked(ASKED, both(newer=0.5), Fixed(3.0, 3.0))
    assert (first.quote, second.quote) == (NEWER, OLDER)
    assert 0.4 < first.marks.fresh < 0.5
    assert second.marks.fresh == 0


def test_a_newer_one_that_is_not_likely_to_answer_gains_nothing() -> None:
    _, newer = reranked(ASKED, both(newer=0.1), Fixed(3.0, -6.0))
    assert newer.quote == NEWER
    assert newer.marks.fresh < 0.001


def test_where_a_period_is_asked_about_no_date_counts() -> None:
    assert [e.marks.fresh for e in reranked(ASKED, both(), Fixed(3.0, 3.0))] == [0, 0]
