"""Find an amount by the year or month that a claim tells as one for all: "17 billion a year"."""

from collections.abc import Sequence
from datetime import date

from assistant.support.missing import same
from assistant.support.tokens import Token

BEHIND = 3  # tokens behind an amount, or before it, among which its period stands
_TIMES = ("year", "month", "week", "quarter", "day", "annual")


def what_loses_its_period(
    claim: Sequence[Token], cited: Sequence[Token], published: date | None
) -> str | None:
    """Say which amount the evidence gives by a period of which the claim does not speak at all."""
    if any(token.pole("period") or token.stem in _TIMES for token in claim):
        return None
    for token in claim:
        if token.kind != "quantity":
            continue
        twins = [i for i, other in enumerate(cited) if same(token, other, published)]
        periods = [_period(cited, i) for i in twins]
        if periods and all(periods):
            return f"it gives {token.written} without “{periods[0]}”"
    return None


def _period(tokens: Sequence[Token], at: int) -> str:
    """Return what stands for a period near an amount, "" for none."""
    for i in range(at + 1, min(len(tokens), at + 1 + BEHIND)):
        if tokens[i].kind in ("break", "quantity"):
            break
        if tokens[i].pole("period"):
            return tokens[i].written
    if at and tokens[at - 1].pole("period"):
        return tokens[at - 1].written
    return ""
