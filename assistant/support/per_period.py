"""Find an amount by the year or month that a claim tells as one for all: "17 billion a year"."""

from collections.abc import Sequence
from datetime import date

from assistant.support.missing import same
from assistant.support.noting import is_time
from assistant.support.tokens import Token

# Tokens behind an amount, among which its period stands: "17 billion dollars of farm products a year".
BEHIND = 6
_TIMES = ("year", "month", "week", "quarter", "day", "annual")
_WHOLE = ("total", "sum", "altogether", "overall")
_NO_RATE_BEFORE = ("after", "within", "than", "over", "in", "for", "of")  # "after a year"
_NO_RATE_BEHIND = ("before", "earlier", "ago", "later", "in")  # "a year before"


def what_loses_its_period(
    claim: Sequence[Token], cited: Sequence[Token], published: date | None
) -> tuple[str, bool] | None:
    """Say which amount the evidence gives by a period of which the claim does not speak at all.

    And whether the claim calls it a total, or that of a length of time.
    """
    if any(token.pole("period") or token.stem in _TIMES for token in claim):
        return None
    for token in claim:
        if token.kind != "quantity" or is_time(token):
            continue
        twins = [i for i, other in enumerate(cited) if same(token, other, published)]
        periods = [_period(cited, i) for i in twins]
        if periods and all(periods):
            whole = any(
                other.stem in _WHOLE or other.pole("scope") == "total" or is_time(other) for other in claim
            )
            return f"it gives {token.written} without “{periods[0]}”", whole
    return None


def _period(tokens: Sequence[Token], at: int) -> str:
    """Return what stands for a period near an amount, "" for none."""
    for i in range(at + 1, min(len(tokens), at + 1 + BEHIND)):
        if tokens[i].kind in ("break", "quantity"):
            break
        if tokens[i].pole("period") and _is_rate(tokens, i):
            return tokens[i].written
    if at and tokens[at - 1].pole("period"):
        return tokens[at - 1].written
    return ""


def _is_rate(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1].written.casefold()
    behind = tokens[at + 1].written.casefold() if at + 1 < len(tokens) else ""
    return before not in _NO_RATE_BEFORE and behind not in _NO_RATE_BEHIND
