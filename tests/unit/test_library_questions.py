"""The questions over tests/library.py can be answered from the briefings that they name."""

from datetime import date
from pathlib import Path

import pytest

from assistant.evaluation.questions import QuestionLine
from tests.library import BRIEFINGS
from tests.question_files import read_questions

QUESTIONS = read_questions(Path(__file__).parents[1] / "evals" / "library-questions.jsonl")
ANSWERABLE = [question for question in QUESTIONS if question.answerable]


@pytest.mark.parametrize("question", ANSWERABLE, ids=lambda question: question.id)
def test_every_required_fact_is_in_a_gold_document_known_by_the_as_of_date(question: QuestionLine) -> None:
    known = [BRIEFINGS[source] for source in question.gold_docs]
    as_of = question.request.as_of
    assert known
    assert all(as_of is None or (day and date.fromisoformat(day) <= as_of) for _, _, day, _ in known)
    text = " ".join(text for *_, text in known)
    assert question.musts
    assert [nugget.note for nugget in question.musts if not nugget.stated_in(text)] == []
    assert not any(pattern.search(question.evidence) for pattern in question.forbidden)


def test_the_set_has_what_the_samples_lack() -> None:
    days = {question.request.as_of for question in QUESTIONS}
    published = {date.fromisoformat(day) for *_, day, _ in BRIEFINGS.values() if day}
    assert days & published  # an as-of date on the day of publication
    assert any(BRIEFINGS[source][2] is None for question in ANSWERABLE for source in question.gold_docs)
    assert sum(question.answerable is False for question in QUESTIONS) >= 4
