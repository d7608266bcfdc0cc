"""Find the run to compare with: the last one before what is on file changed, or the one that a person chose.

Runs are of a set where they ask the same, whatever the set is called and wherever its file lies. A set that
was edited has its earlier self's as well: those of a set that asks mostly the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from assistant.evaluation.digests import asked_by
from assistant.evaluation.history import KeptRun, folder_of, head_of, newest_first, read_run
from assistant.evaluation.questions import QuestionLine

IN_COMMON = 0.5  # share of the questions that a run of an edited set must share to be compared with

Why = Literal["other briefings", "last", "chosen"]


@dataclass(frozen=True, slots=True)
class Found:
    """A run, None when there is none, why it is this one, and what could not be read on the way to it."""

    run: KeptRun | None
    why: Why = "last"
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Past:
    """A run that can be compared with."""

    made: datetime
    briefings: int
    corpus: str  # the digest of what was on file
    path: Path


def run_before(home: Path, questions: Sequence[QuestionLine], than: datetime | None = None) -> Found:
    """Find the newest run of this question set; failing that, of one that asks mostly the same.

    With `than`, one from before that moment. A file that cannot be read is passed over, with a warning
    that names it.
    """
    warnings: list[str] = []
    return _first(((path, "last") for path in _in_turn(home, questions, warnings, than)), warnings)


def run_to_compare(
    home: Path,
    questions: Sequence[QuestionLine],
    corpus: str,
    than: datetime | None = None,
    chosen: datetime | None = None,
) -> Found:
    """Find what a run over the briefings of a digest is to be compared with, of the runs before `than`.

    The newest over other briefings: so what changed with the last ingest is still told by the second run
    after it. Where all were over the same, the newest. A person has `chosen` the newest made by a moment.
    """
    warnings: list[str] = []

    def candidates() -> Iterator[tuple[Path, Why]]:
        if chosen:
            past = past_runs(home, questions, than)
            yield from ((run.path, "chosen") for run in past if run.made <= chosen)
            return
        own = _heads([folder_of(home, questions)], than)
        yield from _over_others(own, corpus)
        yield from _over_others(_heads(_alike(home, questions, warnings), than), corpus)
        yield from ((path, "last") for path in _in_turn(home, questions, warnings, than))

    return _first(candidates(), warnings)


def past_runs(home: Path, questions: Sequence[QuestionLine], than: datetime | None = None) -> list[Past]:
    """The runs that can be chosen to compare with, the newest first."""
    return _heads([folder_of(home, questions), *_alike(home, questions, [])], than)


def _first(candidates: Iterator[tuple[Path, Why]], warnings: list[str]) -> Found:
    """The first that can be read."""
    tried: set[Path] = set()
    for path, why in candidates:
        if path not in tried and (run := read_run(path, warnings)):
            return Found(run, why, tuple(dict.fromkeys(warnings)))
        tried.add(path)
    return Found(None, warnings=tuple(dict.fromkeys(warnings)))


def _over_others(past: Sequence[Past], corpus: str) -> Iterator[tuple[Path, Why]]:
    yield from ((run.path, "other briefings") for run in past if run.corpus != corpus)


def _in_turn(
    home: Path, questions: Sequence[QuestionLine], warnings: list[str], than: datetime | None
) -> Iterator[Path]:
    """The files of the set's own runs, the newest first; then of those that ask mostly the same."""
    own = folder_of(home, questions)
    yield from (path for path in newest_first(own) if _is_before(path, than))
    yield from (run.path for run in _heads(_alike(home, questions, warnings), than))


def _alike(home: Path, questions: Sequence[QuestionLine], warnings: list[str]) -> list[Path]:
    """The folders of other sets that ask mostly the same: all runs in one ask the same."""
    own = folder_of(home, questions)
    asked = {asked_by(question) for question in questions}
    alike = []
    for folder in sorted(own.parent.iterdir()) if own.parent.is_dir() else ():
        runs = (read_run(path, warnings) for path in newest_first(folder) if folder != own)
        if run := next(filter(None, runs), None):
            common = asked & {kept.asked for kept in run.answers}
            alike += [folder] if len(common) >= IN_COMMON * len(asked) else []
    return alike


def _heads(folders: Sequence[Path], than: datetime | None) -> list[Past]:
    """The runs in these folders, the newest first; those that cannot be read are left out."""
    paths = [path for folder in folders for path in newest_first(folder)]
    heads = [(path, head) for path in paths if (head := head_of(path)) and (not than or head.made < than)]
    past = [Past(head.made, head.briefings, head.digests.get("corpus", ""), path) for path, head in heads]
    return sorted(past, key=lambda run: run.made, reverse=True)


def _is_before(path: Path, than: datetime | None) -> bool:
    """Whether a run may be one from before a moment; one that cannot be read is told of where it is."""
    head = head_of(path)
    return than is None or head is None or head.made < than
