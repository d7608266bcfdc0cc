"""Read the years that are typed in two figures where only the day of asking tells them from other numbers."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from ingest.text.days import Named, in_full
from ingest.text.months import MONTH, number_of
from vectorstore.patterns import pattern

SHORT_MONTH = 3  # letters of a month that is typed short; "May" may be either
YEARS_ON_FILE = 4  # that a year read in the place of a day may be over: "June 22", asked in 2024
NEAR_YEARS = 2  # a year in two figures is one so near to the assumed day, else it is a number

COUNTED = (
    r"(?:(?:trade|current) )?(?:balance|gap|account|surplus|deficit|exports|imports|output|sales|production)"
)
_ENDS = r"(?=\s*(?:[?!,;)]|$))"
_NO_FIGURE = r"\b(?!(?:st|nd|rd|th)\b|\s*(?:[,:%.]\s*\d|%|percent|pct))"
_MONTHS_ON = pattern(
    rf"\b({MONTH})\s+(\d\d)\s*(?:[-–—/]|\b(?:to|till|until|through|thru)\b)\s*({MONTH})\s+(\d\d)\b"
    r"(?!\s*,?\s*(?:19|20)\d\d)",
    re.I,
)
# A year in two figures alone: behind a mark, beside what is counted, where a clause ends ("in 86?"; "in 25
# countries" is a number).
_YEARS = [
    pattern(rf"\b(?P<named>(?P<year>\d\d)[-–/](?P<last>\d\d)){_ENDS}"),  # "a year, 26-28"
    pattern(rf"(?<![\w.,$-])(?P<named>['’]?(?P<year>\d\d))(?= {COUNTED}\b)", re.I),  # "86 trade gap"
    pattern(rf"\b{COUNTED} (?P<named>(?P<year>\d\d)){_ENDS}", re.I),  # "trade deficit 87"
    pattern(r"(?<!\w)(?P<named>['’](?P<year>\d\d))(?!\w|\s*(?:%|percent|pct))", re.I),
    pattern(
        r"\b(?:in|since|during|for|by|late|early|mid)[ -](?P<named>(?P<year>\d\d))(?=\s*(?:[?!,;:)]|$))", re.I
    ),
]


def is_near(year: int, assumed: date) -> bool:
    """Whether a year in two figures is so near to the assumed day that it is one."""
    return abs(year - assumed.year) <= NEAR_YEARS


def typed_in(text: str, assumed: date) -> Iterator[Named]:
    """Find the years and the runs of months that are typed short.

    >>> [(n.year, n.months) for n in typed_in("the gap apr 24 to mar 25, that of '26", date(2025, 11, 20))]
    [(2024, 12), (2026, 12)]
    """
    if not _TWO_FIGURES.search(text):
        return
    for match in _MONTHS_ON.finditer(text):
        year, last = in_full(match[2]), in_full(match[4])
        if _is_recent(year, assumed) and 0 <= last - year <= NEAR_YEARS:
            first = number_of(match[1])
            months = 12 * (last - year) + number_of(match[3]) - first + 1
            yield Named(*match.span(), "run", first, year, months=max(1, months))
    for form in _YEARS:
        for match in form.finditer(text):
            parts = match.groupdict()
            year, last = in_full(match["year"]), in_full(parts.get("last") or match["year"])
            if is_near(year, assumed) and year <= last:
                yield Named(*match.span("named"), "year", 1, year, months=12 * (last - year + 1))


def with_year_typed(named: Named, text: str, assumed: date) -> Named | None:
    """Read a month with a recent year behind it, which elsewhere is a day: "sept 25", asked in 2025.

    >>> with_year_typed(Named(0, 7, "day", 9, days=(25,)), "sept 25", date(2025, 11, 20)).year
    2025
    >>> with_year_typed(Named(3, 10, "day", 9, days=(25,)), "on sept 25", date(2025, 11, 20))  # a day
    """
    if named.kind == "day":
        match = _A_MONTH_AND_FIGURES.match(text, named.start)
        if match and (
            _OF_A_DAY.search(text[: named.start]) or _names_a_thing(text, named.start, match.end())
        ):
            return None
    elif named.kind in ("month", "run", "ended"):
        match = _FIGURES.match(text, named.end)
    else:
        return None
    if not match or not _is_recent(year := in_full(match[1]), assumed):
        return None
    kind = "month" if named.kind == "day" else named.kind
    return replace(named, kind=kind, year=year, days=(), end=match.end())


def day_as_year(text: str, days: Collection[int], assumed: date) -> str | None:
    """Return a text with a day of a month spelled as the year that it may be, None where it can be none.

    `days` are the characters at which days without a year begin.

    >>> day_as_year("the surcharge from Feb 26", [19], date(2026, 8, 1))
    'the surcharge from Feb 2026'
    >>> day_as_year("the surcharge from Feb 12", [19], date(2026, 8, 1))
    """
    for start in days:
        match = _A_MONTH_AND_FIGURES.match(text, start)
        if match and assumed.year - YEARS_ON_FILE <= (year := in_full(match[1])) <= assumed.year:
            return f"{text[: match.start(1)]}{year}{text[match.end(1) :]}"
    return None


def _names_a_thing(text: str, start: int, end: int) -> bool:
    """Whether a day written in full tells which of several is meant: "the June 26 order"."""
    month = text[start:end].split()[0]
    in_full = month.istitle() and len(month) > SHORT_MONTH
    return bool(in_full and _ARTICLE.search(text[:start]) and _A_WORD.match(text, end))


def _is_recent(year: int, assumed: date) -> bool:
    return year in (assumed.year - 1, assumed.year)


_OF_A_DAY = pattern(r"\b(?:on|from|dated|effective|as of)\s+$", re.I)  # what stands before a day, not a month
_ARTICLE = pattern(r"\b(?:the|its|that)\s+$", re.I)
_A_WORD = pattern(r"\s+[a-z]{3,}", re.I)
_TWO_FIGURES = pattern(r"(?<!\d)\d\d(?!\d)")
_FIGURES = pattern(rf"\s+(\d\d){_NO_FIGURE}", re.I)
_A_MONTH_AND_FIGURES = pattern(rf"{MONTH}\s+(\d\d){_NO_FIGURE}", re.I)
