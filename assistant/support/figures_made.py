"""Know the figures that those of the evidence make: differences, sums, shares, products, lengths of time."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import permutations

from assistant.support.days import Day, first_of
from assistant.support.quantities import Quantity, even
from assistant.support.tokens import Token

# Where a claim gives a figure as about, over or under so much: what it may be in truth, as shares of it.
_NEAR = {"least": (1.0, 1.15), "most": (0.85, 1.0), "span": (0.95, 1.15)}
_ABOUT = (0.95, 1.05)
DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}  # of a unit of time, nearly
_SPANS = {  # "in the half year", "each quarter", "four times a year"
    (6.0, "month"): r"half(?:[ -]year)?",
    (3.0, "month"): r"quarter(?:s|ly)?",
    (12.0, "month"): r"(?:year|annual)(?:s|ly)?",
    (2.0, "week"): r"fortnight",
    (10.0, "year"): r"decade",
    (24.0, "hour"): r"day",
    (4.0, "time"): r"quarterly|(?:a|each|every) quarter|every three months",
    (12.0, "time"): r"monthly|(?:a|each|every) month",
}


def is_made(token: Token, cited: Sequence[Token], evidence: str, published: date | None) -> bool:
    """Say whether a quantity that is not in the evidence may be made of what is."""
    value = token.value
    if not isinstance(value, Quantity):
        return False
    if value.unit == "th":
        return _is_counted(token, value, cited)
    return (
        _is_there_in_another_unit(token, value, cited)
        or any(_is(token, value, made) for made in _made_of_two(value, cited))
        or _is_a_span(token, value, cited, evidence, published)
    )


def quantities(tokens: Sequence[Token]) -> set[Quantity]:
    """Return all quantities but ranks, in each reading."""
    return {
        quantity
        for token in tokens
        for quantity in (token.value, token.also)
        if isinstance(quantity, Quantity) and quantity.unit != "th"
    }


def _is_counted(token: Token, rank: Quantity, cited: Sequence[Token]) -> bool:
    """Whether a rank is a day ("on the 29th") or such a share ("a third"), or no other is told in words."""
    others = any(isinstance(t.value, Quantity) and t.value.unit == "th" for t in cited)
    if token.written.isalpha() and not others:
        return True
    days = {t.value.day for t in cited if isinstance(t.value, Day)}
    if token.written[0].isdigit() and rank.amount in days:
        return True
    if rank.amount < 2:  # "the 0th", "the last"
        return False
    share = Quantity(100 / rank.amount, "percent", 100 / rank.amount)
    amounts = {q.amount for q in quantities(cited) if q.unit == "percent"}
    return any(_is_nearly(share.amount, made, _ABOUT) for made in (*amounts, *_made_of_two(share, cited)))


def _is(token: Token, value: Quantity, amount: float) -> bool:
    """Whether an amount is the token's; nearly, where the claim gives it as about so much."""
    return value.amount == amount or (
        token.bound != "" and _is_nearly(value.amount, amount, _NEAR.get(token.bound, _ABOUT))
    )


def _is_nearly(claimed: float, amount: float, between: tuple[float, float]) -> bool:
    return between[0] * claimed <= amount <= between[1] * claimed


def _is_there_in_another_unit(token: Token, value: Quantity, cited: Sequence[Token]) -> bool:
    """Whether the number is there with no unit, or one that is left out: "the 31,900 of 45,000 tonnes"."""
    there_are = quantities(cited)
    counted = {there.unit for there in there_are}
    return any(
        (_is(token, value, there.amount) or (value.bare == there.amount and not there.unit))
        and (value.unit in ("", there.unit) or (not there.unit and value.unit in counted))
        for there in there_are
    )


def _made_of_two(value: Quantity, cited: Sequence[Token]) -> Iterator[float]:
    """Yield what two figures of the evidence, or one and a hundred, make that could be counted so."""
    there = quantities(cited)
    for a, b in permutations(there, 2):
        if a.unit == b.unit or not (a.unit and b.unit):
            unit = a.unit or b.unit
            if value.unit in ("", unit) or (value.unit == "point" and unit == "percent"):
                yield even(a.amount - b.amount)
                yield even(a.amount + b.amount)
            if value.unit in ("", "time") and b.amount:
                yield even(a.amount / b.amount)
            if value.unit == "percent" and b.amount:
                if (a.amount <= b.amount) == (value.amount <= 100):
                    yield even(100 * a.amount / b.amount)
                yield even(100 * abs(a.amount - b.amount) / b.amount)
        if value.unit in ("", a.unit):
            yield even(a.amount * b.amount)
            if b.amount and b.unit in ("", *DAYS):
                yield even(a.amount / b.amount)
    if value.unit == "percent":
        yield from (even(100 - a.amount) for a in there if a.unit == "percent")


def _is_a_span(
    token: Token, value: Quantity, cited: Sequence[Token], evidence: str, published: date | None
) -> bool:
    """Whether a length of time is there in a word or another unit, or lies between two dates that are."""
    if value.amount == 1 and re.search(rf"\b{value.unit}(?:ly)?\b", evidence, re.IGNORECASE):
        return True
    words = _SPANS.get((value.amount, value.unit))
    if words and re.search(rf"\b{words}\b", evidence, re.IGNORECASE):
        return True
    if value.unit not in DAYS:
        return False
    length = value.amount * DAYS[value.unit]
    between = _NEAR.get(token.bound, _ABOUT)
    if any(_is_nearly(length, q.amount * DAYS[q.unit], between) for q in quantities(cited) if q.unit in DAYS):
        return True
    slack = DAYS[value.unit] / 2 if value.unit != "day" else 1.0
    days = [first_of(token.value, published) for token in cited if isinstance(token.value, Day)]
    dates = sorted({day for day in (*days, published) if day})
    return any(abs((b - a).days - length) <= slack for a in dates for b in dates if a < b)
