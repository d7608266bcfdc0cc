"""The standing answers of a question set: its last run, judged anew, and what changed since an earlier one.

Runs are kept in the home (`history.py`), by `briefings eval` and `watch --eval` too, so that in the
morning a person sees what ran over night.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from assistant.answer import Answer, Citation
from assistant.desks.desk import Desk
from assistant.evaluation.changes import Changes, changes_between
from assistant.evaluation.digests import asked_by
from assistant.evaluation.earlier_runs import Found, Past, Why, past_runs, run_before, run_to_compare
from assistant.evaluation.history import KeptRun, keep, kept_run
from assistant.evaluation.outcomes import Outcome
from assistant.evaluation.promises import Broken
from assistant.evaluation.questions import QuestionLine
from assistant.evaluation.run import Given, Run, judged, judgements, taken_in
from vectorstore.errors import StorageError


@dataclass(frozen=True, slots=True)
class Standing:
    """A run as people look at it; `outcomes` are in the order of `given`.

    `not_asked` are the ids of questions that were added or changed after it. `warnings` say what of the
    history could not be read or kept. `why` tells of the run that it is compared with, `earlier` are all
    that it can be compared with, the newest first.
    """

    made: datetime
    briefings: int
    given: tuple[Given, ...]
    outcomes: tuple[Outcome, ...]
    changes: Changes
    broken: tuple[Broken, ...] = ()
    not_asked: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    why: Why = "last"
    earlier: tuple[Past, ...] = ()

    @property
    def changed(self) -> frozenset[str]:
        """The ids of the questions that are answered otherwise than in the run that it is compared with."""
        return frozenset(change.id for change in self.changes.changed)


@dataclass(frozen=True, slots=True)
class Kept:
    """A run that has just been made, as it stands beside an earlier one."""

    made: datetime
    changes: Changes
    why: Why
    earlier: tuple[Past, ...]
    warnings: tuple[str, ...]


def finish(desk: Desk, home: Path, given: Sequence[Given]) -> Standing:
    """Judge a run that has just been made, compare it with an earlier one, and keep it."""
    run = judged(desk, given)
    kept = since_earlier_run(home, given, run)
    return Standing(
        kept.made,
        run.briefings,
        tuple(given),
        run.outcomes,
        kept.changes,
        run.broken,
        warnings=kept.warnings,
        why=kept.why,
        earlier=kept.earlier,
    )


def since_earlier_run(
    home: Path,
    given: Sequence[Given],
    run: Run,
    compared: bool = True,
    kept: bool = True,
    chosen: datetime | None = None,
) -> Kept:
    """Compare a run with an earlier one of the same questions, and keep it for the next.

    That is the last one made by the moment that was `chosen`, else as in `earlier_runs.py`. Where it is not
    `compared`, it is as the first one.
    """
    questions = [question for question, _ in given]
    now = kept_run(given, run.briefings, run.digests, datetime.now(UTC))
    before = Found(None)
    earlier: tuple[Past, ...] = ()
    if compared:
        before = run_to_compare(home, questions, run.digests.get("corpus", ""), chosen=chosen)
        earlier = tuple(past_runs(home, questions))
    warnings = [*before.warnings]
    if kept:
        try:
            keep(home, questions, now)
        except StorageError as error:  # the answers of this run are worth more than that
            warnings.append(str(error))
    changes = changes_between(before.run, now, run.taken_in)
    return Kept(now.made, changes, before.why, earlier, tuple(warnings))


def last_run(
    desk: Desk, home: Path, questions: Sequence[QuestionLine], chosen: datetime | None = None
) -> Standing | None:
    """Find the newest run that is kept of these questions; None when there is none.

    It is compared with the last one made by the moment that was `chosen`, else as in `earlier_runs.py`.
    """
    found = run_before(home, questions)
    if found.run is None:
        return None
    given, not_asked = _given(questions, found.run)
    corpus = found.run.digests.get("corpus", "")
    before = run_to_compare(home, questions, corpus, found.run.made, chosen)
    briefings = desk.list()  # what is on file may be another since
    outcomes, _ = judgements(desk, given, briefings)
    return Standing(
        found.run.made,
        found.run.briefings,
        tuple(given),
        outcomes,
        changes_between(before.run, found.run, taken_in(briefings)),
        not_asked=tuple(not_asked),
        warnings=found.warnings,
        why=before.why,
        earlier=tuple(past_runs(home, questions, than=found.run.made)),
    )


def _given(questions: Sequence[QuestionLine], run: KeptRun) -> tuple[list[Given], list[str]]:
    kept = {(answer.id, answer.asked): answer.answer for answer in run.answers}
    given: list[Given] = []
    not_asked: list[str] = []
    for question in questions:
        answer = kept.get((question.id, asked_by(question)))
        if answer is None:
            not_asked.append(question.id)
        else:
            given.append((question, answer_of(answer)))
    return given, not_asked


def answer_of(found: Mapping[str, Any]) -> Answer:
    """Read back of a kept answer what is judged and shown: text, citations, abstention, what was found."""
    return Answer(
        question=str(found["question"]),
        standalone=str(found.get("standalone") or found["question"]),
        answer=str(found["answer"]),
        citations=tuple(_citation(citation) for citation in found["citations"]),
        abstention=found.get("abstention"),
        as_of=_day(found.get("as_of")),
        newest_evidence=_day(found.get("newest_evidence")),
        engine=str(found.get("engine") or "extractive"),
        retrieved=tuple(found.get("retrieved") or ()),
        latency_ms=int(found.get("latency_ms") or 0),
    )


def _citation(found: Mapping[str, Any]) -> Citation:
    return Citation(
        number=int(found.get("number") or 0),
        briefing_id=str(found.get("briefing_id") or ""),
        source=str(found["source"]),
        title=str(found["title"]),
        publisher=found.get("publisher"),
        published=_day(found.get("published")),
        url=found.get("url"),
        quote=str(found["quote"]),
        start=int(found.get("start") or 0),
        end=int(found.get("end") or 0),
        page=found.get("page"),
        version=found.get("version"),
        also_in=tuple(found.get("also_in") or ()),
        superseded=found.get("superseded"),
    )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
