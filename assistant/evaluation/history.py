"""Keep the answers of every run of a question set in the home, for the next run to compare with.

    history/<digest of what is asked>/<time>.jsonl

The first line of a file says when and over what the run was, each other line holds one answer as
`ask --json` prints it. A file is written whole or not at all; the oldest ones of a set are dropped.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant.answer import Answer
from assistant.evaluation.digests import Digests, asked_by, digest
from assistant.evaluation.questions import QuestionLine
from assistant.evaluation.whole_file import write_whole
from vectorstore.errors import StorageError

FORMAT = 1
KEPT = 30  # runs of a set: a month of daily ones; a run of 200 questions takes about 1 MB
_TIME = "%Y-%m-%dT%H%M%S.%fZ"  # sorts as it reads, and holds no colon, which Windows refuses

_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError)  # what damaged lines raise

Given = tuple[QuestionLine, Answer]


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer of an earlier run; `asked` is the digest of what was asked, history and as-of included."""

    id: str
    asked: str
    answer: dict[str, Any]  # as `ask --json` prints it


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run that was read back."""

    made: datetime
    briefings: int
    digests: Digests
    answers: tuple[KeptAnswer, ...]


def kept_run(given: Sequence[Given], briefings: int, digests: Digests, made: datetime) -> KeptRun:
    """Return a run in the form in which it is kept."""
    answers = tuple(
        KeptAnswer(question.id, asked_by(question), answer.to_json(question.id)) for question, answer in given
    )
    return KeptRun(made, briefings, digests, answers)


def keep(home: Path, questions: Sequence[QuestionLine], run: KeptRun) -> Path:
    """Write a run beside the earlier ones of its set and drop the oldest; StorageError when it cannot.

    However many come after it, the last one over other briefings stays: what changed since is asked for.
    """
    folder = folder_of(home, questions)
    path = folder / f"{run.made.astimezone(UTC).strftime(_TIME)}.jsonl"
    head = {
        "format": FORMAT,
        "made": run.made.isoformat(),
        "briefings": run.briefings,
        "digests": run.digests,
    }
    lines = [head, *({"asked": kept.asked, **kept.answer} for kept in run.answers)]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, text)
        for old in _dropped(newest_first(folder), run.digests):
            old.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(
            f"This run could not be kept in {folder}: {error.strerror or error}. The next `eval --changes` "
            "compares with the run before it. Check the disk's free space and the folder's permissions."
        ) from error
    return path


def folder_of(home: Path, questions: Sequence[QuestionLine]) -> Path:
    """Return where the runs of a set are: what is right does not matter, nor the order of the lines."""
    return home / "history" / digest(sorted((question.id, asked_by(question)) for question in questions))


def newest_first(folder: Path) -> list[Path]:
    """The files of the runs in a folder."""
    return sorted(folder.glob("*.jsonl"), reverse=True)


def head_of(path: Path) -> KeptRun | None:
    """Read a run without its answers; None where it cannot be read."""
    try:
        with path.open(encoding="utf-8") as lines:
            return _run_of(json.loads(next(lines, "")))
    except (OSError, *_UNREADABLE):
        return None


def read_run(path: Path, warnings: list[str]) -> KeptRun | None:
    """Read a run; None where it cannot be read, of which `warnings` tell then."""
    try:
        head, *lines = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
        return _run_of(head, lines)
    except (OSError, *_UNREADABLE) as error:
        warnings.append(
            f"The history file {path} cannot be read ({_why(error)}) and was passed over. "
            "Delete it when it does not matter to you."
        )
        return None


def _dropped(paths: Sequence[Path], digests: Digests) -> list[Path]:
    """The files of the oldest runs, but for the newest of those that were over other briefings than this."""
    kept, old = paths[:KEPT], [*paths[KEPT:]]
    if old and not any(_is_over_others(path, digests) for path in kept):
        spared = next((path for path in old if _is_over_others(path, digests)), None)
        return [path for path in old if path != spared]
    return old


def _is_over_others(path: Path, digests: Digests) -> bool:
    head = head_of(path)
    return head is not None and head.digests.get("corpus") != digests.get("corpus")


def _run_of(head: dict[str, Any], lines: Sequence[dict[str, Any]] = ()) -> KeptRun:
    if head["format"] != FORMAT:
        raise ValueError(f"format {head['format']}, expected {FORMAT}")
    return KeptRun(
        datetime.fromisoformat(head["made"]),
        int(head["briefings"]),
        dict(head["digests"]),
        tuple(_answer(line) for line in lines),
    )


def _answer(line: dict[str, Any]) -> KeptAnswer:
    answer = dict(line)
    asked = str(answer.pop("asked"))
    if not isinstance(answer["answer"], str) or not isinstance(answer["abstained"], bool):
        raise ValueError("an answer without its text")
    for citation in answer["citations"]:
        citation["source"], citation["quote"], citation["published"], citation["title"]
    return KeptAnswer(str(answer["id"]), asked, answer)


def _why(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return f"it lacks {error}" if isinstance(error, KeyError) else str(error)
