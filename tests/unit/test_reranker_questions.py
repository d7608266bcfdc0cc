"""What the reranker was trained on is not what answers are judged by, and its labels mean what they say."""

import json
from pathlib import Path

import pytest

from tests.evals.reranker.candidates import QUESTIONS, RIGHT, UNCLEAR, WRONG, _label, _plain

JUDGED = Path(__file__).parents[1] / "evals" / "questions"
ANSWER = _plain("The duty on jute is raised to 12 percent from July 1, 1994.")


def test_no_document_trained_on_is_one_that_a_question_set_asks_about() -> None:
    trained = {Path(json.loads(line)["doc"]).name for line in QUESTIONS.read_text().splitlines()}
    assert len(trained) > 1000
    judged = {
        Path(document).name
        for path in JUDGED.glob("*.jsonl")
        for line in path.read_text(encoding="utf-8").splitlines()
        for document in json.loads(line)["gold_docs"]
    }
    assert len(judged) > 300
    assert not trained & judged


def test_no_question_trained_on_is_one_that_is_judged() -> None:
    trained = {
        question.lower()
        for line in QUESTIONS.read_text(encoding="utf-8").splitlines()
        for question, _ in json.loads(line)["asked"]
    }
    judged = {
        json.loads(line)["question"].lower()
        for path in JUDGED.glob("*.jsonl")
        for line in path.read_text(encoding="utf-8").splitlines()
        if not path.name.startswith("off-topic")
    }
    assert not trained & judged


def test_answers_are_characters_of_their_document_in_order() -> None:
    for line in QUESTIONS.read_text(encoding="utf-8").splitlines():
        for question, answers in json.loads(line)["asked"]:
            assert question.strip()
            assert all(0 <= start < end for start, end in answers)


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("The duty on jute is raised to 12 percent from July 1, 1994.", RIGHT),
        (
            "- **The duty on [jute](https://example.org/jute) is raised to 12 percent from July 1, 1994.**",
            RIGHT,
        ),
        ("The duty on jute is raised to 12 percent next July, the ministry said in Dhaka.", UNCLEAR),
        ("Jute mills in Dhaka asked for lower duties.", WRONG),
        ("12 percent", UNCLEAR),  # of what, it does not say
    ],
)
def test_a_candidate_is_right_when_it_is_what_answers_and_unclear_when_alike(
    sentence: str, label: int
) -> None:
    assert _label(_plain(sentence), [ANSWER]) == label


def test_nothing_is_right_where_nothing_answers() -> None:
    assert _label(ANSWER, []) == WRONG
