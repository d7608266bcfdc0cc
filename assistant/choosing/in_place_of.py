"""Leave out what is told of a party in whose place a follow-up names another one.

"And Peru?" asks of Peru what was asked of Chile. What tells of Chile, and does not name Peru, has most of the
words of such a question, and is what was answered before.
"""

from collections.abc import Sequence
from typing import NamedTuple

from assistant.asking.followups.replacing import is_name_of_parties
from assistant.choosing.evidence import Evidence
from ingest.text.parties import find_parties, parties_in


class InPlaceOf(NamedTuple):
    """Parties that a follow-up names, and those of the question before in whose place they stand."""

    named: frozenset[str]
    replaced: frozenset[str]


def in_place_of(typed: str, before: str, now: str) -> InPlaceOf | None:
    """Return whom a follow-up that is a party's name puts in whose place; None where it puts nobody there.

    >>> in_place_of("and Peru?", "the EC quota for Chile", "the EC quota for Peru")
    InPlaceOf(named=frozenset({'PE'}), replaced=frozenset({'CL'}))
    >>> in_place_of("is Peru exempt?", "the EC quota for Chile", "is Peru exempt?") is None
    True
    """
    asked, said = (_parties_of(text) for text in (now, before))
    named, replaced = asked - said, said - asked - {"US"}
    return InPlaceOf(named, replaced) if named and replaced and is_name_of_parties(typed) else None


def not_of_replaced(of: InPlaceOf, read: Sequence[Evidence]) -> list[Evidence]:
    """Leave out what names a replaced party, or stands under its name, and names nobody in its place."""
    return [e for e in read if not _is_of_replaced(of, parties_in(e.headed))]


def _is_of_replaced(of: InPlaceOf, told: frozenset[str]) -> bool:
    return bool(told & of.replaced) and not told & of.named


def _parties_of(text: str) -> frozenset[str]:
    return frozenset(mention.code for mention in find_parties(text, lower_case=True))
