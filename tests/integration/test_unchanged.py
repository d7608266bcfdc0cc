"""The same folder taken in again: nothing is embedded, and nothing that is kept changes."""

import hashlib
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from tokenizers import Tokenizer

from ingest.pipeline import ingest
from ingest.report import Report
from vectorstore.encoder.embedding import Encoder, EncoderIdentity
from vectorstore.encoder.runtime import Ids
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def embedded() -> list[int]:
    """The sizes of the batches that were embedded."""
    return []


@pytest.fixture
def watched(encoder: Encoder, embedded: list[int]) -> Encoder:
    def infer(inputs: Mapping[str, Ids]) -> NDArray[np.float32]:
        ids = inputs["input_ids"]
        embedded.append(len(ids))
        vectors = np.zeros((len(ids), encoder.identity.dimension), dtype=np.float32)
        vectors[np.arange(len(ids)), ids.sum(axis=1) % encoder.identity.dimension] = 1
        return vectors

    identity = EncoderIdentity("watched", encoder.identity.dimension, "0" * 64)
    return Encoder(identity, Tokenizer.from_str(encoder._tokenizer.to_str()), encoder.window, infer)


@pytest.mark.slow
def test_the_same_folder_again_embeds_nothing_and_leaves_catalogue_and_indexes_as_they_are(
    settings: HomeSettings, watched: Encoder, embedded: list[int]
) -> None:
    first = _taken_in(settings, watched)
    assert (first.added, bool(embedded)) == (14, True)
    before = _digests(settings, watched)
    embedded.clear()
    again = _taken_in(settings, watched)
    assert (again.unchanged, again.passages, embedded) == (14, 0, [])
    assert _digests(settings, watched) == before


def test_the_digests_tell_a_change(settings: HomeSettings, watched: Encoder, tmp_path: Path) -> None:
    _taken_in(settings, watched)
    before = _digests(settings, watched)
    (tmp_path / "more.md").write_text("# Korea\n\nSouth Korea waits.")
    with Store.open(settings, watched) as store:
        list(ingest(store, [tmp_path / "more.md"]))
    after = _digests(settings, watched)
    assert not before.items() & after.items()


def _taken_in(settings: HomeSettings, encoder: Encoder) -> Report:
    with Store.open(settings, encoder) as store:
        *_, report = ingest(store, [SAMPLES])
    assert isinstance(report, Report)
    return report


def _digests(settings: HomeSettings, encoder: Encoder) -> dict[str, str]:
    """Digests of all rows of the catalogue, of the vectors in Chroma, of the files of the keyword index."""
    with closing(sqlite3.connect(settings.home / "catalogue.db")) as catalogue:
        rows = "\n".join(catalogue.iterdump())
    with Store.open(settings, encoder) as store:
        ids = sorted(store.dense.ids())
        kept = store.dense._collection.get(ids=ids, include=["embeddings", "metadatas"])
    order = np.argsort(kept["ids"])
    vectors = repr(
        [
            (kept["ids"][i], kept["embeddings"][i].tolist(), sorted(kept["metadatas"][i].items()))
            for i in order
        ]
    )
    files = sorted(path for path in (settings.home / "keywords").iterdir() if path.suffix != ".lock")
    words = b"".join(path.name.encode() + path.read_bytes() for path in files)
    kinds = {"catalogue": rows.encode(), "vectors": vectors.encode(), "keywords": words}
    return {kind: hashlib.sha256(content).hexdigest() for kind, content in kinds.items()}
