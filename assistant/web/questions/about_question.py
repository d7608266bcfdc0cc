"""Say in a line what there is to know of a question: its kind, its as-of date, what else narrows it."""

from datetime import date
from html import escape

from assistant.evaluation.questions import UNTYPED, QuestionLine
from assistant.web.days import spoken_date
from assistant.web.narrowing import narrowing_of_request
from assistant.web.questions.question_line import kind_in_words


def about_question(kind: str, as_of: str | None, *more: str) -> str:
    """What there is to say of a question in one line, as HTML."""
    until = f"as of {spoken_date(date.fromisoformat(as_of))}" if as_of else ""
    parts = [kind_in_words(kind) if kind != UNTYPED else "", until, *more]
    return escape(" · ".join(part for part in parts if part))


def narrowed_words(question: QuestionLine | None) -> tuple[str, ...]:
    """What narrows a question beside its as-of date: the answer is one to that."""
    return narrowing_of_request(question.request).words if question else ()
