"""Train the cross-encoder that judges how likely a sentence answers: `assistant.choosing.reranker`.

    python -m tests.evals.reranker.train WEIGHTS.safetensors CANDIDATES.jsonl... [--epochs 1] [--start OTHERS]
        [--twins 0.6]

Of each question the model sees one sentence that answers and some that were found beside it, and learns to
give the one more than the others and more than 0, which stands for "none of these"; of a question that
nothing answers, to give all of them less. `candidates.py` makes CANDIDATES.jsonl. In the place of a share of
the questions a twin is learnt, which the same sentence does not answer (`twins.py`).
"""

import argparse
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from assistant.choosing.cross_encoder import Pair
from assistant.choosing.reranker import QUESTION_PIECES, SENTENCE_PIECES
from tests.evals.cross_encoder import Learner, reader, train
from tests.evals.reranker.candidates import RIGHT, WRONG, Candidates, read_candidates
from tests.evals.reranker.twins import Twins

QUESTIONS_A_STEP = 16
NEAR, FAR, NEAREST = 3, 1, 12  # sentences found that do not answer: of the nearest twelve, and of the rest
UNANSWERED = 0.5  # weight of a question that nothing answers
NAMES_FROM = 15_000  # questions among whose sentences names are looked for, four of each

Step = list[tuple[list[Pair], bool]]  # of each question its pairs, and whether the first one is right


class Lessons:
    """The questions with what was found for each, and which of it a step sees."""

    def __init__(self, candidates: Sequence[Candidates], seed: int, twins: float) -> None:
        """Take `twins`, a share, of the questions of which a twin can be made as that twin."""
        self._reading = reader(QUESTION_PIECES, SENTENCE_PIECES)
        self._random = np.random.default_rng(seed)
        self._candidates = [of for of in candidates if WRONG in of.labels]
        self._share = twins
        some = self._random.permutation(len(self._candidates))[:NAMES_FROM] if twins else ()
        self._twins = Twins((text for i in some for text in self._candidates[i].sentences[:4]), self._random)

    def __len__(self) -> int:
        return math.ceil(len(self._candidates) / QUESTIONS_A_STEP)

    def steps(self) -> Iterator[Step]:
        """Yield the questions of each step of a pass, in another order each time."""
        order = self._random.permutation(len(self._candidates))
        for start in range(0, len(order), QUESTIONS_A_STEP):
            yield [self._lesson(self._candidates[i]) for i in order[start : start + QUESTIONS_A_STEP]]

    def _lesson(self, of: Candidates) -> tuple[list[Pair], bool]:
        right = [i for i, label in enumerate(of.labels) if label == RIGHT]
        wrong = [i for i, label in enumerate(of.labels) if label == WRONG]
        if right and self._random.random() < self._share:
            chosen = int(self._random.choice(right))
            if twin := self._twins.of(of.question, of.sentences[chosen]):
                untold = [i for i in wrong[:NEAREST] if twin.other not in of.sentences[i].lower()]
                return self._pairs(of, twin.question, [chosen, *self._some(untold, NEAR)]), False
        seen = self._some(right, 1) + self._some(wrong[:NEAREST], NEAR) + self._some(wrong[NEAREST:], FAR)
        return self._pairs(of, of.question, seen), bool(right)

    def _pairs(self, of: Candidates, question: str, chosen: Sequence[int]) -> list[Pair]:
        return self._reading.pairs(question, [of.sentences[i] for i in chosen])

    def _some(self, of: list[int], count: int) -> list[int]:
        return [int(i) for i in self._random.choice(of, min(count, len(of)), replace=False)] if of else []


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="train", description=__doc__.splitlines()[0])
    parser.add_argument("weights", type=Path, metavar="WEIGHTS.safetensors")
    parser.add_argument("candidates", type=Path, nargs="+", metavar="CANDIDATES.jsonl")
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--start", type=Path, metavar="OTHERS.safetensors", help="weights trained before")
    parser.add_argument("--twins", type=float, default=0.0, help="share of the questions taken as a twin")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(arguments)
    torch.manual_seed(given.seed)
    lessons = Lessons(
        [of for path in given.candidates for of in read_candidates(path)], given.seed, given.twins
    )
    model = Learner(given.start)
    steps = (step for _ in range(given.epochs) for step in lessons.steps())
    train(model, steps, given.epochs * len(lessons), _loss)
    model.save(given.weights)


def _loss(model: Learner, step: Step) -> tuple[torch.Tensor, list[bool]]:
    scores = model.scores([pair for pairs, _ in step for pair in pairs])
    loss, at, first = torch.zeros(()), 0, []
    for pairs, answered in step:
        own = scores[at : at + len(pairs)]
        at += len(pairs)
        among = torch.logsumexp(torch.cat([own, torch.zeros(1)]), 0)  # 0 stands for "none of these"
        loss = loss + (among - own[0] if answered else UNANSWERED * among)
        if answered:
            first.append(int(own.argmax()) == 0)
    return loss / len(step), first


if __name__ == "__main__":
    main(sys.argv[1:])
