"""Know a number that two of the evidence give: their difference, or their sum."""

from collections.abc import Sequence
from itertools import combinations

from assistant.support.quantities import Quantity, even
from assistant.support.tokens import Token

NEAR = 3  # tokens between a number and the word that says what it is

_SUMS = ("total", "togeth", "combin", "sum", "altogeth")
_DIFFERENCES = ("by", "differ", "gap", "than", "below", "above", "short", "rest", "left")


def is_worked_out(token: Token, claim: Sequence[Token], cited: Sequence[Token]) -> bool:
    """Say whether a number is what the claim's words make of two of the evidence: "7 points" of 18 and 25."""
    value = token.value
    if not isinstance(value, Quantity) or value.unit == "th":
        return False
    at = next(i for i, other in enumerate(claim) if other is token)
    beside = claim[max(0, at - NEAR) : at + NEAR + 1]
    amounts = {
        (q.amount, q.unit)
        for other in cited
        for q in (other.value, other.also)
        if isinstance(q, Quantity) and q.unit != "th"
    }
    pairs = [
        (a, b)
        for (a, unit), (b, other) in combinations(sorted(amounts), 2)
        if (unit == other or not (unit and other)) and _counts(value, unit or other)
    ]
    is_difference = value.unit == "point" or any(t.pole("change") or t.key in _DIFFERENCES for t in beside)
    is_sum = any(t.stem in _SUMS or t.pole("part") == "total" for t in beside)
    return (is_difference and any(even(b - a) == value.amount for a, b in pairs)) or (
        is_sum and any(even(a + b) == value.amount for a, b in pairs)
    )


def _counts(value: Quantity, unit: str) -> bool:
    """Whether two of a unit differ by such a number: percents by points."""
    return value.unit == ("point" if unit == "percent" else unit) or not value.unit
