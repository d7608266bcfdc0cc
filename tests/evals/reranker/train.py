"""Train the cross-encoder that judges how likely a sentence answers a question (`assistant.reranker`).

    python -m tests.evals.reranker.train CANDIDATES.jsonl WEIGHTS.safetensors [--epochs 3]

It starts from the default encoder's transformer; its word vectors stay. Of each question the model sees one
sentence that answers and some that were found beside it, and learns to give the one more than the others and
more than 0, which stands for "none of these"; of a question that nothing answers, to give all of them less.
What training changed is written as matrices of low rank. `candidates.py` makes CANDIDATES.jsonl. Progress is
printed every 20 steps.
"""

import argparse
import math
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer
from transformers import AutoModel

from assistant.reranker import QUESTION_PIECES, SENTENCE_PIECES, Reranker, padded
from tests.evals.reranker.candidates import RIGHT, WRONG, Candidates, read_candidates
from vectorstore.embedding import weights_folder
from vectorstore.settings import DEFAULT_ENCODER

QUESTIONS_A_STEP, BATCHES = 16, 4  # of questions of like length, so that little is padded
NEAR, FAR, NEAREST = 4, 1, 12  # sentences found that do not answer: of the nearest twelve, and of the rest
RATE, WARM_UP = 1e-4, 0.06  # learning rate; share of the steps in which it rises
UNANSWERED = 0.5  # weight of a question that nothing answers
RANK = 32  # of what is kept of a matrix's change; with 24 a question in 200 has another sentence first

Pair = tuple[list[int], list[int]]


class CrossEncoder(torch.nn.Module):
    """The transformer with one number at the end, from the mean of its last states."""

    def __init__(self) -> None:
        super().__init__()
        self.transformer: Any = AutoModel.from_pretrained(
            str(weights_folder(DEFAULT_ENCODER)),
            local_files_only=True,
            hidden_dropout_prob=0.0,  # half of the time on a CPU
            attention_probs_dropout_prob=0.0,
            attn_implementation="eager",  # the fused one is three times slower backwards in bfloat16
        )
        self.head = torch.nn.Linear(self.transformer.config.hidden_size, 1)
        torch.nn.init.zeros_(self.head.weight)
        torch.nn.init.zeros_(self.head.bias)

    def forward(self, pairs: Sequence[Pair]) -> torch.Tensor:
        inputs = {name: torch.from_numpy(ids) for name, ids in padded(pairs).items()}
        hidden = self.transformer(**inputs).last_hidden_state
        weight = inputs["attention_mask"].unsqueeze(-1).to(hidden.dtype)
        return self.head((hidden * weight).sum(1) / weight.sum(1)).squeeze(-1).float()


class Lessons:
    """The questions as pairs of word pieces, and which of them a step sees."""

    def __init__(self, candidates: Sequence[Candidates], seed: int) -> None:
        tokenizer = Tokenizer.from_file(str(weights_folder(DEFAULT_ENCODER) / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        reader = Reranker(tokenizer, lambda inputs: np.zeros(0, np.float32), "")
        self._random = np.random.default_rng(seed)
        asked = reader.pieces([of.question for of in candidates])
        said = iter(reader.pieces([sentence for of in candidates for sentence in of.sentences]))
        self._questions = [
            (
                [reader.pair(q[:QUESTION_PIECES], next(said)[:SENTENCE_PIECES]) for _ in of.sentences],
                [i for i, label in enumerate(of.labels) if label == RIGHT],
                [i for i, label in enumerate(of.labels) if label == WRONG],
            )
            for q, of in zip(asked, candidates, strict=True)
        ]

    def __len__(self) -> int:
        return math.ceil(len(self._questions) / QUESTIONS_A_STEP)

    def steps(self) -> Iterator[list[tuple[list[Pair], bool]]]:
        """Yield the questions of each step: pairs, the right one first, and whether there is a right one."""
        order = self._random.permutation(len(self._questions))
        for start in range(0, len(order), QUESTIONS_A_STEP):
            yield [self._lesson(*self._questions[i]) for i in order[start : start + QUESTIONS_A_STEP]]

    def _lesson(self, pairs: list[Pair], right: list[int], wrong: list[int]) -> tuple[list[Pair], bool]:
        chosen = self._some(right, 1) + self._some(wrong[:NEAREST], NEAR) + self._some(wrong[NEAREST:], FAR)
        return [pairs[i] for i in chosen], bool(right)

    def _some(self, of: list[int], count: int) -> list[int]:
        return [int(i) for i in self._random.choice(of, min(count, len(of)), replace=False)] if of else []


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="train", description=__doc__.splitlines()[0])
    parser.add_argument("candidates", type=Path, metavar="CANDIDATES.jsonl")
    parser.add_argument("weights", type=Path, metavar="WEIGHTS.safetensors")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(arguments)
    torch.manual_seed(given.seed)
    lessons = Lessons(read_candidates(given.candidates), given.seed)
    model = CrossEncoder()
    before = {name: weight.clone() for name, weight in model.transformer.state_dict().items()}
    _train(model, lessons, given.epochs)
    save_file(_changes(model, before), given.weights)


def _train(model: CrossEncoder, lessons: Lessons, epochs: int) -> None:
    model.transformer.embeddings.word_embeddings.weight.requires_grad = False
    learned = [p for name, p in model.named_parameters() if p.requires_grad and "pooler" not in name]
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in learned if p.ndim > 1], "weight_decay": 0.01},
            {"params": [p for p in learned if p.ndim == 1], "weight_decay": 0.0},
        ],
        lr=RATE,
        fused=True,
    )
    count = epochs * len(lessons)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (WARM_UP * count)) * max(0.0, 1 - step / count)
    )
    began, losses, first = time.monotonic(), [], []
    for number, step in enumerate((step for _ in range(epochs) for step in lessons.steps()), 1):
        loss, right = _loss(model, step)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        losses.append(loss.item())
        first += right
        if number % 20 == 0:
            told = f"loss {np.mean(losses[-20:]):.3f}, right one first {np.mean(first[-200:]):.3f}"
            print(f"{number} of {count}: {told}, {time.monotonic() - began:.0f} s", flush=True)


def _loss(model: CrossEncoder, step: Sequence[tuple[list[Pair], bool]]) -> tuple[torch.Tensor, list[bool]]:
    scores = _scores(model, [pair for pairs, _ in step for pair in pairs])
    loss, at, first = torch.zeros(()), 0, []
    for pairs, answered in step:
        own = scores[at : at + len(pairs)]
        at += len(pairs)
        among = torch.logsumexp(torch.cat([own, torch.zeros(1)]), 0)  # 0 stands for "none of these"
        loss = loss + (among - own[0] if answered else UNANSWERED * among)
        if answered:
            first.append(int(own.argmax()) == 0)
    return loss / len(step), first


def _scores(model: CrossEncoder, pairs: Sequence[Pair]) -> torch.Tensor:
    """Return one number a pair, computed in batches of like length."""
    order = sorted(range(len(pairs)), key=lambda i: len(pairs[i][0]))
    size = math.ceil(len(order) / BATCHES)
    with torch.autocast("cpu", torch.bfloat16):
        found = [
            model([pairs[i] for i in order[start : start + size]]) for start in range(0, len(order), size)
        ]
    return torch.cat(found)[torch.tensor(np.argsort(order))]


def _changes(model: CrossEncoder, before: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Return what training changed, large matrices as a product of two of RANK, in half precision."""
    changes = {"head.weight": model.head.weight[0].detach(), "head.bias": model.head.bias.detach()}
    for name, weight in model.transformer.state_dict().items():
        change = weight - before[name]
        if not change.abs().max() > 0:
            continue
        if weight.ndim == 2 and name.startswith("encoder."):
            u, s, v = torch.linalg.svd(change, full_matrices=False)
            changes[f"{name}.up"], changes[f"{name}.down"] = u[:, :RANK] * s[:RANK], v[:RANK]
        else:
            changes[name] = weight
    return {name: change.half().contiguous() for name, change in changes.items()}


if __name__ == "__main__":
    main(sys.argv[1:])
