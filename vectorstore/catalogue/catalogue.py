"""The catalogue: every briefing, its versions and passages, in SQL. The source of truth.

Both indexes are derived from it and can be rebuilt from it. A passage exists for a searcher
when it is found here, whatever an index says.
"""

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, tuple_
from sqlalchemy.exc import SQLAlchemyError

from vectorstore.briefing import Briefing, Passage
from vectorstore.catalogue.current_facts import CurrentFacts
from vectorstore.catalogue.ids import only_id
from vectorstore.catalogue.journal import Journal
from vectorstore.catalogue.recent_texts import RecentTexts, TextKey
from vectorstore.errors import CatalogueDamagedError, NotFoundError, StorageError
from vectorstore.facts import BriefingFacts, Known
from vectorstore.tables import page_rows, schema, vector_rows, version_rows
from vectorstore.tables.rows import Change, briefing_of, carry_out, passage_of
from vectorstore.tables.slices import sliced

_b, _v, _p = schema.briefings.c, schema.versions.c, schema.passages.c


class Catalogue:
    """An open catalogue. Any thread may read; one at a time writes."""

    def __init__(self, url: str) -> None:
        self._engine = schema.connect(url)
        self._writer = schema.for_writing(self._engine)
        self._journal = Journal(self._engine)
        self._turn = threading.Lock()  # of this process's threads, who wait for each other without end
        self._facts = CurrentFacts(self._read_facts)
        self._texts = RecentTexts()
        self.generation = 0  # grows with every change: a search that spans one can tell
        try:
            with self.writing() as connection:
                schema.bring_up_to_date(connection)
            self.scrub()  # of what was removed before a kill
        except StorageError:
            self.close()
            raise

    def known(self) -> dict[str, Known]:
        """Return every briefing on file, by key."""
        names = Known.__dataclass_fields__
        rows = self.read(_current(*(column for column in FIELDS if column.name in names or column is _b.key)))
        fields = [row._asdict() | {"corrected": tuple(row.corrected or ())} for row in rows]
        return {of.pop("key"): Known(**of) for of in fields}

    def briefings(self) -> list[Briefing]:
        """Return the current versions without their text, newest published first, undated last."""
        newest_first = (_v.published.is_(None), _v.published.desc(), _b.source)
        return [briefing_of(row, text="") for row in self.read(_current(*FIELDS).order_by(*newest_first))]

    def briefing(self, id_or_prefix: str, version: int | None = None) -> Briefing:
        """Return a briefing with its text, in its current version or an earlier one."""
        id = self.resolve(id_or_prefix)
        query = _current(*FIELDS, _v.text) if version is None else any_version(*FIELDS, _v.text)
        if version is not None:
            query = query.where(_v.version == version)
        rows = self.read(query.where(_b.id == id))
        if not rows:
            raise NotFoundError(
                f"The briefing {id} has no version {version}. `briefings show {id}` shows the current one."
            )
        found = briefing_of(rows[0], rows[0].text)
        return replace(found, page_starts=self._page_starts([id]).get((id, found.version), ()))

    def current(self, ids: Sequence[str]) -> dict[str, Briefing]:
        """Return the current versions of these briefings, with their texts; unknown ids are left out."""
        parts = sliced(ids)
        rows = [row for part in parts for row in self.read(_current(*FIELDS).where(_b.id.in_(part)))]
        return self.with_texts(rows)

    def with_texts(self, rows: Sequence[Row[Any]]) -> dict[str, Briefing]:
        """Make briefings of rows of FIELDS, by id; those removed meanwhile are left out."""
        keys = {row.id: TextKey(row.id, row.version, row.content_hash) for row in rows}
        texts = self._texts.get(set(keys.values()), self._read_texts)
        pages = self._page_starts([row.id for row in rows])
        return {
            row.id: replace(
                briefing_of(row, texts[keys[row.id]]), page_starts=pages.get((row.id, row.version), ())
            )
            for row in rows
            if keys[row.id] in texts
        }

    def resolve(self, id_or_prefix: str) -> str:
        """Return the id that starts with `id_or_prefix`; NotFoundError when none or several do."""
        return only_id(id_or_prefix, lambda beginning: [row.id for row in self.read(_starting(beginning))])

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        """Return the passages with these ids; those that are not current are left out."""
        rows = [row for part in sliced(ids) for row in self.read(PASSAGES.where(_p.id.in_(part)))]
        return {passage.id: passage for passage, _ in self.sliced_out(rows)}

    def passages_of(self, briefing_id: str) -> list[tuple[Passage, str]]:
        """Return a briefing's passages in order, each with its prefix."""
        query = PASSAGES.where(_p.briefing_id == briefing_id).order_by(_p.number)
        return self.sliced_out(self.read(query))

    def passage_ids(self) -> list[str]:
        """Return the id of every current passage."""
        return [row.id for row in self.read(select(_p.id).order_by(_p.briefing_id, _p.number))]

    def passage_count(self) -> int:
        """Count the current passages."""
        return int(self.read(select(func.count()).select_from(schema.passages))[0][0])

    def indexed(self, ids: Sequence[str]) -> dict[str, str]:
        """Return what is indexed of these passages: prefix and text; those not current are left out."""
        rows = [row for part in sliced(ids) for row in self.read(PASSAGES.where(_p.id.in_(part)))]
        return {passage.id: prefix + passage.text for passage, prefix in self.sliced_out(rows)}

    def facts(self) -> dict[str, BriefingFacts]:
        """Return the facts of every current briefing by id; kept in memory from change to change."""
        return self._facts.at(self.generation)

    def by_hash(self, content_hash: str) -> str | None:
        """Return the first current briefing with this content that is no duplicate itself."""
        query = _current(_b.id).where(_v.content_hash == content_hash, _b.duplicate_of.is_(None))
        rows = self.read(query.order_by(_v.ingested_at, _b.id).limit(1))
        return str(rows[0].id) if rows else None

    def duplicates_of(self, briefing_id: str) -> list[str]:
        """Return the ids of a briefing's duplicates, the first on file first."""
        query = _current(_b.id).where(_b.duplicate_of == briefing_id)
        return [row.id for row in self.read(query.order_by(_v.ingested_at, _b.id))]

    def newest_version(self, briefing_id: str) -> int:
        """Return the newest version that a briefing has had, removed or not; 0 when it never was on file."""
        rows = self.read(select(_b.version).where(_b.id == briefing_id))
        before = int(self.meta(version_rows.NUMBER + briefing_id) or 0)
        return max(before, *(int(row.version) for row in rows), 0)

    def pending(self) -> list[str]:
        """Return the passages that an unfinished change noted."""
        return [row.passage_id for row in self.read(select(schema.pending.c.passage_id))]

    def note_pending(self, ids: Sequence[str]) -> None:
        """Note passages before the indexes are touched, so that a crash can be cleaned up."""
        noted = set(self.pending())
        rows = [{"passage_id": id} for id in dict.fromkeys(ids) if id not in noted]
        if rows:
            with self.writing() as connection:
                connection.execute(insert(schema.pending), rows)

    def clear_pending(self) -> None:
        """Forget what was noted: the indexes agree with the catalogue again."""
        with self.writing() as connection:
            connection.execute(delete(schema.pending))

    def apply(self, change: Change) -> None:
        """Make a whole change visible in one transaction."""
        with self.writing() as connection:
            carry_out(connection, change)
        self.generation += 1
        self._facts.follow(self.generation, change.touched)

    def scrub(self) -> None:
        """Overwrite what was removed in the journal, too, or as soon as nobody reads from it.

        Texts read lately are forgotten, its own among them.
        """
        self._texts.clear()
        self._journal.empty()

    def vectors(self, ids: Sequence[str] | None = None) -> dict[str, bytes]:
        """Return the packed vectors of these passages, or of all, by their ids in order."""
        parts = [vector_rows.ALL] if ids is None else [vector_rows.of(part) for part in sliced(ids)]
        return {row.passage_id: row.vector for part in parts for row in self.read(part)}

    def lacking_vectors(self) -> list[str]:
        """Return the current passages that have no vector: those of a home older than schema version 3."""
        lacking = select(_p.id).outerjoin(schema.vectors).where(schema.vectors.c.passage_id.is_(None))
        return [row.id for row in self.read(lacking.order_by(_p.briefing_id, _p.number))]

    def add_vectors(self, rows: Mapping[str, bytes]) -> None:
        """Write packed vectors of passages that have none."""
        with self.writing() as connection:
            vector_rows.write(connection, rows)
        self.generation += 1

    def meta(self, key: str) -> str | None:
        """Return a value that describes the home itself."""
        rows = self.read(select(schema.meta.c.value).where(schema.meta.c.key == key))
        return str(rows[0].value) if rows else None

    def metas(self, prefix: str) -> dict[str, str]:
        """Return the values that describe the home, of the keys that start with `prefix`."""
        key = schema.meta.c.key
        rows = self.read(select(key, schema.meta.c.value).where(key.startswith(prefix, autoescape=True)))
        return {row.key: row.value for row in rows}

    def set_meta(self, values: dict[str, str]) -> None:
        """Record values that describe the home itself."""
        with self.writing() as connection:
            connection.execute(delete(schema.meta).where(schema.meta.c.key.in_(values)))
            connection.execute(insert(schema.meta), [{"key": k, "value": v} for k, v in values.items()])

    def close(self) -> None:
        """Close every connection."""
        self._journal.close()
        self._engine.dispose()

    def sliced_out(self, rows: Sequence[Row[Any]]) -> list[tuple[Passage, str]]:
        """Slice each passage out of its version's text; beside it stands its prefix."""
        keys = {TextKey(row.briefing_id, row.version, row.content_hash) for row in rows}
        texts = self._texts.get(keys, self._read_texts)
        return [
            (passage_of(row, texts[key]), row.prefix)
            for row in rows
            if (key := TextKey(row.briefing_id, row.version, row.content_hash)) in texts
        ]

    def _page_starts(self, ids: Sequence[str]) -> dict[tuple[str, int], tuple[int, ...]]:
        """Return where pages begin, by briefing and version."""
        rows = [row for part in sliced(ids) for row in self.read(page_rows.of(part))]
        return {(row.briefing_id, row.version): tuple(row.starts) for row in rows}

    def _read_facts(self, ids: Sequence[str] | None) -> dict[str, BriefingFacts]:
        query = _current(*FACTS)
        parts = [query] if ids is None else [query.where(_b.id.in_(part)) for part in sliced(ids)]
        return {row.id: facts_of(row) for part in parts for row in self.read(part)}

    def _read_texts(self, keys: Sequence[TextKey]) -> dict[TextKey, str]:
        """Read the texts of versions; one that was removed meanwhile is left out."""
        query = select(_v.briefing_id, _v.version, _v.content_hash, _v.text)
        parts = sliced([(key.briefing_id, key.version) for key in keys])
        wanted = [tuple_(_v.briefing_id, _v.version).in_(part) for part in parts]
        rows = [row for which in wanted for row in self.read(query.where(which))]
        return {TextKey(row.briefing_id, row.version, row.content_hash): row.text for row in rows}

    def read(self, query: Select[Any]) -> Sequence[Row[Any]]:
        try:
            with self._engine.connect() as connection:
                return connection.execute(query).all()
        except SQLAlchemyError as error:
            raise self._failed("read", error) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        try:
            with self._turn, self._writer.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise self._failed("written", error) from error

    def _failed(self, done: str, error: SQLAlchemyError) -> StorageError:
        reason = getattr(error, "orig", None) or error
        if "not a database" in str(reason) or "malformed" in str(reason):  # SQLITE_NOTADB, SQLITE_CORRUPT
            return CatalogueDamagedError(
                f"The catalogue {self._engine.url.database} is damaged: {reason}. Move it aside; then "
                "`briefings import` your last export with --replace, or ingest everything again."
            )
        return StorageError(
            f"The catalogue {self._engine.url.database} could not be {done}: {reason}. What was on file "
            "before is still there. Check the disk's free space and the folder's permissions, then try again."
        )


FIELDS = (
    _b.id, _b.key, _b.source, _v.title, _v.content_hash, _v.publisher, _v.published, _v.published_from,
    _v.url, _v.language, _v.parties, _v.version, _v.ingested_at, _b.duplicate_of, _v.known_from, _b.corrected,
)  # fmt: skip

FACTS = tuple(column for column in FIELDS if column.name in BriefingFacts.__dataclass_fields__)

PASSAGES = select(*schema.passages.c, _v.content_hash).join(schema.versions)


def any_version(*columns: Any) -> Select[Any]:
    return select(*columns).join_from(schema.briefings, schema.versions, _b.id == _v.briefing_id)


def _current(*columns: Any) -> Select[Any]:
    return any_version(*columns).where(_b.version == _v.version)


def _starting(beginning: str) -> Select[Any]:
    return select(_b.id).where(_b.id.startswith(beginning, autoescape=True))


def facts_of(row: Row[Any]) -> BriefingFacts:
    """Make the facts of a row of FACTS."""
    return BriefingFacts(**row._asdict() | {"parties": tuple(row.parties)})
