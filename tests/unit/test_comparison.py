"""Which answers of two runs are compared: those to the same question, asked in the same way."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from assistant.answer import Answer
from assistant.asking.request import AskRequest, Turn
from assistant.evaluation.comparison import compare
from assistant.evaluation.outcomes import OnFile, Outcome, judge
from assistant.evaluation.page import page_of
from assistant.evaluation.questions import Nugget, QuestionLine
from assistant.evaluation.report import EarlierRun
from assistant.evaluation.run import Run
from vectorstore.errors import StorageError

DIGESTS = {"corpus": "c0", "questions": "q0", "encoder": "e0", "prompts": "p0"}
FACT = Nugget("15 percent", (re.compile("15 percent"),))


def outcome(answer: str, **narrowed: Any) -> Outcome:
    """Judge an answer to a question that is narrowed so."""
    question = QuestionLine(
        "q", AskRequest("How high is the rate?", **narrowed), nuggets=(FACT,), answerable=True
    )
    return judge(question, Answer("?", "?", answer, as_of=narrowed.get("as_of")), OnFile({}, {}))


def run(*outcomes: Outcome) -> Run:
    return Run(outcomes, (), DIGESTS, 14, ("extractive",))


def earlier(*outcomes: Outcome) -> EarlierRun:
    return EarlierRun("before.json", outcomes, DIGESTS)


OTHERWISE: list[dict[str, Any]] = [
    {"as_of": date(2025, 6, 30)},
    {"parties": ("JP",)},
    {"publishers": ("Trade Desk",)},
    {"published_from": date(2025, 6, 30)},
    {"published_to": date(2025, 6, 30)},
    {"history": (Turn("user", "Japan?"),)},
]


@pytest.mark.parametrize("narrowed", OTHERWISE, ids=lambda narrowed: next(iter(narrowed)))
def test_a_question_that_is_asked_otherwise_is_another_one(narrowed: dict[str, Any]) -> None:
    with pytest.raises(StorageError, match="no question in common"):
        compare(run(outcome("15 percent.")), earlier(outcome("25 percent.", **narrowed)))


@pytest.mark.parametrize("narrowed", [{}, *OTHERWISE], ids=lambda narrowed: next(iter(narrowed), "nothing"))
def test_a_question_that_is_asked_the_same_way_is_compared(narrowed: dict[str, Any]) -> None:
    now, then = outcome("15 percent.", **narrowed), outcome("25 percent.", **narrowed)
    assert compare(run(now), earlier(then)).newly_right == ("q",)


def test_a_report_of_before_that_was_counted_is_compared_by_words_and_day() -> None:
    now, then = outcome("15.", as_of=date(2025, 6, 30)), outcome("25.", as_of=date(2025, 6, 30))
    assert compare(run(now), earlier(replace(then, asked=None))).changed == ("q",)
    with pytest.raises(StorageError):
        compare(run(now), earlier(replace(outcome("25."), asked=None)))


def test_the_page_tells_no_answer_before_to_a_question_that_was_asked_otherwise() -> None:
    now, then = outcome("25 percent."), outcome("Of another day.", as_of=date(2025, 6, 30))
    made = datetime(2026, 11, 30, tzinfo=UTC)
    assert "Of another day." not in page_of(run(now), "set.jsonl", made, before=[then])
    same = outcome("Of the same day.")
    assert "Of the same day." in page_of(run(now), "set.jsonl", made, before=[same])
