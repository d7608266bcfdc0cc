"""Judge how likely a sentence answers a question: a cross-encoder, which reads the two together.

A sentence encoder turns each text into one vector by itself, so that "who signed" and "who would sign"
look alike; this model sees both at once. It is the default encoder's transformer, trained further on
questions over public documents (`tests/evals/train_reranker.py`); what training changed is kept as
matrices of low rank in `reranker.safetensors`, to be added to the weights that the package carries.
It knows nothing of dates, parties or measures: what is current is `assistant.evidence`'s.
"""

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from tokenizers import Tokenizer

from vectorstore.embedding import batches, digest_of, rounded, weights_folder
from vectorstore.facts import BriefingFacts
from vectorstore.runtime import Ids, Infer, compiled, converted
from vectorstore.settings import DEFAULT_ENCODER

WEIGHTS = Path(__file__).with_name("reranker.safetensors")
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
QUESTION_PIECES, SENTENCE_PIECES = 40, 88  # word pieces read of each; training cut there, too
TITLE_CHARACTERS, SENTENCE_CHARACTERS = 90, 400

_ADDRESS = re.compile(r"\]\([^)]*\)")
_MARKS = re.compile(r"[\[*_|]+")


class Judge(Protocol):
    """What says how likely sentences answer a question."""

    def log_odds(self, question: str, sentences: Sequence[str]) -> list[float]:
        """Say of each of `sentences`, as `presented`, how likely it answers: 0 is as likely as not."""


class Reranker:
    """A loaded cross-encoder. Any thread may use it."""

    def __init__(self, tokenizer: Tokenizer, infer: Infer, digest: str) -> None:
        self.digest = digest  # of the weights
        self._tokenizer = tokenizer
        self._infer = infer
        self._start, self._end = tokenizer.encode("").ids  # which stand before and behind every text

    def log_odds(self, question: str, sentences: Sequence[str]) -> list[float]:
        """Say of each of `sentences`, as `presented`, how likely it answers: 0 is as likely as not."""
        asked = self.pieces([question])[0][:QUESTION_PIECES]
        pairs = [self.pair(asked, pieces[:SENTENCE_PIECES]) for pieces in self.pieces(sentences)]
        found = np.zeros(len(pairs), dtype=np.float32)
        by_length = sorted(range(len(pairs)), key=lambda i: len(pairs[i][0]))
        for rows in batches(by_length, [len(ids) for ids, _ in pairs]):
            found[rows] = self._infer(padded([pairs[row] for row in rows]))
        return [float(value) for value in found]

    def pieces(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the word pieces of each text, without the special ones."""
        return [e.ids for e in self._tokenizer.encode_batch(list(texts), add_special_tokens=False)]

    def pair(self, question: list[int], sentence: list[int]) -> tuple[list[int], list[int]]:
        """Return the word pieces of question and sentence as one text, and of which each is."""
        asked, said = [self._start, *question, self._end], [*sentence, self._end]
        return asked + said, [0] * len(asked) + [1] * len(said)


def padded(pairs: Sequence[tuple[list[int], list[int]]]) -> dict[str, Ids]:
    """Put pairs of a batch into the model's inputs, each of shape (pairs, word pieces)."""
    longest = rounded(max(len(ids) for ids, _ in pairs))
    inputs = {name: np.zeros((len(pairs), longest), dtype=np.int64) for name in INPUTS}
    for row, (ids, types) in enumerate(pairs):
        inputs["input_ids"][row, : len(ids)] = ids
        inputs["attention_mask"][row, : len(ids)] = 1
        inputs["token_type_ids"][row, : len(ids)] = types
    return inputs


def presented(facts: BriefingFacts, said: str) -> str:
    """Return a sentence as the model reads it: behind its briefing's title and month, without markup."""
    month = f" {facts.published:%Y-%m}" if facts.published else ""
    plain = " ".join(_MARKS.sub(" ", _ADDRESS.sub("", said)).split())
    return f"{facts.title[:TITLE_CHARACTERS]}{month}: {plain[:SENTENCE_CHARACTERS]}"


@lru_cache(maxsize=1)  # one process, one model: 45 MB
def load_reranker(models: Path, threads: int = 0) -> Reranker:
    """Load the cross-encoder; the first time, convert it into a folder of `models`."""
    folder = weights_folder(DEFAULT_ENCODER)
    digest = digest_of(WEIGHTS)
    model = converted(models / f"reranker-{digest[:16]}", INPUTS, partial(_merged, folder))
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Reranker(tokenizer, compiled(model, threads)[0], digest)


def _merged(folder: Path) -> Any:
    """Return the encoder's transformer with what training changed, as a torch module."""
    import torch
    from safetensors.torch import load_file
    from transformers import AutoModel

    transformer = AutoModel.from_pretrained(str(folder), local_files_only=True)
    state, changed = transformer.state_dict(), load_file(WEIGHTS)
    for name, weight in state.items():
        if (down := changed.get(f"{name}.down")) is not None:
            weight += changed[f"{name}.up"].float() @ down.float()
        elif name in changed:
            weight.copy_(changed[name].float())

    class CrossEncoder(torch.nn.Module):
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

    return CrossEncoder()
