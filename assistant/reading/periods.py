"""Find the calendar periods that a text names: days, months, quarters, halves, seasons, years.

A period is read only when it names its year, save for a day and month of which the reader is
told the year to assume. Relative words ("last week") are not read here.
"""

import calendar
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.reading.period_forms import (
    COUNTS,
    FORMS,
    MONTHS,
    NEEDS,
    OF_YEAR,
    RANKS,
    RUNS,
    SEASONS,
    SHORT,
    SIGNS,
    YEARLESS,
    is_verb,
)
from ingest.text.events import year_further_on

_CHANGES = {"last": -1, "this": 0, "next": 1}
A_QUARTER = 92  # days, at most
NEAR_YEARS = 2  # a year in two figures is one so near to the assumed day, else it is a number

YEARS_BACK = 3  # that a day without a year may be of, where something is on file of it
_YEARS = ("year", "shortyear", "which")  # groups of a form that say which year is meant
TURN = 50  # '49 is 2049, '50 is 1950: no briefing on file is older
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
    """
    dated = [p for p in periods if not p.year_assumed and (p.last - p.first).days <= A_QUARTER]
    return [_beside(p, dated) if p.year_assumed and dated else p for p in periods]


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
    found: list[Period] = []
    folded = text.casefold()
    signs = {sign for sign, pattern in SIGNS.items() if pattern.search(folded)}
    if not signs:
        return found
    forms = FORMS + (RUNS + YEARLESS if assumed else []) + (SHORT if assumed and short else [])
    for form in forms:
        if not NEEDS[form] <= signs:
            continue
        for match in form.finditer(text):
            if any(match.start() < p.end and p.start < match.end() for p in found):
                continue
            if form in SHORT and not _is_near(match.groupdict(), assumed):
                continue
            parts, end = match.groupdict(), match.end()
            if form in YEARLESS and is_verb(match):
                continue
            if parts.get("day") and not parts.get("year") and not parts.get("lastday"):
                month = MONTHS[(parts["month"] or "").casefold()]
                stated = year_further_on(month, text, end)
                parts["year"] = str(stated) if stated else None
            yearless = (form in YEARLESS or form in SHORT) and not any(map(parts.get, _YEARS))
            if assumed and not parts.get("shortyear") and (of_year := OF_YEAR.match(text, end)):
                parts["year"] = parts.get("year") or str(assumed.year + _CHANGES[of_year[1].casefold()])
                end, yearless = of_year.end(), False
            if days := _days(parts, assumed, short):
                start = match.start("named") if "named" in form.groupindex else match.start()
                found.append(Period(*days, start, end, yearless))
    return sorted(found, key=lambda period: period.start)


def _days(parts: dict[str, str | None], assumed: date | None, asked: bool) -> tuple[date, date] | None:
    month = MONTHS.get((parts.get("month") or "").casefold()) or int(parts.get("monthnumber") or 0)
    day = int(parts.get("day") or 0)
    months = _run_of(parts, month)
    if parts.get("year"):
        year = int(parts["year"] or 0)
    elif parts.get("shortyear"):
        short = int(parts["shortyear"] or 0)
        year = short + (2000 if short < TURN else 1900)
        # "July 31" is a day, and so is what a briefing writes; "sept 25", asked in 2025 or 2026, is a month
        recent = asked and assumed is not None and year in (assumed.year - 1, assumed.year)
        if parts.get("mark") == "" and 1 <= short <= 31 and not recent:
            return None
        if not 0 <= int(parts.get("untilshort") or short) - short <= NEAR_YEARS:
            return None  # "apr 25 to may 10" are days
    elif assumed:
        if months or parts.get("which"):
            year = _year_of_run(*(months or (month, 1)), assumed, _which(parts))
        else:
            year = _nearest_year(month, day or 15, assumed, FUTURE_ALONE if "alone" in parts else FUTURE)
    else:
        return None
    if months:
        first, count = months
        if parts.get("lastmonth") and parts.get("monthcount") and first + count > 13 and parts.get("year"):
            year -= 1  # "the year to June 1987": the year named is the last month's
        last = first + count - 1  # 13 and more are of the next year
        return date(year, first, 1), _month(year + (last - 1) // 12, (last - 1) % 12 + 1)[1]
    if not month:
        years = (int(parts.get("lastyear") or year % 100) - year % 100) % 100  # more, of "1987-93"
        return (date(year, 1, 1), date(year + years, 12, 31)) if years < TURN else None
    if month > 12:
        return None
    if not day:
        return _month(year, month)
    last = int(parts.get("lastday") or day)
    if not day <= last <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day), date(year, month, last)


def _which(parts: dict[str, str | None]) -> str:
    """Say whether the last or the next part of a year is meant; months counted up to one are over."""
    counted = parts.get("monthcount") and parts.get("lastmonth")
    return "last" if counted else (parts.get("which") or "").casefold()


def _run_of(parts: dict[str, str | None], month: int) -> tuple[int, int] | None:
    """Return the first month of a part of a year and how many months it has; None for anything else."""
    if quarter := int(parts.get("quarter") or 0) or RANKS.get((parts.get("quarterrank") or "").casefold()):
        return 3 * quarter - 2, 3
    if half := int(parts.get("half") or 0) or RANKS.get((parts.get("halfrank") or "").casefold()):
        return 6 * half - 5, 6
    if season := SEASONS.get((parts.get("season") or "").casefold()):
        return season, 3
    last = MONTHS.get((parts.get("lastmonth") or "").casefold())
    if count := (parts.get("monthcount") or "").casefold():
        months = COUNTS.get(count) or int(count)
        return ((last or months) - months) % 12 + 1, months
    if last:
        if until := int(parts.get("untilyear") or parts.get("untilshort") or 0):
            years = until - int(parts.get("year") or parts.get("shortyear") or until)
            return month, max(1, 12 * years + last - month + 1)
        return month, (last - month) % 12 + 1
    return None


def _is_near(parts: dict[str, str | None], assumed: date | None) -> bool:
    """Say whether a year in two figures, if there is one, is near the assumed day."""
    short = parts.get("shortyear")
    return not short or bool(assumed and abs(assumed.year % 100 - int(short)) <= NEAR_YEARS)


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _year_of_run(first: int, months: int, assumed: date, which: str) -> int:
    """Return the year in which a part of a year begins: of the last one begun, unless the next is meant."""
    if which == "this":  # of seasons, and one may be said to come
        middle = first + months // 2
        return _nearest_year((middle - 1) % 12 + 1, 1, assumed) - (middle - 1) // 12
    begun = assumed.year - (date(assumed.year, first, 1) > assumed)
    if which == "next":
        return begun + 1
    ends_in, month = divmod(first + months - 2, 12)
    over = _month(begun + ends_in, month + 1)[1] < assumed
    return begun if over or not which else begun - 1


def _nearest_year(month: int, day: int, assumed: date, future: int = FUTURE) -> int:
    def distance(year: int) -> int:
        middle = date(year, month, min(day, calendar.monthrange(year, month)[1]))
        days = (middle - assumed).days
        return future * days if days > 0 else -days

    return min((assumed.year - 1, assumed.year, assumed.year + 1), key=distance)
