"""Read a follow-up that names a period by its distance from the one asked about: "and the month after?"."""

import calendar
import re
from datetime import date

from assistant.reading.periods import Period, periods_in
from vectorstore.patterns import pattern

_ANY_DAY = date(2000, 1, 1)  # which characters name a period is the same whenever it is asked
_SHIFT = pattern(
    r"^\W*(?:(?:and|ok(?:ay)?|so|but|then|what about|how about|for|in)\W+)*the "
    r"(?:(?P<unit>month|quarter|year) (?P<side>after|before|later|earlier)"
    r"|(?P<which>following|next|previous|prior|preceding) (?P<of>month|quarter|year))(?: that)?\W*$",
    re.I,
)
# What came after the period that was asked about.
_WHAT_FOLLOWED = pattern(
    r"\b(?:happened|came|followed|changed|did|done)\b.*"
    r"\b(?:next|after(?:wards?)?(?: (?:that|this))?|since(?: then)?|later|subsequently)\W*$",
    re.I,
)
_FORWARD = frozenset(("after", "later", "following", "next"))
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_RANKS = ("first", "second", "third", "fourth")
_NAMES_YEAR = pattern(r"\d{4}|['’]\d\d|\b\d\d$")


def with_period_shifted(previous: str, question: str) -> str | None:
    """Put the period that a follow-up means in the place of the one of the question before.

    None where it names none so, or the question before has no one month, quarter or year.

    >>> with_period_shifted("tin exports in December 1986?", "and the month after?")
    'tin exports in January 1987?'
    >>> with_period_shifted("tin exports in March 1987", "what about the year before?")
    'tin exports in March 1986'
    >>> with_period_shifted("tin exports in the fourth quarter of 1986", "the following quarter?")
    'tin exports in the first quarter of 1987'
    >>> with_period_shifted("tin exports on March 3, 1987", "the month after") is None
    True
    """
    shift, said = _SHIFT.match(question), periods_in(previous, _ANY_DAY, short=True)
    if shift is None or len(said) != 1:
        return None
    (old,) = said
    unit = (shift["unit"] or shift["of"]).lower()
    length = next((n for n in _MONTHS.values() if _is_whole(old, n)), None)
    if length is None or _MONTHS[unit] < length:
        return None
    away = _MONTHS[unit] * (1 if (shift["side"] or shift["which"]).lower() in _FORWARD else -1)
    months = old.first.year * 12 + old.first.month - 1 + away
    words = previous[old.start : old.end]
    named = _named(months // 12, months % 12 + 1, length, bool(_NAMES_YEAR.search(words)))
    return previous[: old.start] + named + previous[old.end :]


def shifts_period(question: str) -> bool:
    """Whether a follow-up names a period by its distance, and nothing else.

    >>> shifts_period("and the year before?"), shifts_period("who was it the year before?")
    (True, False)
    """
    return bool(_SHIFT.match(question))


def asks_what_followed(question: str) -> bool:
    """Whether a follow-up asks what came after the period that was asked about.

    >>> asks_what_followed("what happened next?"), asks_what_followed("what comes next?")
    (True, False)
    """
    return bool(_WHAT_FOLLOWED.search(question))


def _is_whole(period: Period, months: int) -> bool:
    """Whether a period is one month, quarter or year of the calendar."""
    last = period.first.month + months - 1
    if period.first.day != 1 or (period.first.month - 1) % months or last > 12:
        return False
    return period.last == date(period.first.year, last, calendar.monthrange(period.first.year, last)[1])


def _named(year: int, month: int, length: int, with_year: bool) -> str:
    if length == 12:
        return str(year)
    name = calendar.month_name[month] if length == 1 else f"{_RANKS[(month - 1) // 3]} quarter"
    if not with_year:
        return name
    return f"{name} {year}" if length == 1 else f"{name} of {year}"
