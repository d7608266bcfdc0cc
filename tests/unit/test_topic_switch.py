"""Questions that read as either are asked alone and after one that other documents answer."""

import random

from assistant.asking.request import AskRequest, Turn
from assistant.evaluation.questions import QuestionLine
from tests.evals.topic_switch import pairs

SHORT = QuestionLine("short", AskRequest("how many items came off the import list?"), gold_docs=("a.md",))
LINES = [
    SHORT,
    QuestionLine("same", AskRequest("which items came off it?"), gold_docs=("a.md",)),
    QuestionLine("party", AskRequest("what does Chile sell?"), gold_docs=("b.md",)),
    QuestionLine("later", AskRequest("and to Peru?", (Turn("user", "what does Chile sell?"),))),
]


def test_only_what_reads_as_either_is_asked_and_never_after_one_on_its_own_document() -> None:
    for seed in range(5):
        ((alone, after),) = pairs(LINES, random.Random(seed))
        assert alone is SHORT
        assert after.request.history == (Turn("user", "what does Chile sell?"),)
        assert after.request.question == SHORT.request.question
