"""The totals of all question sets, and which verdicts changed between two runs."""

from dataclasses import replace

import pytest

from assistant.answer import Answer
from assistant.evaluation.outcomes import OnFile, Outcome, Verdict, judge
from assistant.evaluation.questions import questions_of
from tests.evals import all_sets

(LINE,) = questions_of('{"id": "a-1", "question": "What is the duty on wheat?"}', "set")
ASKED = judge(LINE, Answer("What is the duty on wheat?", "", "It is 12 percent."), OnFile({}, {}))


def outcome(id: str, verdict: Verdict, answerable: bool = True, words: int = 10) -> Outcome:
    return replace(ASKED, id=id, verdict=verdict, answerable=answerable, words=words)


def test_a_row_counts_each_verdict_among_the_questions_that_it_is_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    outcomes = [
        outcome("a-1", "correct", words=40),
        outcome("a-2", "needlessly declined"),
        outcome("a-3", "incomplete", words=60),
        outcome("a-4", "declined", answerable=False),
    ]
    all_sets.print_totals([("wheat-dev", outcomes)])
    row = capsys.readouterr().out.splitlines()[-1]
    assert row == "| wheat-dev | 4 | 1 of 3 | 1 | 0 | 1 of 1 | 0.250 | 60 / 60 |"


def test_only_changed_verdicts_of_questions_in_both_runs_are_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = [outcome("a-1", "correct"), outcome("a-2", "incomplete")]
    now = [outcome("a-1", "incomplete"), outcome("a-2", "incomplete"), outcome("a-3", "correct")]
    all_sets.print_changes(before, now)
    assert capsys.readouterr().out == (
        "a-1: correct to incomplete: What is the duty on wheat?\n1 verdicts changed.\n"
    )


def test_every_set_of_a_split_is_about_some_documents() -> None:
    named = {path for of in all_sets.about(None, None, None) for path in of.sets("dev")}
    off_topic = {path for path in named if path.stem.startswith("off-topic")}
    assert named - off_topic == {
        path for path in all_sets.QUESTIONS.glob("*-dev.jsonl") if not path.stem.startswith("off-topic")
    }
