"""Our judgement of answers agrees with the scorer beside the checkout, where there is one.

Real answers over samples/, and the same distorted in every way that the scorer looks at.
"""

import json
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.desks.local import LocalDesk
from assistant.evaluation.metrics import answer_words, by_type, measure, spread
from assistant.evaluation.outcomes import Outcome
from assistant.evaluation.questions import QuestionLine
from assistant.evaluation.run import Given, judged
from tests.conftest import SAMPLES, SHARED
from tests.question_files import read_questions
from vectorstore.store import Store

SCORER = [path for path in [SHARED.parent / "score.py"] if path.is_file()]
QUESTIONS = SAMPLES / "questions.jsonl"
NAMES = {  # the scorer's name of a figure -> ours
    "correct": "correct",
    "must_recall": "must_recall",
    "over_abstain": "needlessly_declined",
    "declined": "declined",
    "crag": "score",
    "verbatim": "verbatim",
    "citation_gold": "citation_precision",
    "doc_recall5": "success@5",
    "lead_gold": "lead_gold",
}


def theirs(given: Sequence[Given], folder: Path) -> dict[str, Any]:
    answers = folder / "answers.jsonl"
    answers.write_text(
        "".join(json.dumps(answer.to_json(line.id)) + "\n" for line, answer in given), encoding="utf-8"
    )
    command = [sys.executable, SCORER[0], QUESTIONS, answers, SAMPLES, "--json", folder / "score.json"]
    subprocess.run(command, check=True, capture_output=True)
    return dict(json.loads((folder / "score.json").read_text(encoding="utf-8")))


def ours(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    figures = measure(outcomes)
    words, latency = spread(answer_words(outcomes), 90), spread([o.latency_ms for o in outcomes])
    right = {kind: f"{sum(bool(o.right) for o in o_s)}/{len(o_s)}" for kind, o_s in by_type(outcomes).items()}
    return {
        **{name: None if (v := figures[own].value) is None else round(v, 4) for name, own in NAMES.items()},
        "stale": figures["superseded"].hits,
        "as_of_leak": figures["as_of_leaks"].hits,
        "citations": figures["verbatim"].of,
        "p90_words": words["p90"],
        "median_words": words["median"],
        "p50_ms": latency["median"],
        "by_type": right,
    }


def distorted(
    question: QuestionLine, answer: Answer, others: Sequence[Answer], draw: random.Random
) -> Answer:
    """Return the answer with something wrong: another's text, facts, length, citations or ranking."""
    other = draw.choice(others)
    citations = [*answer.citations, *other.citations]
    draw.shuffle(citations)
    sources = [*answer.retrieved, *other.retrieved]
    stated = " ".join(draw.choice(["15 percent", "12.5 %", "July 23, 2026", "no deal", "103", "35 billion"])
                      for _ in range(draw.randint(0, 4)))  # fmt: skip
    text = draw.choice([answer.answer, other.answer, f"{question.evidence} {stated}", f"{stated}. [1]"])
    padding = draw.choice([0, 0, 20, 78, 81, 149, 160])
    return replace(
        answer,
        answer=draw.choice([f"{'so ' * padding}{text}", f"{text} {'[2] so ' * padding}"]),
        abstention=draw.choice([None, answer.abstention, "no-detail"]),
        citations=tuple(
            replace(c, quote=c.quote.replace(" ", " never ", 1), end=c.end + 6) if draw.random() < 0.2 else c
            for c in citations[: draw.randint(0, 6)]
        ),
        retrieved=tuple(dict.fromkeys(draw.sample(sources, draw.randint(0, len(sources)))))[:10],
        latency_ms=draw.randint(1, 500),
    )


if SCORER:

    @pytest.fixture(scope="module")
    def real(samples: Store) -> list[Given]:
        answering = Answering(samples)
        return [(line, answering.answer(line.request)) for line in read_questions(QUESTIONS)]

    def test_real_answers_score_the_same(samples: Store, real: list[Given], tmp_path: Path) -> None:
        found = ours(judged(LocalDesk(samples, Answering(samples)), real).outcomes)
        expected = theirs(real, tmp_path)
        assert found == {name: expected[name] for name in found}

    @pytest.mark.parametrize("seed", range(12))
    def test_distorted_answers_score_the_same(
        samples: Store, real: list[Given], tmp_path: Path, seed: int
    ) -> None:
        draw = random.Random(seed)
        others = [answer for _, answer in real]
        given = [(line, distorted(line, answer, others, draw)) for line, answer in real]
        found = ours(judged(LocalDesk(samples, Answering(samples)), given).outcomes)
        expected = theirs(given, tmp_path)
        assert found == {name: expected[name] for name in found}
        assert found["verbatim"] < 1  # the distortions are seen
        assert found["as_of_leak"] > 0
