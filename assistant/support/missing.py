"""Find what a claim names and its evidence does not: quantities, dates, parties, persons, roles, statuses."""

import re
from collections.abc import Sequence
from datetime import date

from assistant.support.days import Day, agrees
from assistant.support.quantities import Quantity, same_quantity
from assistant.support.tokens import Token
from assistant.support.words import Meaning, stem, word_list

_WORD = re.compile(r"[^\W\d_]+")


def what_is_missing(
    claim: Sequence[Token], cited: Sequence[Token], evidence: str, published: date | None
) -> str | None:
    """Name the first thing of a claim that is nowhere in the evidence."""
    words = set(_WORD.findall(evidence.casefold())) | {token.key for token in cited}
    words |= {token.written.casefold() for token in cited}
    meanings = {meaning for token in cited for meaning in token.meanings}
    for token in claim:
        if _is_there(token, claim, cited, words, evidence, published) and _is_status_there(
            token, meanings, words
        ):
            continue
        number = "the number " if token.kind == "quantity" else ""
        return f"{number}{token.written} is not in what it cites"
    return None


def same(token: Token, other: Token, published: date | None = None) -> bool:
    """Say whether a token of the evidence states what a token of the claim does, as exactly or more so."""
    if token.kind == "name":
        return other.written.casefold() == token.key
    a, b = token.value, other.value
    if a is None or b is None:
        return False
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return any(same_quantity(x, y) for x in (a, token.also) if x for y in (b, other.also) if y)
    if isinstance(a, Day) and isinstance(b, Day):
        return agrees(a, b, published)
    if isinstance(a, Day) and isinstance(b, Quantity):  # 2,000 jobs may be written as a year is
        return a.month is None and b.amount == a.year and not b.unit
    if isinstance(a, Quantity) and isinstance(b, Day):
        return b.month is None and a.amount == b.year and not a.unit
    return token.kind == other.kind and a == b and token.office in ("", other.office)


def _is_there(
    token: Token,
    claim: Sequence[Token],
    cited: Sequence[Token],
    words: set[str],
    evidence: str,
    published: date | None,
) -> bool:
    if token.kind == "name":
        return token.key in words or _is_spelled_out(token.written, evidence)
    if token.kind not in ("quantity", "date", "weekday", "party", "role"):
        return True
    if any(same(token, other, published) for other in cited):
        return True
    if isinstance(token.value, Quantity) and not token.value.unit:  # "Peru's is 500 tonnes, Chile's is 700"
        return any(
            same_quantity(token.value.with_unit_of(said.value), there.value)
            for said in claim
            if isinstance(said.value, Quantity) and said.value.unit not in ("", "th")
            for there in cited
            if isinstance(there.value, Quantity)
        )
    if token.kind == "party":  # "Jordan" may be a person: whatever it is, it is in both
        return token.written.casefold() in words
    return _is_in_two_pieces(token.value, cited)


def _is_in_two_pieces(day: object, cited: Sequence[Token]) -> bool:
    """Whether the evidence has the year of a date apart: "In 2025 ... on June 6"."""
    if not isinstance(day, Day) or day.year is None or day.month is None:
        return False
    days = [token.value for token in cited if isinstance(token.value, Day)]
    return any(d.year == day.year and d.month is None for d in days) and any(
        d.year is None and (d.month, d.day) == (day.month, day.day) for d in days
    )


def _is_spelled_out(name: str, evidence: str) -> bool:
    """Whether the evidence has the words that a short name is made of: WTO."""
    if not (name.isupper() and len(name) > 1):
        return False
    return name in "".join(w[0] for w in evidence.replace("-", " ").split() if w[:1].isupper())


_AGREEMENTS = frozenset(stem(word) for word in word_list("agreement"))


def _is_status_there(token: Token, meanings: set[Meaning], words: set[str]) -> bool:
    needed = [meaning for meaning in token.meanings if meaning.needed]
    if not needed or token.key in words or any(meaning in meanings for meaning in needed):
        return True
    # Where there is a deal or a commitment, somebody has agreed.
    return any(meaning.pole == "agreed" for meaning in needed) and not words.isdisjoint(_AGREEMENTS)
