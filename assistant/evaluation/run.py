"""Ask a question set and judge what came of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import Answer
from assistant.desk import Desk
from assistant.evaluation.digests import Digests, digests_of
from assistant.evaluation.outcomes import OnFile, Outcome, judge
from assistant.evaluation.promises import Broken, broken
from assistant.evaluation.questions import QuestionLine
from vectorstore.briefing import Briefing
from vectorstore.errors import NotFoundError, QuestionError

Given = tuple[QuestionLine, Answer]


@dataclass(frozen=True, slots=True)
class Run:
    """A question set asked over a home: one outcome a question, in order."""

    outcomes: tuple[Outcome, ...]
    broken: tuple[Broken, ...]
    digests: Digests
    briefings: int
    engines: tuple[str, ...]


def answers(desk: Desk, questions: Sequence[QuestionLine]) -> Iterator[Given]:
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


def judged(desk: Desk, given: Sequence[Given]) -> Run:
    """Judge answers by their question lines and by the briefings on file."""
    briefings = desk.list()
    published = {briefing.source: briefing.published for briefing in briefings}
    cited = {b.id: b for b in _shown(desk, _ids_cited(answer for _, answer in given))}
    on_file = OnFile({id: briefing.text for id, briefing in cited.items()}, published)
    return Run(
        outcomes=tuple(judge(question, answer, on_file) for question, answer in given),
        broken=tuple(
            found
            for question, answer in given
            for found in broken(question.id, answer, question.request.as_of, cited, published)
        ),
        digests=digests_of([question for question, _ in given], briefings, desk.doctor()),
        briefings=len(briefings),
        engines=tuple(sorted({answer.engine for _, answer in given})),
    )


def _ids_cited(given: Iterable[Answer]) -> list[str]:
    ids = (citation.briefing_id for answer in given for citation in answer.cited)
    return list(dict.fromkeys(ids))


def _shown(desk: Desk, ids: Iterable[str]) -> Iterator[Briefing]:
    for id in ids:
        try:
            yield desk.show(id)
        except NotFoundError:  # removed since, or made up: told as a broken promise
            continue
