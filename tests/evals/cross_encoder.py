"""Train a cross-encoder (`assistant.choosing.cross_encoder`) further from the default encoder's transformer.

Its word vectors stay. What training changed is written as matrices of low rank, in half precision. Progress
is printed every 20 steps. What is learnt: `reranker/train.py`.
"""

import math
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from transformers import AutoModel

from assistant.choosing.cross_encoder import CrossEncoder, Pair, change, padded, tokenizer_of
from vectorstore.encoder.weights import weights_folder
from vectorstore.settings import DEFAULT_ENCODER

BATCHES = 4  # of a step, each of pairs of like length, so that little is padded
# Learning rate; shares of the steps in which it rises, and from which on it falls.
RATE, WARM_UP, HELD = 1e-4, 0.04, 0.35
RANK = 32  # of what is kept of a matrix's change; with 24 a question in 200 has another sentence first


Step = TypeVar("Step")


class Learner(torch.nn.Module):
    """The transformer with one number at the end, from the mean of its last states."""

    def __init__(self, start: Path | None = None) -> None:
        """Start from the encoder's weights, or from `start`, weights that were trained before."""
        super().__init__()
        self.transformer: Any = AutoModel.from_pretrained(
            str(weights_folder(DEFAULT_ENCODER)),
            local_files_only=True,
            hidden_dropout_prob=0.0,  # half of the time on a CPU
            attention_probs_dropout_prob=0.0,
            attn_implementation="eager",  # the fused one is three times slower backwards in bfloat16
        )
        self.transformer.embeddings.word_embeddings.weight.requires_grad = False
        self.head = torch.nn.Linear(self.transformer.config.hidden_size, 1)
        torch.nn.init.zeros_(self.head.weight)
        torch.nn.init.zeros_(self.head.bias)
        self._before = {name: weight.clone() for name, weight in self.transformer.state_dict().items()}
        if start:
            changed = load_file(start)
            change(self.transformer, changed)
            self.head.weight.data[0] = changed["head.weight"].float()
            self.head.bias.data = changed["head.bias"].float()

    def forward(self, pairs: Sequence[Pair]) -> torch.Tensor:
        inputs = {name: torch.from_numpy(ids) for name, ids in padded(pairs).items()}
        hidden = self.transformer(**inputs).last_hidden_state
        weight = inputs["attention_mask"].unsqueeze(-1).to(hidden.dtype)
        return self.head((hidden * weight).sum(1) / weight.sum(1)).squeeze(-1).float()

    def scores(self, pairs: Sequence[Pair]) -> torch.Tensor:
        """Return one number a pair, computed in batches of like length."""
        order = sorted(range(len(pairs)), key=lambda i: len(pairs[i][0]))
        size = math.ceil(len(order) / BATCHES)
        with torch.autocast("cpu", torch.bfloat16):
            found = [
                self([pairs[i] for i in order[start : start + size]]) for start in range(0, len(order), size)
            ]
        return torch.cat(found)[torch.tensor(np.argsort(order))]

    def save(self, weights: Path) -> None:
        """Write what training changed, large matrices as a product of two of RANK, in half precision."""
        changes = {"head.weight": self.head.weight[0].detach(), "head.bias": self.head.bias.detach()}
        for name, weight in self.transformer.state_dict().items():
            by = weight - self._before[name]
            if not by.abs().max() > 0:
                continue
            if weight.ndim == 2 and name.startswith("encoder."):
                u, s, v = torch.linalg.svd(by, full_matrices=False)
                changes[f"{name}.up"], changes[f"{name}.down"] = u[:, :RANK] * s[:RANK], v[:RANK]
            else:
                changes[name] = weight
        save_file({name: value.half().contiguous() for name, value in changes.items()}, weights)


def reader(first: int, second: int) -> CrossEncoder:
    """Return what makes pairs of word pieces as they are read later, and judges nothing."""
    tokenizer = tokenizer_of(weights_folder(DEFAULT_ENCODER))
    return CrossEncoder(tokenizer, lambda inputs: np.zeros(0, np.float32), "", first, second)


def train(
    model: Learner,
    steps: Iterable[Step],
    count: int,
    loss_of: Callable[[Learner, Step], tuple[torch.Tensor, list[bool]]],
) -> None:
    """Take `count` steps; `loss_of` says of each its loss, and of each of its judgements if it is right."""
    learned = [p for name, p in model.named_parameters() if p.requires_grad and "pooler" not in name]
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in learned if p.ndim > 1], "weight_decay": 0.01},
            {"params": [p for p in learned if p.ndim == 1], "weight_decay": 0.0},
        ],
        lr=RATE,
        fused=True,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (WARM_UP * count), (1 - step / count) / (1 - HELD))
    )
    began, losses, right = time.monotonic(), [], []
    for number, step in enumerate(steps, 1):
        loss, judged = loss_of(model, step)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        losses.append(loss.item())
        right += judged
        if number % 20 == 0:
            told = f"loss {np.mean(losses[-20:]):.3f}, right {np.mean(right[-200:]):.3f}"
            print(f"{number} of {count}: {told}, {time.monotonic() - began:.0f} s", flush=True)
