"""Read calendar dates as they stand in running text: whole, or only a day, a month or a year of one."""

import re
from dataclasses import dataclass
from datetime import date

from assistant.support.words import forms, word_list

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NTH = (*word_list("rank"), *word_list("rank behind the twelfth"))  # "the second of March"
# The first letters of the words that a date may start with.
OPENINGS = frozenset((*_MONTHS, *_WEEKDAYS, *(word[:3] for word in _NTH)))

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
# "In 1986 marks rose", "the 1986 year".
_NOT_COUNTED = ("won", "mark", "marks", "point", "points", "year", "month", "week", "day")
_UNITS = "|".join(sorted(unit for unit in forms("unit") if unit not in _NOT_COUNTED))
COUNTED = rf"(?:(?:{_UNITS}|billion|million|mln|bln)(?!\w))"  # behind a number that is no day or year
_DAY = rf"[0-3]?\d(?!\d|[,.]\d{{1,3}}(?!\d)|[-/]?\d{{3}})(?:st|nd|rd|th)?(?! ?{COUNTED})"
_MORE_DAYS = rf"(?:(?:-| ?[–—] ?|,? (?:and|to|or|through|until) |, ){_DAY}(?! {_MONTH}))*"
_YEAR = r"(?:1[5-9]|20)\d\d(?![\d%]|,\d{3}|\.\d)"
DATE = (
    r"\b(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)\b|"
    r"\b(?P<before>[0-3]?\d(?: and | or | to | ?[-–—] ?))?"  # "27 and 28 June"
    r"(?P<first>[0-3]?\d)(?:(?:st|nd|rd|th)(?: day)? of|st|nd|rd|th)? "
    rf"(?!(?-i:may)(?!,? {_YEAR}))"  # "only 3 may be exempt"
    rf"(?P<month1>{_MONTH})(?:,? (?P<year1>{_YEAR}))?|"
    rf"\b(?P<month2>{_MONTH}) (?P<day2>{_DAY})(?P<more>{_MORE_DAYS})(?:,? (?P<year2>{_YEAR}))?|"
    rf"\b(?P<nth>{'|'.join(_NTH)}) of (?P<month4>{_MONTH})(?:,? (?P<year5>{_YEAR}))?|"
    rf"\b(?P<month3>{_MONTH})(?:,? (?:of )?(?P<year3>{_YEAR}))?|"
    rf"(?<![\d.,$€£/-])(?P<year4>(?:1[5-9]|20)\d\d)(?![\d%]|,\d|\.\d|-\d| ?{COUNTED}\b)"
)
WEEKDAY = r"\b(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b"
_BEFORE_MAY = re.compile(
    r"\b(?:in|of|since|by|from|until|till|early|late|mid|last|next|this|through|to|and|for|during|between|"
    r"on|before|after|or|end|a|the|January|February|March|April)[- ]?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date, as much of it as is written."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


def days_of(match: re.Match[str]) -> list[Day]:
    """Return the dates that a match of DATE names: "June 9 and 10, 2025" are two."""
    if match["iso"]:
        year, month, day = match["iso"].split("-")
        return [Day(int(year), int(month), int(day))]
    if match["year4"]:
        return [Day(int(match["year4"]))]
    written = match["year1"] or match["year2"] or match["year3"] or match["year5"]
    at = int(written) if written else None
    name = match["month1"] or match["month2"] or match["month3"] or match["month4"]
    number = _MONTHS.index(name[:3].casefold()) + 1
    if match["month3"]:
        return [Day(at, number)]
    if match["nth"]:
        return [Day(at, number, _NTH.index(match["nth"].casefold()) + 1)]
    numbers = re.findall(
        r"\d+", f"{match['before'] or ''} {match['first'] or match['day2']} {match['more'] or ''}"
    )
    return [Day(at, number, int(day)) for day in numbers]


def is_date(match: re.Match[str], text: str) -> bool:
    """Say whether a match of DATE is one: "may" and "march" alone are other words more often."""
    name = match["month3"]
    if name is None or match["year3"]:
        return True
    if name[0].islower():
        return False
    before = text[max(0, match.start() - 14) : match.start()].rstrip(" ")
    return name != "May" or bool(_BEFORE_MAY.search(before))


def weekday_of(match: re.Match[str]) -> int:
    """Return the weekday that a match of WEEKDAY names, Monday 0."""
    return _WEEKDAYS.index(match["weekday"][:3].casefold())


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


_YEARLESS = re.compile(DATE, re.IGNORECASE)


def with_years(text: str, published: date | None) -> str:
    """Write the year beside every date that leaves it out, as one reads it on the day of publication.

    >>> with_years("Talks on June 6; in May 2024 none.", date(2025, 6, 8))
    'Talks on June 6, 2025; in May 2024 none.'
    """
    if published is None:
        return text
    parts, at = [], 0
    for match in _YEARLESS.finditer(text):
        day = days_of(match)[0]
        if day.year is None and day.month is not None and is_date(match, text):
            year = _year_near(published, day.month)
            parts += [text[at : match.end()], f", {year}" if match["month2"] else f" {year}"]
            at = match.end()
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
