"""What counts as a changed answer, and what is told of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from assistant.answer import Answer, AnswerSentence, Citation
from assistant.asking.request import AskRequest
from assistant.evaluation.changes import Changes, changes_between
from assistant.evaluation.history import kept_run
from assistant.evaluation.questions import QuestionLine

MADE = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
APRIL = Citation(1, "0a", "april.md", "April", "Wire", date(2025, 4, 1), None, "The rate is 25.", 7, 22)
JUNE = Citation(2, "0b", "june.md", "June", None, None, None, "The rate is 15.", 0, 15)
ANSWERED = Answer("?", "?", "The rate is 25. [1]", (AnswerSentence("The rate is 25.", (1,)),), (APRIL,))
NEWER = replace(ANSWERED, answer="The rate is 15. [1]", citations=(JUNE,))
DECLINED = Answer("?", "?", "The briefings say nothing of it.", abstention="no-subject")


def compared(before: dict[str, Answer], now: dict[str, Answer]) -> Changes:
    runs = [
        kept_run(
            [(QuestionLine(id, AskRequest(f"{id}?")), answer) for id, answer in run.items()], size, {}, made
        )
        for run, size, made in ((before, 14, MADE), (now, 15, MADE + timedelta(1)))
    ]
    return changes_between(*runs)


def test_the_same_answers_are_no_change() -> None:
    changes = compared({"a": ANSWERED, "b": DECLINED}, {"a": ANSWERED, "b": DECLINED})
    assert (changes.changed, changes.unchanged) == ((), 2)


def test_latency_ranking_and_place_in_the_briefing_are_no_change() -> None:
    moved = replace(APRIL, start=107, end=122, briefing_id="0c")
    again = replace(ANSWERED, latency_ms=900, retrieved=("x.md",), citations=(moved,))
    assert compared({"a": ANSWERED}, {"a": again}).changed == ()


def test_another_text_is_a_change_with_the_new_evidence_marked() -> None:
    [change] = compared({"a": ANSWERED}, {"a": NEWER}).changed
    assert change.turn == "other answer"
    assert (change.before.answer, change.now.answer) == ("The rate is 25. [1]", "The rate is 15. [1]")
    assert [(e.title, e.published, e.quote) for e in change.new_evidence] == [
        ("June", None, "The rate is 15.")
    ]
    assert [e.source for e in change.gone_evidence] == ["april.md"]


def test_the_same_text_from_another_briefing_is_a_change_too() -> None:
    [change] = compared({"a": ANSWERED}, {"a": replace(ANSWERED, citations=(JUNE,))}).changed
    assert change.turn == "other evidence"


def test_evidence_that_is_cited_still_is_not_new() -> None:
    both = replace(NEWER, citations=(APRIL, JUNE))
    [change] = compared({"a": ANSWERED}, {"a": both}).changed
    assert [e.source for e in change.new_evidence] == ["june.md"]
    assert change.gone_evidence == ()


def test_declining_and_answering_anew_are_told_first() -> None:
    changes = compared(
        {"a": ANSWERED, "b": DECLINED, "c": ANSWERED}, {"a": NEWER, "b": ANSWERED, "c": DECLINED}
    )
    assert [(change.id, change.turn) for change in changes.changed] == [
        ("c", "newly declined"),
        ("b", "newly answered"),
        ("a", "other answer"),
    ]


def test_another_nearest_briefing_of_a_refusal_is_no_change_another_reason_is() -> None:
    nearer = replace(DECLINED, answer="The briefings say nothing of it. The nearest one is of June.")
    assert compared({"a": DECLINED}, {"a": nearer}).changed == ()
    otherwise = replace(DECLINED, answer="They touch on it.", abstention="no-detail")
    changed = compared({"a": DECLINED, "b": ANSWERED}, {"a": otherwise, "b": NEWER}).changed
    assert [(c.id, c.turn) for c in changed] == [("b", "other answer"), ("a", "declined otherwise")]


def test_evidence_tells_whether_it_came_on_file_since() -> None:
    both = replace(NEWER, citations=(APRIL, JUNE))
    runs = [
        kept_run([(QuestionLine("a", AskRequest("a?")), answer)], 14, {}, made)
        for answer, made in ((DECLINED, MADE), (both, MADE + timedelta(1)))
    ]
    moments = {"april.md": "2026-11-23T08:00:00+00:00", "june.md": "2026-11-25T07:00:00+00:00"}
    [change] = changes_between(runs[0], runs[1], moments).changed
    assert [(e.source, e.arrived) for e in change.new_evidence] == [("april.md", False), ("june.md", True)]
    [unknown] = changes_between(*runs).changed
    assert [e.arrived for e in unknown.new_evidence] == [None, None]


def test_questions_added_and_removed_are_named_and_not_compared() -> None:
    changes = compared({"a": ANSWERED, "b": ANSWERED}, {"a": ANSWERED, "c": NEWER})
    assert (changes.changed, changes.added, changes.removed) == ((), ("c",), ("b",))


def test_a_first_run_has_nothing_to_compare_with() -> None:
    now = kept_run([(QuestionLine("a", AskRequest("a?")), ANSWERED)], 14, {}, MADE)
    changes = changes_between(None, now)
    assert (changes.since, changes.changed, changes.briefings_now) == (None, (), 14)
    assert changes.to_json()["since"] is None


def test_the_report_holds_both_sides_and_the_new_evidence() -> None:
    told = compared({"a": ANSWERED}, {"a": NEWER}).to_json()
    assert (told["since"], told["briefings_before"], told["briefings_now"]) == (MADE.isoformat(), 14, 15)
    [change] = told["changed"]
    assert change["before"]["evidence"][0]["source"] == "april.md"
    assert change["now"]["answer"] == "The rate is 15. [1]"
    assert change["new_evidence"] == [
        {
            "source": "june.md",
            "title": "June",
            "published": None,
            "quote": "The rate is 15.",
            "arrived": None,
        }
    ]
