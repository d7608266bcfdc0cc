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

from ingest.maintenance.completing import complete
from ingest.maintenance.missing import Missing, missing_from
from ingest.maintenance.pruning import prune as pruned_of
from ingest.preparing.batch import cut, prepare
from ingest.preparing.intake import id_of, key_of, notes_of, take_in
from ingest.readers import Reading, Unread
from ingest.report import Failure, Foreign, IngestProgress, Note, Report
from ingest.sources.finding import find_sources
from ingest.sources.memory import Memory
from ingest.sources.pasted import Pasted
from ingest.sources.selection import EVERYTHING, Selection
from ingest.sources.source import Several, Source, Unchanged
from ingest.sources.uploaded import Uploaded
from ingest.text.language import is_covered, language_of
from ingest.web.linked import Linked
from vectorstore.briefing import Briefing
from vectorstore.errors import SourceError
from vectorstore.store import Prepared, Store

BATCH_PASSAGES = 128  # passages stored in one step


def ingest(
    store: Store,
    sources: Sequence[str | Path | Pasted | Uploaded | Linked],
    published: date | None = None,
    selection: Selection = EVERYTHING,
    prune: bool = False,
) -> Iterator[IngestProgress | Report]:
    """Take in files, folders, archives, web pages, feeds, pasted text and uploads.

    Yields progress after each source and one Report last. `published` dates what states no date;
    `selection` narrows folders and archives. With `prune`, briefings whose file is gone from its
    folder are removed. A source that fails stops no other.
    """
    began = time.monotonic()
    complete(store)
    memory = Memory(store.catalogue, dating=published is not None)
    found = find_sources(sources, memory, selection)
    run = _Run(store, published, found.failures)
    run.notes += found.notes
    run.total = len(found.failures) + len(found.sources)
    done = 0
    for failure in found.failures:
        done += 1
        yield IngestProgress(done, run.total, failure.source)
    for source in found.sources:
        for label in run.take(source):
            done += 1
            if done == run.total:
                run.store_batch()
            yield IngestProgress(done, run.total, label)
    run.store_batch()
    memory.keep(run.taken)
    failed = {failure.source for failure in run.failed}
    memory.files.keep(run.taken, failed | run.remarked)
    missing = missing_from(store.catalogue, found.folders, run.taken, failed)
    yield run.report(missing, prune, time.monotonic() - began)


class _Run:
    """What one ingest has done so far, and the batch that it is filling."""

    def __init__(self, store: Store, published: date | None, failed: Sequence[Failure]) -> None:
        self.failed = list(failed)
        self.total = 0  # sources, those within others as soon as they are known
        self.taken: dict[Source, dict[str, str]] = {}  # source -> label -> id, of what it gave
        self.notes: list[Note] = []
        self.remarked: set[str] = set()  # labels of which there is something to say each time
        self._store = store
        self._published = published
        self._known = store.catalogue.known()
        self._keys = {known.id: key for key, known in self._known.items()}
        self._contents: dict[str, str] = {}  # key -> content hash, of the sources of this run
        self._modified: dict[str, date | None] = {}  # key -> day that its source says it was modified
        self._outcomes: Counter[str] = Counter()
        self._undated: list[str] = []
        self._suspicious: list[str] = []
        self._foreign: list[Foreign] = []
        self._came: list[str] = []
        self._passages = 0
        self._batch: list[tuple[Briefing, tuple[str, ...]]] = []
        self._originals: dict[str, str] = {}  # content hash -> id, of the batch

    def take(self, source: Source) -> Iterator[str]:
        """Take in what a source holds; yield the label of each source that is finished with."""
        counts = True
        try:
            for held in source.read():
                if isinstance(held, Several):
                    counts = False
                    self.total += len(held.sources) - 1
                    for inner in held.sources:
                        yield from self.take(inner)
                else:
                    self._sort(source, held)
        except SourceError as error:
            self.failed.append(Failure(source.label, str(error)))
        if counts:
            yield source.label

    def _sort(self, source: Source, held: Reading | Unread | Unchanged | Note) -> None:
        if isinstance(held, Note):
            self.notes.append(held)
        elif isinstance(held, Unchanged):
            self._keep(source, held.briefing_id)
        else:
            label = f"{source.label}#{held.part}" if held.part else source.label
            if isinstance(held, Reading):
                path = f"{source.key}#{held.part}" if held.part else source.key
                self.taken.setdefault(source, {})[label] = self._take(held, path, label)
            else:
                self.failed.append(Failure(label, held.error))

    def _keep(self, source: Source, briefing_id: str) -> None:
        """Count a briefing that its file or its server has as it is on file."""
        self.taken.setdefault(source, {})[source.label] = briefing_id
        self._outcomes["unchanged"] += 1
        facts = self._store.catalogue.facts().get(briefing_id)
        if facts is None:  # removed since it was looked at
            return
        if key := self._keys.get(briefing_id):
            self._contents[key] = facts.content_hash
        if facts.published is None:
            self._undated.append(source.label)

    def _take(self, reading: Reading, path: str, label: str) -> str:
        """Put a reading into the batch, unless it is on file as it is; return its briefing's id."""
        key = key_of(reading, path)
        intake = take_in(reading, key, label, known=self._known.get(key), published=self._published)
        if self._contents.get(key, intake.briefing.content_hash) != intake.briefing.content_hash:
            before = self._modified_of(key)
            if not reading.modified or not before or reading.modified == before:
                # Another text that states the same URL: both are kept, this one under its path.
                key = path
            elif reading.modified < before:
                return self._left_out(key, label, before)
            else:  # a later state of one page: a new version of what came first
                self.store_batch()
                self._known = self._store.catalogue.known()
                del self._contents[key]
            intake = take_in(reading, key, label, known=self._known.get(key), published=self._published)
        elif before := self._replaced_before(reading, key):
            return self._left_out(key, label, before)
        briefing = intake.briefing
        if briefing.published is None:
            self._undated.append(label)
        if intake.remarks:
            self.remarked.add(label)
        self._suspicious += [f"{label}: {remark}" for remark in intake.remarks]
        known = self._known.get(key)
        self._modified[key] = reading.modified
        if key in self._contents or (known and known.content_hash == briefing.content_hash):
            self._outcomes["unchanged"] += 1
            return self._seen(key, briefing)
        self.notes += [Note(label, note) for note in notes_of(reading, briefing)]
        if original := self._original(briefing):
            self._outcomes["updated" if known else "duplicates"] += 1
            self._add(replace(briefing, duplicate_of=original))
        else:
            self._outcomes["updated" if known else "added"] += 1
            self._originals[briefing.content_hash] = briefing.id
            self._add(self._with_language(briefing, label))
        return self._seen(key, briefing)

    def _modified_of(self, key: str) -> date | None:
        known = self._known.get(key)
        return self._modified.get(key) or (known.known_from if known else None)

    def _replaced_before(self, reading: Reading, key: str) -> date | None:
        """The day of the state on file that took the place of this earlier one of a page."""
        known = self._known.get(key)
        if not known or not known.known_from or not reading.modified or reading.modified >= known.known_from:
            return None
        numbers = (of.number for of in self._store.versions.of(known.id) if of.number != known.version)
        earlier = (self._store.catalogue.briefing(known.id, number).text for number in numbers)
        return known.known_from if reading.text in earlier else None

    def _left_out(self, key: str, label: str, newer: date) -> str:
        """Leave an earlier state of a page as it is: an earlier version, if that."""
        self.notes.append(Note(label, f"an earlier state of its page, of which that of {newer} is on file"))
        self._outcomes["unchanged"] += 1
        return id_of(key)

    def _seen(self, key: str, briefing: Briefing) -> str:
        self._contents[key] = briefing.content_hash
        return briefing.id

    def _with_language(self, briefing: Briefing, label: str) -> Briefing:
        """Find the language where none is stated; note a briefing that the encoder cannot read."""
        found = language_of(briefing.text)
        if not is_covered(found or briefing.language, self._store.encoder.identity.name):
            self._foreign.append(Foreign(label, found or briefing.language or ""))
        return replace(briefing, language=briefing.language or found)

    def store_batch(self) -> None:
        """Embed the passages of the batch together and store its briefings in one step."""
        prepared = prepare(self._store, self._batch)
        if prepared:
            self._store.replace_with(lambda: [self._linked(one) for one in prepared])
        self._passages += sum(len(indexed) for _, indexed in self._batch)
        self._batch.clear()
        self._originals.clear()

    def _linked(self, prepared: Prepared) -> Prepared:
        """Link a duplicate anew, or store it as an original, where its original was removed meanwhile."""
        briefing, facts = prepared.briefing, self._store.catalogue.facts()
        if briefing.duplicate_of in {None, *facts, *self._originals.values()}:
            return prepared
        if original := self._original(briefing):
            return replace(prepared, briefing=replace(briefing, duplicate_of=original))
        self._originals[briefing.content_hash] = briefing.id
        bare = self._with_language(replace(briefing, duplicate_of=None), briefing.source)
        [own] = prepare(self._store, [cut(bare, self._store.encoder)])
        self._passages += len(own.indexed)
        if briefing.key not in self._known:
            self._outcomes.update(duplicates=-1, added=1)
        return own

    def report(self, missing: Sequence[Missing], prune: bool, seconds: float) -> Report:
        read_from = {source.folder for source in self.taken if source.folder}
        pruned, kept = pruned_of(self._store, missing, read_from) if prune else ([], [])
        return Report(
            added=self._outcomes["added"],
            updated=self._outcomes["updated"],
            unchanged=self._outcomes["unchanged"],
            duplicates=self._outcomes["duplicates"],
            undated=tuple(self._undated),
            missing=tuple(gone.label for gone in missing if gone.label not in pruned),
            pruned=tuple(pruned),
            kept=tuple(kept),
            suspicious=tuple(self._suspicious),
            foreign=tuple(self._foreign),
            came=tuple(self._came),
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
            briefing, indexed = cut(briefing, self._store.encoder)
        self._batch.append((briefing, indexed))
        self._came.append(briefing.id)
        if sum(len(texts) for _, texts in self._batch) >= BATCH_PASSAGES:
            self.store_batch()
