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

# Reads the days of a text, told the day it is from and where it begins.
ReadDays = Callable[[str, date | None, int], Sequence[Event]]

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
    query = select(p.id, p.briefing_id, p.version, p.start, p.end, p.events)
    passages = catalogue.read(query.where(tuple_(p.briefing_id, p.version).in_(keys)))
    texts = _texts(catalogue, sorted({(row.briefing_id, row.version) for row in passages}))
    differing = []
    for row in passages:
        if (row.briefing_id, row.version) not in texts:
            continue  # removed meanwhile
        text, published = texts[row.briefing_id, row.version]
        days = packed_events(read(text[row.start : row.end], published, row.start))
        if days != row.events:
            differing.append({"of": row.id, "days": days})
    if differing:
        with catalogue.writing() as connection:
            connection.execute(
                update(table).where(p.id == bindparam("of")).values(events=bindparam("days")), differing
            )
    return len(differing)


def _texts(
    catalogue: Catalogue, keys: Sequence[tuple[str, int]]
) -> dict[tuple[str, int], tuple[str, date | None]]:
    """Read the text of each version once, and the day it is from: it has dozens of passages."""
    query = select(_v.briefing_id, _v.version, _v.text, _v.published)
    rows = catalogue.read(query.where(tuple_(_v.briefing_id, _v.version).in_(keys)))
    return {(row.briefing_id, row.version): (row.text, row.published) for row in rows}
