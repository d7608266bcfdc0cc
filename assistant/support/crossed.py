"""Find two facts that a claim joins and its evidence has apart, each beside another of the other's kind.

"Chile pays 12 percent and Peru 30": who says that Chile pays 30 joins what stands in two clauses, where
either clause has its own. Facts that merely stand in two clauses may be joined.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import permutations

from assistant.support.missing import same
from assistant.support.quantities import Quantity
from assistant.support.tokens import Token

_JOINS = ("and", "while", "but", "whereas", "against")
_FACTS = ("quantity", "party", "name")


def what_is_crossed(claim: Sequence[Token], cited: Sequence[Token], published: date | None) -> str | None:
    """Say which fact of the claim the evidence has with another one; None where none."""
    there = [clause for clause in _clauses(cited) if clause]
    if len(there) < 2:
        return None
    for clause in _clauses(claim):
        for one, other in permutations(clause, 2):
            if instead := _instead(one, other, clause, there, published):
                return f"it says {other.written} of {one.written}, what it cites {instead.written}"
    return None


def _instead(
    one: Token, other: Token, said: Sequence[Token], there: Sequence[Sequence[Token]], published: date | None
) -> Token | None:
    """Return what the evidence has beside one fact in the place of the other, if it has the two crosswise."""
    if _kind(one) == _kind(other):
        return None
    with_one = [clause for clause in there if _holds(clause, one, published)]
    with_other = [clause for clause in there if _holds(clause, other, published)]
    if not with_one or not with_other or any(_holds(clause, other, published) for clause in with_one):
        return None
    mine = _rival(other, with_one, said, published)
    return mine if mine and _rival(one, with_other, said, published) else None


def _rival(
    fact: Token, clauses: Sequence[Sequence[Token]], said: Sequence[Token], published: date | None
) -> Token | None:
    """Return what the clauses have of a fact's kind, where the claim's clause has none of it."""
    rivals = [
        [t for t in clause if _kind(t) == _kind(fact) and not _holds(said, t, published)]
        for clause in clauses
    ]
    return next((found[0] for found in rivals if found), None)


def _holds(clause: Sequence[Token], fact: Token, published: date | None) -> bool:
    if goods := fact.pole("goods"):
        return any(token.pole("goods") == goods for token in clause)
    return any(same(fact, token, published) for token in clause if _kind(token) == _kind(fact))


def _kind(token: Token) -> str:
    value = token.also or token.value
    if isinstance(value, Quantity):
        return f"quantity {value.unit}"
    return "goods" if token.pole("goods") else token.kind


def _clauses(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the facts of each clause; one that begins with what is done has the actor of the one before."""
    facts: list[Token] = []
    for at, token in enumerate(tokens):
        if token.kind == "break" and token.key == ".":
            yield facts
            facts = []
        elif token.key in _JOINS and not _is_in_list(tokens, at):
            yield facts
            following = tokens[at + 1] if at + 1 < len(tokens) else None
            begins_anew = following is not None and (
                _is_fact(following) or following.kind == "link" or following.capital
            )
            facts = [] if begins_anew else [t for t in facts if t.kind in ("party", "name")]
        elif _is_fact(token):
            facts.append(token)
    yield facts


def _is_in_list(tokens: Sequence[Token], at: int) -> bool:
    """Whether an "and" only joins two names: "offered by Norway and the EU"."""
    return all(0 <= i < len(tokens) and tokens[i].kind in ("party", "name") for i in (at - 1, at + 1))


def _is_fact(token: Token) -> bool:
    return token.kind in _FACTS or bool(token.pole("goods"))
