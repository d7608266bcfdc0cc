"""Take sources in: read, compare with what is on file, cut, embed, store.

A batch of briefings becomes visible at once. Stopping in between, however it comes about, leaves
the finished batches stored; the same ingest again takes the rest.
"""

import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate
from pathlib import Path

from ingest.maintenance.completing import complete
from ingest.maintenance.missing import Missing, missing_from
from ingest.maintenance.pruning import prune as pruned_of
from ingest.preparing.batch import cut, prepare, prepare_in_steps
from ingest.preparing.intake import key_of, notes_of, take_in
from ingest.preparing.places import Places
from ingest.readers import Reading, Unread
from ingest.report import Failure, Foreign, IngestProgress, Note, Report
from ingest.sources.finding import find_sources
from ingest.sources.memory import Memory
from ingest.sources.pasted import Pasted
from ingest.sources.selection import EVERYTHING, Selection
from ingest.sources.source import Given, Several, Source, Unchanged
from ingest.sources.uploaded import Uploaded, is_same_file
from ingest.text.language import is_covered, language_of
from ingest.web.linked import Linked
from vectorstore.briefing import Briefing
from vectorstore.errors import SourceError
from vectorstore.store import Prepared, Store

BATCH_PASSAGES = 128  # passages stored in one step
LONG = 100_000  # characters of a text that is more than such a batch by itself


def ingest(
    store: Store,
    sources: Sequence[str | Path | Pasted | Uploaded | Linked],
    published: date | None = None,
    selection: Selection = EVERYTHING,
    prune: bool = False,
) -> Iterator[IngestProgress | Report]:
    """Take in files, folders, archives, web pages, feeds, pasted text and uploads.

    Yields progress after each source, and now and then while a long one is embedded; one Report last.
    `published` dates what states no date; `selection` narrows folders and archives. With `prune`, briefings
    whose file is gone from its folder are removed. A source that fails stops no other.
    """
    began = time.monotonic()
    complete(store)
    memory = Memory(store.catalogue, dating=published is not None)
    found = find_sources(sources, memory, selection)
    run = _Run(store, published, found.failures)
    run.notes += found.notes
    run.total = len(found.failures) + len(found.sources)
    for failure in found.failures:
        yield run.finished(failure.source)
    for source in found.sources:
        for step in run.take(source):
            if isinstance(step, IngestProgress):
                yield step
                continue
            if run.done + 1 == run.total:
                yield from run.store_batch()
            yield run.finished(step)
    yield from run.store_batch()
    run.places.keep()
    memory.keep(run.taken)
    failed = {failure.source for failure in run.failed}
    memory.files.keep(run.taken, failed | run.remarked)
    missing = missing_from(store.catalogue, found.folders, run.taken, failed, selection)
    yield run.report(missing, prune, time.monotonic() - began)


class _Run:
    """What one ingest has done so far, and the batch that it is filling."""

    def __init__(self, store: Store, published: date | None, failed: Sequence[Failure]) -> None:
        self.failed = list(failed)
        self.total = 0  # sources, those within others as soon as they are known
        self.done = 0
        self._stored = 0  # the first so many of those done
        self.taken: dict[Source, dict[str, Given]] = {}  # by label, what a source gave
        self.notes: list[Note] = []
        self.remarked: set[str] = set()  # labels of which there is something to say each time
        self._store = store
        self._published = published
        self._outcomes: Counter[str] = Counter()
        self._undated: list[str] = []
        self._suspicious: list[str] = []
        self._foreign: list[Foreign] = []
        self._came: list[str] = []
        self._passages = 0
        self._batch: list[tuple[Briefing, tuple[str, ...]]] = []
        self.places = Places(store, self._batch)
        self._originals: dict[str, str] = {}  # content hash -> id, of the batch

    def finished(self, label: str) -> IngestProgress:
        """Count a source that is finished with; what it held may be in the batch still."""
        self.done += 1
        if not self._batch:
            self._stored = self.done
        return IngestProgress(self.done, self.total, label, stored=self._stored)

    def _at_hand(self, label: str, embedded: int = 0, passages: int = 0) -> IngestProgress:
        return IngestProgress(self.done, self.total, label, embedded, passages, self._stored)

    def take(self, source: Source) -> Iterator[str | IngestProgress]:
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
                    yield from self._sort(source, held)
        except SourceError as error:
            self.failed.append(Failure(source.label, str(error)))
        if counts:
            yield source.label

    def _sort(self, source: Source, held: Reading | Unread | Unchanged | Note) -> Iterator[IngestProgress]:
        if isinstance(held, Note):
            self.notes.append(held)
        elif isinstance(held, Unchanged):
            self._keep(source, held.briefing_id)
        else:
            label = f"{source.label}#{held.part}" if held.part else source.label
            if isinstance(held, Reading):
                path = f"{source.key}#{held.part}" if held.part else source.key
                self.taken.setdefault(source, {})[label] = yield from self._take(held, path, label)
                if sum(len(texts) for _, texts in self._batch) >= BATCH_PASSAGES:
                    yield from self.store_batch()
            else:
                self.failed.append(Failure(label, held.error))

    def _keep(self, source: Source, briefing_id: str) -> None:
        """Count a briefing that its file or its server has as it is on file."""
        facts = self._store.catalogue.facts().get(briefing_id)
        content_hash = facts.content_hash if facts else ""  # removed since it was looked at
        self.taken.setdefault(source, {})[source.label] = Given(briefing_id, content_hash)
        self._outcomes["unchanged"] += 1
        if facts and facts.published is None:
            self._undated.append(source.label)

    def _take(self, reading: Reading, path: str, label: str) -> Generator[IngestProgress, None, Given]:
        """Put a reading into the batch, unless it is on file as it is; return what its source gave."""
        if len(reading.text) >= LONG:  # what came before is not to wait for it, nor be lost with it
            yield from self.store_batch()
            yield self._at_hand(label)
        briefing, remarks = self._taken_in(reading, key_of(reading, path), label)
        place = self.places.of(briefing, path)
        notes = [Note(label, place.note)] if place.note else []
        if place.left_out:
            self.notes += notes
            self._outcomes["unchanged"] += 1
            return Given(briefing.id, briefing.content_hash)
        if place.anew:
            yield from self.store_batch()
            self.places.reload()
        if place.anew or place.key != briefing.key:
            briefing, remarks = self._taken_in(reading, place.key, label)
        if briefing.published is None:
            self._undated.append(label)
        if remarks:
            self.remarked.add(label)
        self._suspicious += [f"{label}: {remark}" for remark in remarks]
        if same := self._same_file(briefing, path):
            self._outcomes["unchanged"] += 1
            return Given(same, briefing.content_hash)
        is_known = briefing.key in self.places.known
        is_there = self.places.has(briefing.key, briefing.content_hash)
        self.places.put(briefing, path, reading.modified)
        given = Given(briefing.id, briefing.content_hash)
        if is_there:
            self._outcomes["unchanged"] += 1
            return given
        self.notes += [*notes, *(Note(label, note) for note in notes_of(reading, briefing))]
        if original := self._original(briefing):
            self._outcomes["updated" if is_known else "duplicates"] += 1
            self._add(replace(briefing, duplicate_of=original))
        else:
            self._outcomes["updated" if is_known else "added"] += 1
            self._originals[briefing.content_hash] = briefing.id
            self._add(self._with_language(briefing, label))
        return given

    def _same_file(self, briefing: Briefing, path: str) -> str | None:
        """The id of the very file on file, where one of the two was handed over and so has no place."""
        original = self._original(briefing)
        keys = (key for key, known in self.places.known.items() if known.id == original)
        key = next(keys, "") if original else ""
        return original if key and key != briefing.key and is_same_file(key, path) else None

    def _taken_in(self, reading: Reading, key: str, label: str) -> tuple[Briefing, tuple[str, ...]]:
        known = self.places.known.get(key)
        intake = take_in(reading, key, label, known=known, published=self._published)
        return intake.briefing, intake.remarks

    def _with_language(self, briefing: Briefing, label: str) -> Briefing:
        """Find the language where none is stated; note a briefing that the encoder cannot read."""
        found = language_of(briefing.text)
        if not is_covered(found or briefing.language, self._store.encoder.identity.name):
            self._foreign.append(Foreign(label, found or briefing.language or ""))
        return replace(briefing, language=briefing.language or found)

    def store_batch(self) -> Iterator[IngestProgress]:
        """Embed the passages of the batch together and store its briefings in one step."""
        prepared = yield from self._prepared()
        if prepared:
            self._store.replace_with(lambda: [self._linked(one) for one in prepared])
        self._passages += sum(len(indexed) for _, indexed in self._batch)
        self._batch.clear()
        self._originals.clear()
        self._stored = self.done

    def _prepared(self) -> Generator[IngestProgress, None, list[Prepared]]:
        """Embed the batch; yield how far that is, where it takes long."""
        ends = [*accumulate(len(texts) for _, texts in self._batch)]
        preparing = prepare_in_steps(self._store, self._batch)
        while True:
            try:
                embedded = next(preparing)
            except StopIteration as done:
                prepared: list[Prepared] = done.value
                return prepared
            briefing, _ = self._batch[bisect_right(ends, embedded)]
            yield self._at_hand(briefing.source, embedded, ends[-1])

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
        if briefing.key not in self.places.known:
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
