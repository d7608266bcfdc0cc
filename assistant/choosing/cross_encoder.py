"""Read two texts together and give one number: transformers trained further from the default encoder's.

What training changed is kept as matrices of low rank in a `.safetensors` file of the package, to be added to
the weights that the encoder's package carries (`tests/evals/cross_encoder.py`).
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from vectorstore.encoder.embedding import batches, rounded
from vectorstore.encoder.runtime import Ids, Infer, compiled, converted
from vectorstore.encoder.weights import digest_of, weights_folder
from vectorstore.settings import DEFAULT_ENCODER

INPUTS = ("input_ids", "attention_mask", "token_type_ids")

Pair = tuple[list[int], list[int]]  # word pieces, and for each 0 where it is of the first text, else 1


class CrossEncoder:
    """A loaded cross-encoder, which reads `first` and `second` word pieces. Any thread may use it."""

    def __init__(self, tokenizer: Tokenizer, infer: Infer, digest: str, first: int, second: int) -> None:
        self.digest = digest  # of what training changed
        self._tokenizer = tokenizer
        self._infer = infer
        self._first, self._second = first, second
        self._start, self._end = tokenizer.encode("").ids  # which stand before and behind every text

    def log_odds(self, text: str, others: Sequence[str]) -> list[float]:
        """Judge the text with each of the others: 0 is as likely as not."""
        pairs = self.pairs(text, others)
        found = np.zeros(len(pairs), dtype=np.float32)
        by_length = sorted(range(len(pairs)), key=lambda i: len(pairs[i][0]))
        for rows in batches(by_length, [len(ids) for ids, _ in pairs]):
            found[rows] = self._infer(padded([pairs[row] for row in rows]))
        return [float(value) for value in found]

    def pairs(self, text: str, others: Sequence[str]) -> list[Pair]:
        """Return the text with each of the others, cut, as the model reads them."""
        asked, *said = self._pieces([text, *others])
        return [self._pair(asked[: self._first], pieces[: self._second]) for pieces in said]

    def _pieces(self, texts: Sequence[str]) -> list[list[int]]:
        return [e.ids for e in self._tokenizer.encode_batch(list(texts), add_special_tokens=False)]

    def _pair(self, first: list[int], second: list[int]) -> Pair:
        one, other = [self._start, *first, self._end], [*second, self._end]
        return one + other, [0] * len(one) + [1] * len(other)


def padded(pairs: Sequence[Pair]) -> dict[str, Ids]:
    """Put pairs of a batch into the model's inputs, each of shape (pairs, word pieces)."""
    longest = rounded(max(len(ids) for ids, _ in pairs))
    inputs = {name: np.zeros((len(pairs), longest), dtype=np.int64) for name in INPUTS}
    for row, (ids, types) in enumerate(pairs):
        inputs["input_ids"][row, : len(ids)] = ids
        inputs["attention_mask"][row, : len(ids)] = 1
        inputs["token_type_ids"][row, : len(ids)] = types
    return inputs


@lru_cache(maxsize=2)  # a process has one of each kind: 45 MB
def load_cross_encoder(
    weights: Path, first: int, second: int, models: Path, threads: int = 0
) -> CrossEncoder:
    """Load a cross-encoder; the first time, convert it into a folder of `models`."""
    infer, _ = compiled(converted_cross_encoder(weights, models), threads)
    return CrossEncoder(
        tokenizer_of(weights_folder(DEFAULT_ENCODER)), infer, digest_of(weights), first, second
    )


def converted_cross_encoder(weights: Path, models: Path) -> Path:
    """Return the converted model in a folder of `models`; made the first time, which takes a while."""
    target = models / f"{weights.stem}-{digest_of(weights)[:16]}"
    return converted(target, INPUTS, partial(merged, weights_folder(DEFAULT_ENCODER), weights))


def tokenizer_of(folder: Path) -> Tokenizer:
    """Return a sentence-transformers folder's tokenizer, which cuts nothing."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def change(transformer: Any, changed: Mapping[str, Any]) -> None:
    """Put what training changed into a torch module's weights."""
    for name, weight in transformer.state_dict().items():
        if (down := changed.get(f"{name}.down")) is not None:
            weight += changed[f"{name}.up"].float() @ down.float()
        elif name in changed:
            weight.copy_(changed[name].float())


def merged(folder: Path, weights: Path) -> Any:
    """Return the encoder's transformer with what training changed, as a torch module."""
    import torch
    from safetensors.torch import load_file
    from transformers import AutoModel

    transformer = AutoModel.from_pretrained(str(folder), local_files_only=True)
    changed = load_file(weights)
    change(transformer, changed)

    class Merged(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.transformer: Any = transformer

        def forward(self, input_ids: Any, attention_mask: Any, token_type_ids: Any) -> Any:
            hidden = self.transformer(
                input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
            ).last_hidden_state
            weight = attention_mask.unsqueeze(-1).to(hidden.dtype)
            mean = (hidden * weight).sum(1) / weight.sum(1)
            return mean @ changed["head.weight"].float() + changed["head.bias"].float()

    return Merged()
