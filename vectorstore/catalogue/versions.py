"""Every version on file, and what of them is seen on a day: the newest that was known by then.

Earlier versions are in no index: `vectorstore.scans.earlier` searches them.
"""

import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date

from sqlalchemy import func, insert, select, tuple_

from vectorstore.briefing import Briefing, Passage, Version
from vectorstore.catalogue.catalogue import FACTS, FIELDS, Catalogue, any_version, facts_of
from vectorstore.catalogue.recent_passages import RecentPassages
from vectorstore.encoder.embedding import Vectors
from vectorstore.errors import NotFoundError
from vectorstore.facts import BriefingFacts
from vectorstore.tables import schema, vector_rows
from vectorstore.tables.rows import passage_rows
from vectorstore.tables.slices import sliced

_b, _v = schema.briefings.c, schema.versions.c
_p, _e = schema.passages.c, schema.earlier_passages.c
EARLIER = select(*(c for c in _e if c.name != "vector"), _v.content_hash).join_from(
    schema.earlier_passages, schema.versions, (_e.briefing_id == _v.briefing_id) & (_e.version == _v.version)
)


class Versions:
    """The versions of an open catalogue. Any thread may read."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._earlier: tuple[int, dict[str, list[BriefingFacts]]] | None = None
        self._seen: tuple[int, date, dict[str, BriefingFacts]] | None = None  # what was asked for last
        self._recent = RecentPassages()
        self._lock = threading.Lock()

    def of(self, briefing_id: str) -> tuple[Version, ...]:
        """Return the versions of a briefing, the first one first."""
        query = select(_v.version, _v.title, _v.published, _v.known_from, _v.ingested_at)
        rows = self._catalogue.read(query.where(_v.briefing_id == briefing_id).order_by(_v.version))
        return tuple(
            Version(row.version, row.title, row.published, row.known_from, row.ingested_at) for row in rows
        )

    def passage_counts(self) -> dict[str, int]:
        """Count the passages of each current version that has any; a duplicate has none."""
        of = schema.passages.c.briefing_id
        rows = self._catalogue.read(select(of, func.count().label("passages")).group_by(of))
        return {row.briefing_id: row.passages for row in rows}

    def facts(self, as_of: date | None = None) -> Mapping[str, BriefingFacts]:
        """Return the facts of every briefing as seen on a day, by id; without one, of the current versions.

        Undated ones are among them: `Filters.allows` says what to do with those.
        """
        generation = self._catalogue.generation
        current = self._catalogue.facts()
        if as_of is None:
            return current
        with self._lock:
            if self._seen and self._seen[0] == generation and self._seen[1] == as_of:
                return self._seen[2]
        earlier = self._earlier_facts()
        seen: dict[str, BriefingFacts] = {}
        for id, facts in current.items():
            if facts.known_from is None or facts.known_from <= as_of:
                seen[id] = facts
            elif known := [f for f in earlier.get(id, ()) if f.known_from and f.known_from <= as_of]:
                seen[id] = known[-1]
        with self._lock:
            self._seen = (generation, as_of, seen)
        return seen

    def briefings(self, ids: Sequence[str], as_of: date | None = None) -> dict[str, Briefing]:
        """Return these briefings with their texts as seen on a day; unknown ids are left out."""
        if as_of is None:
            return self._catalogue.current(ids)
        facts = self.facts(as_of)
        wanted = [(id, facts[id].version) for id in ids if id in facts]
        query = any_version(*FIELDS)
        parts = [query.where(tuple_(_v.briefing_id, _v.version).in_(part)) for part in sliced(wanted)]
        return self._catalogue.with_texts([row for part in parts for row in self._catalogue.read(part)])

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        """Return the passages with these ids, of current and of earlier versions."""
        return self._recent.get(self._catalogue.generation, ids, self._read_passages)

    def _read_passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        found = self._catalogue.passages(ids)
        parts = [EARLIER.where(_e.id.in_(part)) for part in sliced([id for id in ids if id not in found])]
        rows = [row for part in parts for row in self._catalogue.read(part)]
        return found | {passage.id: passage for passage, _ in self._catalogue.sliced_out(rows)}

    def passages_of(self, facts: BriefingFacts) -> list[Passage]:
        """Return the passages of a briefing in order, in the version that `facts` are of."""
        of = self._catalogue.facts().get(facts.id)
        table = _p if of and of.version == facts.version else _e
        which = (table.briefing_id == facts.id) & (table.version == facts.version)
        ids = [row.id for row in self._catalogue.read(select(table.id).where(which).order_by(table.number))]
        found = self.passages(ids)
        return [found[id] for id in ids if id in found]

    def vectors(self, ids: Sequence[str]) -> dict[str, bytes]:
        """Return the packed vectors of these passages, of current and of earlier versions."""
        found = self._catalogue.vectors(ids)
        query = select(_e.id, _e.vector).where(_e.vector.is_not(None))
        parts = [query.where(_e.id.in_(part)) for part in sliced([id for id in ids if id not in found])]
        return found | {row.id: row.vector for part in parts for row in self._catalogue.read(part)}

    def earlier(self, as_of: date) -> dict[str, BriefingFacts]:
        """Return the facts of the briefings of which an earlier version is seen on a day, by id."""
        current, facts = self._catalogue.facts(), self.facts(as_of)
        return {
            id: facts[id]
            for id in self._earlier_facts()
            if id in facts and (id not in current or current[id].version != facts[id].version)
        }

    def uncut(self) -> list[Briefing]:
        """Return the earlier versions that can be seen and have no passages, with their texts.

        Those of a home older than schema version 5, those that a person dated anew, and duplicates.
        """
        earlier = (_b.version != _v.version) & _v.known_from.is_not(None) & (_v.text != "")
        cut = (
            select(_e.id)
            .where((_e.briefing_id == _v.briefing_id) & (_e.version == _v.version))
            .correlate(schema.versions)
        )
        rows = self._catalogue.read(any_version(_v.briefing_id, _v.version).where(earlier, ~cut.exists()))
        found: list[Briefing] = []
        for row in rows:
            with suppress(NotFoundError):  # removed meanwhile
                found.append(self._catalogue.briefing(row.briefing_id, row.version))
        return found

    def add(self, briefing: Briefing, prefixes: Sequence[str], vectors: Vectors) -> None:
        """Write the passages of an earlier version, a prefix and a vector each, unless it is gone by now."""
        rows = passage_rows(briefing.passages, prefixes)
        packed = vector_rows.packed(vectors)
        if rows:
            own = (_v.briefing_id == briefing.id) & (_v.version == briefing.version)
            with self._catalogue.writing() as connection:
                if not connection.execute(select(_v.version).where(own)).first():
                    return
                values = [row | {"vector": vector} for row, vector in zip(rows, packed, strict=True)]
                connection.execute(insert(schema.earlier_passages), values)
            self._catalogue.generation += 1

    def _earlier_facts(self) -> dict[str, list[BriefingFacts]]:
        """Return the facts of the versions before the current ones by briefing, the first one first."""
        with self._lock:
            generation = self._catalogue.generation
            if self._earlier is None or self._earlier[0] != generation:
                query = any_version(*FACTS).where(_b.version != _v.version, _v.known_from.is_not(None))
                found: dict[str, list[BriefingFacts]] = {}
                for row in self._catalogue.read(query.order_by(_v.version)):
                    found.setdefault(row.id, []).append(facts_of(row))
                self._earlier = (generation, found)
            return self._earlier[1]
