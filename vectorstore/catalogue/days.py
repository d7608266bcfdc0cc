"""Write anew the days that passages on file speak of, when reading them has been bettered."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Table, bindparam, select, tuple_, update

from vectorstore.briefing import Event
from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.tables import schema
from vectorstore.tables.rows import packed_events

VERSIONS = 100  # read and written in one step

ReadDays = Callable[
    [str, date | None, int], Sequence[Event]
]  # of a text, the day it is from, where it begins

_v = schema.versions.c


class Step(NamedTuple):
    """How many versions are done, of how many, and how many of their passages were changed."""

    done: int
    total: int
    changed: int


def renew_days(catalogue: Catalogue, read: ReadDays) -> Iterator[Step]:
    """Read the days of every passage anew, of earlier versions, too, and write those that differ."""
    rows = catalogue.read(select(_v.briefing_id, _v.version).order_by(_v.briefing_id, _v.version))
    versions = [(row.briefing_id, row.version) for row in rows]
    done = changed = 0
    for at in range(0, len(versions), VERSIONS):
        part = versions[at : at + VERSIONS]
        for table in (schema.passages, schema.earlier_passages):
            changed += _renew(catalogue, table, part, read)
        done += len(part)
        yield Step(done, len(versions), changed)
    if changed:
        catalogue.generation += 1


def _renew(catalogue: Catalogue, table: Table, keys: Sequence[tuple[str, int]], read: ReadDays) -> int:
    p = table.c
    of_version = (p.briefing_id == _v.briefing_id) & (p.version == _v.version)
    query = select(p.id, p.start, p.end, p.events, _v.text, _v.published).join(schema.versions, of_version)
    differing = []
    for row in catalogue.read(query.where(tuple_(p.briefing_id, p.version).in_(keys))):
        days = packed_events(read(row.text[row.start : row.end], row.published, row.start))
        if days != row.events:
            differing.append({"of": row.id, "days": days})
    if differing:
        with catalogue.writing() as connection:
            connection.execute(
                update(table).where(p.id == bindparam("of")).values(events=bindparam("days")), differing
            )
    return len(differing)
