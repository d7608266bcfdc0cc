"""Ask a question set and judge what came of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from assistant.answer import Answer, Citation
from assistant.desks.desk import Desk
from assistant.evaluation.digests import Digests, digests_of
from assistant.evaluation.outcomes import OnFile, Outcome, judge
from assistant.evaluation.promises import Broken, broken
from assistant.evaluation.questions import QuestionLine
from vectorstore.briefing import Briefing
from vectorstore.errors import NotFoundError, QuestionError

Given = tuple[QuestionLine, Answer]


@dataclass(frozen=True, slots=True)
class Run:
    """A question set asked over a home: one outcome a question, in order.

    `taken_in` says of each source on file when it was taken in.
    """

    outcomes: tuple[Outcome, ...]
    broken: tuple[Broken, ...]
    digests: Digests
    briefings: int
    engines: tuple[str, ...]
    taken_in: Mapping[str, str] = field(default_factory=dict)


def answers(desk: Desk, questions: Sequence[QuestionLine], verbatim: bool = False) -> Iterator[Given]:
    """Ask each question by the same call as the page does, in order; `verbatim`: without a chat model."""
    for question in questions:
        try:
            request = replace(question.request, verbatim=True) if verbatim else question.request
            yield question, desk.ask(request)
        except QuestionError as error:
            raise QuestionError(f"Question {question.id!r}: {error}") from error


def sources_not_on_file(desk: Desk, questions: Sequence[QuestionLine]) -> list[str]:
    """The gold documents that no briefing on file has as its source."""
    on_file = {briefing.source for briefing in desk.list()}
    return sorted({source for question in questions for source in question.gold_docs} - on_file)


def judged(desk: Desk, given: Sequence[Given]) -> Run:
    """Judge answers by their question lines and by the briefings on file."""
    briefings = desk.list()
    outcomes, promises = judgements(desk, given, briefings)
    prompted = any(answer.prompt for _, answer in given)
    return Run(
        outcomes=outcomes,
        broken=promises,
        digests=digests_of([question for question, _ in given], briefings, desk.encoder_digest(), prompted),
        briefings=len(briefings),
        engines=tuple(sorted({answer.engine for _, answer in given})),
        taken_in=taken_in(briefings),
    )


def taken_in(briefings: Sequence[Briefing]) -> dict[str, str]:
    """Say of each source when what is on file of it was taken in."""
    return {briefing.source: briefing.ingested_at for briefing in briefings}


def judgements(
    desk: Desk, given: Sequence[Given], briefings: Sequence[Briefing]
) -> tuple[tuple[Outcome, ...], tuple[Broken, ...]]:
    """Judge answers by their question lines and these briefings: the outcomes, and promises broken."""
    published = _first_published(desk, briefings)
    shown = _shown(desk, [citation for _, answer in given for citation in answer.cited])
    cited = [_cited_by(answer, shown) for _, answer in given]
    texts = [{id: briefing.text for id, briefing in found.items()} for found in cited]
    outcomes = tuple(
        judge(question, answer, OnFile(found, _as_cited(published, of)))
        for (question, answer), found, of in zip(given, texts, cited, strict=True)
    )
    promises = tuple(
        found
        for (question, answer), briefings_cited in zip(given, cited, strict=True)
        for found in broken(
            question.id,
            answer,
            question.request.as_of,
            briefings_cited,
            _as_cited(published, briefings_cited),
        )
    )
    return outcomes, promises


def _first_published(desk: Desk, briefings: Sequence[Briefing]) -> dict[str, date | None]:
    """Say of each source when it was published: of one with several versions when its first one was.

    As of a day between two versions it is the earlier one that an answer finds.
    """
    published = {briefing.source: briefing.published for briefing in briefings}
    for briefing in briefings:
        if briefing.version > 1 and briefing.published:
            try:
                first = desk.show(briefing.id, 1).published
            except NotFoundError:
                continue
            published[briefing.source] = min(filter(None, (first, briefing.published)))
    return published


def _as_cited(
    published: Mapping[str, date | None], cited: Mapping[str, Briefing]
) -> Mapping[str, date | None]:
    """Put the dates of the versions that are cited in the place of those of first ones."""
    return {**published, **{briefing.source: briefing.published for briefing in cited.values()}}


def _shown(desk: Desk, citations: Iterable[Citation]) -> dict[tuple[str, int | None], Briefing]:
    """Read what is cited once, each in the version that is."""
    shown = {}
    for id, version in dict.fromkeys((citation.briefing_id, citation.version) for citation in citations):
        try:
            shown[id, version] = desk.show(id, version)
        except NotFoundError:  # removed since, or made up: told as a broken promise
            continue
    return shown


def _cited_by(answer: Answer, shown: Mapping[tuple[str, int | None], Briefing]) -> dict[str, Briefing]:
    keys = [(citation.briefing_id, citation.version) for citation in answer.cited]
    return {id: shown[id, version] for id, version in keys if (id, version) in shown}
