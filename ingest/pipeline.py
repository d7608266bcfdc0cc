"""Take sources in: read, compare with what is on file, cut, embed, store.

A batch of briefings becomes visible at once. Stopping in between, however it comes about, leaves
the finished batches stored; the same ingest again takes the rest.
"""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ingest.chunking import embedded_text, passages_of
from ingest.intake import key_of, take_in
from ingest.missing import missing_from
from ingest.readers import NoBriefingsError, Reading, Unread, read
from ingest.report import Failure, IngestProgress, Note, Report
from ingest.sources import Source, find_sources, read_bytes
from vectorstore.briefing import Briefing
from vectorstore.errors import SourceError
from vectorstore.store import Prepared, Store

BATCH_PASSAGES = 128  # passages stored in one step


def ingest(
    store: Store, sources: Sequence[str | Path], published: date | None = None
) -> Iterator[IngestProgress | Report]:
    """Take files and folders in; yield progress after each source and one Report last.

    `published` dates what states no date. A source that fails stops no other.
    """
    began = time.monotonic()
    found = find_sources(sources)
    run = _Run(store, published, found.failures)
    total = len(found.failures) + len(found.sources)
    for number, failure in enumerate(found.failures, start=1):
        yield IngestProgress(number, total, failure.source)
    for number, source in enumerate(found.sources, start=len(found.failures) + 1):
        try:
            run.take(source)
        except SourceError as error:
            run.failed.append(Failure(source.label, str(error)))
        if number == total:
            run.store_batch()
        yield IngestProgress(number, total, source.label)
    failed = {failure.source for failure in run.failed}
    missing = missing_from(store.catalogue, found.folders, run.taken, failed)
    yield run.report(missing, time.monotonic() - began)


class _Run:
    """What one ingest has done so far, and the batch that it is filling."""

    def __init__(self, store: Store, published: date | None, failed: Sequence[Failure]) -> None:
        self.failed = list(failed)
        self.taken: dict[Source, dict[str, str]] = {}  # source -> label -> id, of what it gave
        self.notes: list[Note] = []
        self._store = store
        self._published = published
        self._known = store.catalogue.known()
        self._contents: dict[str, str] = {}  # key -> content hash, of the sources of this run
        self._outcomes: Counter[str] = Counter()
        self._undated: list[str] = []
        self._suspicious: list[str] = []
        self._passages = 0
        self._batch: list[tuple[Briefing, tuple[str, ...]]] = []
        self._originals: dict[str, str] = {}  # content hash -> id, of the batch

    def take(self, source: Source) -> None:
        """Read a source and put what it gives into the batch, unless that is on file as it is."""
        for reading in self._read(source):
            label = f"{source.label}#{reading.part}" if reading.part else source.label
            if isinstance(reading, Reading):
                path = f"{source.key}#{reading.part}" if reading.part else source.key
                self.taken.setdefault(source, {})[label] = self._take(reading, path, label)
            else:
                self.failed.append(Failure(label, reading.error))

    def _read(self, source: Source) -> Iterator[Reading | Unread]:
        try:
            yield from read(source.path.name, read_bytes(source))
        except NoBriefingsError as error:
            if source.folder is None:
                raise
            self.notes.append(Note(source.label, f"passed over. {error}"))

    def _take(self, reading: Reading, path: str, label: str) -> str:
        """Put a reading into the batch, unless it is on file as it is; return its briefing's id."""
        key = key_of(reading, path)
        intake = take_in(reading, key, label, known=self._known.get(key), published=self._published)
        if self._contents.get(key, intake.briefing.content_hash) != intake.briefing.content_hash:
            # Another text that states the same URL: both are kept, this one under its path.
            key = path
            intake = take_in(reading, key, label, known=self._known.get(key), published=self._published)
        briefing = intake.briefing
        if briefing.published is None:
            self._undated.append(label)
        self._suspicious += [f"{label}: {remark}" for remark in intake.remarks]
        self.notes += [Note(label, note) for note in reading.notes]
        known = self._known.get(key)
        if key in self._contents or (known and known.content_hash == briefing.content_hash):
            self._outcomes["unchanged"] += 1
        elif original := self._original(briefing):
            self._outcomes["updated" if known else "duplicates"] += 1
            self._add(replace(briefing, duplicate_of=original))
        else:
            self._outcomes["updated" if known else "added"] += 1
            self._originals[briefing.content_hash] = briefing.id
            self._add(briefing)
        self._contents[key] = briefing.content_hash
        return briefing.id

    def store_batch(self) -> None:
        """Embed the passages of the batch together and store its briefings in one step."""
        texts = [text for _, indexed in self._batch for text in indexed]
        vectors = self._store.encoder.encode(texts)
        prepared = []
        at = 0
        for briefing, indexed in self._batch:
            prepared.append(Prepared(briefing, vectors[at : at + len(indexed)], indexed))
            at += len(indexed)
        if prepared:
            self._store.replace(prepared)
        self._passages += at
        self._batch.clear()
        self._originals.clear()

    def report(self, missing: Sequence[str], seconds: float) -> Report:
        return Report(
            added=self._outcomes["added"],
            updated=self._outcomes["updated"],
            unchanged=self._outcomes["unchanged"],
            duplicates=self._outcomes["duplicates"],
            undated=tuple(self._undated),
            missing=tuple(missing),
            suspicious=tuple(self._suspicious),
            failed=tuple(self.failed),
            notes=tuple(self.notes),
            passages=self._passages,
            seconds=seconds,
        )

    def _original(self, briefing: Briefing) -> str | None:
        """The briefing on file or in the batch that has the same content."""
        content = briefing.content_hash
        return self._originals.get(content) or self._store.catalogue.by_hash(content)

    def _add(self, briefing: Briefing) -> None:
        indexed: tuple[str, ...] = ()
        if not briefing.duplicate_of:
            encoder = self._store.encoder
            passages = tuple(passages_of(briefing, encoder.word_pieces, encoder.window))
            briefing = replace(briefing, passages=passages)
            indexed = tuple(embedded_text(briefing, passage) for passage in passages)
        self._batch.append((briefing, indexed))
        if sum(len(texts) for _, texts in self._batch) >= BATCH_PASSAGES:
            self.store_batch()
