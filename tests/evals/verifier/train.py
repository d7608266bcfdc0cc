"""Train the cross-encoder that judges whether cited words hold a sentence (`assistant.checking.verifier`).

    python -m tests.evals.verifier.train WEIGHTS.safetensors [--documents FOLDER] [--epochs 2]

It learns from sentences by others over cited words (`../claims`, those held out aside) and from pairs that
rules make of the made-up briefings' sentences (`../pairs`): the words themselves, or nearly, with and without
a fact changed. Where only the former are learnt from, whatever keeps to the cited words looks false, as
careless sentences do.
"""

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn.functional import binary_cross_entropy_with_logits, softplus

from assistant.checking.prose import Offered
from assistant.checking.verifier import CITED_PIECES, CLAIM_PIECES, presented
from assistant.choosing.cross_encoder import Pair
from tests.evals.claims.claims import MADE_UP, NOT_LEARNT, read_claims
from tests.evals.cross_encoder import Learner, reader, train
from tests.evals.pairs.claims import pairs_of
from tests.evals.pairs.sentences import sentences_of

LESSONS_A_STEP = 10  # each some of the sentences over the same cited words
EACH = 3  # sentences of a lesson that are held, and as many that are not
APART = 0.5  # weight of telling those of a lesson apart, against judging each by itself


@dataclass(frozen=True, slots=True)
class Lesson:
    """The same cited words with sentences that they hold and that they do not hold, as word pieces."""

    held: list[Pair]
    not_held: list[Pair]


Step = list[Lesson]


def lessons_of(documents: Path | None, by_rule: int, random: np.random.Generator) -> list[Lesson]:
    """Return what there is to learn from; `by_rule` of it from sentences that rules change."""
    reading = reader(CLAIM_PIECES, CITED_PIECES)

    def lesson(cited: Sequence[Offered], held: Sequence[str], not_held: Sequence[str]) -> Lesson:
        beside = presented(cited)
        pairs = [reading.pairs(claim, [beside])[0] for claim in (*held, *not_held)]
        return Lesson(pairs[: len(held)], pairs[len(held) :])

    lessons = [
        lesson(of.cited, of.supported, [sentence for _, sentence in of.unsupported])
        for of in read_claims(documents)
        if not of.held_out and of.writer not in NOT_LEARNT
    ]
    ruled = list(_ruled())
    chosen = random.choice(len(ruled), min(by_rule, len(ruled)), replace=False)
    return lessons + [lesson([Offered(ruled[i][0])], *ruled[i][1:]) for i in chosen]


def _ruled() -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield cited words, sentences that rules make of them, and those with something changed."""
    with tempfile.TemporaryDirectory() as folder:
        for line in map(json.loads, MADE_UP.read_text("utf-8").splitlines()):
            path = Path(folder, line["doc"])
            path.parent.mkdir(exist_ok=True)
            path.write_text(line["text"], encoding="utf-8")
        by_evidence: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
        for pair in pairs_of(list(sentences_of([Path(folder)]))):
            by_evidence[pair.evidence][not pair.faithful].append(pair.claim)
    for evidence, (held, not_held) in by_evidence.items():
        if held and not_held:
            yield evidence, held, not_held


def _steps(lessons: Sequence[Lesson], random: np.random.Generator) -> Iterator[Step]:
    order = random.permutation(len(lessons))
    for start in range(0, len(order), LESSONS_A_STEP):
        chosen = [lessons[i] for i in order[start : start + LESSONS_A_STEP]]
        yield [Lesson(_some(of.held, random), _some(of.not_held, random)) for of in chosen]


def _some(pairs: list[Pair], random: np.random.Generator) -> list[Pair]:
    return [pairs[i] for i in random.choice(len(pairs), min(EACH, len(pairs)), replace=False)]


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="train", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("weights", type=Path, metavar="WEIGHTS.safetensors")
    parser.add_argument("--documents", type=Path, metavar="FOLDER", help="where the public documents lie")
    parser.add_argument("--start", type=Path, metavar="WEIGHTS.safetensors", help="train these further")
    parser.add_argument("--by-rule", type=int, default=2500, metavar="LESSONS")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(arguments)
    torch.manual_seed(given.seed)
    random = np.random.default_rng(given.seed)
    lessons = lessons_of(given.documents, given.by_rule, random)
    model = Learner(given.start)
    steps = (step for _ in range(given.epochs) for step in _steps(lessons, random))
    train(model, steps, given.epochs * -(-len(lessons) // LESSONS_A_STEP), _loss)
    model.save(given.weights)


def _loss(model: Learner, step: Step) -> tuple[torch.Tensor, list[bool]]:
    scores = model.scores([pair for of in step for pair in (*of.held, *of.not_held)])
    loss, at, right = torch.zeros(()), 0, []
    for of in step:
        held, not_held = scores[at : at + len(of.held)], scores[at + len(of.held) :][: len(of.not_held)]
        at += len(of.held) + len(of.not_held)
        both = torch.cat([held, not_held])
        truth = torch.cat([torch.ones(len(held)), torch.zeros(len(not_held))])
        apart = softplus(not_held[None, :] - held[:, None]).mean()
        loss = loss + binary_cross_entropy_with_logits(both, truth) + APART * apart
        right += ((both > 0) == (truth > 0)).tolist()
    return loss / len(step), right


if __name__ == "__main__":
    main(sys.argv[1:])
