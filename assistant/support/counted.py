"""Find what a claim counts otherwise than its evidence: "four proclamations" where there are three."""

from collections.abc import Iterator, Sequence

from assistant.support.quantities import Quantity
from assistant.support.tokens import Token
from assistant.support.words import stem, word_list

MOST = 20.0  # larger numbers are looked for as figures

_NO_THING = frozenset(map(stem, (*word_list("side"), *word_list("when"))))


def what_is_miscounted(claim: Sequence[Token], cited: Sequence[Token]) -> str | None:
    """Say which thing the evidence counts, too, but never as so many, nor anything else."""
    there = list(_counts(cited))
    numbers = {number for token in cited if (number := _number(token) or _amount(token))}
    for number, thing in _counts(claim):
        of_it = {n for n, what in there if what.key == thing.key}
        if of_it and number not in numbers:
            return f"it counts {number:g} {thing.written}, what it cites {of_it.pop():g}"
    return None


def _counts(tokens: Sequence[Token]) -> Iterator[tuple[float, Token]]:
    """Yield how many there are of what, where a small number stands right before it."""
    for at in range(len(tokens) - 1):
        token, thing = tokens[at : at + 2]
        number = _number(token)
        if number and thing.kind == "word" and thing.stem not in _NO_THING:
            yield number, thing


def _number(token: Token) -> float:
    """Return a small number that counts things, 0 where a token is none."""
    if token.kind == "word" and token.written.casefold() == "one":
        return 1.0
    value = token.value
    if not isinstance(value, Quantity) or value.unit or token.also or value.amount > MOST:
        return 0.0
    return value.amount


def _amount(token: Token) -> float:
    return token.value.amount if isinstance(token.value, Quantity) else 0.0
