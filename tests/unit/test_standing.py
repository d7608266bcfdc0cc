"""The standing answers: the last kept run, judged anew, beside the one before it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.answer import Answer, Citation
from assistant.asking.request import AskRequest
from assistant.evaluation.questions import QuestionLine, questions_of
from assistant.evaluation.standing import answer_of, finish, last_run
from assistant.web.questions.standing_html import standing_html
from vectorstore.briefing import Briefing
from vectorstore.errors import NotFoundError

BRIEFING = Briefing("0a", "/a", "a.md", "Rates", "The rate is 15 percent.", "h", published=date(2025, 6, 8))
CITED = Citation(
    1, "0a", "a.md", "Rates", None, date(2025, 6, 8), None, BRIEFING.text, 0, len(BRIEFING.text), version=1
)


class OneDesk:
    """A desk that answers what it is told."""

    def __init__(self, answer: str) -> None:
        self.answer = answer

    def ask(self, request: AskRequest) -> Answer:
        return Answer(request.question, request.question, f"{self.answer} [1]", citations=(CITED,))

    def list(self) -> list[Briefing]:
        return [BRIEFING]

    def show(self, briefing_id: str, version: int | None = None) -> Briefing:
        if briefing_id != BRIEFING.id:
            raise NotFoundError("gone")
        return BRIEFING

    def encoder_digest(self) -> str:
        return "d" * 64


def asked(desk: Any, questions: list[QuestionLine]) -> Iterator[tuple[QuestionLine, Answer]]:
    return ((question, desk.ask(question.request)) for question in questions)


SET = questions_of(
    '{"id": "a", "question": "How high is it?", "nuggets": [{"any_of": ["15 percent"]}]}\n'
    '{"id": "b", "question": "And then?", "as_of": "2025-06-30"}',
    "set",
)


@pytest.mark.parametrize("extra", [{}, {"abstention": "no-subject", "as_of": date(2025, 6, 30)}])
def test_a_kept_answer_is_read_back_with_all_that_is_judged_and_shown(extra: dict[str, Any]) -> None:
    answer = replace(
        OneDesk("It is 15 percent.").ask(AskRequest("x?")), retrieved=("a.md",), latency_ms=7, **extra
    )
    assert answer_of(answer.to_json("a")) == answer


def test_the_last_run_is_told_as_it_was_when_it_was_made(tmp_path: Path) -> None:
    assert last_run(OneDesk(""), tmp_path, SET) is None  # type: ignore[arg-type]
    for words in ("It is 10 percent.", "It is 15 percent."):
        desk: Any = OneDesk(words)
        made = finish(desk, tmp_path, list(asked(desk, SET)))
    read = last_run(desk, tmp_path, SET)
    assert read is not None
    assert (read.made, read.briefings, read.given) == (made.made, 1, made.given)
    assert read.outcomes == made.outcomes
    assert [outcome.verdict for outcome in read.outcomes] == ["correct", "not judged"]
    assert read.changes == made.changes
    assert read.changed == {"a", "b"}
    [first, _] = read.changes.changed
    assert (first.before.answer, first.now.answer) == ("It is 10 percent. [1]", "It is 15 percent. [1]")


def test_questions_that_came_in_since_are_named_and_facts_are_judged_as_they_are_now(tmp_path: Path) -> None:
    desk: Any = OneDesk("It is 15 percent.")
    finish(desk, tmp_path, list(asked(desk, SET)))
    now = questions_of(
        '{"id": "a", "question": "How high is it?", "nuggets": [{"any_of": ["20 percent"]}]}\n'
        '{"id": "b", "question": "And then?", "as_of": "2025-06-30"}\n{"id": "c", "question": "New?"}',
        "set",
    )
    read = last_run(desk, tmp_path, now)
    assert read is not None
    assert read.not_asked == ("c",)
    assert "1 was added or changed since, and is not asked yet." in standing_html("set", now, read)
    assert [outcome.verdict for outcome in read.outcomes] == ["incomplete", "not judged"]


def test_a_run_that_cannot_be_kept_is_shown_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "history").write_text("in the way")
    desk: Any = OneDesk("It is 15 percent.")
    standing = finish(desk, tmp_path, list(asked(desk, SET)))
    assert len(standing.outcomes) == 2
    assert "could not be kept" in standing.warnings[0]
