"""Passages by their words: a tantivy index with BM25, derived from the catalogue."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from tantivy import Document, FieldType, Index, IndexWriter, Occur, Query, Schema, SchemaBuilder, Searcher

from vectorstore.errors import StorageError
from vectorstore.filters import Filters, Labels, day_number, folded
from vectorstore.indexes.analysis import analyse

HEAP = 64_000_000  # bytes the writer gathers before it writes a segment; a batch rarely fills it
THREADS = 1  # indexing is a hundredth of the embedding beside it


class KeywordIndex:
    """An open index. Any thread may query; one at a time writes. Nothing is seen before `commit`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._schema = _schema()
        self._writer: IndexWriter | None = None  # made at the first write: asking needs none
        self.commits = 0  # grows once what was written can be seen
        with self._mapped("opened"):
            folder.mkdir(parents=True, exist_ok=True)
            self._index = Index(self._schema, path=str(folder))
            self._index.config_reader(
                "manual"
            )  # reloaded after each commit; else a thread watches the folder
            self._index.reload()

    def query(self, text: str, size: int, filters: Filters | None = None) -> list[tuple[str, float]]:
        """Return up to `size` (passage id, BM25 score) with any word of `text`, best first."""
        words = dict.fromkeys(analyse(text))
        if not words or size < 1:
            return []
        any_word = Query.boolean_query([(Occur.Should, self._term("body", word)) for word in words])
        query = Query.boolean_query([(Occur.Must, any_word), *self._filters(filters or Filters())])
        with self._mapped("read"):
            searcher = self._index.searcher()
            hits = searcher.search(query, limit=size, count=False).hits
            return [(str(searcher.doc(address).get_first("id")), float(score)) for score, address in hits]

    def document_frequency(self, words: Sequence[str], until: date | None = None) -> dict[str, int]:
        """Count the passages that hold each word in any form; a word of several parts counts its rarest.

        With `until` those alone that were published by then.
        """
        with self._mapped("read"):
            searcher = self._index.searcher()

            def count(part: str) -> int:
                if until is None:
                    return int(searcher.doc_freq("body", part))
                return self._count(searcher, [(Occur.Must, self._term("body", part))], until)

            counts = {word: [count(part) for part in analyse(word)] for word in words}
        return {word: min(parts, default=0) for word, parts in counts.items()}

    def count(self, until: date | None = None) -> int:
        """Return the number of passages, with `until` of those that were published by then."""
        if until is None:
            return self.size
        with self._mapped("read"):
            return self._count(self._index.searcher(), [], until)

    def frequency_of(self, index_words: Sequence[str]) -> dict[str, int]:
        """Count the passages that hold each index word, as `analyse` returns them."""
        with self._mapped("read"):
            searcher = self._index.searcher()
            return {word: int(searcher.doc_freq("body", word)) for word in index_words}

    def add(self, ids: Sequence[str], texts: Sequence[str], labels: Sequence[Labels]) -> None:
        """Write passages in place of those with the same ids."""
        with self._writing() as writer:
            for id, text, of in zip(ids, texts, labels, strict=True):
                writer.delete_documents_by_term("id", id)
                writer.add_document(_document(id, text, of))

    def delete(self, ids: Sequence[str]) -> None:
        """Delete passages; ids that are not there are skipped."""
        with self._writing() as writer:
            for id in ids:
                writer.delete_documents_by_term("id", id)

    def commit(self) -> None:
        """Make what was written durable and visible."""
        if self._writer is not None:
            with self._writing() as writer:
                writer.commit()
                self._index.reload()
            self.commits += 1

    def ids(self) -> list[str]:
        """Return the id of every passage, as often as it is there."""
        with self._mapped("read"):
            searcher = self._index.searcher()
            hits = searcher.search(Query.all_query(), limit=max(1, searcher.num_docs), count=False).hits
            return [str(searcher.doc(address).get_first("id")) for _, address in hits]

    @property
    def size(self) -> int:
        """Number of passages."""
        return int(self._index.searcher().num_docs)

    def close(self) -> None:
        """Let merges finish and close the writer."""
        if self._writer is not None:
            writer, self._writer = self._writer, None
            with self._mapped("written"):
                writer.wait_merging_threads()

    def _count(self, searcher: Searcher, wanted: list[tuple[Occur, Query]], until: date) -> int:
        query = Query.boolean_query([*wanted, (Occur.Must, self._between(None, until))])
        found = searcher.search(query, limit=1, count=True)
        return int(found.count)  # type: ignore[attr-defined]  # its stubs leave it out

    def _filters(self, filters: Filters) -> list[tuple[Occur, Query]]:
        wanted = []
        if filters.last_day or filters.published_from:
            wanted.append(self._between(filters.published_from, filters.last_day))
        wanted += [self._term("parties", party) for party in filters.parties]
        if filters.publishers:
            names = [folded(name) or "" for name in filters.publishers]
            wanted.append(Query.term_set_query(self._schema, "publisher", names))
        if filters.briefings:
            wanted.append(Query.term_set_query(self._schema, "briefing_id", [*filters.briefings]))
        return [(Occur.Must, Query.const_score_query(query, 0.0)) for query in wanted]  # filter, never rank

    def _between(self, first: date | None, last: date | None) -> Query:
        return Query.range_query(
            self._schema,
            "published",
            FieldType.Integer,
            day_number(first) if first else None,
            day_number(last) if last else None,
        )

    def _term(self, field: str, value: str) -> Query:
        return Query.term_query(self._schema, field, value, "freq")

    @contextmanager
    def _writing(self) -> Iterator[IndexWriter]:
        """Yield the writer; after a failure a new one is made, since tantivy's does not recover."""
        try:
            with self._mapped("written"):
                if self._writer is None:
                    self._writer = self._index.writer(HEAP, THREADS)
                    # What a killed process wrote and no commit names: the next of that name would fail.
                    self._writer.garbage_collect_files()
                yield self._writer
        except StorageError:
            if self._writer is not None:
                writer, self._writer = self._writer, None
                with suppress(ValueError, OSError, RuntimeError):
                    writer.rollback()
            raise

    @contextmanager
    def _mapped(self, done: str) -> Iterator[None]:
        """Turn what tantivy raises into StorageError; a full disk and a damaged file are ValueErrors."""
        try:
            yield
        except (ValueError, OSError, RuntimeError) as error:
            raise StorageError(
                f"The keyword index in {self._folder} could not be {done}: {str(error)[:300]}. Check the "
                "disk's free space and the folder's permissions; if the folder is damaged, `briefings doctor "
                "--repair` rebuilds it from the catalogue."
            ) from error


def _schema() -> Schema:
    builder = SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("briefing_id", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("body", tokenizer_name="en_stem", index_option="freq")  # no phrases are asked for
    builder.add_integer_field("published", indexed=True, fast=True)  # unsigned ones kill the writer
    builder.add_text_field("parties", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("publisher", tokenizer_name="raw", index_option="basic")
    return builder.build()


def _document(id: str, text: str, labels: Labels) -> Document:
    document = Document()
    document.add_text("id", id)
    document.add_text("briefing_id", labels.briefing_id)
    document.add_text("body", text)
    if labels.published is not None:
        document.add_integer("published", labels.published)
    for party in labels.parties:
        document.add_text("parties", party)
    if labels.publisher:
        document.add_text("publisher", labels.publisher)
    return document
