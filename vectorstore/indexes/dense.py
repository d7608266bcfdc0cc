"""Passages by meaning, for homes of any size: a Chroma collection of vectors, derived from the catalogue.

It keeps no text. Scores are cosines, larger is better: Chroma's distance is turned around here.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import chromadb
import numpy as np
from chromadb.api.collection_configuration import CreateHNSWConfiguration
from chromadb.config import Settings
from chromadb.errors import ChromaError
from numpy.typing import NDArray

from vectorstore.encoder.embedding import EncoderIdentity, Vectors
from vectorstore.errors import IndexMismatchError, StorageError
from vectorstore.filters import Filters, Labels, day_number, folded

COLLECTION = "passages"
HNSW: CreateHNSWConfiguration = {
    "space": "cosine",
    # Twice the 200 neighbours that a search asks for: on 8,000 clustered vectors of 384 dimensions it finds
    # 99.8 % of them, the default 97.7 %, for 0.3 ms more. A higher ef_construction added nothing.
    "ef_search": 400,
}


class DenseIndex:
    """An open collection. Any thread may query; one at a time writes."""

    def __init__(self, folder: Path, encoder: EncoderIdentity) -> None:
        self._folder = folder
        self._encoder = encoder
        self._failed = False  # a write did: this client may wait for ever at the next
        self._reopening = threading.Lock()
        with self._mapped("opened"):
            folder.mkdir(parents=True, exist_ok=True)
            self._open()
        built_with = (self._collection.metadata or {}).get("digest")
        if built_with != encoder.digest:
            self.close()
            raise IndexMismatchError(
                f"The vectors in {folder} are of other weights ({str(built_with)[:12]}) than those "
                f"of {encoder.name} ({encoder.digest[:12]}). Run: briefings doctor --repair, which "
                "rebuilds it from the catalogue."
            )

    def query(
        self, vector: NDArray[np.float32], size: int, filters: Filters | None = None
    ) -> list[tuple[str, float]]:
        """Return up to `size` (passage id, cosine), most similar first."""
        with self._mapped("read"):
            found = self._collection.query(
                query_embeddings=[vector], n_results=size, where=_where(filters), include=["distances"]
            )
        distances = found["distances"] or [[]]
        return [
            (id, 1.0 - float(distance)) for id, distance in zip(found["ids"][0], distances[0], strict=True)
        ]

    def upsert(self, ids: Sequence[str], vectors: Vectors, labels: Sequence[Labels]) -> None:
        """Write vectors, shape (len(ids), dimension), in place of those with the same ids."""
        for at in range(0, len(ids), self._batch):
            part = slice(at, at + self._batch)
            with self._mapped("written"):
                self._collection.upsert(
                    ids=list(ids[part]),
                    embeddings=vectors[part],
                    metadatas=[_metadata(of) for of in labels[part]],
                )

    def delete(self, ids: Sequence[str]) -> None:
        """Delete vectors; ids that are not there are skipped."""
        for at in range(0, len(ids), self._batch):
            with self._mapped("written"):
                self._collection.delete(ids=list(ids[at : at + self._batch]))

    def ids(self) -> list[str]:
        """Return the id of every vector."""
        with self._mapped("read"):
            return list(self._collection.get(include=[])["ids"])

    def vectors(self, ids: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """Return the vectors with these ids, each of shape (dimension,); those not there are left out."""
        if not ids:
            return {}
        with self._mapped("read"):
            found = self._collection.get(ids=list(ids), include=["embeddings"])
        return dict(zip(found["ids"], found["embeddings"], strict=True))

    @property
    def size(self) -> int:
        """Number of vectors."""
        with self._mapped("read"):
            return int(self._collection.count())

    def close(self) -> None:
        """Close the client; Chroma would otherwise share it with the next opener of this folder."""
        self._client.close()

    def _open(self) -> None:
        self._client = _client(self._folder)
        self._batch = self._client.get_max_batch_size()
        self._collection = self._create()

    def _create(self) -> Any:
        return self._client.get_or_create_collection(
            COLLECTION,
            embedding_function=None,
            configuration={"hnsw": HNSW},
            metadata={"encoder": self._encoder.name, "digest": self._encoder.digest},
        )

    @contextmanager
    def _mapped(self, done: str) -> Iterator[None]:
        """Turn what Chroma raises into StorageError; ValueError is how it refuses input.

        After a write that failed the next step gets a new client: the old one deadlocks at its next
        write in one case of three when the disk is full.
        """
        try:
            with self._reopening:
                if self._failed:
                    self._client.close()
                    self._open()
                    self._failed = False
            yield
        except (ChromaError, OSError, RuntimeError, ValueError) as error:
            self._failed = self._failed or done == "written"
            raise StorageError(
                f"The vectors in {self._folder} could not be {done}: {error}. Check the disk's free space "
                "and the folder's permissions; if the folder is damaged, `briefings doctor --repair` "
                "rebuilds it from the catalogue."
            ) from error


def _client(folder: Path) -> Any:
    settings = Settings(anonymized_telemetry=False)
    try:
        return chromadb.PersistentClient(path=str(folder), settings=settings)
    except AttributeError:  # Chroma keeps the remains of a try that failed, and trips over them once
        return chromadb.PersistentClient(path=str(folder), settings=settings)


def _metadata(labels: Labels) -> dict[str, Any]:
    """Write labels as Chroma takes them: it refuses None and empty lists; an absent key passes no filter."""
    present = {
        "briefing_id": labels.briefing_id,
        "published": labels.published,
        "parties": list(labels.parties),
        "publisher": labels.publisher,
    }
    return {key: value for key, value in present.items() if value}


def _where(filters: Filters | None) -> dict[str, Any] | None:
    if filters is None:
        return None
    terms: list[dict[str, Any]] = []
    if filters.last_day:
        terms.append({"published": {"$lte": day_number(filters.last_day)}})
    if filters.published_from:
        terms.append({"published": {"$gte": day_number(filters.published_from)}})
    terms += [{"parties": {"$contains": party}} for party in filters.parties]
    if filters.publishers:
        terms.append({"publisher": {"$in": [folded(name) or "" for name in filters.publishers]}})
    if filters.briefings:
        terms.append({"briefing_id": {"$in": [*filters.briefings]}})
    if len(terms) > 1:
        return {"$and": terms}  # which Chroma refuses around a single term
    return terms[0] if terms else None
