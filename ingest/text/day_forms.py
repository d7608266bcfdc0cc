"""The forms in which a text names days, months and parts of years, by what they begin with."""

import re
from collections.abc import Iterator
from typing import Literal

from ingest.text.months import IN_FULL, MONTHS
from ingest.text.units import counted
from vectorstore.patterns import pattern

# "run" is June to August, "ended" eight months to August, "part" a quarter or a half.
Kind = Literal["day", "month", "run", "ended", "part", "first months", "season", "year"]
Form = tuple[re.Pattern[str], Kind]

QUARTERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # the month each begins with
COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "year": 12,
}  # fmt: skip
_TENTH = ("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth")
_TO_NINTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
NTH = (  # "the second of March"
    *_TO_NINTH, *_TENTH, "seventeenth", "eighteenth", "nineteenth", "twentieth",
    *(f"twenty-{nth}" for nth in _TO_NINTH), "thirtieth", "thirty-first",
)  # fmt: skip

# Behind a day or a year: "in June 6 percent", "2000 tonnes", "June 6:30".
_NO_FIGURE = rf"(?![.:]\d|,\d{{3}}|\s?(?:%|{counted()}))"
_MONTH = (  # a full stop behind a short name belongs to it
    rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?![^\W\d_])"
    r"(?:(?<=\b[a-z]{3})(?<!may)\.|(?<=\bsept)\.)?"
)
_LAST_MONTH, _ANY_MONTH = _MONTH.replace("<month>", "<lastmonth>"), _MONTH.replace("?P<month>", "?:")
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)\b"
# "'86", "86"; behind a month, where a day stands as often, one behind a mark or later than any day.
_SHORT = r"['’]?(?P<short>\d\d)\b(?!(?:st|nd|rd|th)\b|\s*(?:[,:%.]\s*\d|%|percent|per cent|pct))"
_MARKED = _SHORT.replace("['’]?", "(?:['’]|(?=3[2-9]|[4-9]))")
_ONE = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b"
_THE = r"(?:the\s+)?"
_UNTIL = r"(?:—|\s*(?:[-–/]|\b(?:to|till|until|through|thru)\b)\s*)"  # not "in May — May 12"
_AND = r"(?:—|\s*(?:[-–&]|\b(?:and|or|to|till|until|through)\b)\s*)"
_LIST = rf"(?:,\s*{_ONE})*,?{_AND}{_THE}{_ONE}"  # "6, 7 and 8", "6-8"
_OF = r",?\s+(?:of\s+)?"
_OF_MONTH = rf"\s+(?:(?:day\s+)?of\s+)?{_MONTH}"
_COMMA = r"(?:\s*,\s*|\s+)"
# Behind a day and its month; "Directive 21 of June 6, 2025" names no 21st.
_THEN = rf"(?:,?\s+{_YEAR}|,?\s+{_MARKED}|\b(?!\s+{_ONE}{_COMMA}(?:19|20)\d\d\b))"
_WHOLE = r"(?!\w|s\b|\s+(?:of(?! (?:last|this|next) year\b)|to)\s)"  # not "the first half of the week"
_COUNT = rf"(?P<count>(?:{'|'.join(COUNTS)}|1[0-2]|[1-9])(?=[ -]month)|year)"
# What stands behind two days of which the second might be a figure: "on June 6 and 7", not "and 7 firms".
_ENDS = (
    r"(?=\s*(?:$|[^\s\w$€£¥-]|(?:in|on|at|to|and|or|by|from|since|until|till|through|for|with|between|about|as"
    r"|was|were|is|did|does|the|this|that|these|those|its|his|her|their|our|it|he|she|they|we)\b"
    rf"|an?\b(?!\s+{counted()})))"  # "at 3 dlrs on June 6 and 12 a ton"
)


def _of_year(part: str, of: str = _OF) -> str:
    """A part of a year with that year in four or in two figures, or with none."""
    return rf"{part}(?:{of}{_YEAR}|{of}{_SHORT}|{_WHOLE})"


def _behind_month() -> Iterator[tuple[str, Kind]]:
    yield rf"{_MONTH}\s+{_YEAR}{_UNTIL}{_LAST_MONTH}\s+(?P<lastyear>(?:1[5-9]|20)\d\d)\b", "run"
    yield rf"{_MONTH}\s+{_MARKED}{_UNTIL}{_LAST_MONTH}\s+['’]?(?P<lastyear>\d\d)\b", "run"
    until = rf"{_MONTH}{_UNTIL}{_LAST_MONTH}"
    yield rf"{until}(?!\s+{_THE}{_ONE}{_COMMA}(?:19|20)\d\d\b)(?:{_OF}{_YEAR}|,?\s+{_MARKED}|{_WHOLE})", "run"
    yield rf"{_MONTH}\s+{_THE}(?P<days>{_ONE}(?:{_LIST})?){_COMMA}{_YEAR}", "day"
    yield rf"{_MONTH}\s+{_MARKED}", "month"
    yield rf"{_MONTH}\s+{_THE}(?P<days>{_ONE}{_UNTIL}{_THE}{_ONE}){_NO_FIGURE}", "day"
    yield rf"(?<=between ){_MONTH}\s+{_THE}(?P<days>{_ONE}\s+and\s+{_THE}{_ONE}){_NO_FIGURE}", "day"
    yield rf"{_MONTH}\s+{_THE}(?P<days>{_ONE}{_LIST}){_NO_FIGURE}{_ENDS}", "day"
    yield rf"{_MONTH}\s+{_THE}(?P<days>{_ONE}){_NO_FIGURE}", "day"
    yield rf"{_MONTH}{_COMMA}(?:of\s+)?{_YEAR}", "month"
    yield rf"(?P<month>{IN_FULL.lower()})(?!\w)", "month"
    yield rf"{_MONTH}(?!\w|-[a-z])", "month"  # "June-announced" is one, "Mar-a-Lago" none


def _behind_digit() -> Iterator[tuple[str, Kind]]:
    yield (
        r"(?<!/)(?P<year>(?:1[5-9]|20)\d\d)(?P<sep>[-/])(?P<number>[01]?\d)(?P=sep)(?P<days>[0-3]?\d)\b(?!/)",
        "day",
    )
    yield r"(?<!\d[./])(?P<days>[0-3]?\d)\.(?P<number>[01]?\d)\.(?P<year>(?:1[5-9]|20)\d\d)\b", "day"
    yield rf"(?<![\d.,$€£-])(?P<days>{_ONE}{_LIST}){_OF_MONTH}{_THEN}", "day"
    yield rf"(?<![\d.,$€£])(?P<days>{_ONE})\.?{_OF_MONTH}{_THEN}", "day"
    yield rf"(?P<days>{_ONE})(?P<sep>[-/]){_MONTH}(?P=sep){_YEAR}", "day"
    # in figures, where one of them can only be a day
    year = r"(?P=sep)(?P<year>(?:19|20)\d\d)\b"
    late, month = r"(?P<days>1[3-9]|2\d|3[01])", r"(?P<number>0?[1-9]|1[0-2])"
    yield rf"{late}(?P<sep>[-/]){month}{year}", "day"
    yield rf"{month}(?P<sep>[-/]){late}{year}", "day"
    yield _TO_MONTH, "ended"
    yield _of_year(_QUARTER), "part"
    yield _of_year(_HALF), "part"
    yield r"(?P<year>(?:19|20)\d\d)\s*q(?P<quarter>[1-4])\b", "part"
    yield r"(?P<year>(?:19|20)\d\d)[-–/](?P<lastyear>\d\d)\b(?![-/]\w)", "year"
    yield r"(?P<year>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])\b(?![-/]\w)", "month"
    yield rf"(?<![.,$€£])(?<!\D/){_YEAR}(?!-(?!(?:19|20)\d\d\b)\d){_NO_FIGURE}", "year"


def _behind_word() -> Iterator[tuple[str, Kind]]:
    yield _of_year(_QUARTER), "part"
    yield _of_year(_HALF), "part"
    yield _of_year(rf"first[ -]{_COUNT}[ -]months?(?: of the year\b)?"), "first months"
    yield _TO_MONTH, "ended"
    yield rf"(?P<nth>{'|'.join(sorted(NTH, key=len, reverse=True))})(?: day)? of {_MONTH}{_THEN}", "day"
    yield rf"(?P<season>{'|'.join(SEASONS)})(?:{_OF}{_YEAR}|{_OF}{_SHORT}|\b)", "season"
    yield rf"q(?P<quarter>[1-4])(?:,?\s*(?:of\s+)?{_YEAR}|[ -]?{_SHORT}|(?!\w|[ -]?['’]?\d))", "part"
    yield _of_year(r"h(?P<half>[12])", r"[ -]?"), "part"


_TO_MONTH = (  # up to its last day, where one is named
    rf"(?<!half )(?<!half-){_COUNT}(?:[ -]months?)? "
    r"(?:to|through|until|up to|(?:that )?end(?:ed|ing) (?:in|with)|ended"
    rf"|ending(?= {_ANY_MONTH}(?: \d\d?)?,? (?:19|20|(?:this|next|last) year\b)))(?: the end of| end[- ]?)? ?"
    rf"(?P<core>{_LAST_MONTH}(?:\s+(?:2[89]|3[01])\b)?(?!\s+{_ONE}))(?:{_OF}{_YEAR}|,?\s+{_MARKED}|{_WHOLE})"
)
_QUARTER = rf"(?P<quarter>{'|'.join(QUARTERS)})[ -]quarter"
_HALF = r"(?P<half>first|second|1st|2nd)[ -]half"
_BEGINNINGS = "|".join(dict.fromkeys((*NTH, *COUNTS, *SEASONS, "q[1-4]", "h[12]")))

# Where a form may begin, in a text in small letters, and the forms that do.
BEGINS = pattern(
    r"(?<!\w)(?:fy|[1-4]q)?"  # "FY2025", "4Q2025"
    r"(?:(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?P<digit>\d)"
    rf"|(?P<word>(?:{_BEGINNINGS})\b))"
)
FORMS: dict[str, list[Form]] = {
    begins: [(pattern(form), kind) for form, kind in forms]
    for begins, forms in (("month", _behind_month()), ("digit", _behind_digit()), ("word", _behind_word()))
}
# What may stand between a day and the year that it is of: "June 7, June 9 and July 1, 2025".
ON_TO = pattern(rf"(?:(?:\s*,\s*(?:and\s+)?|{_AND}){_ONE})*(?:\s*,\s*(?:and\s+)?|{_AND}){_THE}")
# Behind a period without a year: "in May last year", "the first half of next year".
OF_YEAR = pattern(r",?\s+(?:of\s+)?(?P<of>last|this|next)\s+(?:year|yr)\b", re.IGNORECASE)
# What a month alone stands behind where it is one: "in June", "mid-May", "last March".
LEAD = pattern(r"\b(in|of|by|since|until|through|during|early|late|mid|end|last|this past|this|next)[ -]$")
