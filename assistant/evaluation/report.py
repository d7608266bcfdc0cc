"""Write a run as one JSON object, and read one back to compare with."""

import json
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from assistant.evaluation.digests import Digests
from assistant.evaluation.metrics import Figure, answer_words, by_type, measure, spread
from assistant.evaluation.outcomes import Outcome
from assistant.evaluation.run import Run
from vectorstore.errors import StorageError

FORMAT = 1


@dataclass(frozen=True, slots=True)
class EarlierRun:
    """A report that was read back."""

    name: str
    outcomes: tuple[Outcome, ...]
    digests: Digests


def report_of(run: Run) -> dict[str, Any]:
    """Return all figures of a run, by type of question too, and what came of each question."""
    outcomes = run.outcomes
    abstentions = Counter(o.abstention for o in outcomes if o.abstention)
    latency = [o.latency_ms for o in outcomes]
    return {
        "format": FORMAT,
        "questions": len(outcomes),
        "answered": len(outcomes) - abstentions.total(),
        "abstained": dict(sorted(abstentions.items())),
        "engines": [*run.engines],
        "briefings": run.briefings,
        "digests": run.digests,
        "overall": _figures(measure(outcomes)),
        "by_type": {
            kind: {"questions": len(group), **_figures(measure(group))}
            for kind, group in by_type(outcomes).items()
        },
        "words": spread(answer_words(outcomes), 90),
        "latency_ms": {**spread(latency, 90, 95), "max": max(latency, default=None)},
        "promises_broken": [asdict(found) for found in run.broken],
        "outcomes": [outcome.to_json() for outcome in outcomes],
    }


def read_report(path: Path) -> EarlierRun:
    """Read a report that `--report` wrote; StorageError when it is something else."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["format"] != FORMAT:
            raise StorageError(
                f"The report {path} has format {found['format']}; expected {FORMAT}. "
                "Write it again with `briefings eval --report`."
            )
        outcomes = tuple(Outcome.from_json(outcome) for outcome in found["outcomes"])
        return EarlierRun(path.name, outcomes, dict(found["digests"]))
    except OSError as error:
        raise StorageError(f"The report {path} cannot be read: {error.strerror}.") from error
    except (ValueError, TypeError, KeyError) as error:
        raise StorageError(
            f"{path} is no report of a run. Expected a file that `briefings eval --report` wrote."
        ) from error


def as_text(report: dict[str, Any]) -> str:
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"


def _figures(figures: dict[str, Figure]) -> dict[str, Any]:
    return {name: asdict(figure) for name, figure in figures.items()}
