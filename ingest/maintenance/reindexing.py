"""Change a home over to another encoder: cut, embed and index everything beside what is in use, then switch.

Passages are always cut again, for the new encoder counts its own word pieces and has its own window: what
comes out is what an ingest with that encoder would have stored. What is finished stays in the catalogue,
so that the same command goes on from there. Briefings may come, change and go meanwhile.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from threading import Lock

from ingest.maintenance.reindex_report import Reindexed, ReindexProgress
from ingest.preparing.batch import cut
from ingest.text.events import events_in
from vectorstore.briefing import Briefing
from vectorstore.catalogue.days import renew_days
from vectorstore.encoder.embedding import Encoder
from vectorstore.errors import NotFoundError, SettingsError
from vectorstore.home.next_encoder import Next, VersionKey
from vectorstore.indexes.pair import build
from vectorstore.store import Store

PART = 128  # passages embedded and written in one step: 3 s on 2 cores, which a kill may cost
WORDS = 2048  # words embedded and written in one step
FEW = 16  # passages that may be left for the last step, during which nothing else is taken in
SMALLEST_WINDOW = 96  # word pieces; title, date and heading take 48 of them
WAITING_SECONDS = 0.5


def reindex(store: Store, encoder: Encoder, writing: Lock) -> Iterator[ReindexProgress | Reindexed]:
    """Yield progress and one Reindexed last; `writing` is held by whoever takes briefings in.

    With the home's own encoder only passages without a vector are embedded, the days that passages speak of
    are read as they would be now, and the indexes built anew.
    """
    began = time.monotonic()
    before = store.encoder.identity
    if encoder.identity.digest == before.digest:
        yield from _waiting(writing)
        try:
            changed = 0
            for step in renew_days(store.catalogue, events_in):
                changed = step.changed
                yield ReindexProgress("Reading the days", step.done, step.total)
            yield ReindexProgress("Building the indexes")
            lacking = len(store.catalogue.lacking_vectors())
            done = store.repair()
            if changed:
                done.insert(
                    0, f"read the days of {changed} passage{'s' * (changed > 1)} otherwise than before"
                )
            seconds = time.monotonic() - began
            words = len(store.vocabulary.words)
            count = store.catalogue.passage_count()
            yield Reindexed(before.name, before.name, count, lacking, words, seconds, tuple(done))
        finally:
            writing.release()
        return
    if encoder.window < SMALLEST_WINDOW:
        raise SettingsError(
            f"The encoder {encoder.identity.name} reads {encoder.window} word pieces at a time; at least "
            f"{SMALLEST_WINDOW} are needed for a passage with its title and date. Choose another one."
        )
    work = _Work(store, encoder)
    yield from work.embed_passages()
    yield from work.embed_words()
    yield from _waiting(writing)
    try:
        yield ReindexProgress("Building the indexes")
        count = work.switch()
    finally:
        writing.release()
    yield Reindexed(
        encoder.identity.name,
        before.name,
        count,
        work.embedded,
        len(store.vocabulary.words),
        time.monotonic() - began,
    )


class _Work:
    """One reindex under way."""

    def __init__(self, store: Store, encoder: Encoder) -> None:
        self.embedded = 0
        self._store = store
        self._encoder = encoder
        self._next = Next(store.catalogue, encoder.identity)

    def embed_passages(self) -> Iterator[ReindexProgress]:
        """Cut and embed what is on file, until next to nothing is left."""
        while True:
            wanted, made = self._next.wanted(), self._next.made()
            missing = {key: size for key, size in wanted.items() if key not in made}
            left, total = sum(missing.values()), sum(wanted.values())
            if left <= FEW:
                return
            began, first = time.monotonic(), total - left
            yield ReindexProgress("Embedding passages", first, total)
            done = first
            for part in _grouped(missing):
                self._embed(part)
                done += sum(missing[key] for key in part)
                rate = (time.monotonic() - began) / (done - first)
                yield ReindexProgress("Embedding passages", done, total, rate * (total - done))

    def embed_words(self) -> Iterator[ReindexProgress]:
        """Embed the words that are not yet."""
        known = self._next.known_words()
        words = sorted(self._next.words() - known)
        for at in range(0, len(words), WORDS):
            yield ReindexProgress("Embedding words", at, len(words))
            self._embed_words(words[at : at + WORDS])

    def switch(self) -> int:
        """Embed what came meanwhile, build the indexes, put all of it into use; return how many passages."""
        store = self._store
        with store.writing():
            wanted, made = self._next.wanted(), self._next.made()
            self._next.drop(sorted(made - wanted.keys()))
            for part in _grouped({key: size for key, size in wanted.items() if key not in made}):
                self._embed(part)
            words, known = self._next.words(), self._next.known_words()
            self._next.drop_words(sorted(known - words))
            self._embed_words(sorted(words - known))
            indexes = build(store.settings.home, store.catalogue, self._encoder.identity, self._next)
            store.put_into_use(indexes, self._encoder, self._next.take_place)
            store.catalogue.scrub()
            return store.catalogue.passage_count()

    def _embed(self, keys: Sequence[VersionKey]) -> None:
        cuts: list[tuple[Briefing, tuple[str, ...]]] = []
        for id, version in keys:
            with suppress(NotFoundError):  # removed meanwhile
                cuts.append(cut(self._store.catalogue.briefing(id, version), self._encoder))
        vectors = self._encoder.encode([text for _, indexed in cuts for text in indexed])
        self.embedded += len(vectors)
        made = []
        at = 0
        for briefing, indexed in cuts:
            passages = zip(briefing.passages, indexed, strict=True)
            prefixes = [text[: len(text) - len(passage.text)] for passage, text in passages]
            made.append((briefing, prefixes, vectors[at : at + len(prefixes)]))
            at += len(prefixes)
        self._next.add(made)

    def _embed_words(self, words: Sequence[str]) -> None:
        if words:
            self._next.add_words(words, self._encoder.encode(words))


def _grouped(sizes: dict[VersionKey, int]) -> Iterator[list[VersionKey]]:
    """Group versions into parts of some PART passages."""
    part: list[VersionKey] = []
    size = 0
    for key, passages in sorted(sizes.items()):
        part.append(key)
        size += passages
        if size >= PART:
            yield part
            part, size = [], 0
    if part:
        yield part


def _waiting(writing: Lock) -> Iterator[ReindexProgress]:
    """Take the lock; say twice a second that an ingest is waited for."""
    while not writing.acquire(timeout=WAITING_SECONDS):
        yield ReindexProgress("Waiting for an ingest to finish")
