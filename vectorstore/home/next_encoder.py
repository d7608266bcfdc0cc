"""Passages, vectors and words of another encoder, beside those in use until they take their place.

A version that was cut and embedded stays so whatever ends the process, so that a reindex goes on from there.
It does not cut or embed: see `ingest.maintenance.reindexing`.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, tuple_

from vectorstore.briefing import Briefing
from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.encoder.embedding import EncoderIdentity, Vectors
from vectorstore.indexes.vocabulary import find_words, has_meaning, packed_word
from vectorstore.tables import schema, vector_rows
from vectorstore.tables.rows import passage_rows
from vectorstore.tables.slices import parts, sliced

VersionKey = tuple[str, int]  # briefing id, version

_b, _v, _p = schema.briefings.c, schema.versions.c, schema.passages.c
_e, _n, _w = schema.earlier_passages.c, schema.next_passages.c, schema.next_words.c
_IS_CURRENT = (_b.id == _n.briefing_id) & (_b.version == _n.version)


class Next:
    """What is being made for another encoder. It is also what the new indexes are filled from."""

    def __init__(self, catalogue: Catalogue, encoder: EncoderIdentity) -> None:
        """Go on with what was made for this encoder; drop what was made for another one."""
        self._catalogue = catalogue
        self._encoder = encoder
        if catalogue.meta("next_digest") != encoder.digest:
            with catalogue.writing() as connection:
                _clear(connection)
                schema.set_meta(connection, {"next_digest": encoder.digest})

    def wanted(self) -> dict[VersionKey, int]:
        """Return the versions on file that have passages, with how many those are now."""
        found: dict[VersionKey, int] = {}
        for columns, table in ((_p, schema.passages), (_e, schema.earlier_passages)):
            query = select(columns.briefing_id, columns.version, func.count().label("size")).select_from(
                table
            )
            rows = self._catalogue.read(query.group_by(columns.briefing_id, columns.version))
            found |= {(row.briefing_id, row.version): int(row.size) for row in rows}
        return found

    def made(self) -> set[VersionKey]:
        """Return the versions that are cut and embedded."""
        rows = self._catalogue.read(select(_n.briefing_id, _n.version).distinct())
        return {(row.briefing_id, row.version) for row in rows}

    def add(self, made: Sequence[tuple[Briefing, Sequence[str], Vectors]]) -> None:
        """Write the passages of versions, each with its prefixes and its vectors, in one transaction."""
        rows = [
            row | {"vector": vector}
            for briefing, prefixes, vectors in made
            for row, vector in zip(
                passage_rows(briefing.passages, prefixes), vector_rows.packed(vectors), strict=True
            )
        ]
        if rows:
            with self._catalogue.writing() as connection:
                connection.execute(insert(schema.next_passages), rows)

    def drop(self, keys: Sequence[VersionKey]) -> None:
        """Forget versions that are no longer on file, or no longer searched."""
        with self._catalogue.writing() as connection:
            for part in sliced(keys):
                which = tuple_(_n.briefing_id, _n.version).in_(part)
                connection.execute(delete(schema.next_passages).where(which))

    def words(self) -> set[str]:
        """Return the words of the passages, those that a vocabulary holds."""
        texts = (text for part in parts(self.ids()) for text in self.indexed(part).values())
        return {word for text in texts for word in find_words(text) if has_meaning(word)}

    def known_words(self) -> set[str]:
        """Return the words that have a vector."""
        return {row.word for row in self._catalogue.read(select(_w.word))}

    def add_words(self, words: Sequence[str], vectors: Vectors) -> None:
        """Write words with their vectors, shape (len(words), dimension)."""
        rows = [{"word": word, "vector": packed_word(v)} for word, v in zip(words, vectors, strict=True)]
        with self._catalogue.writing() as connection:
            connection.execute(insert(schema.next_words), rows)

    def drop_words(self, words: Sequence[str]) -> None:
        """Forget words that no passage holds any more."""
        with self._catalogue.writing() as connection:
            for part in sliced(words):
                connection.execute(delete(schema.next_words).where(_w.word.in_(part)))

    def ids(self) -> list[str]:
        """Return the passages of current versions."""
        query = select(_n.id).join_from(schema.next_passages, schema.briefings, _IS_CURRENT)
        return [row.id for row in self._catalogue.read(query.order_by(_n.briefing_id, _n.number))]

    def indexed(self, ids: Sequence[str]) -> dict[str, str]:
        """Return what is indexed of these passages: prefix and text."""
        query = select(*(c for c in _n if c.name != "vector"), _v.content_hash).join_from(
            schema.next_passages,
            schema.versions,
            (_n.briefing_id == _v.briefing_id) & (_n.version == _v.version),
        )
        rows = [row for part in sliced(ids) for row in self._catalogue.read(query.where(_n.id.in_(part)))]
        return {passage.id: prefix + passage.text for passage, prefix in self._catalogue.sliced_out(rows)}

    def vectors(self, ids: Sequence[str]) -> dict[str, bytes]:
        """Return the packed vectors of these passages."""
        query = select(_n.id, _n.vector)
        rows = [row for part in sliced(ids) for row in self._catalogue.read(query.where(_n.id.in_(part)))]
        return {row.id: row.vector for row in rows}

    def take_place(self, connection: Connection) -> None:
        """Put all of it in place of what is in use; the caller holds the transaction."""
        for table in (schema.vectors, schema.passages, schema.earlier_passages, schema.words):
            connection.execute(delete(table))
        current = select(*_columns(schema.passages)).join_from(
            schema.next_passages, schema.briefings, _IS_CURRENT
        )
        connection.execute(insert(schema.passages).from_select(list(schema.passages.c.keys()), current))
        vectors = select(_n.id, _n.vector).join_from(schema.next_passages, schema.briefings, _IS_CURRENT)
        connection.execute(insert(schema.vectors).from_select(["passage_id", "vector"], vectors))
        names = list(schema.earlier_passages.c.keys())
        in_use = select(schema.passages.c.id)
        earlier = select(*_columns(schema.earlier_passages)).where(_n.id.not_in(in_use))
        connection.execute(insert(schema.earlier_passages).from_select(names, earlier))
        connection.execute(insert(schema.words).from_select(["word", "vector"], select(_w.word, _w.vector)))
        _clear(connection)
        schema.set_meta(
            connection,
            {
                "encoder_name": self._encoder.name,
                "encoder_dimension": str(self._encoder.dimension),
                "encoder_digest": self._encoder.digest,
            },
        )


def _columns(table: Any) -> Iterator[Any]:
    return (_n[name] for name in table.c.keys())  # noqa: SIM118  # a collection of columns, no dict


def _clear(connection: Connection) -> None:
    connection.execute(delete(schema.next_passages))
    connection.execute(delete(schema.next_words))
    connection.execute(delete(schema.meta).where(schema.meta.c.key == "next_digest"))


__all__ = ["Next", "VersionKey"]
