"""Find the calendar periods that a text names: days, months, quarters, halves, seasons, years.

A period is read only when it names its year, save for a day and month of which the reader is
told the year to assume. Relative words ("last week") are not read here.
"""

import calendar
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.reading.typed_years import COUNTED, is_near, typed_in, with_year_typed
from ingest.text.day_forms import OF_YEAR
from ingest.text.days import Named, named_in
from vectorstore.patterns import pattern

_OTHER_WORD = pattern(rf"may\b|mar\b(?! {COUNTED})|march on\b", re.I)
_CHANGES = {"last": -1, "this past": -1, "this": 0, "next": 1}
_RUNS = ("run", "ended", "first months")
DECEMBER = 12
FAR_YEARS = 15  # from which on a month without a year is of the year that a question names, as of an archive
A_QUARTER = 92  # days, at most
EARLIEST = 1900  # a number before it alone is no year that anything is told of
YEARS_BACK = 3  # that a day without a year may be of, where something is on file of it
FUTURE = 2  # "in May", said in November, is last May: days ahead count this many times
FUTURE_ALONE = 4  # the same of "Jan surplus": what is dated so is over


@dataclass(frozen=True, slots=True)
class Period:
    """Days `first` to `last`, inclusive, and the characters [start, end) that name them."""

    first: date
    last: date
    start: int
    end: int
    year_assumed: bool = False  # the text names none

    def overlaps(self, other: "Period") -> bool:
        return self.first <= other.last and other.first <= self.last

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


def in_a_year_of(period: Period, days: Collection[date | None], ahead: bool = False) -> Period:
    """Read a period without a year in a year of which something is on file; `days` are the briefings'.

    A day, "the order of April 29", is of the last year with a briefing of that day. A month that would begin
    after the newest briefing is the one before, unless the question looks `ahead`.

    >>> day = Period(date(1987, 4, 29), date(1987, 4, 29), 0, 8, year_assumed=True)
    >>> in_a_year_of(day, {date(1986, 4, 29)}).first
    datetime.date(1986, 4, 29)
    >>> month = Period(date(1988, 2, 1), date(1988, 2, 29), 0, 8, year_assumed=True)
    >>> [in_a_year_of(month, {date(1987, 10, 20)}, ahead).last.isoformat() for ahead in (False, True)]
    ['1987-02-28', '1988-02-29']
    """
    if not period.year_assumed:
        return period
    named = period.first
    if named != period.last:
        newest = max(filter(None, days), default=named)
        return period if ahead or named <= newest else a_year_before(period)
    same = [day for day in days if day and (day.month, day.day) == (named.month, named.day)]
    day = max((day for day in same if 0 <= named.year - day.year <= YEARS_BACK), default=named)
    return replace(period, first=day, last=day)


def in_one_year(periods: Sequence[Period]) -> list[Period]:
    """Read what names no year beside what does: "between March and August 2025".

    What stands before a day, a month or a quarter with a year is the last one until then, what stands behind
    it the nearest one.

    >>> found = periods_in("from November to Q1 2026 and in May", date(2026, 11, 29), short=True)
    >>> [period.first.isoformat() for period in in_one_year(found)]
    ['2025-11-01', '2026-01-01', '2026-05-01']
    >>> found = periods_in("the 1987 quota after November", date(2026, 11, 29), short=True)
    >>> [period.first.isoformat() for period in in_one_year(found)]
    ['1987-01-01', '1987-11-01']
    """
    dated = [p for p in periods if not p.year_assumed and (p.last - p.first).days <= A_QUARTER]
    if dated:
        return [_beside(p, dated) if p.year_assumed else p for p in periods]
    years = {p.first.year for p in periods if not p.year_assumed and p.first.year == p.last.year}
    if len(years) != 1:
        return [*periods]
    (year,) = years
    return [
        _in_year(p, year) if p.year_assumed and abs(p.first.year - year) > FAR_YEARS else p for p in periods
    ]


def _beside(period: Period, dated: Sequence[Period]) -> Period:
    """Return a period in the year that the next one with a year behind it says, else the last before."""
    behind = [p for p in dated if p.start >= period.end]
    near = behind[0] if behind else dated[-1]
    every = [_in_year(period, near.first.year + years) for years in (-1, 0, 1)]
    every = [p for p in every if not behind or p.first <= near.first]
    nearest = min(every, key=lambda p: abs((p.first - near.first).days))
    return replace(nearest, year_assumed=False)


def _in_year(period: Period, year: int) -> Period:
    return _moved(period, year - period.first.year)


def a_year_before(period: Period) -> Period:
    """Return the same days, months or years a year earlier.

    >>> february = Period(date(2024, 2, 1), date(2024, 2, 29), 0, 8)
    >>> a_year_before(february).last.isoformat()
    '2023-02-28'
    """
    return _moved(period, -1)


def _moved(period: Period, years: int) -> Period:
    first, after = (_in_another_year(day, years) for day in (period.first, period.last + timedelta(1)))
    return replace(period, first=first, last=after - timedelta(1))


def _in_another_year(day: date, years: int) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if leap else day.day)


def periods_in(text: str, assumed: date | None = None, short: bool = False) -> list[Period]:
    """Return the periods named in `text`, in order; never two over the same characters.

    `assumed` is the day that a day or month without a year is read near: the year that puts
    it nearest to that day, the past before the future. `short` also reads what needs that day more: a month
    alone, a year in two figures.

    >>> [(p.first.isoformat(), p.last.isoformat()) for p in periods_in("from 8 June 2025 to Q3 2026")]
    [('2025-06-08', '2025-06-08'), ('2026-07-01', '2026-09-30')]
    """
    found = [p for named in named_in(text) if (p := _period(named, text, assumed, short))]
    for typed in typed_in(text, assumed) if assumed and short else ():
        over = [p for p in found if typed.start < p.end and p.start < typed.end]
        if (typed.kind == "run" or not over) and (period := _period(typed, text, assumed, short)):
            found = [p for p in found if p not in over] + [period]
    return sorted(found, key=lambda period: period.start)


def _period(named: Named, text: str, assumed: date | None, short: bool) -> Period | None:
    """Read what a text names as a period; None where too much of it is left open."""
    if named.short and named.kind in ("part", "season", "first months"):
        near = assumed and short and is_near(named.year or 0, assumed)
        named = named if near else _without_year(named, text)
    year, end = named.year, named.end
    if year is not None and year < EARLIEST and named.kind == "year":
        return None
    if year is None and assumed and short and (typed := with_year_typed(named, text, assumed)):
        named, year, end = typed, typed.year, typed.end
    if year is None and assumed and (of_year := OF_YEAR.match(text, end)) and _is_of_it(named, of_year):
        year, end = assumed.year + _CHANGES[of_year["of"].casefold()], of_year.end()
        year -= named.kind == "ended" and named.month + named.months > DECEMBER + 1  # it is its last month's
    start = named.start
    yearless = year is None and named.kind not in _RUNS and named.lead not in _CHANGES
    if year is None:
        if assumed is None or not _is_open(named, text, short):
            return None
        if named.kind == "season":
            start -= len(named.lead) + 1
        year = _year_of(named, assumed)
    days = named.of(year)
    return Period(*days, start, end, yearless) if days else None


def _without_year(named: Named, text: str) -> Named:
    """Leave out two figures that are no year: "in the second quarter 12 firms"."""
    return replace(named, year=None, short=False, end=len(text[: named.core].rstrip(" '’")))


def _is_of_it(named: Named, of_year: re.Match[str]) -> bool:
    """Whether a year is of the season before it: "the fall of next year", not "to fall next year"."""
    return named.kind != "season" or "of" in of_year[0].split()


def _is_open(named: Named, text: str, short: bool) -> bool:
    """Whether something without a year may be read of one nearby."""
    if named.kind == "season":
        return short and named.lead in _CHANGES
    if named.kind == "part":
        return short and not text[: named.end].endswith(" of")
    if named.kind == "month" and not named.lead:
        return short and not _OTHER_WORD.match(text, named.start)
    return True


def _year_of(named: Named, assumed: date) -> int:
    """Return the year that something without one is read of."""
    which = named.lead if named.lead in _CHANGES else ""
    which = "last" if which == "this past" or named.kind == "ended" else which
    if named.days and which:
        over = (named.month, named.days[0]) < (assumed.month, assumed.day)
        return assumed.year + over - (which == "last")
    if not named.days and (named.kind != "month" or which):
        return _year_of_run(named.month, named.months, assumed, which)
    alone = named.kind == "month" and not named.lead
    day = named.days[0] if named.days else 15
    return _nearest_year(named.month, day, assumed, FUTURE_ALONE if alone else FUTURE)


def _year_of_run(first: int, months: int, assumed: date, which: str) -> int:
    """Return the year in which a part of a year begins: of the last one begun, unless the next is meant."""
    if which == "this":  # of seasons, and one may be said to come
        middle = first + months // 2
        return _nearest_year((middle - 1) % 12 + 1, 1, assumed) - (middle - 1) // 12
    begun = assumed.year - (date(assumed.year, first, 1) > assumed)
    if which == "next":
        return begun + 1
    ends_in, month = divmod(first + months - 2, 12)
    over = date(begun + ends_in, month + 1, calendar.monthrange(begun + ends_in, month + 1)[1]) < assumed
    return begun if over or not which else begun - 1


def _nearest_year(month: int, day: int, assumed: date, future: int = FUTURE) -> int:
    def distance(year: int) -> int:
        middle = date(year, month, min(day, calendar.monthrange(year, month)[1]))
        days = (middle - assumed).days
        return future * days if days > 0 else -days

    return min((assumed.year - 1, assumed.year, assumed.year + 1), key=distance)
