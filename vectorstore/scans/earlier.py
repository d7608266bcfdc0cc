"""Passages of earlier versions: those seen on an as-of date are compared with the question one by one.

They are in no index, so that a page edited fifty times costs a search of today nothing.
"""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import tuple_

from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.catalogue.versions import EARLIER, Versions
from vectorstore.encoder.embedding import Vectors
from vectorstore.filters import Filters
from vectorstore.indexes.analysis import analyse
from vectorstore.indexes.keywords import KeywordIndex
from vectorstore.scans.bm25 import bm25
from vectorstore.tables import schema, vector_rows
from vectorstore.tables.slices import sliced

WORDS_READ = 1000  # passages whose words are counted, the nearest in meaning: 80 ms the first time

_e = schema.earlier_passages.c

Seen = frozenset[tuple[str, int]]  # (briefing id, version)


@dataclass(frozen=True, slots=True)
class Found:
    """Passages of earlier versions by id: their cosines, and their BM25 scores above 0."""

    dense: Mapping[str, float]
    keyword: Mapping[str, float]


class _Loaded(NamedTuple):
    generation: int
    seen: Seen
    ids: tuple[str, ...]
    texts: tuple[str, ...]
    matrix: Vectors  # shape (passages, dimension)


class EarlierScan:
    """The earlier versions that were searched last, kept until the next change. Any thread may query."""

    def __init__(
        self, catalogue: Catalogue, versions: Versions, keywords: KeywordIndex, dimension: int
    ) -> None:
        self._catalogue = catalogue
        self._versions = versions
        self._keywords = keywords
        self._dimension = dimension
        self._loaded: _Loaded | None = None
        self._lock = threading.Lock()

    def query(self, vector: NDArray[np.float32], text: str, filters: Filters, size: int) -> Found:
        """Find up to `size` passages a leg of the earlier versions seen on the filters' as-of date."""
        earlier = self._versions.earlier(filters.as_of) if filters.as_of else {}
        seen = frozenset((id, facts.version) for id, facts in earlier.items() if filters.allows(facts))
        if not seen:
            return Found({}, {})
        loaded = self._load(seen)
        cosines = loaded.matrix @ vector
        nearest = np.argsort(-cosines, kind="stable")
        read = nearest[:WORDS_READ]
        words = list(dict.fromkeys(analyse(text)))
        frequency = self._keywords.frequency_of(words)
        scores = bm25(words, [loaded.texts[row] for row in read], frequency, self._keywords.size)
        best = sorted(zip(scores, read, strict=True), key=lambda found: -found[0])
        return Found(
            {loaded.ids[row]: float(cosines[row]) for row in nearest[:size]},
            {loaded.ids[row]: score for score, row in best[:size] if score > 0},
        )

    def _load(self, seen: Seen) -> _Loaded:
        """Read the passages of these versions; the last ones read are kept until the next change."""
        with self._lock:
            generation = self._catalogue.generation
            if self._loaded is None or self._loaded[:2] != (generation, seen):
                query = EARLIER.add_columns(_e.vector).where(_e.vector.is_not(None)).order_by(_e.id)
                parts = [tuple_(_e.briefing_id, _e.version).in_(part) for part in sliced(sorted(seen))]
                rows = [row for part in parts for row in self._catalogue.read(query.where(part))]
                vectors = {row.id: row.vector for row in rows}
                cut = self._catalogue.sliced_out(rows)
                self._loaded = _Loaded(
                    generation,
                    seen,
                    tuple(passage.id for passage, _ in cut),
                    tuple(prefix + passage.text for passage, prefix in cut),
                    vector_rows.unpacked([vectors[passage.id] for passage, _ in cut], self._dimension),
                )
            return self._loaded
