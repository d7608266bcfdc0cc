"""Near-duplicates on file: the catalogue's tables `sketches` and `near`, and the groups they make.

Pairs are stored, not groups: when a member goes its pairs go, and those that are left make the
groups anew. Which two briefings are a pair is `ingest.duplicates`' business.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, or_, select

from vectorstore import schema

SLICE = 500  # ids a statement; older SQLite takes 999 parameters at most

_s, _n = schema.sketches.c, schema.near.c

PAIRS: Select[Any] = select(_n.briefing_id, _n.other_id).order_by(_n.briefing_id, _n.other_id)
# Briefings that were taken in before there were sketches.
LACKING: Select[Any] = (
    select(schema.briefings.c.id)
    .outerjoin(schema.sketches, _s.briefing_id == schema.briefings.c.id)
    .where(_s.briefing_id.is_(None))
    .order_by(schema.briefings.c.id)
)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What near-duplicates are looked for by: a digest of the facts, and packed hashes of the words.

    `near` are the briefings on file, or in the same batch, that were found to be nearly the same.
    """

    facts: str
    smallest: bytes = field(repr=False)
    near: tuple[str, ...] = ()


def with_facts(facts: Sequence[str]) -> Select[Any]:
    """Select the sketches with one of these digests."""
    return select(_s.briefing_id, _s.facts, _s.smallest).where(_s.facts.in_(facts)).order_by(_s.briefing_id)


def write(connection: Connection, sketches: dict[str, Sketch | None]) -> None:
    """Write the sketches and pairs of briefings in place of theirs; the caller holds the transaction.

    A pair with a briefing that is gone by now is left out.
    """
    remove(connection, list(sketches))
    rows = [
        {"briefing_id": id, "facts": sketch.facts if sketch else "", "smallest": sketch.smallest if sketch else b""}
        for id, sketch in sketches.items()
    ]
    if rows:
        connection.execute(insert(schema.sketches), rows)
    pairs = {
        (min(id, other), max(id, other))
        for id, sketch in sketches.items()
        for other in (sketch.near if sketch else ())
        if other != id
    }
    on_file = _on_file(connection, {id for pair in pairs for id in pair})
    kept = sorted(pair for pair in pairs if on_file.issuperset(pair))
    if kept:
        connection.execute(insert(schema.near), [{"briefing_id": a, "other_id": b} for a, b in kept])


def remove(connection: Connection, ids: Sequence[str]) -> None:
    """Delete the sketches and pairs of briefings; those that have none are skipped."""
    for at in range(0, len(ids), SLICE):
        part = ids[at : at + SLICE]
        connection.execute(delete(schema.near).where(or_(_n.briefing_id.in_(part), _n.other_id.in_(part))))
        connection.execute(delete(schema.sketches).where(_s.briefing_id.in_(part)))


def groups_of(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return for each briefing in a pair its whole group, by id.

    >>> groups_of([("a", "b"), ("b", "d"), ("x", "y")])["d"]
    ('a', 'b', 'd')
    """
    group: dict[str, set[str]] = {}
    for one, other in pairs:
        joined = group.get(one, {one}) | group.get(other, {other})
        group |= dict.fromkeys(joined, joined)
    return {id: tuple(sorted(members)) for id, members in group.items()}


def _on_file(connection: Connection, ids: Iterable[str]) -> set[str]:
    wanted = sorted(ids)
    found: set[str] = set()
    for at in range(0, len(wanted), SLICE):
        query = select(_s.briefing_id).where(_s.briefing_id.in_(wanted[at : at + SLICE]))
        found |= set(connection.execute(query).scalars())
    return found
