"""Read and write the catalogue's tables `sketches` and `near`: what finds near-duplicates, and pairs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, or_, select

from vectorstore.tables import schema
from vectorstore.tables.slices import sliced

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
    A text without words has neither digest nor hashes.
    """

    facts: str
    smallest: bytes = field(repr=False)
    near: tuple[str, ...] = ()


def with_facts(facts: Sequence[str]) -> Select[Any]:
    """Select the sketches with one of these digests."""
    return select(_s.briefing_id, _s.facts, _s.smallest).where(_s.facts.in_(facts)).order_by(_s.briefing_id)


def write(connection: Connection, sketches: Mapping[str, Sketch]) -> None:
    """Write the sketches and pairs of briefings that have none; the caller holds the transaction.

    What is of a briefing that is gone by now is left out.
    """
    here = _of(connection, schema.briefings.c.id, sketches)
    sketches = {id: sketch for id, sketch in sketches.items() if id in here}
    rows = [{"briefing_id": id, "facts": s.facts, "smallest": s.smallest} for id, s in sketches.items()]
    if rows:
        connection.execute(insert(schema.sketches), rows)
    pairs = {
        (min(id, other), max(id, other))
        for id, sketch in sketches.items()
        for other in sketch.near
        if other != id
    }
    on_file = _of(connection, _s.briefing_id, {id for pair in pairs for id in pair})
    kept = [{"briefing_id": a, "other_id": b} for a, b in sorted(pairs) if {a, b} <= on_file]
    if kept:
        connection.execute(insert(schema.near), kept)


def remove(connection: Connection, ids: Sequence[str]) -> None:
    """Delete the sketches and pairs of briefings; those that have none are skipped."""
    for part in sliced(ids):
        connection.execute(delete(schema.near).where(or_(_n.briefing_id.in_(part), _n.other_id.in_(part))))
        connection.execute(delete(schema.sketches).where(_s.briefing_id.in_(part)))


def _of(connection: Connection, column: Any, ids: Iterable[str]) -> set[str]:
    """Return those of these ids that a column holds."""
    wanted = sorted(ids)
    found: set[str] = set()
    for part in sliced(wanted):
        query = select(column).where(column.in_(part))
        found |= set(connection.execute(query).scalars())
    return found
