"""Read calendar dates as they stand in running text: whole, or only a day, a month or a year of one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ingest.text.days import Named, dates_in
from ingest.text.months import MONTH
from vectorstore.patterns import pattern

_BEFORE_MAY = pattern(
    r"\b(?:in|of|since|by|from|until|till|early|late|mid|last|next|this|through|to|and|for|during|between|"
    rf"on|before|after|or|end|a|the|{MONTH})[- ]?$",
    re.IGNORECASE,
)
_MONTH = pattern(MONTH, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A date, as much of it as is written."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates that characters [start, end) name: "June 9 and 10, 2025" are two."""

    start: int
    end: int
    days: tuple[Day, ...]


@lru_cache(maxsize=4096)
def written_dates(text: str) -> dict[int, Dates]:
    """Find the dates of a text, by where they start.

    >>> [dates.days for dates in written_dates("They may march on May 9 and 10").values()]
    [(Day(year=None, month=5, day=9), Day(year=None, month=5, day=10))]
    """
    return {
        dates.start: dates
        for named in dates_in(text)
        if _is_date(named, text)
        for dates in _dates(named, text)
    }


def _is_date(named: Named, text: str) -> bool:
    """Whether a month alone is one: "may" and "march" are other words more often."""
    if named.kind != "month" or named.year:
        return True
    before = text[max(0, named.start - 14) : named.start].rstrip(" ")
    return named.capital and (named.month != 5 or bool(_BEFORE_MAY.search(before)))


def _dates(named: Named, text: str) -> Iterator[Dates]:
    start, end, year = named.start, named.end, named.year
    if named.kind == "day":
        yield Dates(start, end, tuple(Day(year, named.month, day) for day in named.days))
    elif named.kind == "year" and year:
        yield Dates(start, end, tuple(Day(of) for of in sorted({year, year + named.months // 12 - 1})))
    elif named.kind == "month":
        yield Dates(start, end, (Day(year, named.month),))
    else:  # from a month to another one
        first, last = _MONTH.match(text, start), named.month + named.months - 1
        if first and (second := _MONTH.search(text, first.end(), end)):
            yield Dates(start, first.end(), (Day(year, named.month),))
            yield Dates(second.start(), end, (Day(year and year + (last - 1) // 12, (last - 1) % 12 + 1),))


def agrees(claimed: Day, cited: Day, published: date | None = None) -> bool:
    """Say whether the cited date is the claimed one, or tells it more exactly.

    A cited date without a year is of the year that brings it nearest to the day of publication.
    """
    year = cited.year
    if year is None and claimed.year is not None and published and cited.month:
        year = _year_near(published, cited.month)
    return all(
        said is None or said == there
        for said, there in ((claimed.year, year), (claimed.month, cited.month), (claimed.day, cited.day))
    )


def with_years(text: str, published: date | None) -> str:
    """Write the year beside every date that leaves it out, as one reads it on the day of publication.

    >>> with_years("Talks on June 6; in May 2024 none.", date(2025, 6, 8))
    'Talks on June 6, 2025; in May 2024 none.'
    """
    if published is None:
        return text
    parts, at = [], 0
    for dates in written_dates(text).values():
        day = dates.days[0]
        if day.year is None and day.month is not None:
            comma = "," if day.day and _MONTH.match(text, dates.start) else ""
            parts += [text[at : dates.end], f"{comma} {_year_near(published, day.month)}"]
            at = dates.end
    return "".join([*parts, text[at:]])


def _year_near(published: date, month: int) -> int:
    return (12 * published.year + published.month - month + 6) // 12


def first_of(day: Day, published: date | None) -> date | None:
    """Return the first day of a date, of the briefing's year where it has none."""
    year = day.year or (published.year if published else None)
    try:
        return date(year, day.month or 1, day.day or 1) if year else None
    except ValueError:  # 31 June
        return None
