"""Runs are kept whole, found again, dropped when old, and never in the way when damaged."""

import json
import os
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assistant.answer import Answer, AnswerSentence, Citation
from assistant.asking.request import AskRequest, Turn
from assistant.evaluation.digests import asked_by
from assistant.evaluation.earlier_runs import Found, past_runs, run_before, run_to_compare
from assistant.evaluation.history import KEPT, keep, kept_run
from assistant.evaluation.questions import QuestionLine
from vectorstore.errors import StorageError

MADE = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
DIGESTS = {"corpus": "c0", "questions": "q0"}


def question(id: str, text: str = "", **fields: object) -> QuestionLine:
    return QuestionLine(id, AskRequest(text or f"How high is rate {id}?", **fields))  # type: ignore[arg-type]


def answer(text: str) -> Answer:
    citation = Citation(1, "0a1b", "a.md", "Rates", "Wire", date(2025, 6, 8), None, text, 0, len(text))
    return Answer("?", "?", f"{text} [1]", (AnswerSentence(text, (1,)),), (citation,))


SET = [question("a"), question("b"), question("c", as_of=date(2025, 6, 30))]


def keep_run(
    home: Path,
    made: datetime,
    questions: list[QuestionLine] = SET,
    text: str = "15 percent",
    corpus: str = DIGESTS["corpus"],
) -> Path:
    given = [(q, answer(f"{text} {q.id}")) for q in questions]
    return keep(home, questions, kept_run(given, 14, {**DIGESTS, "corpus": corpus}, made))


def test_a_run_is_read_back_as_it_was_kept(tmp_path: Path) -> None:
    keep_run(tmp_path, MADE)
    found = run_before(tmp_path, SET)
    given = [(q, answer(f"15 percent {q.id}")) for q in SET]
    assert (found.run, found.warnings) == (kept_run(given, 14, DIGESTS, MADE), ())


def test_a_question_that_is_narrowed_otherwise_is_another_one() -> None:
    asked = {asked_by(question("a", parties=parties)) for parties in ((), ("JP",), ("PE",))}
    assert len(asked) == 3


def test_the_newest_run_is_the_one_before(tmp_path: Path) -> None:
    for hours in (2, 0, 1):
        keep_run(tmp_path, MADE + timedelta(hours=hours))
    run = run_before(tmp_path, SET).run
    assert run
    assert run.made == MADE + timedelta(hours=2)


def test_without_a_run_there_is_none(tmp_path: Path) -> None:
    assert run_before(tmp_path, SET) == Found(None)


def test_the_oldest_runs_are_dropped(tmp_path: Path) -> None:
    paths = [keep_run(tmp_path, MADE + timedelta(minutes=n)) for n in range(KEPT + 3)]
    assert [path for path in paths if path.exists()] == paths[3:]


def test_the_last_run_over_other_briefings_outlives_all_runs_after_it(tmp_path: Path) -> None:
    keep_run(tmp_path, MADE, corpus="older")
    before = keep_run(tmp_path, MADE + timedelta(minutes=1), corpus="old")
    for n in range(2, KEPT + 5):
        keep_run(tmp_path, MADE + timedelta(minutes=n))
    assert len([*before.parent.iterdir()]) == KEPT + 1
    assert before.exists()


def made(found: Found) -> timedelta | None:
    return found.run.made - MADE if found.run else None


def test_a_run_is_compared_with_the_last_one_before_what_is_on_file_changed(tmp_path: Path) -> None:
    for hour, corpus in enumerate(["old", "old", "new", "new"]):
        keep_run(tmp_path, MADE + timedelta(hours=hour), corpus=corpus)
    found = run_to_compare(tmp_path, SET, "new")
    assert (made(found), found.why) == (timedelta(hours=1), "other briefings")
    assert made(run_to_compare(tmp_path, SET, "newest")) == timedelta(hours=3)
    first = run_to_compare(tmp_path, SET, "old", than=MADE + timedelta(hours=1))
    assert (made(first), first.why) == (timedelta(0), "last")


def test_an_edited_set_is_compared_with_its_earlier_self_before_what_is_on_file_changed(
    tmp_path: Path,
) -> None:
    keep_run(tmp_path, MADE, corpus="old")
    keep_run(tmp_path, MADE + timedelta(1), corpus="new")
    edited = [*SET, question("d")]
    keep_run(tmp_path, MADE + timedelta(2), edited, corpus="new")
    assert made(run_to_compare(tmp_path, edited, "new")) == timedelta(0)
    assert [run.made - MADE for run in past_runs(tmp_path, edited)] == [
        timedelta(2),
        timedelta(1),
        timedelta(0),
    ]


def test_a_run_of_other_questions_is_never_one_of_the_set(tmp_path: Path) -> None:
    keep_run(tmp_path, MADE, [question("a"), question("y"), question("z")], corpus="old")
    assert run_to_compare(tmp_path, SET, "new").run is None
    assert past_runs(tmp_path, SET) == []


def test_the_run_to_compare_with_is_the_last_one_made_by_the_moment_chosen(tmp_path: Path) -> None:
    for hour in range(3):
        keep_run(tmp_path, MADE + timedelta(hours=hour), corpus="new")
    found = run_to_compare(tmp_path, SET, "new", chosen=MADE + timedelta(minutes=90))
    assert (made(found), found.why) == (timedelta(hours=1), "chosen")
    assert run_to_compare(tmp_path, SET, "new", chosen=MADE - timedelta(1)).run is None


def test_what_is_right_and_the_order_of_lines_do_not_begin_a_new_history(tmp_path: Path) -> None:
    keep_run(tmp_path, MADE)
    judged = [replace(q, gold_docs=("a.md",)) for q in reversed(SET)]
    assert run_before(tmp_path, judged).run
    assert keep_run(tmp_path, MADE + timedelta(1), judged).parent == keep_run(tmp_path, MADE).parent


def test_another_question_set_is_not_compared_with(tmp_path: Path) -> None:
    keep_run(tmp_path, MADE)
    assert run_before(tmp_path, [question("a", "Who signed?"), question("b", "When?")]).run is None


def test_a_set_to_which_a_question_was_added_is_compared_with_its_earlier_self(tmp_path: Path) -> None:
    keep_run(tmp_path, MADE)
    keep_run(tmp_path, MADE + timedelta(1), [question("z", "Who signed?")])
    run = run_before(tmp_path, [*SET, question("d")]).run
    assert run
    assert run.made == MADE


@pytest.mark.parametrize(
    "other",
    [
        question("a", "How high is rate a?", as_of=date(2025, 1, 1)),
        question("a", "How high is rate a?", history=(Turn("user", "And Japan?"),)),
        question("a", "How low is rate a?"),
    ],
)
def test_the_same_words_asked_otherwise_are_another_question(tmp_path: Path, other: QuestionLine) -> None:
    first = kept_run([(question("a"), answer("1"))], 1, {}, MADE).answers[0]
    assert kept_run([(other, answer("1"))], 1, {}, MADE).answers[0].asked != first.asked


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "[]",
        '{"format": 1}',
        '{"format": 2, "made": "2026-11-24T09:05:00+00:00", "briefings": 1, "digests": {}}',
        '{"format": 1, "made": "yesterday", "briefings": 1, "digests": {}}',
        '{"format": 1, "made": "2026-11-24T09:05:00+00:00", "briefings": 1, "digests": {}}\n{"id": "a"}',
        '{"format": 1, "made": "2026-11-24T09:05:00+00:00", "briefings": 1, "digests": {}}\n'
        '{"id": "a", "asked": "x", "answer": 3, "abstained": false, "citations": []}',
        '{"format": 1, "made": "2026-11-24T09:05:00+00:00", "briefings": 1, "digests": {}}\n'
        '{"id": "a", "asked": "x", "answer": "y", "abstained": false, "citations": [{}]}',
        "\udcff",
    ],
)
def test_a_damaged_file_is_named_and_passed_over_for_the_run_before_it(tmp_path: Path, damage: str) -> None:
    keep_run(tmp_path, MADE)
    path = keep_run(tmp_path, MADE + timedelta(1))
    path.write_bytes(damage.encode("utf-8", "surrogateescape"))
    found = run_before(tmp_path, SET)
    assert found.run
    assert found.run.made == MADE
    [warning] = found.warnings
    assert str(path) in warning
    assert "was passed over" in warning


def test_a_file_half_written_is_never_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_run(tmp_path, MADE)

    def no_room(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(StorageError, match="No space left on device"):
        keep_run(tmp_path, MADE + timedelta(1))
    [folder] = (tmp_path / "history").iterdir()
    assert len([*folder.iterdir()]) == 1
    assert run_before(tmp_path, SET).warnings == ()


def test_an_answer_is_kept_as_ask_prints_it(tmp_path: Path) -> None:
    head, first, *_ = keep_run(tmp_path, MADE).read_text(encoding="utf-8").splitlines()
    assert json.loads(head) == {
        "format": 1,
        "made": "2026-11-24T09:05:00+00:00",
        "briefings": 14,
        "digests": DIGESTS,
    }
    kept = json.loads(first)
    assert kept.pop("asked")
    assert kept == answer("15 percent a").to_json("a")
