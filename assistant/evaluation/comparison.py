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
    """What is other than in an earlier run; `common` questions are in both, in the same words."""

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
    then = {(o.id, o.question, o.earlier): o for o in earlier.outcomes}
    pairs = [(o, old) for o in run.outcomes if (old := then.get((o.id, o.question, o.earlier)))]
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


def other_digests(ours: Digests, theirs: Digests) -> tuple[str, ...]:
    """Name what differs between what two runs depend on."""
    return tuple(name for name, value in ours.items() if theirs.get(name) != value)


def _ids(pairs: Sequence[tuple[Outcome, Outcome]], was: bool, now: bool) -> tuple[str, ...]:
    return tuple(new.id for new, old in pairs if old.right is was and new.right is now)
