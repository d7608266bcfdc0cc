"""Settle which number of a date in figures is its day, by the other dates of its text.

What nothing settles stays as it is written: 03/06/25 is no day until somebody says which.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ingest.text.date_forms import DAY_FIRST, MONTH_FIRST, form_of_publisher, form_of_zone
from ingest.text.dates import Stated, full_year, parse_date
from ingest.text.months import MONTH
from ingest.text.tense import is_ahead
from vectorstore.patterns import pattern

FIGURES = pattern(  # a year of two figures not behind a hyphen: 25-01-17 may begin with it
    r"(?<![\w/.,-])(?P<first>[0-3]?\d)(?P<mark>[/.-])(?P<second>[0-3]?\d)(?P=mark)"
    r"(?P<year>[12]\d{3}|(?<=[/.])\d\d)(?!\w|[/.,-]\d)"
)
SOON = 31  # days between what a text tells of as over, or as to come, and its publication
FAR = 45  # days from all that a text names; it was hardly published then


class Month(NamedTuple):
    """A month that is known of a document from elsewhere, such as its file's name."""

    year: int
    month: int


def settled(
    stated: Sequence[Stated], text: str, month: Month | None = None, publisher: str | None = None
) -> tuple[Stated, ...]:
    """Write the dates in figures that only one day can be meant by as that day.

    Of 11/03/2025 that is told by another date in the same form, such as 30/04/2025, by the `month` that the
    file's name says, or by the zone of its hour, by what the text tells of as over, by the country that the
    `publisher` names; of 3.6.2025 by its stops, if nothing speaks against it.

    >>> settled([Stated("published line", "11/03/2025")], "Comments are due on 30/04/2025.")[0].text
    '2025-03-11'
    """
    return tuple(_settled(one, text, month, publisher or "") for one in stated)


def days_of(text: str) -> tuple[date, ...]:
    """The days that a date may mean; several where it may be read in two ways.

    >>> days_of("3/6/25"), days_of("June 3, 2025"), days_of("soon")
    ((datetime.date(2025, 6, 3), datetime.date(2025, 3, 6)), (datetime.date(2025, 6, 3),), ())
    """
    if day := parse_date(text):
        return (day,)
    figures = FIGURES.search(text)
    return tuple(dict.fromkeys(day for _, day in _readings(figures))) if figures else ()


def month_in(name: str) -> Month | None:
    """The month that a file's name or folder says: `alerts/2025-05-palm-oil.txt`."""
    found = {Month(int(year), int(month)) for year, month in _MONTH_IN_NAME.findall(name)}
    return found.pop() if len(found) == 1 else None


def _settled(stated: Stated, text: str, month: Month | None, publisher: str) -> Stated:
    figures = FIGURES.search(stated.text)
    if not figures or parse_date(stated.text):
        return stated
    readings = list(_readings(figures))
    day = _only(readings) or _by_form(figures, readings, text)
    if day is None and month:
        day = _only([reading for reading in readings if reading[1].timetuple()[:2] == month])
    day = day or _by_place(form_of_zone(figures[0], f"{stated.text}\n{text}"), readings)
    day = day or _by_what_is_over(readings, text) or _by_place(form_of_publisher(publisher), readings)
    if day is None and figures["mark"] == "." and len(figures["year"]) == 4:
        day = _only([reading for reading in readings if reading[0] == DAY_FIRST])
    if day is None:
        return stated
    return replace(
        stated, text=stated.text[: figures.start()] + day.isoformat() + stated.text[figures.end() :]
    )


_Reading = tuple[str, date]


def _readings(figures: re.Match[str]) -> Iterator[_Reading]:
    year, first, second = full_year(figures["year"]), int(figures["first"]), int(figures["second"])
    for form, month, day in ((DAY_FIRST, second, first), (MONTH_FIRST, first, second)):
        try:
            yield form, date(year, month, day)
        except ValueError:
            continue


def _by_place(form: str | None, readings: Sequence[_Reading]) -> date | None:
    return _only([reading for reading in readings if reading[0] == form])


def _only(readings: Sequence[_Reading]) -> date | None:
    days = {day for _, day in readings}
    return days.pop() if len(days) == 1 else None


def _by_form(figures: re.Match[str], readings: Sequence[_Reading], text: str) -> date | None:
    """By the other dates of the same form that have but one reading."""
    forms = set()
    for other in FIGURES.finditer(text):
        if other["mark"] == figures["mark"] and len(other["year"]) == len(figures["year"]):
            read = list(_readings(other))
            forms |= {form for form, _ in read} if len(read) == 1 else set()
    return _only([reading for reading in readings if reading[0] in forms]) if len(forms) == 1 else None


def _by_what_is_over(readings: Sequence[_Reading], text: str) -> date | None:
    """By the days that a text tells of as over: it was published later.

    Where all days named are far from one reading, and the other is soon after one that is over or soon before
    one that is to come, it is that.
    """
    named = list(_NAMED_DAY.finditer(text))
    over: list[re.Match[str]] = []
    to_come: list[re.Match[str]] = []
    left = list(readings)
    for match in named:
        start = max(text.rfind("\n", 0, match.start()), text.rfind(". ", 0, match.start())) + 1
        before, after = text[start : match.start()], text[match.end() : match.end() + 300]
        opens = len(before.split()) <= 1  # "On March 8, they met."
        ahead = is_ahead(_SENTENCE_END.split(after)[0], "") if opens else is_ahead(before, after)
        over += [match] if ahead is False else []
        to_come += [match] if ahead else []
        if ahead is False and match["year"] and (day := parse_date(match[0])):
            left = [one for one in left if one[1] >= day]
    if day := _only(left):
        return day
    for _, day in left:
        others = [other for _, other in left if other != day]
        soon = any(0 <= (day - told).days <= SOON for told in _days_about(day, over))
        soon = soon or any(0 < (told - day).days <= SOON for told in _days_about(day, to_come))
        far = all(abs((other - told).days) > FAR for other in others for told in _days_about(other, named))
        if soon and far:
            return day
    return None


def _days_about(day: date, named: Sequence[re.Match[str]]) -> Iterator[date]:
    """The days named, those without a year in the year that brings them nearest."""
    for match in named:
        if match["year"]:
            days = [parse_date(match[0])]
        else:
            days = [parse_date(f"{match[0]} {year}") for year in (day.year - 1, day.year, day.year + 1)]
        yield from sorted((one for one in days if one), key=lambda one: abs((one - day).days))[:1]


_MONTH_IN_NAME = pattern(r"(?<!\d)((?:19|20)\d\d)[-_/.]?(0[1-9]|1[0-2])(?!\d)")
_NAMED_DAY = pattern(
    rf"\b(?:{MONTH}\.? [0-3]?\d(?!\d)|[0-3]?\d {MONTH}\b\.?)(?:,? (?P<year>[12]\d{{3}})(?!\d))?",
    re.IGNORECASE,
)
_SENTENCE_END = pattern(r"[.!?]['\"”’)]*\s|\n")
