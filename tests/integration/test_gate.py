"""The committed baseline over samples/: no answer may get worse than it without being pinned anew."""

from pathlib import Path

from assistant.answering import Answering
from assistant.evaluation.baseline import read_baseline
from assistant.evaluation.gate import check
from assistant.evaluation.questions import read_questions
from assistant.evaluation.run import answers, judged
from assistant.local import LocalDesk
from tests.conftest import SAMPLES
from vectorstore.store import Store

BASELINE = Path(__file__).parents[1] / "evals" / "baseline-samples.json"


def test_no_answer_over_the_samples_is_worse_than_pinned(samples: Store) -> None:
    """When a change is meant: `make baseline`, with LOWER=--lower-floors where a figure fell."""
    desk = LocalDesk(samples, Answering(samples))
    gate = check(
        judged(desk, [*answers(desk, read_questions(SAMPLES / "questions.jsonl"))]), read_baseline(BASELINE)
    )
    assert gate.regressions == ()
