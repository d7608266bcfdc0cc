"""Hold a home open and keep the catalogue, both indexes and the vocabulary in step.

What a batch changes becomes visible in one catalogue transaction. Before it, the passages it
touches are noted as pending and written to the indexes, where no searcher takes them for real
yet; after it, the old ones are deleted. A crash in between leaves notes, and the next opener
deletes from the indexes whatever the catalogue does not hold.
"""

import logging
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import Self

import numpy as np

from vectorstore import lock
from vectorstore.briefing import Briefing
from vectorstore.catalogue import Catalogue
from vectorstore.changes import Plan, Prepared, plan_change
from vectorstore.dense import DenseIndex
from vectorstore.embedding import Encoder, Vectors
from vectorstore.errors import IndexMismatchError, StorageError
from vectorstore.filters import Labels, labels_of
from vectorstore.keywords import KeywordIndex
from vectorstore.rows import Entry
from vectorstore.settings import HomeSettings
from vectorstore.vocabulary import Vocabulary
from vectorstore.word_use import WordUse

logger = logging.getLogger(__name__)

REFILL = 256  # passages re-embedded at a time in a rebuild: 0.4 MB of vectors, and a crash loses little


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
            _check_encoder(catalogue, encoder, settings)
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
            if dense.size != count or keywords.size != count:
                logger.warning(
                    "The indexes in %s differ from the catalogue; bringing them up to date", settings.home
                )
                store._reconcile()
            store._resources = resources.pop_all()
            return store

    def replace(self, batch: Sequence[Prepared]) -> None:
        """Store briefings, all of them or none; one that is on file gets a new version."""
        with self._write_lock:
            plan = plan_change(self.catalogue, batch)
            self._carry_out(plan, {prepared.briefing.id: prepared.vectors for prepared in batch})

    def remove(self, briefing_id: str) -> Briefing:
        """Remove a briefing with all its versions; its first duplicate takes its place."""
        with self._write_lock:
            briefing = self.catalogue.briefing(briefing_id)
            self._carry_out(plan_change(self.catalogue, (), (briefing.id,)), {})
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
        """Rebuild indexes and vocabulary from the catalogue, embedding all again; return what was done."""
        with self._write_lock:
            self.dense.wipe()
            self.keywords.wipe()
            self._reconcile()
            self.vocabulary.forget(self.vocabulary.words)
            known = self._word_use.settle()
            count = self.catalogue.passage_count()
            return [
                f"embedded {count} passages again",
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
        entries = [*plan.change.written, *plan.change.adopted]
        new = {id: text for entry in entries for id, text in _indexed(entry).items()}
        old = self.catalogue.indexed(plan.outdated)
        self.catalogue.note_pending([*new, *plan.outdated])
        try:
            self.vocabulary.learn(new.values())
            self._index(entries, vectors)
            self.keywords.commit()
            self.catalogue.apply(plan.change)
        finally:  # whether the change is visible by now or not: the catalogue says so
            try:
                self._word_use.follow(old, new)
                self._clean_pending()
            except StorageError as error:
                logger.warning("Left for the next opener to clean up: %s", error)

    def _index(self, entries: Sequence[Entry], vectors: dict[str, Vectors]) -> None:
        """Write the passages to both indexes; those that a duplicate takes over are embedded again."""
        ids: list[str] = []
        texts: list[str] = []
        labels: list[Labels] = []
        rows: list[Vectors] = []
        for entry in entries:
            indexed = _indexed(entry)
            own = list(indexed.values())
            given = vectors.get(entry.briefing.id)
            rows.append(given if given is not None and len(given) == len(own) else self.encoder.encode(own))
            ids += indexed
            texts += own
            labels += [labels_of(entry.briefing)] * len(own)
        if ids:
            # One call a batch: Chroma takes 50 ms for each, however few vectors it is given.
            self.dense.upsert(ids, np.concatenate(rows).astype(np.float32), labels)
            self.keywords.add(ids, texts, labels)

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
                vectors = self.encoder.encode([texts[id] for id in bare])
                self.dense.upsert(bare, vectors, [labels[id] for id in bare])
            mute = [id for id in part if id not in has_words]
            self.keywords.add(mute, [texts[id] for id in mute], [labels[id] for id in mute])
        self.keywords.commit()

    def _labels(self, briefing_id: str) -> Labels:
        return labels_of(self.catalogue.facts()[briefing_id])


def _check_encoder(catalogue: Catalogue, encoder: Encoder, settings: HomeSettings) -> None:
    """Record the encoder of a new home; refuse another one for a home that has vectors."""
    identity = encoder.identity
    ours = {
        "encoder_name": identity.name,
        "encoder_dimension": str(identity.dimension),
        "encoder_digest": identity.digest,
    }
    recorded = {key: catalogue.meta(key) for key in ours}
    if recorded["encoder_digest"] is None:
        catalogue.set_meta(ours)
    elif recorded["encoder_digest"] != identity.digest or recorded["encoder_dimension"] != str(
        identity.dimension
    ):
        raise IndexMismatchError(
            f"The home {settings.home} was built with the encoder {recorded['encoder_name']} "
            f"({recorded['encoder_dimension']} dimensions, weights {str(recorded['encoder_digest'])[:12]}), "
            f"but {identity.name} ({identity.dimension} dimensions, weights {identity.digest[:12]}) is set. "
            f"Set BRIEFINGS_ENCODER={recorded['encoder_name']}, or BRIEFINGS_HOME to another folder and "
            "ingest again there."
        )


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
