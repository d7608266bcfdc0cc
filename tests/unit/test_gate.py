"""The gate: what turns it red, what does not, and what may be pinned."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.evaluation.baseline import (
    Baseline,
    as_text,
    baseline_of,
    lowered,
    read_baseline,
)
from assistant.evaluation.gate import check
from assistant.evaluation.outcomes import Cited, Outcome, Verdict
from assistant.evaluation.promises import Broken
from assistant.evaluation.run import Run
from vectorstore.errors import StorageError

DIGESTS = {"corpus": "c0", "questions": "q0", "encoder": "e0", "prompts": "p0"}
GOLD = Cited(1, "gold.md", "Gold", "2025-07-01", "A quote.", gold=True, verbatim=True)


def outcome(id: str, verdict: Verdict = "correct", **changes: object) -> Outcome:
    answerable = verdict not in ("declined", "answered")
    given = verdict not in ("declined", "needlessly declined")
    good = Outcome(
        id=id,
        type="status" if answerable else "unanswerable",
        question=f"Question {id}?",
        earlier=(),
        as_of="2025-08-01",
        answerable=answerable,
        verdict=verdict,
        abstention=None if given else "no-detail",
        answer="A and B." if given else "No.",
        must=2 if answerable else 0,
        stated=2 if verdict == "correct" else 1 if answerable else 0,
        missing=(),
        superseded=("X",) if verdict == "superseded" else (),
        expected="",
        gold_docs=("gold.md",) if answerable else (),
        cited=(GOLD,) if given and answerable else (),
        retrieved=("gold.md", "other.md"),
        leaks=(),
        words=3 if given else 1,
        latency_ms=10,
        forbidden=1 if answerable else 0,
    )
    return replace(good, **changes)  # type: ignore[arg-type]


def run(outcomes: Sequence[Outcome], broken: tuple[Broken, ...] = (), **digests: str) -> Run:
    return Run(tuple(outcomes), broken, DIGESTS | digests, 2, ("extractive",))


GOOD = [outcome(f"q{n}") for n in range(6)] + [outcome("u1", "declined"), outcome("u2", "declined")]
PINNED = baseline_of(run(GOOD))


def but(*others: Outcome) -> Run:
    """Return the good run with other outcomes for some of its questions."""
    instead = {o.id: o for o in others}
    return run([instead.get(o.id, o) for o in GOOD])


def test_the_run_that_was_pinned_is_green() -> None:
    gate = check(run(GOOD), PINNED)
    assert (gate.red, gate.newly_wrong, gate.changed) == (False, (), ())


@pytest.mark.parametrize(
    ("worse", "words"),
    [
        (outcome("q0", "incomplete"), "Correct fell to 0.833; at least 1.000 is pinned (-0.167)"),
        (outcome("q0", "incomplete"), "Required facts stated fell to 0.917"),
        (outcome("q0", "superseded"), "Answers stating a superseded fact rose to 1; at most 0 is pinned"),
        (outcome("q0", "needlessly declined"), "Needlessly declined rose to 0.167; at most 0.000 is pinned"),
        (outcome("u1", "answered"), "Unanswerable declined fell to 0.500"),
        (outcome("q0", "incomplete"), "1 question is newly wrong: q0"),
        (outcome("q0", cited=(replace(GOLD, gold=False),)), "First citation right fell to 0.833"),
        (outcome("q0", cited=(GOLD, replace(GOLD, gold=False))), "Citation precision fell to 0.857"),
        (outcome("q0", cited=(replace(GOLD, verbatim=False),)), "Citations verbatim fell to 0.833"),
        (outcome("q0", retrieved=("other.md",)), "Recall@5 fell to 0.833"),
        (outcome("q0", retrieved=("other.md", "gold.md")), "nDCG@10 fell to 0.938"),
        (outcome("q0", leaks=("late.md",)), "Used after the as-of date rose to 1; at most 0 is pinned"),
    ],
)
def test_anything_worse_is_red_and_told_in_words(worse: Outcome, words: str) -> None:
    assert any(words in regression for regression in check(but(worse), PINNED).regressions)


def test_longer_answers_are_red() -> None:
    longer = run([replace(o, words=90) for o in GOOD])
    assert "Words, 90th percentile rose to 90; at most 3 is pinned" in check(longer, PINNED).regressions


def test_a_metric_that_can_no_longer_be_measured_is_red() -> None:
    silent = run([outcome(o.id, "needlessly declined") if o.answerable else o for o in GOOD])
    assert any("First citation right cannot be measured" in r for r in check(silent, PINNED).regressions)


def test_a_loss_that_a_gain_makes_up_for_is_red_all_the_same() -> None:
    before = baseline_of(but(outcome("q1", "incomplete")))
    gate = check(but(outcome("q0", "incomplete")), before)
    assert gate.regressions == ("1 question is newly wrong: q0",)
    assert gate.newly_right == ("q1",)
    allowed = check(but(outcome("q0", "incomplete")), replace(before, newly_wrong_allowed=1))
    assert (allowed.red, allowed.newly_wrong) == (False, ("q0",))


def test_a_right_answer_in_other_words_is_told_and_is_green() -> None:
    gate = check(but(outcome("q0", answer="B and A.")), PINNED)
    assert (gate.red, gate.changed) == (False, ("q0",))


def test_a_broken_promise_is_red_whatever_is_pinned() -> None:
    gate = check(run(GOOD, (Broken("q3", "an answer cites nothing"),)), PINNED)
    assert gate.regressions == ("q3 breaks a promise: an answer cites nothing",)


@pytest.mark.parametrize("name", [*DIGESTS])
def test_what_cannot_be_compared_is_red_and_says_what_differs(name: str) -> None:
    gate = check(run([outcome("q0", "incomplete")], **{name: "other"}), PINNED)
    [regression] = gate.regressions
    assert regression.startswith(f"The {name} ")
    assert "not the baseline's (other, pinned" in regression


def test_a_set_that_says_nothing_superseded_is_held_against_a_baseline_that_counted_all_answers() -> None:
    silent = run([replace(o, forbidden=0) for o in GOOD])
    assert PINNED.at_most["superseded"] == 0
    assert not check(silent, PINNED).red
    assert lowered(PINNED, baseline_of(silent)) == []
    unanswered = but(*(outcome(o.id, "needlessly declined") for o in GOOD if o.answerable))
    [regression] = [r for r in check(unanswered, PINNED).regressions if "superseded fact" in r]
    assert "cannot be measured any more" in regression


def test_slack_lets_shares_fall_a_little_and_faults_not_rise() -> None:
    loose = replace(PINNED, slack=0.3, newly_wrong_allowed=1)
    assert not check(but(outcome("q0", "incomplete")), loose).red
    assert check(but(outcome("q0", "superseded")), loose).red
    assert check(but(outcome("q0", "incomplete"), outcome("q1", "incomplete")), loose).red


def test_better_figures_may_be_pinned_and_worse_ones_are_named() -> None:
    worse = baseline_of(but(outcome("q0", "superseded")))
    assert lowered(worse, PINNED) == []
    assert "Correct: at least 1 is pinned, 0.833333 was measured" in lowered(PINNED, worse)
    assert "Answers stating a superseded fact: at most 0 is pinned, 1 was measured" in lowered(PINNED, worse)
    gone = replace(PINNED, at_least={}, at_most={})
    assert len(lowered(PINNED, gone)) == len(PINNED.at_least) + len(PINNED.at_most)


def test_pinning_again_keeps_the_tolerances_that_a_person_set() -> None:
    again = baseline_of(run(GOOD), replace(PINNED, slack=0.05, newly_wrong_allowed=2))
    assert (again.slack, again.newly_wrong_allowed) == (0.05, 2)


def test_a_baseline_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text(as_text(PINNED))
    assert read_baseline(tmp_path / "b.json") == PINNED


def _with(**changes: object) -> str:
    return json.dumps(json.loads(as_text(PINNED)) | changes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        _with(format=2),
        _with(at_least={"charm": 1}),
        _with(at_most=[]),
        _with(questions={"q": 1}),
    ],
)
def test_a_file_that_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "b.json").write_text(text)
    with pytest.raises(StorageError, match="is no baseline"):
        read_baseline(tmp_path / "b.json")


def test_a_missing_baseline_says_how_to_write_one(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="--update-baseline"):
        read_baseline(tmp_path / "none.json")


def test_the_tolerances_of_a_new_baseline_are_none() -> None:
    assert isinstance(PINNED, Baseline)
    assert (PINNED.slack, PINNED.newly_wrong_allowed) == (0.0, 0)
