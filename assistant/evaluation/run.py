"""Ask a question set and count what came of it; scoring against the expected facts is not done here."""

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from assistant.answer import Answer
from assistant.desk import Desk
from assistant.evaluation.questions import QuestionLine
from vectorstore.errors import QuestionError


def answers(desk: Desk, questions: Sequence[QuestionLine]) -> Iterator[tuple[QuestionLine, Answer]]:
    """Ask each question by the same call as the page does, in order."""
    for question in questions:
        try:
            yield question, desk.ask(question.request)
        except QuestionError as error:
            raise QuestionError(f"Question {question.id!r}: {error}") from error


def sources_not_on_file(desk: Desk, questions: Sequence[QuestionLine]) -> list[str]:
    """The gold documents that no briefing on file has as its source."""
    on_file = {briefing.source for briefing in desk.list()}
    return sorted({source for question in questions for source in question.gold_docs} - on_file)


def summary(given: Sequence[Answer]) -> dict[str, Any]:
    """Counts and latency (milliseconds) of a run."""
    abstentions = Counter(answer.abstention for answer in given if answer.abstention)
    latency = sorted(answer.latency_ms for answer in given)
    return {
        "questions": len(given),
        "answered": len(given) - abstentions.total(),
        "abstained": dict(sorted(abstentions.items())),
        "engines": sorted({answer.engine for answer in given}),
        "latency_ms": {
            "median": median(latency) if latency else None,
            "p90": latency[int(0.9 * (len(latency) - 1))] if latency else None,
            "max": latency[-1] if latency else None,
        },
    }
