"""Compare a run with an earlier one over the same questions."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from assistant.evaluation.digests import Digests
from assistant.evaluation.intervals import Difference
from assistant.evaluation.metrics import differences
from assistant.evaluation.outcomes import Outcome
from assistant.evaluation.report import EarlierRun
from assistant.evaluation.run import Run
from vectorstore.errors import StorageError


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is other than in an earlier run; `common` questions are in both, asked in the same way."""

    name: str
    common: int
    differences: dict[str, Difference]  # by metric: this run minus the earlier one
    newly_wrong: tuple[str, ...]  # ids
    newly_right: tuple[str, ...]
    changed: tuple[str, ...]  # ids of the questions whose answer reads otherwise
    other: tuple[str, ...]  # of "corpus", "questions", "encoder", "prompts", those that differ

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def compare(run: Run, earlier: EarlierRun) -> Comparison:
    """Compare by question; StorageError when the two have none in common."""
    pairs = paired(run.outcomes, earlier.outcomes)
    if not pairs:
        raise StorageError(f"{earlier.name} and this run have no question in common; nothing to compare.")
    return Comparison(
        name=earlier.name,
        common=len(pairs),
        differences=differences([new for new, _ in pairs], [old for _, old in pairs]),
        newly_wrong=_ids(pairs, was=True, now=False),
        newly_right=_ids(pairs, was=False, now=True),
        changed=tuple(new.id for new, old in pairs if new.answer != old.answer),
        other=other_digests(run.digests, earlier.digests),
    )


def paired(ours: Sequence[Outcome], theirs: Sequence[Outcome]) -> list[tuple[Outcome, Outcome]]:
    """Return the outcomes of the same questions, asked in the same way, in the order of ours.

    A report of an earlier version holds no digest of what was asked: its questions are the same when their
    words, the turns before and the as-of date are.
    """
    known = all(outcome.asked for outcome in (*ours, *theirs))
    then = {_as_asked(outcome, known): outcome for outcome in theirs}
    return [(new, old) for new in ours if (old := then.get(_as_asked(new, known)))]


def _as_asked(outcome: Outcome, known: bool) -> tuple[object, ...]:
    if known:
        return outcome.id, outcome.asked
    return outcome.id, outcome.question, outcome.earlier, outcome.as_of


def other_digests(ours: Digests, theirs: Digests) -> tuple[str, ...]:
    """Name what differs between what two runs depend on."""
    return tuple(name for name, value in ours.items() if theirs.get(name) != value)


def _ids(pairs: Sequence[tuple[Outcome, Outcome]], was: bool, now: bool) -> tuple[str, ...]:
    return tuple(new.id for new, old in pairs if old.right is was and new.right is now)
