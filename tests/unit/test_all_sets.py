"""The figures of all question sets, and which verdicts changed between two runs."""

from dataclasses import replace

import pytest

from assistant.answer import Answer
from assistant.evaluation.outcomes import OnFile, Outcome, Verdict, judge
from assistant.evaluation.questions import questions_of
from tests.evals import all_sets

(LINE,) = questions_of('{"id": "a-1", "question": "What is the duty on wheat?"}', "set")
ASKED = judge(LINE, Answer("What is the duty on wheat?", "", "It is 12 percent."), OnFile({}, {}))


def outcome(id: str, verdict: Verdict, answerable: bool = True, words: int = 10) -> Outcome:
    return replace(ASKED, id=id, verdict=verdict, answerable=answerable, words=words, must=1)


def test_a_row_tells_each_figure_of_the_questions_that_it_is_for_under_its_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    outcomes = [
        outcome("a-1", "correct", words=40),
        outcome("a-2", "needlessly declined"),
        outcome("a-3", "incomplete", words=60),
        outcome("a-4", "declined", answerable=False),
    ]
    all_sets.print_figures([("wheat-dev", outcomes)])
    headings, _, row = (
        [cell.strip() for cell in line.strip("|").split("|")] for line in capsys.readouterr().out.splitlines()
    )
    told = dict(zip(headings, row, strict=True))
    assert (told[""], told["questions"]) == ("wheat-dev", "4")
    assert told["`correct`"].startswith("0.33 (")
    assert told["`needlessly_declined`"].startswith("0.33 (")
    assert told["`declined`"].startswith("1.00 (")
    assert told["`score`"].startswith("0.25 (")
    assert told["words, median / 90th"] == "60 / 60"


def test_sets_about_the_same_documents_are_summed_apart_by_whether_they_are_read() -> None:
    asked = [
        ("wheat-dev", [outcome("a-1", "correct")]),
        ("rice-blind-dev", [outcome("b-1", "correct")]),
        ("wheat-more-dev", [outcome("a-2", "incomplete")]),
    ]
    summed = {name: [o.id for o in outcomes] for name, outcomes in all_sets.summed(asked)}
    assert summed == {
        "wheat, read": ["a-1", "a-2"],
        "rice, unread": ["b-1"],
        "all, read": ["a-1", "a-2"],
        "all, unread": ["b-1"],
        "all, the older sets": ["a-1", "a-2"],
        "all": ["a-1", "b-1", "a-2"],
    }


def test_sets_that_nobody_reads_are_told_by_their_names() -> None:
    assert not all_sets.was_read("newswire-check-dev")
    assert not all_sets.was_read("newswire-later-test")
    assert all_sets.was_read("newswire-1987-dev")


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
