"""Keep what a version leaves behind in the catalogue when a newer one takes its place.

A version with another text stays readable as it was and is searched under an as-of date: its
passages move to the table `earlier_passages`. One with the same text was corrected, in its title
or date: it stays readable, and nothing searches it any more.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, func, insert, select, update

from vectorstore.briefing import Briefing
from vectorstore.tables import schema

_b, _v, _p, _e = schema.briefings.c, schema.versions.c, schema.passages.c, schema.earlier_passages.c

NUMBER = "version:"  # begins the keys in `meta` under which a removed briefing's newest number stays


@dataclass(frozen=True, slots=True)
class Before:
    """The current version that a new one replaces."""

    version: int
    published: date | None
    known_from: date | None
    text: str


def before(connection: Connection, briefing_id: str) -> Before | None:
    """Return the current version of a briefing; None when it is not on file."""
    query = select(_v.version, _v.published, _v.known_from, _v.text).join_from(
        schema.briefings, schema.versions, (_b.id == _v.briefing_id) & (_b.version == _v.version)
    )
    row = connection.execute(query.where(_b.id == briefing_id)).one_or_none()
    return Before(*row) if row else None


def known_from(briefing: Briefing, old: Before | None, today: date) -> date | None:
    """Say from which day a new version could be read; None for an undated first one.

    `briefing.known_from` is the day that its source says it was modified, where it says one.
    """
    stated = briefing.known_from if briefing.known_from and briefing.known_from <= today else None
    if old is None or (old.text == briefing.text and old.known_from in (None, old.published)):
        published = briefing.published
        return max(published, stated) if published and stated else published
    if old.text == briefing.text:
        return old.known_from
    if stated and (old.known_from is None or stated > old.known_from):
        return stated
    return today


def leave_behind(connection: Connection, briefing: Briefing, old: Before) -> None:
    """Move the old version's passages to the earlier ones, or mark it as corrected."""
    if old.text != briefing.text:
        columns = [column for column in schema.passages.columns if column.name in _e]
        kept = select(*columns, schema.vectors.c.vector).join_from(
            schema.passages, schema.vectors, _p.id == schema.vectors.c.passage_id, isouter=True
        )
        names = [*(column.name for column in columns), "vector"]
        rows = kept.where(_p.briefing_id == briefing.id)
        connection.execute(insert(schema.earlier_passages).from_select(names, rows))
        return
    corrected = (_v.briefing_id == briefing.id) & (_v.version == old.version)
    connection.execute(update(schema.versions).where(corrected).values(known_from=None))
    if briefing.published_from == "person" and briefing.published != old.published:
        _date_anew(connection, briefing, old)


def keep_number(connection: Connection, briefing_id: str) -> None:
    """Note the newest number that a briefing has had: a citation names a version, so none is given twice."""
    key, of_key = NUMBER + briefing_id, schema.meta.c.key
    numbers = (
        select(func.max(_v.version)).where(_v.briefing_id == briefing_id),
        select(schema.meta.c.value).where(of_key == key),
    )
    newest = max(int(connection.execute(number).scalar() or 0) for number in numbers)
    schema.set_meta(connection, {key: str(newest)})


def remove(connection: Connection, briefing_id: str) -> None:
    """Delete the earlier passages of a briefing, and what a reindex made of it."""
    made = schema.next_passages
    connection.execute(delete(made).where(made.c.briefing_id == briefing_id))
    connection.execute(delete(schema.earlier_passages).where(_e.briefing_id == briefing_id))


def _date_anew(connection: Connection, briefing: Briefing, old: Before) -> None:
    """Give the earlier versions the date that a person corrected, and let their passages be cut anew."""
    earlier = (_v.briefing_id == briefing.id) & (_v.version < old.version) & _v.known_from.is_not(None)
    first = earlier & (_v.known_from == _v.published)
    connection.execute(update(schema.versions).where(first).values(known_from=briefing.published))
    dated = {"published": briefing.published, "published_from": briefing.published_from}
    connection.execute(update(schema.versions).where(earlier).values(dated))
    remove(connection, briefing.id)
