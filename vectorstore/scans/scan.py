"""Passages by meaning, for small homes: the question compared with every vector.

Exact, and the same in every process. Chroma's graph is neither: it adds what its last save lacks
anew at each opening, and then leaves other passages unreachable. It does not keep vectors: they
are the catalogue's.
"""

import threading
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.encoder.embedding import Vectors
from vectorstore.tables import vector_rows

LARGEST = 20_000  # passages: some 1,500 briefings, 30 MB of vectors, 3 ms a question

Allows = Callable[[str], bool]


class _Loaded(NamedTuple):
    generation: int
    ids: tuple[str, ...]
    matrix: Vectors  # shape (passages, dimension)


class Scan:
    """The vectors on file in memory, read again after each change. Any thread may query."""

    def __init__(self, catalogue: Catalogue, dimension: int) -> None:
        self._catalogue = catalogue
        self._dimension = dimension
        self._loaded: _Loaded | None = None
        self._counted: tuple[int, int] | None = None  # generation, passages
        self._lock = threading.Lock()

    @property
    def covers(self) -> bool:
        """Whether the home is small enough to be scanned."""
        generation = self._catalogue.generation
        counted = self._counted
        if counted is None or counted[0] != generation:
            counted = self._counted = (generation, self._catalogue.passage_count())
        return counted[1] <= LARGEST

    def query(
        self, vector: NDArray[np.float32], size: int, allows: Allows | None = None
    ) -> list[tuple[str, float]]:
        """Return up to `size` (passage id, cosine), most similar first, of those that `allows` lets pass."""
        loaded = self._load()
        if not loaded.ids:
            return []
        cosines = loaded.matrix @ vector
        found: list[tuple[str, float]] = []
        for row in np.argsort(-cosines, kind="stable"):
            if len(found) == size:
                break
            if allows is None or allows(loaded.ids[row]):
                found.append((loaded.ids[row], float(cosines[row])))
        return found

    def _load(self) -> _Loaded:
        with self._lock:
            generation = self._catalogue.generation
            if self._loaded is None or self._loaded.generation != generation:
                rows = self._catalogue.vectors()
                matrix = vector_rows.unpacked(list(rows.values()), self._dimension)
                self._loaded = _Loaded(generation, tuple(rows), matrix)
            return self._loaded
