"""Read the periods that a text tells of: by their dates, or by their distance from the day that it is of."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from assistant.reading.days_between import days_between
from assistant.reading.periods import Period, a_year_before, periods_in
from ingest.text.events import events_in
from vectorstore.briefing import Event
from vectorstore.patterns import pattern

A_YEAR = 360  # days; what is longer is a year

_THE_YEAR = pattern(
    r"\bthe year['’]s\b|\b(?:full|whole|entire)(?: of the)?[ -]year\b|\bthe year as a whole\b"
    r"|\bfor the year\b",
    re.I,
)

# A figure beside that of a period: "from 105 mln dlrs in the same month last year".
_A_YEAR_BEFORE = pattern(
    r"\b(?:same|corresponding|comparable|like|equivalent) (?:\w+[ -]){0,2}?"
    r"(?:months?|quarter|half|period|time|week) (?:of |in |the |a )*"
    r"(?:last year|(?:year|one) (?:before|earlier|ago)|previous year|year[- ]ago|(?:19|20)\d\d)"
    r"|\b(?:a|one) year (?:before|earlier|ago|previously)\b|\byear[- ](?:ago|earlier)\b"
    r"|\bthe (?:year before|previous year)\b",
    re.I,
)


@lru_cache(maxsize=16_384)
def days_in(text: str, published: date | None) -> tuple[Period, ...]:
    """Read the periods of a text; what has no year is near the day it was published, as its verb says.

    >>> [day.first.year for day in days_in("Exports rose in January.", date(1987, 10, 19))]
    [1987]
    """
    found = periods_in(text, published, short=True)
    events = events_in(text, published) if any(period.year_assumed for period in found) else []
    return tuple(_as_told(period, events) if period.year_assumed else period for period in found)


def periods_told(text: str, published: date | None) -> tuple[Period, ...]:
    """Read the periods of a text, with the years that it names by their distance: "this year's surplus".

    What is told beside a year earlier is of both: "in February, from 105 in the same month last year".

    >>> told = periods_told("It fell in May, from 105 a year earlier.", date(1987, 6, 1))
    >>> [str(period.first) for period in told]
    ['1987-05-01', '1986-05-01']
    """
    told = days_in(text, published)
    told += tuple(p for p in days_between(text, told) if p not in told)
    before = map(a_year_before, told) if told and _A_YEAR_BEFORE.search(text) else ()
    return (*told, *before, *_years_told(text, published))


def is_most_of(found: Period, asked: Period) -> bool:
    """Whether a period is half of another one at least."""
    return 2 * (found.last - found.first).days >= (asked.last - asked.first).days


@lru_cache(maxsize=16_384)
def _years_told(text: str, published: date | None) -> tuple[Period, ...]:
    """Read the years that a text names by their distance from the day it was published.

    >>> told = "It fell this year.", "The year's surplus fell.", "It fell within a year."
    >>> [[year.first.year for year in _years_told(text, date(1987, 10, 19))] for text in told]
    [[1987], [1987], []]
    """
    if published is None or "year" not in text.casefold():
        return ()
    found = [e for e in events_in(text, published) if A_YEAR <= (e.last - e.first).days < 2 * A_YEAR]
    years = (Period(event.first, event.last, event.start, event.end) for event in found)
    own = date(published.year, 1, 1), date(published.year, 12, 31)
    return (*years, *(Period(*own, *match.span()) for match in _THE_YEAR.finditer(text)))


def _as_told(period: Period, events: Sequence[Event]) -> Period:
    """Return a period on the days that the words around it mean."""
    for event in events:
        if event.start < period.end and period.start < event.end:
            return replace(period, first=event.first, last=event.last)
    return period
