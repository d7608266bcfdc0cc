"""Translate between briefings and the rows of the catalogue's tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, update

from vectorstore.briefing import Briefing, Event, Passage, Sentence
from vectorstore.tables import near_rows, page_rows, schema, vector_rows, version_rows
from vectorstore.tables.near_rows import Sketch

_b, _v, _p = schema.briefings.c, schema.versions.c, schema.passages.c
_KINDS: tuple[Any, ...] = ("prose", "item", "row")  # by number in the stored sentences


@dataclass(frozen=True, slots=True)
class Entry:
    """A briefing's new version, or a duplicate that gets passages; a prefix and a packed vector a passage."""

    briefing: Briefing
    prefixes: tuple[str, ...] = ()
    vectors: tuple[bytes, ...] = field(default=(), repr=False)
    sketch: Sketch | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Everything that becomes visible, or goes, in one step."""

    written: Sequence[Entry] = ()
    adopted: Sequence[Entry] = ()  # duplicates that take over from an original that goes
    removed: Sequence[str] = ()
    relinked: dict[str, str] = field(default_factory=dict)  # other duplicates -> their new original

    @property
    def touched(self) -> list[str]:
        """The ids of all briefings that it writes, changes or removes."""
        entries = [*self.written, *self.adopted]
        return list(dict.fromkeys([*(e.briefing.id for e in entries), *self.removed, *self.relinked]))


def briefing_of(row: Row[Any], text: str) -> Briefing:
    """Make a briefing of a row that joins `briefings` and `versions`."""
    fields = {name: value for name, value in row._asdict().items() if name != "text"}
    lists = {name: tuple(fields[name] or ()) for name in ("parties", "corrected")}
    return Briefing(**fields | lists, text=text)


def passage_of(row: Row[Any], text: str) -> Passage:
    """Make a passage of its row and its version's text."""
    sentences = tuple(
        Sentence(start, end, _KINDS[kind], (lead[0], lead[1]) if lead else None)
        for start, end, kind, *lead in row.sentences
    )
    return Passage(
        row.briefing_id,
        row.version,
        row.number,
        row.start,
        row.end,
        row.heading,
        text[row.start : row.end],
        sentences,
        tuple(
            Event(start, end, date.fromisoformat(first), date.fromisoformat(last))
            for start, end, first, last in row.events or ()
        ),
    )


def carry_out(connection: Connection, change: Change) -> None:
    """Write a whole change; the caller holds the transaction."""
    now = datetime.now(UTC)
    originals_first = sorted(change.written, key=lambda entry: entry.briefing.duplicate_of is not None)
    for entry in originals_first:
        _write(connection, entry, now)
    near_rows.remove(connection, [entry.briefing.id for entry in change.written])
    near_rows.write(connection, {e.briefing.id: e.sketch for e in change.written if e.sketch})
    for entry in change.adopted:
        row = update(schema.briefings).where(_b.id == entry.briefing.id)
        connection.execute(row.values(duplicate_of=None))
        _write_passages(connection, entry)
    for duplicate, original in change.relinked.items():
        row = update(schema.briefings).where(_b.id == duplicate)
        connection.execute(row.values(duplicate_of=original))
    near_rows.remove(connection, change.removed)
    for id in change.removed:
        _remove_passages(connection, id)
        version_rows.keep_number(connection, id)
        version_rows.remove(connection, id)
        page_rows.remove_of(connection, id)
        connection.execute(delete(schema.versions).where(_v.briefing_id == id))
        connection.execute(delete(schema.briefings).where(_b.id == id))


def _write(connection: Connection, entry: Entry, now: datetime) -> None:
    """Insert a version, make it the current one and put its passages in place of the old."""
    briefing = entry.briefing
    old = version_rows.before(connection, briefing.id)
    row: dict[str, Any] = {
        name: getattr(briefing, name) for name in ("key", "source", "version", "duplicate_of")
    }
    if briefing.corrected:
        row["corrected"] = list(briefing.corrected)
    changed = connection.execute(update(schema.briefings).where(_b.id == briefing.id).values(row))
    if not changed.rowcount:
        connection.execute(insert(schema.briefings), {"id": briefing.id, **row})
    names = set(schema.versions.c.keys()) - {"briefing_id", "known_from", "ingested_at", "parties"}
    version = {name: getattr(briefing, name) for name in names} | {
        "briefing_id": briefing.id,
        "parties": list(briefing.parties),
        "ingested_at": briefing.ingested_at or now.isoformat(timespec="microseconds"),
        "known_from": version_rows.known_from(briefing, old, now.astimezone().date()),
    }
    connection.execute(insert(schema.versions), version)
    if old:
        version_rows.leave_behind(connection, briefing, old)
    page_rows.write(connection, briefing)
    _remove_passages(connection, briefing.id)
    _write_passages(connection, entry)


def _remove_passages(connection: Connection, briefing_id: str) -> None:
    vector_rows.remove_of(connection, briefing_id)
    connection.execute(delete(schema.passages).where(_p.briefing_id == briefing_id))


def packed_events(events: Sequence[Event]) -> list[list[Any]]:
    """Make the column of the days that a passage speaks of."""
    return [[e.start, e.end, e.first.isoformat(), e.last.isoformat()] for e in events]


def passage_rows(passages: Sequence[Passage], prefixes: Sequence[str]) -> list[dict[str, Any]]:
    """Make the rows of passages, in order."""
    return [
        {
            name: getattr(passage, name)
            for name in schema.passages.columns.keys()  # noqa: SIM118  # a collection of columns, no dict
            if name not in ("prefix", "sentences", "events")
        }
        | {
            "prefix": prefix,
            "sentences": [_packed(sentence) for sentence in passage.sentences],
            "events": packed_events(passage.events),
        }
        for passage, prefix in zip(passages, prefixes, strict=True)
    ]


def _write_passages(connection: Connection, entry: Entry) -> None:
    rows = passage_rows(entry.briefing.passages, entry.prefixes)
    if rows:
        connection.execute(insert(schema.passages), rows)
    vector_rows.write(connection, dict(zip((row["id"] for row in rows), entry.vectors, strict=False)))


def _packed(sentence: Sentence) -> list[int]:
    return [sentence.start, sentence.end, _KINDS.index(sentence.kind), *(sentence.lead or ())]
