"""Hold a run against a baseline: what got worse is told in plain words, and turns the gate red.

Red is: a broken promise, whatever the baseline says; a metric under its floor or over its
ceiling; more questions newly wrong than allowed; a corpus, question set, encoder or prompts
other than the baseline's, because then nothing can be compared. A question that is answered in
other words, and as rightly as before, is told and is not red.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from assistant.evaluation.baseline import LABELS, WORDS_MAX, WORDS_P90, Baseline, answer_digest, gated
from assistant.evaluation.comparison import other_digests
from assistant.evaluation.outcomes import RIGHT
from assistant.evaluation.run import Run

ROUNDING = 1e-6  # values are kept with six decimals
_WHOLE = ("superseded", "as_current", "as_of_leaks", WORDS_P90, WORDS_MAX)


@dataclass(frozen=True, slots=True)
class Gate:
    """What the gate says. `regressions` in words; the rest are ids of questions."""

    regressions: tuple[str, ...]
    newly_wrong: tuple[str, ...] = ()
    newly_right: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()  # answered in other words or with other citations
    differs: tuple[str, ...] = ()  # of what the two runs depend on; where anything does, nothing is compared

    @property
    def red(self) -> bool:
        return bool(self.regressions)

    def to_json(self) -> dict[str, Any]:
        return {"red": self.red, **asdict(self)}


def check(run: Run, baseline: Baseline) -> Gate:
    """Return what got worse."""
    promises = tuple(f"{found.id} breaks a promise: {found.what}" for found in run.broken)
    if other := other_digests(run.digests, baseline.digests):
        said = (_not_comparable(name, run, baseline) for name in other)
        return Gate((*promises, *said), differs=tuple(other))
    wrong = _turned(run, baseline, was=True)
    too_many = len(wrong) > baseline.newly_wrong_allowed
    return Gate(
        regressions=(
            *promises,
            *_fallen(run, baseline),
            *([_newly_wrong(wrong, baseline.newly_wrong_allowed)] if too_many else []),
        ),
        newly_wrong=wrong,
        newly_right=_turned(run, baseline, was=False),
        changed=tuple(
            o.id
            for o in run.outcomes
            if (pinned := baseline.questions.get(o.id)) and pinned.answer != answer_digest(o)
        ),
    )


def _fallen(run: Run, baseline: Baseline) -> Iterator[str]:
    """Say which metrics are worse than pinned, and by how much."""
    values = gated(run)
    for name, floor in baseline.at_least.items():
        value = values[name]
        if value is None:
            yield f"{LABELS[name]} cannot be measured any more; at least {floor:g} is pinned"
        elif value < floor - baseline.slack - ROUNDING:
            yield f"{LABELS[name]} fell to {value:.3f}; at least {floor:.3f} is pinned ({value - floor:+.3f})"
    for name, ceiling in baseline.at_most.items():
        value = values[name]
        slack = 0.0 if name in _WHOLE else baseline.slack
        if value is None:
            yield f"{LABELS[name]} cannot be measured any more; at most {ceiling:g} is pinned"
        elif value > ceiling + slack + ROUNDING:
            told = (
                (f"{value:.0f}", f"{ceiling:.0f}") if name in _WHOLE else (f"{value:.3f}", f"{ceiling:.3f}")
            )
            yield f"{LABELS[name]} rose to {told[0]}; at most {told[1]} is pinned"


def _turned(run: Run, baseline: Baseline, was: bool) -> tuple[str, ...]:
    """Return the ids of the questions that were right (or wrong) and are the other now."""
    return tuple(
        o.id
        for o in run.outcomes
        if (pinned := baseline.questions.get(o.id))
        and pinned.verdict != "not judged"
        and (pinned.verdict in RIGHT) is was
        and o.right is (not was)
    )


def _newly_wrong(ids: tuple[str, ...], allowed: int) -> str:
    most = f"; at most {allowed} may be" if allowed else ""
    are = "questions are" if len(ids) > 1 else "question is"
    return f"{len(ids)} {are} newly wrong{most}: {', '.join(ids)}"


def _not_comparable(name: str, run: Run, baseline: Baseline) -> str:
    verb = "are" if name in ("questions", "prompts") else "is"
    now, then = run.digests[name], baseline.digests.get(name, "none")
    return f"The {name} {verb} not the baseline's ({now}, pinned {then}), so nothing can be compared"
