"""Hold a home open and keep the catalogue, both indexes and the vocabulary in step.

What a batch changes becomes visible in one catalogue transaction. Before it, the passages it
touches are noted as pending and written to the indexes, where no searcher takes them for real
yet; after it, the old ones are deleted. A crash in between leaves notes, and the next opener
deletes from the indexes whatever the catalogue does not hold.
"""

import logging
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from vectorstore import lock, vector_rows
from vectorstore.briefing import Briefing
from vectorstore.catalogue import Catalogue
from vectorstore.changes import Plan, Prepared, plan_change
from vectorstore.dense import DenseIndex
from vectorstore.embedding import Encoder, Vectors
from vectorstore.encoder_check import check_encoder
from vectorstore.errors import StorageError
from vectorstore.filters import Filters, Labels, labels_of
from vectorstore.keywords import KeywordIndex
from vectorstore.near import Near
from vectorstore.rows import Entry
from vectorstore.scan import Scan
from vectorstore.settings import HomeSettings
from vectorstore.versions import Versions
from vectorstore.vocabulary import Vocabulary
from vectorstore.word_use import WordUse

logger = logging.getLogger(__name__)

REFILL = 256  # passages written at a time in a rebuild: 0.4 MB of vectors, and a crash loses little


class Store:
    """An open home. Any thread may search; writes take turns."""

    def __init__(
        self,
        settings: HomeSettings,
        encoder: Encoder,
        catalogue: Catalogue,
        dense: DenseIndex,
        keywords: KeywordIndex,
        resources: ExitStack,
    ) -> None:
        self.settings = settings
        self.encoder = encoder
        self.catalogue = catalogue
        self.dense = dense
        self.keywords = keywords
        self.vocabulary = Vocabulary(catalogue, encoder)
        self.versions = Versions(catalogue, keywords, encoder.identity.dimension)
        self.near = Near(catalogue)
        self._scan = Scan(catalogue, encoder.identity.dimension)
        self._word_use = WordUse(catalogue, self.vocabulary)
        self._resources = resources
        self._write_lock = threading.RLock()

    @classmethod
    def open(
        cls, settings: HomeSettings, encoder: Encoder, *, purpose: str = "ask", wait: float = 0.0
    ) -> Self:
        """Open a home, or make one; HomeInUseError while another process has it, after `wait` seconds."""
        with ExitStack() as resources:
            held = lock.hold(settings.home, purpose, wait)
            resources.callback(held.release)
            catalogue = Catalogue(settings.catalogue_url)
            resources.callback(catalogue.close)
            check_encoder(catalogue, encoder.identity, settings)
            dense = DenseIndex(settings.home / "chroma", encoder.identity)
            resources.callback(dense.close)
            keywords = KeywordIndex(settings.home / "keywords")
            resources.callback(keywords.close)
            store = cls(settings, encoder, catalogue, dense, keywords, resources)
            count = catalogue.passage_count()
            if count and not store.vocabulary.words:
                logger.warning("Learning the words of %s passages in %s, once", count, settings.home)
                store._word_use.settle()
            elif catalogue.pending():  # before the notes go: a crash leaves words that nothing else tells of
                store._word_use.settle()
            store._clean_pending()
            store._complete_vectors()
            if dense.size != count or keywords.size != count:
                logger.warning(
                    "The indexes in %s differ from the catalogue; bringing them up to date", settings.home
                )
                store._reconcile()
            store._resources = resources.pop_all()
            return store

    def nearest(
        self, vector: NDArray[np.float32], size: int, filters: Filters | None = None
    ) -> list[tuple[str, float]]:
        """Return up to `size` (passage id, cosine), most similar first; exactly in a small home."""
        facts = self.catalogue.facts()
        if not self._scan.covers:
            return self.dense.query(vector, size, filters)

        def allows(passage_id: str) -> bool:
            of = facts.get(passage_id.partition(".")[0])
            return of is not None and (filters is None or filters.allows(of))

        return self._scan.query(vector, size, allows)

    def cosines(self, vector: NDArray[np.float32], passage_ids: Sequence[str]) -> dict[str, float]:
        """Return the cosine of each current passage to a vector."""
        rows = self.versions.vectors(passage_ids)
        cosines = self._unpacked(list(rows.values())) @ vector
        return {id: round(float(cosine), 5) for id, cosine in zip(rows, cosines, strict=True)}

    def replace(self, batch: Sequence[Prepared]) -> None:
        """Store briefings, all of them or none; one that is on file gets a new version."""
        with self._write_lock:
            plan = plan_change(self.catalogue, batch)
            self._carry_out(plan, {prepared.briefing.id: prepared.vectors for prepared in batch})

    def replace_with(self, make: Callable[[], Sequence[Prepared]]) -> None:
        """Store what `make` returns, while no other write comes in between."""
        with self._write_lock:
            self.replace(make())

    def remove(self, briefing_id: str) -> Briefing:
        """Remove a briefing with all its versions; its first duplicate takes its place."""
        with self._write_lock:
            briefing = self.catalogue.briefing(briefing_id)
            self._carry_out(plan_change(self.catalogue, (), (briefing.id,)), {})
            self.catalogue.scrub()
            return briefing

    def verify(self) -> list[str]:
        """Compare the indexes with the catalogue; return what is wrong in words, [] when sound."""
        with self._write_lock:
            problems: list[str] = []
            current = self.catalogue.passage_ids()
            for name, ids in (("vectors", self.dense.ids()), ("keyword index", self.keywords.ids())):
                problems += _differences(name, set(current), ids)
            if left := self.catalogue.pending():
                problems.append(f"{len(left)} passages are noted as half written")
            for part in _parts(current):
                found = self.catalogue.passages(part)
                problems += [
                    f"the passage {id} is characters {p.start} to {p.end}, which its text does not have"
                    for id, p in found.items()
                    if p.start < 0 or p.end <= p.start or len(p.text) != p.end - p.start
                ]
            problems += self._word_use.problems()
            facts = self.catalogue.facts()
            problems += [
                f"the briefing {fact.id} is a duplicate of {fact.duplicate_of}, which is no original on file"
                for fact in facts.values()
                if fact.duplicate_of
                and (fact.duplicate_of not in facts or facts[fact.duplicate_of].duplicate_of)
            ]
            return problems

    def repair(self) -> list[str]:
        """Rebuild indexes and vocabulary from the catalogue, embedding nothing; return what was done."""
        with self._write_lock:
            self.dense.wipe()
            self.keywords.wipe()
            self._reconcile()
            self.vocabulary.forget(self.vocabulary.words)
            known = self._word_use.settle()
            count = self.catalogue.passage_count()
            return [
                f"wrote the vectors of {count} passages again",
                f"indexed the words of {count} passages again",
                f"learned {known} words again",
            ]

    def close(self) -> None:
        """Close everything and let others open the home. Calling it twice does no harm."""
        with self._write_lock:
            self._resources.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _carry_out(self, plan: Plan, vectors: dict[str, Vectors]) -> None:
        plan = self._with_vectors(plan, vectors)
        entries = [*plan.change.written, *plan.change.adopted]
        new = {id: text for entry in entries for id, text in _indexed(entry).items()}
        old = self.catalogue.indexed(plan.outdated)
        self.catalogue.note_pending([*new, *plan.outdated])
        try:
            self.vocabulary.learn(new.values())
            self._index(entries)
            self.keywords.commit()
            self.catalogue.apply(plan.change)
        finally:  # whether the change is visible by now or not: the catalogue says so
            try:
                self._word_use.follow(old, new)
                self._clean_pending()
            except StorageError as error:
                logger.warning("Left for the next opener to clean up: %s", error)

    def _with_vectors(self, plan: Plan, vectors: dict[str, Vectors]) -> Plan:
        """Put the vectors into a plan; passages that a duplicate takes over are embedded again."""

        def complete(entry: Entry) -> Entry:
            given = vectors.get(entry.briefing.id)
            if given is None or len(given) != len(entry.briefing.passages):
                given = self.encoder.encode(list(_indexed(entry).values()))
            return replace(entry, vectors=tuple(vector_rows.packed(given)))

        written, adopted = (tuple(map(complete, part)) for part in (plan.change.written, plan.change.adopted))
        return replace(plan, change=replace(plan.change, written=written, adopted=adopted))

    def _index(self, entries: Sequence[Entry]) -> None:
        """Write the passages to both indexes."""
        texts: dict[str, str] = {}
        labels: list[Labels] = []
        for entry in entries:
            texts |= _indexed(entry)
            labels += [labels_of(entry.briefing)] * len(entry.prefixes)
        if texts:
            # One call a batch: Chroma takes 50 ms for each, however few vectors it is given.
            self.dense.upsert(list(texts), self._unpacked([v for e in entries for v in e.vectors]), labels)
            self.keywords.add(list(texts), list(texts.values()), labels)

    def _unpacked(self, rows: Sequence[bytes]) -> Vectors:
        return vector_rows.unpacked(rows, self.encoder.identity.dimension)

    def _complete_vectors(self) -> None:
        """Embed the passages that have no vector: once, in a home older than schema version 3."""
        lacking = self.catalogue.lacking_vectors()
        if lacking:
            logger.warning("Embedding %s passages in %s, once", len(lacking), self.settings.home)
        for part in _parts(lacking):
            texts = self.catalogue.indexed(part)
            vectors = vector_rows.packed(self.encoder.encode(list(texts.values())))
            self.catalogue.add_vectors(dict(zip(texts, vectors, strict=True)))

    def _clean_pending(self) -> None:
        """Delete from the indexes what was noted and the catalogue does not hold; forget the notes."""
        noted = self.catalogue.pending()
        if not noted:
            return
        current = self.catalogue.passages(noted)
        gone = [id for id in noted if id not in current]
        if gone:
            self.dense.delete(gone)
            self.keywords.delete(gone)
            self.keywords.commit()
        self.catalogue.clear_pending()

    def _reconcile(self) -> None:
        """Add to each index what it lacks and delete what the catalogue does not hold."""
        current = self.catalogue.passage_ids()
        wanted = set(current)
        in_dense, in_keywords = self.dense.ids(), self.keywords.ids()
        self.dense.delete([id for id in in_dense if id not in wanted])
        repeated = {id for id, times in Counter(in_keywords).items() if times > 1 or id not in wanted}
        self.keywords.delete(sorted(repeated))
        has_vector, has_words = set(in_dense), set(in_keywords) - repeated
        for part in _parts([id for id in current if id not in has_vector or id not in has_words]):
            found, texts = self.catalogue.passages(part), self.catalogue.indexed(part)
            labels = {id: self._labels(passage.briefing_id) for id, passage in found.items()}
            bare = [id for id in part if id not in has_vector]
            if bare:
                rows = self.catalogue.vectors(bare)
                self.dense.upsert(
                    bare, self._unpacked([rows[id] for id in bare]), [labels[id] for id in bare]
                )
            mute = [id for id in part if id not in has_words]
            self.keywords.add(mute, [texts[id] for id in mute], [labels[id] for id in mute])
        self.keywords.commit()

    def _labels(self, briefing_id: str) -> Labels:
        return labels_of(self.catalogue.facts()[briefing_id])


def _indexed(entry: Entry) -> dict[str, str]:
    """Return what is indexed of an entry's passages, by their ids."""
    passages = zip(entry.briefing.passages, entry.prefixes, strict=True)
    return {passage.id: prefix + passage.text for passage, prefix in passages}


def _differences(name: str, wanted: set[str], ids: Sequence[str]) -> Iterator[str]:
    counted = Counter(ids)
    if lacking := wanted - counted.keys():
        yield f"{len(lacking)} of {len(wanted)} passages are missing from the {name}, such as {min(lacking)}"
    if extra := counted.keys() - wanted:
        yield f"{len(extra)} passages in the {name} are not on file, for example {min(extra)}"
    if repeated := sorted(id for id, times in counted.items() if times > 1):
        yield f"{len(repeated)} passages are in the {name} more than once, for example {repeated[0]}"


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(ids), REFILL):
        yield ids[at : at + REFILL]


__all__ = ["Prepared", "Store"]
