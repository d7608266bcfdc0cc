"""Hold a home open: its catalogue, both indexes, the vocabulary and the encoder, which it keeps in step.

What a batch changes becomes visible in one step, or not at all: see `vectorstore.home.applying`.

Who writes takes the locks that it needs in this order, and gives them up in the other one:

1. `vectorstore.home.lock`, the home: one process.
2. `LocalDesk._reindexing`: one reindex, from its beginning to its end.
3. `LocalDesk._writing`: one ingest, correction, Undo or repair, or the switch of a reindex, which read first
   what they change. A removal waits for none of them; an ingest can do without what is gone.
4. `Store._write_lock`: one change of catalogue and indexes together; an export's copy, too.
5. `Store.gate`, closed: no request under way, while encoder and indexes are exchanged.
6. `Vocabulary._changing`, `Adoption._turn`: what one object remembers of the catalogue, and the catalogue.
7. `Catalogue.writing`: one transaction. A conversation needs no other lock.

Requests pass the gate and take none of the others; a cache's own lock is held while it reads the catalogue,
which waits for nobody.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack, suppress
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from vectorstore.briefing import Briefing
from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.catalogue.check import catalogue_problems
from vectorstore.catalogue.near import Near
from vectorstore.catalogue.versions import Versions
from vectorstore.encoder.embedding import Encoder, Vectors
from vectorstore.errors import DamagedError, StorageError
from vectorstore.filters import Filters
from vectorstore.home import lock
from vectorstore.home.applying import Applying
from vectorstore.home.changes import Prepared, plan_change
from vectorstore.home.encoder_check import check_encoder
from vectorstore.home.forgetting import forget_texts
from vectorstore.home.gate import Gate
from vectorstore.home.lacking import complete_vectors
from vectorstore.home.swapping import settle
from vectorstore.indexes.keywords import KeywordIndex
from vectorstore.indexes.opening import Opening
from vectorstore.indexes.pair import CurrentPassages, Indexes, build, put_into_use, remove_unused
from vectorstore.indexes.probe import probe
from vectorstore.indexes.vocabulary import Vocabulary
from vectorstore.indexes.word_use import WordUse
from vectorstore.scans.earlier import EarlierScan
from vectorstore.scans.narrow import NarrowScan
from vectorstore.scans.scan import Scan
from vectorstore.settings import HomeSettings
from vectorstore.tables import vector_rows

if TYPE_CHECKING:
    from vectorstore.indexes.dense import DenseIndex

logger = logging.getLogger(__name__)


class Store:
    """An open home. Any thread may search; writes take turns."""

    def __init__(
        self,
        settings: HomeSettings,
        encoder: Encoder,
        catalogue: Catalogue,
        indexes: Indexes,
        resources: ExitStack,
    ) -> None:
        self.settings = settings
        self.catalogue = catalogue
        self.near = Near(catalogue)
        self.gate = Gate()  # requests pass it; it is closed while encoder or indexes are exchanged
        self.repaired: list[str] = []  # what was mended at opening
        self.tried = False  # whether the indexes were read from end to end at opening
        self._resources = resources
        self._write_lock = threading.RLock()
        self._use(encoder, indexes)

    @classmethod
    def open(
        cls,
        settings: HomeSettings,
        encoder: Encoder,
        *,
        purpose: str = "ask",
        wait: float = 0.0,
        try_first: bool = False,
        repair: bool = False,
        vectors: bool = True,
    ) -> Self:
        """Open a home, or make one; HomeInUseError while another process has it, after `wait` seconds.

        With `try_first`, or when opening it ended a process before, its indexes are tried in another
        process: DamagedError says what is wrong with them, unless `repair` is set to build new ones.

        Without `vectors`, for who reads the catalogue only, those are opened when they are first asked for,
        and the next opener brings the indexes up to date.
        """
        with ExitStack() as resources:
            held = lock.hold(settings.home, purpose, wait)
            resources.callback(held.release)
            settle(settings.home)
            catalogue = Catalogue(settings.catalogue_url)
            resources.callback(catalogue.close)
            check_encoder(catalogue, encoder.identity, settings)
            opening = Opening(settings.home, catalogue, encoder.identity)
            damage = opening.damage(try_first)
            if damage and not repair:
                raise DamagedError(f"{damage}. Run: briefings doctor --repair")
            complete_vectors(catalogue, encoder)
            store = cls(settings, encoder, catalogue, opening.indexes(bool(damage), vectors), resources)
            resources.callback(lambda: store.indexes.close())
            store.repaired = [damage, "built both indexes anew from the catalogue"] if damage else []
            store.tried = try_first
            count = catalogue.passage_count()
            if count and not store.vocabulary.words:
                logger.warning("Learning the words of %s passages in %s, once", count, settings.home)
                store._word_use.settle()
            elif catalogue.pending():  # before the notes go: a crash leaves words that nothing else tells of
                store._word_use.settle()
            store._applying.clean()
            if vectors:
                if store.dense.size != count or store.keywords.size != count:
                    logger.warning(
                        "The indexes in %s differ from the catalogue; bringing them up to date", settings.home
                    )
                    store.indexes.fill(catalogue, CurrentPassages(catalogue))
                opening.done()
            store._resources = resources.pop_all()
            return store

    @property
    def dense(self) -> "DenseIndex":
        """The vectors in use."""
        return self.indexes.dense

    @property
    def keywords(self) -> KeywordIndex:
        """The keyword index in use."""
        return self.indexes.keywords

    @property
    def state(self) -> tuple[int, int]:
        """What the home is at: another one after each change that a reader may see, also of the words alone.

        A change that is visible goes on deleting what it replaced from the keyword index.
        """
        return self.catalogue.generation, self.keywords.commits

    def nearest(
        self, vector: NDArray[np.float32], size: int, filters: Filters | None = None
    ) -> list[tuple[str, float]]:
        """Return up to `size` (passage id, cosine), most similar first.

        Exactly in a small home, and where the filters leave few passages.
        """
        facts = self.catalogue.facts()
        if not self._scan.covers:
            if filters is None or not filters.narrow:
                return self.dense.query(vector, size)
            found = self._narrow_scan.query(vector, size, filters)
            return self.dense.query(vector, size, filters) if found is None else found

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
            self._applying.apply(plan, {prepared.briefing.id: prepared.vectors for prepared in batch})

    def replace_with(self, make: Callable[[], Sequence[Prepared]]) -> None:
        """Store what `make` returns, while no other write comes in between."""
        with self._write_lock:
            self.replace(make())

    def remove(self, briefing_id: str) -> Briefing:
        """Remove a briefing with all its versions; its first duplicate takes its place."""
        with self._write_lock:
            briefing = self.catalogue.briefing(briefing_id)
            self._applying.apply(plan_change(self.catalogue, (), (briefing.id,)), {})
            self.catalogue.scrub()
            forget_texts()
            return briefing

    def verify(self) -> list[str]:
        """Compare the indexes with the catalogue; return what is wrong in words, [] when sound."""
        with self._write_lock:
            return [
                *self.indexes.problems(CurrentPassages(self.catalogue)),
                *catalogue_problems(self.catalogue),
                *self._word_use.problems(),
            ]

    def probe(self) -> list[str]:
        """Try the indexes in another process; return what is wrong with them, [] when they can be read."""
        with self._write_lock:
            return probe(self.settings.home, self.indexes.number, self.encoder.identity)

    def repair(self) -> list[str]:
        """Build both indexes and the vocabulary anew from the catalogue; return what was done.

        Only passages without a vector are embedded. Searches go on in the old indexes meanwhile.
        """
        with self._write_lock:
            embedded = complete_vectors(self.catalogue, self.encoder)
            content = CurrentPassages(self.catalogue)
            indexes = build(self.settings.home, self.catalogue, self.encoder.identity, content)
            self.put_into_use(indexes)
            self.vocabulary.forget(self.vocabulary.words)
            known = self._word_use.settle()
            count = self.catalogue.passage_count()
            return [
                *([f"embedded {embedded} passages that had no vector"] if embedded else []),
                f"wrote the vectors of {count} passages again",
                f"indexed the words of {count} passages again",
                f"learned {known} words again",
            ]

    def put_into_use(
        self,
        indexes: Indexes,
        encoder: Encoder | None = None,
        also: Callable[[Connection], None] | None = None,
    ) -> None:
        """Exchange indexes and encoder in one catalogue transaction, in which `also` may write more."""
        with self._write_lock:
            old = self.indexes
            with self.gate.closed():
                put_into_use(self.catalogue, indexes.number, also)
                self._use(encoder or self.encoder, indexes)
            with suppress(StorageError):  # it may be damaged, and goes
                old.close()
            remove_unused(self.settings.home, indexes.number)

    def writing(self) -> AbstractContextManager[object]:
        """Keep other writes out meanwhile."""
        return self._write_lock

    def close(self) -> None:
        """Close everything and let others open the home. Calling it twice does no harm."""
        with self._write_lock:
            self._resources.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _use(self, encoder: Encoder, indexes: Indexes) -> None:
        dimension = encoder.identity.dimension
        self.encoder = encoder
        self.indexes = indexes
        self.vocabulary = Vocabulary(self.catalogue, encoder)
        self.versions = Versions(self.catalogue)
        self.earlier = EarlierScan(self.catalogue, self.versions, indexes.keywords, dimension)
        self._scan = Scan(self.catalogue, dimension)
        self._narrow_scan = NarrowScan(self.catalogue, dimension)
        self._word_use = WordUse(self.catalogue, self.vocabulary)
        self._applying = Applying(self.catalogue, encoder, indexes, self.vocabulary, self._word_use)

    def _unpacked(self, rows: Sequence[bytes]) -> Vectors:
        return vector_rows.unpacked(rows, self.encoder.identity.dimension)


__all__ = ["Prepared", "Store"]
