"""Find the day a briefing was published, and say where that date came from.

It never guesses: 03/04/2025, 2025-02-30 and a year that is not stated leave a briefing undated, but for a
dateline whose year the URL or the file's name tells.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ingest.text.months import ABROAD, MONTH, number_of
from vectorstore.briefing import YEARS, PublishedFrom
from vectorstore.patterns import pattern


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as a source writes it, and where it does."""

    origin: PublishedFrom
    text: str


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication, where it came from, and what was odd about the dates that were not used."""

    day: date | None
    origin: PublishedFrom | None
    remarks: tuple[str, ...] = ()


def published_on(
    stated: Sequence[Stated], url: str | None, file_name: str, otherwise: date | None = None
) -> Published:
    """Choose the strongest date: what the source states, then its URL, its file's name,
    the feed that it was found by, the command, a line near its top.

    A dateline without a year takes the year of the URL or file name: of theirs, the nearest.
    """
    in_url = _compact_date(url) if url else None
    in_name = _compact_date(file_name)
    remarks: list[str] = []
    for origin in _ORDER:
        for candidate in stated:
            if candidate.origin != origin:
                continue
            day = parse_date(candidate.text)
            if day is None and origin == "dateline":
                day = _dateline_date(candidate.text, in_url or in_name)
            elif day is None:
                remarks.append(_why_not(candidate))
            if day:
                return Published(day, origin, tuple(remarks))
    if in_url:
        return Published(in_url, "url", tuple(remarks))
    if in_name:
        return Published(in_name, "file name", tuple(remarks))
    for candidate in stated:
        if candidate.origin == "feed" and (day := parse_date(candidate.text)):
            return Published(day, "feed", tuple(remarks))
    if otherwise:
        return Published(otherwise, "command", tuple(remarks))
    for candidate in stated:
        if candidate.origin == "likely line" and (day := parse_date(candidate.text)):
            return Published(day, "likely line", tuple(remarks))
    return Published(None, None, tuple(remarks))


def parse_date(text: str, day_first: bool = False) -> date | None:
    """Read a full calendar date as it is written; its time and zone are left alone.

    Of several it is the one behind "published", else the first. `day_first` says that 03/04 is in April.

    >>> parse_date("June 8, 2025"), parse_date("2025-06-08T23:30:00-04:00"), parse_date("03/04/2025")
    (datetime.date(2025, 6, 8), datetime.date(2025, 6, 8), None)
    >>> parse_date("May 05,2026"), parse_date("P R 282256Z JUN 73")
    (datetime.date(2026, 5, 5), datetime.date(1973, 6, 28))
    >>> parse_date("this 4th day of January 1960"), parse_date("25.fev.2026")
    (datetime.date(1960, 1, 4), datetime.date(2026, 2, 25))
    """
    text = text[:200]
    for said in _SAID_PUBLISHED.finditer(text):
        if match := written_date(text[said.end() :]):
            return _day_of(match, day_first)
    if match := written_date(text) or _COMPACT.fullmatch(text.strip()):
        return _day_of(match, day_first)
    return None


def is_to_come(day: date, today: date) -> bool:
    """Whether a day of publication cannot be right: it is after tomorrow, for somewhere that has begun.

    >>> is_to_come(date(2025, 6, 9), date(2025, 6, 8)), is_to_come(date(2025, 6, 10), date(2025, 6, 8))
    (False, True)
    """
    return (day - today).days > 1


def newest_day(days: Iterable[date | None], today: date) -> date | None:
    """Return the newest day of publication, but for those that cannot be right.

    >>> newest_day([date(2025, 6, 8), None, date(2052, 6, 8)], date(2025, 6, 10))
    datetime.date(2025, 6, 8)
    """
    return max((day for day in days if day and not is_to_come(day, today)), default=None)


def day_time_group(text: str) -> re.Match[str] | None:
    """Find the day and hour at which a telegram was sent."""
    return _GROUP.search(text)


def written_date(text: str) -> re.Match[str] | None:
    """Find the first full date in a text, whatever its form; it may be one that no calendar has.

    >>> written_date("Sunday, 8. Juni 2025, updated 2025-06-10")[0]
    '8. Juni 2025'
    """
    found = (form.search(text) for form in (_ISO, _GROUP, _MONTH_FIRST, _DAY_FIRST, _CLOSED, _NUMERIC))
    return min((match for match in found if match), key=lambda match: match.start(), default=None)


_ORDER: tuple[PublishedFrom, ...] = (
    "person", "front matter", "date field", "mail header", "meta tag", "published line", "dateline",
)  # fmt: skip
_YEAR = r"(?P<year>[12]\d{3})"
_DAY = r"(?P<day>[0-3]?\d)"
_ISO = pattern(rf"(?<!\d){_YEAR}(?:[-/.]|[年년]\s?)(?P<month>[01]?\d)(?:[-/.]|[月월]\s?){_DAY}(?!\d)")
_MONTH_FIRST = pattern(
    rf"\b(?P<month>{MONTH})\s+{_DAY}(?:st|nd|rd|th)?(?:,\s*|\s+){_YEAR}(?!\d)", re.IGNORECASE
)
_DAY_FIRST = pattern(
    rf"(?<!\d){_DAY}(?:st|nd|rd|th|er|[.º°])?[\s-]+(?:(?:(?:day\s+)?of|del?)\s+)?(?P<month>{MONTH}|{ABROAD})\b\.?,?[\s-]+(?:del?\s+)?{_YEAR}(?!\d)",
    re.IGNORECASE,
)
# "25.fev.2026", "25/Feb/2026": between two such marks a month's name is no word, whatever the language
_CLOSED = pattern(
    rf"(?<![\w./]){_DAY}(?P<mark>[./])(?P<month>{MONTH}|{ABROAD})(?P=mark){_YEAR}(?!\w)", re.IGNORECASE
)
_NUMERIC = pattern(rf"(?<!\d)(?P<first>[0-3]?\d)[/.-](?P<second>[0-3]?\d)[/.-]{_YEAR}(?!\d)")
_IN_FIGURES = pattern(r"(?<!\d)([0-3]?\d)[/.-]([0-3]?\d)[/.-](?:[12]\d)?\d\d(?!\d)")
_GROUP = pattern(  # of a telegram: "282256Z JUN 73"
    rf"(?<!\w){_DAY}[0-2]\d[0-5]\dZ\s+(?P<month>{MONTH})\s+(?P<year>[12]\d{{3}}|\d\d)(?!\w)", re.IGNORECASE
)
_COMPACT = pattern(r"(?P<year>(?:1[89]|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?:T\d+Z?)?")
_SAID_PUBLISHED = pattern(r"\b(?:published|issued|released)\b", re.IGNORECASE)
_MONTH_DAY = pattern(rf"\b(?P<month>{MONTH})\s+{_DAY}(?!\d)", re.IGNORECASE)
_IN_NAME = pattern(
    r"(?<!\d)((?:1[89]|20)\d\d)(?:([-_/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))(?!\d)"
)


TURN = 69  # 68 is 2068, 69 is 1969


def full_year(year: str) -> int:
    """A year in two figures or in four.

    >>> full_year("73"), full_year("26"), full_year("1973")
    (1973, 2026, 1973)
    """
    return int(year) if len(year) > 2 else int(year) + (2000 if int(year) < TURN else 1900)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(full_year(year), int(month), int(day))
    except ValueError:
        return None


def _day_of(match: re.Match[str], day_first: bool) -> date | None:
    """The day that a match of one of the forms means; none where it may mean two."""
    if "first" in match.re.groupindex:
        first, second = int(match["first"]), int(match["second"])
        if first <= 12 and second <= 12 and first != second and not day_first:
            return None
        day, month = (first, second) if day_first or first > 12 or first == second else (second, first)
        return _day(match["year"], str(month), str(day))
    written = match["month"]
    return _day(match["year"], written if written.isdigit() else str(number_of(written)), match["day"])


def _compact_date(name: str) -> date | None:
    """The date in a URL or a file's name: 2025/06/08, 2025-06-08, 20250608."""
    for match in _IN_NAME.finditer(name):
        year, _, month, day, joined_month, joined_day = match.groups()
        if found := _day(year, month or joined_month, day or joined_day):
            return found
    return None


def _dateline_date(text: str, near: date | None) -> date | None:
    """`March 2` in the year that brings it nearest to another date of the briefing; none without one."""
    match = _MONTH_DAY.search(text)
    if not match or not near:
        return None
    days = [
        _day(str(year), str(number_of(match["month"])), match["day"])
        for year in range(near.year - 1, near.year + 2)
    ]
    return min((day for day in days if day), key=lambda day: abs(day - near), default=None)


def _in_no_year_of_ours(written: str) -> bool:
    try:
        return date.fromisoformat(written.strip()[:10]).year not in YEARS
    except ValueError:
        return False


def _why_not(candidate: Stated) -> str:
    written = candidate.text[:60]
    numeric = _IN_FIGURES.search(written)
    where = "its meta tags" if candidate.origin == "meta tag" else f"its {candidate.origin}"
    if _in_no_year_of_ours(written):
        problem = f"is of no year from {YEARS[0]} to {YEARS[-1]}"
    elif numeric and int(numeric[1]) <= 12 and int(numeric[2]) <= 12:
        problem = "may be read in two ways"
    elif re.search(r"\d", written):
        problem = "is no calendar date"
    else:
        problem = "is not a date"
    return f"{where} says {written!r}, which {problem}; write it as YYYY-MM-DD"
