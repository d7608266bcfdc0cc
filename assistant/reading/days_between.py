"""Read two days that a text names as all the days from the one to the other."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.reading.periods import Period, a_year_before
from vectorstore.patterns import pattern

_MOVED = pattern(
    r"\b(?:mov|postpon|delay|shift|extend|push|defer|chang|put|br(?:ing|ought)|advanc|prolong|slip)\w*\b",
    re.I,
)


def days_between(text: str, periods: Sequence[Period]) -> list[Period]:
    """Read two days as all from the one to the other: "between 28 October and 9 November 1986".

    A day that something is moved from, "postponed from May 1 to June 1", is a day by itself.

    >>> from assistant.reading.periods import periods_in
    >>> text = "between 28 May 1986 and 3 June 1986"
    >>> [str(period.last) for period in days_between(text, periods_in(text))]
    ['1986-06-03']
    """
    found: list[Period] = []
    for period in periods:
        first = found[-1] if found else period
        if first.end > period.start or not _runs(text[: first.start], text[first.end : period.start]):
            found.append(period)
            continue
        if first.year_assumed and first.first > period.first:
            first = a_year_before(first)
        if first.first == first.last < period.first == period.last:
            found[-1] = replace(first, last=period.last, end=period.end)
        else:
            found.append(period)
    return found


def _runs(before: str, between: str) -> bool:
    """Whether the words before two days and between them mean all from the one to the other."""
    word = between.strip(" ,").casefold()
    if word in ("-", "–", "—"):
        return True
    if word in ("to", "until", "till", "through"):
        return not _MOVED.search(before)
    return word == "and" and before.rstrip().casefold().endswith("between")
