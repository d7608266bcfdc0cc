"""The committed baselines: no answer may get worse than them without being pinned anew."""

import pytest

from assistant.answering import Answering
from assistant.desks.local import LocalDesk
from assistant.evaluation.baseline import read_baseline
from assistant.evaluation.gate import check
from assistant.evaluation.run import answers, judged, sources_not_on_file
from tests.evals.gated_sets import SETS, GatedSet
from tests.question_files import read_questions
from vectorstore.store import Store


@pytest.mark.slow
@pytest.mark.parametrize("gated", SETS, ids=lambda gated: gated.name)
def test_no_answer_is_worse_than_pinned(gated: GatedSet, request: pytest.FixtureRequest) -> None:
    """When a change is meant: `make baseline`, with LOWER=--lower-floors where a figure fell."""
    store: Store = request.getfixturevalue(gated.name)  # a home that is made once with the set's briefings
    questions = read_questions(gated.questions)
    desk = LocalDesk(store, Answering(store))
    assert sources_not_on_file(desk, questions) == []
    gate = check(judged(desk, [*answers(desk, questions)]), read_baseline(gated.baseline))
    assert gate.regressions == ()
