"""Find a day or number that the claim puts at one end of a span or change and the evidence at the other."""

from collections.abc import Sequence
from datetime import date

from assistant.support.missing import same
from assistant.support.tokens import Token
from assistant.support.words import stem

NEAR = 3  # tokens before a date that may say which end it is

_BEGIN = ("from", "since")
_END = ("until", "till", "through", "by", "before")
_BEGINNING = frozenset(map(stem, ("begin", "start")))
_ENDING = frozenset(map(stem, ("expire", "lapse")))


def what_is_turned(claim: Sequence[Token], cited: Sequence[Token], published: date | None) -> str | None:
    """Say which day of the claim is the other end of a span in the evidence."""
    for at, token in enumerate(claim):
        if token.kind == "quantity" and (link := _link_of_change(claim, at)):
            links = {
                _link_of_change(cited, i) for i, other in enumerate(cited) if same(token, other, published)
            }
            if links and not links & {link, ""}:
                return f"it changes {link} {token.written}, what it cites {links.pop()} as much"
        if token.kind == "date" and (end := _end_at(claim, at)):
            ends = {
                _end_at(cited, i)
                for i, other in enumerate(cited)
                if other.kind == "date" and same(token, other, published)
            }
            if ends and not ends & {end, ""}:
                return f"it has {token.written} as {end}, what it cites as {ends.pop()}"
    return None


def _link_of_change(tokens: Sequence[Token], at: int) -> str:
    """Return "by", "to" or "from" before a quantity, "" where none stands there.

    "By 81 percent, or 582 million dollars" puts it before both.
    """
    before = at - 1
    if before > 1 and tokens[before].key == "or":
        before -= 1 + (tokens[before - 1].kind == "break")
        return _link_of_change(tokens, before) if tokens[before].kind == "quantity" else ""
    return tokens[before].key if at and tokens[before].key in ("by", "to", "from") else ""


def _end_at(tokens: Sequence[Token], at: int) -> str:
    """Return whether a date is told as a beginning, an end, or neither ("")."""
    link = tokens[at - 1].key if at else ""
    if link in _BEGIN or link in _END:
        return "a beginning" if link in _BEGIN else "an end"
    for token in reversed(tokens[max(0, at - NEAR) : at]):
        if token.stem in _BEGINNING or token.stem in _ENDING:
            return "a beginning" if token.stem in _BEGINNING else "an end"
        if token.kind in ("break", "date", "party", "name") or (token.kind == "link" and token.key != "on"):
            break
    return ""
