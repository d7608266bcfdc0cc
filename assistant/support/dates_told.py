"""Know the dates that what the evidence says leads to: its own day, a year beside another, a term's end."""

import re
from collections.abc import Sequence
from datetime import date

from assistant.support.days import Day, agrees, first_of
from assistant.support.figures_made import DAYS, quantities
from assistant.support.quantities import Quantity
from assistant.support.tokens import Token
from vectorstore.patterns import pattern

_RELATIVE = pattern(
    r"\b(?:years?|seasons?|months?|quarters?|days?|weeks?) (?:before|earlier|ago|after|later)\b|"
    r"\b(?:previous|preceding|prior|following|next|last|past|this|same|earlier) "
    r"(?:year|season|month|spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)
_PARTS_OF_A_YEAR = pattern(r"\b(?:half|quarter|months)\b", re.IGNORECASE)
_AT_THEIR_ENDS = (1, 3, 4, 6, 7, 9, 10, 12)  # months that a quarter begins or ends with


def is_led_to(day: Day, cited: Sequence[Token], evidence: str, published: date | None) -> bool:
    """Say whether a date that is not in the evidence may be meant by what is."""
    return (
        _is_the_day_of_publication(day, cited, published)
        or _is_told_from_another(day, cited, evidence, published)
        or _lies_so_far_from_another(day, cited, published)
    )


def _is_the_day_of_publication(day: Day, cited: Sequence[Token], published: date | None) -> bool:
    """Whether it is, and the evidence has no day of its own, in whose place it may have been put."""
    dated = any(isinstance(token.value, Day) and token.value.day for token in cited)
    return (
        not dated
        and published is not None
        and agrees(day, Day(published.year, published.month, published.day))
    )


def _is_told_from_another(day: Day, cited: Sequence[Token], evidence: str, published: date | None) -> bool:
    """Whether a year is one beside another, a month the end of a part of a year, a day "the 14th"."""
    if day.day:
        return any(
            isinstance(t.value, Quantity) and t.value.unit == "th" and t.value.amount == day.day
            for t in cited
        )
    if day.month:
        return day.month in _AT_THEIR_ENDS and _PARTS_OF_A_YEAR.search(evidence) is not None
    years = [token.value.year for token in cited if isinstance(token.value, Day)]
    if published:
        years.append(published.year)
    beside = day.year is not None and any(year and abs(day.year - year) <= 1 for year in years)
    return beside and _RELATIVE.search(evidence) is not None


def _lies_so_far_from_another(day: Day, cited: Sequence[Token], published: date | None) -> bool:
    """Whether a date is as far from one of the evidence as that says: "within thirty days of 24 May"."""
    claimed = first_of(day, published)
    dates = [first_of(token.value, published) for token in cited if isinstance(token.value, Day)]
    lengths = [q.amount * DAYS[q.unit] for q in quantities(cited) if q.unit in DAYS]
    slack = 1.0 if day.day else 31.0 if day.month else 366.0
    return claimed is not None and any(
        there is not None and abs(abs((claimed - there).days) - length) <= slack
        for there in dates
        for length in lengths
    )
