"""The forms in which a text names a period, each with what a text must hold for it to be worth trying."""

import calendar
import re

from assistant.support.days import COUNTED

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
MONTHS["sept"] = 9
_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_THE_DAY = rf"(?:the\s+)?{_DAY}"
_LAST_DAY = r"(?:the\s+)?(?P<lastday>[0-3]?\d)(?:st|nd|rd|th)?"
_OF_MONTH = rf"\s+(?:(?:day\s+)?of\s+)?{_MONTH}"
# Behind a day or a year: "in June 6 percent", "2000 tonnes".
_NO_FIGURE = rf"(?!\.\d|,\d{{3}}|\s?(?:%|{COUNTED}))"

# Parts of a year: ranks of a quarter or a half, the month that a season begins with, a run of months; each
# with what stands between it and its year.
RANKS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_OF = r",?\s+(?:of\s+)?"
_UNTIL = r"\s*(?:[-–—/]|\b(?:to|till|until|through|thru)\b)\s*"
_AND = r"\s*(?:[-–—&]|\b(?:and|or|to|till|until|through)\b)\s*"
_RUN = rf"\b{_MONTH}{_UNTIL}{_MONTH.replace('<month>', '<lastmonth>')}"
_QUARTER = rf"\b(?P<quarterrank>{'|'.join(RANKS)})[ -]quarter"
_HALF = r"\b(?P<halfrank>first|second|1st|2nd)[ -]half"
_SEASON = rf"\b(?P<season>{'|'.join(SEASONS)})"
# "The first eight months of 1987", "the eight months to end-August"
COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "year": 12,
}  # fmt: skip
_COUNT = rf"(?P<monthcount>(?:{'|'.join(COUNTS)}|1[0-2]|[1-9])(?=[ -]month)|year)"
_FROM_JANUARY = rf"\bfirst[ -]{_COUNT}[ -]months?"
_TO_MONTH = (
    rf"(?<!half )(?<!half-)\b{_COUNT}(?:[ -]months?)? "
    r"(?:to|through|until|up to|(?:that )?end(?:ed|ing) (?:in|with)|ended)"
    rf"(?: the end of| end[- ]?)? ?{_MONTH.replace('<month>', '<lastmonth>')}"
)
_PARTS = [
    (_FROM_JANUARY, _OF),
    (_TO_MONTH, _OF),
    (_RUN, _OF),
    (_QUARTER, _OF),
    (_HALF, _OF),
    (r"\bh(?P<half>[12])", r"[ -]?"),
    (_SEASON, _OF),
]
_SHORT_YEAR = r"['’]?(?P<shortyear>\d\d)\b(?!(?:st|nd|rd|th)\b|\s*(?:[,:%.]\s*\d|%|percent|per cent|pct))"
# The same behind a month, where a day stands as often: without a mark it takes a recent one.
_MARKED_YEAR = r"(?P<mark>['’]?)(?P<shortyear>\d\d)\b(?!(?:st|nd|rd|th)\b|\s*(?:[,:%.]\s*\d|%|percent|pct))"
_WHOLE = r"(?!\w|s\b|\s+(?:of(?! (?:last|this|next) year\b)|to)\s)"  # not "the first half of the week"

_COUNTED = (
    r"(?:(?:trade|current) )?(?:balance|gap|account|surplus|deficit|exports|imports|output|sales|production)"
)

# What is written short: a month alone ("April surplus"), save those that are words as well, and a year in two
# figures, behind a mark, a quarter, or before a clause ends ("in 86?"; "in 25 countries" is a number).
SHORT = [
    *(re.compile(rf"{part}{of}{_SHORT_YEAR}", re.I) for part, of in _PARTS),
    *(re.compile(rf"{part}{_WHOLE}", re.I) for part in (_QUARTER, _HALF)),
    re.compile(rf"\b(?P<which>this|last|next)\s+{_SEASON}\b", re.I),
    re.compile(
        rf"\b(?P<named>(?P<alone>)(?!may\b|mar\b(?! {_COUNTED})|march on\b){_MONTH})(?!\w)",
        re.I,
    ),
    re.compile(r"\bq(?P<quarter>[1-4])(?=,?\s+(?:of\s+)?(?:last|this|next)\s+year\b)", re.I),
    re.compile(r"\bq(?P<quarter>[1-4])(?!\w|[ -]?['’]?\d)", re.I),
    re.compile(r"\bq(?P<quarter>[1-4])[ -]?['’]?(?P<shortyear>\d\d)\b", re.I),
    re.compile(r"\b(?P<shortyear>\d\d)[-–/](?P<lastyear>\d\d)(?=\s*(?:[?!,;)]|$))"),  # "a year, 26-28"
    re.compile(rf"(?<![\w.,$-])(?P<named>['’]?(?P<shortyear>\d\d))(?= {_COUNTED}\b)", re.I),  # "86 trade gap"
    re.compile(
        rf"\b{_COUNTED} (?P<named>(?P<shortyear>\d\d))(?=\s*(?:[?!,;)]|$))", re.I
    ),  # "trade deficit 87"
    re.compile(r"(?<!\w)['’](?P<shortyear>\d\d)(?!\w|\s*(?:%|percent|pct))", re.I),
    re.compile(
        r"\b(?:in|since|during|for|by|late|early|mid)[ -](?P<named>(?P<shortyear>\d\d))(?=\s*(?:[?!,;:)]|$))",
        re.I,
    ),
]


FORMS = [
    re.compile(  # "Apr 2025-Mar 2026"
        rf"\b{_MONTH}\s+{_YEAR}{_UNTIL}{_MONTH.replace('<month>', '<lastmonth>')}"
        r"\s+(?P<untilyear>(?:19|20)\d\d)\b",
        re.I,
    ),
    re.compile(  # "apr 25 to mar 26"
        rf"\b{_MONTH}\s+(?P<mark>['’]?)(?P<shortyear>\d\d){_UNTIL}{_MONTH.replace('<month>', '<lastmonth>')}"
        r"\s+['’]?(?P<untilshort>\d\d)\b(?!\s*,?\s*(?:19|20)\d\d)",
        re.I,
    ),
    re.compile(rf"{_RUN},?\s+{_MARKED_YEAR}", re.I),  # "jan-aug 87"
    *(re.compile(rf"{part}{of}{_YEAR}\b", re.I) for part, of in _PARTS),
    re.compile(rf"\b(?<!/){_YEAR}(?P<sep>[-/.])(?P<monthnumber>[01]?\d)(?P=sep)(?P<day>[0-3]?\d)\b(?!/)"),
    re.compile(rf"\b(?P<day>[0-3]?\d)\.(?P<monthnumber>[01]?\d)\.{_YEAR}\b"),
    re.compile(rf"\b{_MONTH}\s+{_THE_DAY}{_AND}{_LAST_DAY}(?:\s*,\s*|\s+){_YEAR}\b", re.I),
    re.compile(rf"(?<![\d.,$€£-])\b{_DAY}{_AND}{_LAST_DAY}{_OF_MONTH},?\s+{_YEAR}\b", re.I),
    re.compile(rf"\b{_MONTH}\s+{_THE_DAY}(?:\s*,\s*|\s+){_YEAR}\b", re.I),
    re.compile(rf"\b{_DAY}{_OF_MONTH},?\s+{_YEAR}\b", re.I),
    re.compile(rf"\b{_MONTH}(?:\s*,\s*|\s+)(?:of\s+)?{_YEAR}\b", re.I),
    re.compile(rf"\b{_MONTH}\s+{_MARKED_YEAR}", re.I),
    re.compile(rf"\bq(?P<quarter>[1-4]),?\s*(?:of\s+)?{_YEAR}\b", re.I),
    re.compile(rf"\b{_YEAR}\s*q(?P<quarter>[1-4])\b", re.I),
    re.compile(rf"\b{_YEAR}[-–/](?P<lastyear>\d\d)\b"),
    re.compile(rf"(?<![$€£])\b{_YEAR}\b{_NO_FIGURE}", re.I),
]
# Months that run on, before one of them is read alone: "in January-August".
RUNS = [
    re.compile(rf"{_FROM_JANUARY} of (?:this|the) year\b", re.I),
    *(re.compile(rf"{part}{_WHOLE}", re.I) for part in (_RUN, _TO_MONTH, _FROM_JANUARY)),
]
YEARLESS = [
    re.compile(rf"\b{_MONTH}\s+{_THE_DAY}{_UNTIL}{_LAST_DAY}\b{_NO_FIGURE}", re.I),
    re.compile(rf"\bbetween\s+(?P<named>{_MONTH}\s+{_THE_DAY}\s+and\s+{_LAST_DAY})\b{_NO_FIGURE}", re.I),
    re.compile(rf"(?<![\d.,$€£-])\b{_DAY}{_AND}{_LAST_DAY}{_OF_MONTH}\b", re.I),
    re.compile(rf"\b{_MONTH}\s+{_THE_DAY}\b{_NO_FIGURE}", re.I),
    re.compile(rf"\b{_DAY}{_OF_MONTH}\b", re.I),
    re.compile(
        rf"\b(?:in|of|by|since|until|through|early|late|mid|end|(?P<which>last|this|next))[ -]"
        rf"(?P<named>{_MONTH})(?!\w)",
        re.I,
    ),
]


# Behind a period without a year: "in May last year", "the first half of next year".
OF_YEAR = re.compile(r",?\s+(?:of\s+)?(last|this|next)\s+(?:year|yr)\b", re.I)

# Behind "may" in small letters: what shows that it is the month. "Only 3 may be exempt", "this may help".
_MONTH_OF_MAY = re.compile(
    r"\s*(?:$|[^\sa-z]|(?:in|on|at|to|and|or|by|from|since|until|till|through|for|with|between|about|as|was|were"
    r"|is|did|does|the|this|last|next)\b)"
)
_DAY_BEFORE = re.compile(r"\b(?:on|the|since|until|before|after|dated)\s$", re.I)


def is_verb(match: re.Match[str]) -> bool:
    r"""Whether the month of a match is the verb "may", behind a number or "this".

    >>> day = re.compile(r"\d may")
    >>> [is_verb(day.search(said)) for said in ("only 3 may be exempt", "they met on 3 may in Geneva")]
    [True, False]
    """
    if not re.fullmatch(r"(?:\d+|this) may", match[0]):
        return False
    text = match.string
    return not (_MONTH_OF_MAY.match(text, match.end()) or _DAY_BEFORE.search(text[: match.start()]))


# What a text, casefolded, has to hold for a form to be worth trying. Most sentences hold none of it, and all
# forms on all of them took a tenth of a question's time.
SIGNS = {
    "month": re.compile(rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b"),
    "part": re.compile(rf"\bquarter|\bhalf|\bmonth|\byear (?:to|end)|{'|'.join(SEASONS)}"),
    "year": re.compile(r"(?:19|20)\d\d"),
    "digit": re.compile(r"\d"),
}


_SPELT = {"quarterrank", "halfrank", "season", "monthcount"}


def _needs(form: re.Pattern[str]) -> frozenset[str]:
    """Return the signs without which a form matches nothing, by the groups that it always fills.

    >>> sorted(_needs(FORMS[-1]))
    ['digit', 'year']
    """
    groups = form.groupindex.keys()
    part = {"part"} if groups & _SPELT else set()
    figures = {"digit"} if groups - {"month", "lastmonth", "named", "alone", "which", *_SPELT} else set()
    return frozenset(groups & {"month", "year"} | part | figures)


NEEDS = {form: _needs(form) for form in (*FORMS, *RUNS, *YEARLESS, *SHORT)}
