"""Keep the figures of a run as a file, the baseline, that later runs must not fall under.

The file holds what the run depended on (digests), a floor or a ceiling for each gated metric,
and for each question how it went. `assistant.evaluation.gate` does the comparing.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from assistant.evaluation.digests import Digests, digest
from assistant.evaluation.metrics import METRICS, Figure, answer_words, measure, spread
from assistant.evaluation.outcomes import Outcome, Verdict
from assistant.evaluation.run import Run
from vectorstore.errors import StorageError

FORMAT = 1
ABOUT = (
    "Written by `briefings eval QUESTIONS.jsonl --baseline THIS --update-baseline`. `slack` is how far a "
    "share may fall behind its floor, 0 because two runs give the same answers; `newly_wrong_allowed` is "
    "how many questions that were right may be wrong. Both may be edited and are kept."
)
WORDS_P90, WORDS_MAX = "words_p90", "words_max"
CEILINGS = ("superseded", "as_current", "as_of_leaks", "needlessly_declined", WORDS_P90, WORDS_MAX)
FLOORS = tuple(metric.name for metric in METRICS if metric.name not in CEILINGS)
LABELS = {
    **{metric.name: metric.label for metric in METRICS},
    WORDS_P90: "Words, 90th percentile",
    WORDS_MAX: "Words of the longest answer",
}
_COUNTED = {metric.name for metric in METRICS if metric.counted}


@dataclass(frozen=True, slots=True)
class Pinned:
    """How a question went when the baseline was written: the verdict, and its answer's digest."""

    verdict: Verdict
    answer: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a run is held against. `at_least` and `at_most` by metric."""

    digests: Digests
    at_least: Mapping[str, float]
    at_most: Mapping[str, float]
    questions: Mapping[str, Pinned]
    slack: float = 0.0
    newly_wrong_allowed: int = 0


def baseline_of(run: Run, earlier: Baseline | None = None) -> Baseline:
    """Pin a run: every gated metric at its measured value; the tolerances are the earlier ones."""
    values = gated(run)
    return Baseline(
        digests=run.digests,
        at_least={name: value for name in FLOORS if (value := values[name]) is not None},
        at_most={name: value for name in CEILINGS if (value := values[name]) is not None},
        questions={o.id: Pinned(o.verdict, answer_digest(o)) for o in run.outcomes},
        slack=earlier.slack if earlier else 0.0,
        newly_wrong_allowed=earlier.newly_wrong_allowed if earlier else 0,
    )


def gated(run: Run) -> dict[str, float | None]:
    """Return what is gated, by name: a count for faults that should not happen, else a share.

    In a set none of whose lines says what would be superseded no answer states it, and that is none of them:
    earlier versions pinned 0 there, counted among all answers.
    """
    figures = measure(run.outcomes)
    values: dict[str, float | None] = {name: _gated(name, figure) for name, figure in figures.items()}
    if all(outcome.forbidden == 0 for outcome in run.outcomes):
        values |= {"superseded": 0, "as_current": 0}
    words = answer_words(run.outcomes)
    return values | {WORDS_P90: spread(words, 90)["p90"], WORDS_MAX: max(words, default=None)}


def lowered(earlier: Baseline, new: Baseline) -> list[str]:
    """Return in words which floors `new` would lower, which ceilings lift, which drop altogether."""
    found = []
    for name, floor in earlier.at_least.items():
        if (value := new.at_least.get(name)) is None or value < floor:
            found.append(f"{LABELS[name]}: at least {floor:g} is pinned, {_told(value)} was measured")
    for name, ceiling in earlier.at_most.items():
        if (value := new.at_most.get(name)) is None or value > ceiling:
            found.append(f"{LABELS[name]}: at most {ceiling:g} is pinned, {_told(value)} was measured")
    return found


def answer_digest(outcome: Outcome) -> str:
    """Fingerprint what an answer says and cites."""
    return digest([outcome.answer, [[cited.source, cited.quote] for cited in outcome.cited]])


def read_baseline(path: Path) -> Baseline:
    """Read a baseline; StorageError when there is none or it is something else."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise StorageError(
            f"There is no baseline {path}. Write it from this run: add --update-baseline."
        ) from error
    except OSError as error:
        raise StorageError(f"The baseline {path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise StorageError(f"{path} is no baseline: {error}. {_HOW}") from error
    try:
        return _baseline(found)
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise StorageError(f"{path} is no baseline of format {FORMAT}. {_HOW}") from error


_HOW = "Expected a file that `briefings eval --update-baseline` wrote; name another one to write it anew."


def as_text(baseline: Baseline) -> str:
    """Return what is written to the file."""
    return json.dumps({"format": FORMAT, "about": ABOUT, **asdict(baseline)}, indent=2) + "\n"


def _baseline(found: dict[str, Any]) -> Baseline:
    if found["format"] != FORMAT:
        raise ValueError(found["format"])
    at_least, at_most = (
        {name: float(v) for name, v in found[key].items()} for key in ("at_least", "at_most")
    )
    if unknown := {*at_least, *at_most} - LABELS.keys():
        raise ValueError(unknown)
    return Baseline(
        digests={str(name): str(value) for name, value in found["digests"].items()},
        at_least=at_least,
        at_most=at_most,
        questions={id: Pinned(**pinned) for id, pinned in found["questions"].items()},
        slack=float(found["slack"]),
        newly_wrong_allowed=int(found["newly_wrong_allowed"]),
    )


def _gated(name: str, figure: Figure) -> float | None:
    return round(figure.hits) if name in _COUNTED and figure.of else figure.value


def _told(value: float | None) -> str:
    return "nothing" if value is None else f"{value:g}"
