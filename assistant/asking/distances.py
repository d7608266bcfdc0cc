"""Find the periods that a question names by their distance from a day: "last week", "the past 3 days"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from assistant.reading.periods import Period
from assistant.support.numbers import number_before, worth
from ingest.text.events import events_in
from vectorstore.briefing import YEARS
from vectorstore.patterns import pattern

_DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
_UNIT = "|".join(_DAYS)
SEVERAL_YEARS = 2
A_WEEK = timedelta(6)  # from its first day to its last
_FEW = {"few": 3, "couple of": 2}
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
# "The last two months of 2025", "the last month reported": the end of something else.
_OF_ELSE = r"(?!\s+(?:of|on (?:record|file)|reported|available|published|told|known)\b)"
_BACK = r"(?:last|past|previous|preceding)"
_NAMED = pattern(
    r"\b(?:the day before yesterday|yesterday"
    rf"|{_BACK} (?:(?P<unit>week|month|quarter|year)\b{_OF_ELSE}|{_WEEKDAY}\b)"
    rf"|{_BACK} (?P<count>{'|'.join(_FEW)}|{number_before(_UNIT)})[ -](?P<units>{_UNIT})s?\b{_OF_ELSE})",
    re.I,
)
# What is measured against a year is not of it: "up from last year", "the same month last year".
_AGAINST = pattern(
    r"\b(?:than|vs\.?|versus|against|from|compared (?:with|to)|same \w+|time)(?: (?:in|of|the))* $", re.I
)
# "Past 150 days" may be after them: "extended past 150 days".
_TELLS_WHEN = pattern(r"(?:^|[,;:(]|\b(?:the|these|in|over|during|for|within|of))\s*$", re.I)
_WITHIN = pattern(r"\b(?:in|over|during|for|within|throughout) the $", re.I)
# "On the 19th": of the month in which it is nearest.
_DAY_OF_MONTH = pattern(
    r"\b(?:on|from|by|since|until) the (?P<day>\d{1,2})(?:st|nd|rd|th)\b"
    r"(?=\W*(?:$|as\b|or\b|and\b|yet\b|[?,.;]))",
    re.I,
)
_WEEK_OF = pattern(r"\b(?P<which>first|last) week (?:of|in) $", re.I)


def of_one_week(text: str, period: Period) -> Period:
    """Return the week of a month that is meant: "the last week of August 1987".

    >>> august = Period(date(1987, 8, 1), date(1987, 8, 31), 17, 28)
    >>> str(of_one_week("the last week of August 1987", august).first)
    '1987-08-25'
    """
    week = _WEEK_OF.search(text[: period.start])
    if not week or not 27 <= (period.last - period.first).days <= 30:
        return period
    if week["which"].lower() == "first":
        return replace(period, last=period.first + A_WEEK, start=week.start())
    return replace(period, first=period.last - A_WEEK, start=week.start())


def periods_back(text: str, day: date, named: Sequence[Period]) -> list[Period]:
    """Return the periods that words name by their distance from a day, but for those over the `named` ones.

    >>> [str(p.first) for p in periods_back("yesterday and in the past two weeks", date(1987, 10, 20), [])]
    ['1987-10-19', '1987-10-06']
    """
    found = []
    for match in _NAMED.finditer(text):
        if any(match.start() < p.end and p.start < match.end() for p in named):
            continue
        if days := _days(match, day):
            found.append(Period(*days, *match.span()))
    for match in _DAY_OF_MONTH.finditer(text):
        near = [d for d in (day + timedelta(n) for n in range(-20, 21)) if d.day == int(match["day"])]
        if near:
            nearest = min(near, key=lambda d: abs(d - day))
            found.append(Period(nearest, nearest, *match.span(), year_assumed=True))
    return found


def _days(match: re.Match[str], day: date) -> tuple[date, date] | None:
    """Return the days that a match means; None where it is compared with, a trend or the last of its kind."""
    before = match.string[: match.start()]
    if match["count"]:
        if match[0].lower().startswith("past") and not _TELLS_WHEN.search(before):
            return None
        count = match["count"].lower()
        if match["units"].lower() == "year" and (_FEW.get(count) or worth(count)) > SEVERAL_YEARS:
            return None  # a trend: what tells it is of no day of these
        days = (_FEW.get(count) or worth(count)) * _DAYS[match["units"].lower()]
        return day - timedelta(min(days, (day - date(YEARS[0], 1, 1)).days)), day
    unit = (match["unit"] or "").lower()
    if unit in ("quarter", "year"):
        if _AGAINST.search(before):
            return None
        if before.lower().endswith("the "):  # "the last year with a deficit", but "over the last year"
            return (day - timedelta(_DAYS[unit]), day) if _WITHIN.search(before) else None
    (event,) = events_in(match[0].title(), day)
    return event.first, event.last
