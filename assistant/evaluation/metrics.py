"""The metrics of a run, each a ratio that is added up over questions, with its interval.

A metric says for one outcome how many hits it has of how many; its value is the sum of the
hits over the sum of the others. Figures that are no ratios (words, milliseconds) are in `spread`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from assistant.evaluation import ranking
from assistant.evaluation.intervals import (
    Array,
    Difference,
    Interval,
    bootstrap,
    clopper_pearson,
    paired_bootstrap,
    wilson,
)
from assistant.evaluation.outcomes import LED, Outcome

NOTHING_SUPERSEDED = "none of the answered questions says what would be superseded"

Ratio = tuple[float, float]  # (hits, of)


@dataclass(frozen=True, slots=True)
class Metric:
    """How one figure is counted, and which way it is better.

    `interval`: Wilson for a share of questions, Clopper-Pearson where nearly none or nearly all
    are hit, the bootstrap where a question counts more or less than 1. `counted` ones are told
    and gated by their hits, the others by their share. `least` is the worst that a question can have.
    """

    name: str
    label: str
    of: Callable[[Outcome], Ratio | None]
    better: Literal["more", "less"] = "more"
    interval: Literal["wilson", "clopper-pearson", "bootstrap"] = "wilson"
    counted: bool = False
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A metric measured: `value` is hits over `of`, None when nothing bears on it."""

    hits: float
    of: float
    value: float | None
    interval: Interval | None


def _share(holds: bool) -> Ratio:
    return float(holds), 1.0


def _correct(o: Outcome) -> Ratio | None:
    return _share(o.verdict == "correct") if o.answerable and o.must else None


def _must_recall(o: Outcome) -> Ratio | None:
    return (float(o.stated), float(o.must)) if o.answerable and o.answered and o.must else None


def _superseded(o: Outcome) -> Ratio | None:
    return _share(bool(o.superseded)) if _could_state_superseded(o) else None


def _as_current(o: Outcome) -> Ratio | None:
    known = _could_state_superseded(o) and o.as_current is not None
    return _share(bool(o.as_current)) if known else None


def _could_state_superseded(o: Outcome) -> bool:
    """Whether it is an answer to a line that says what would be superseded; any other is never found out."""
    return bool(o.answerable and o.answered and o.forbidden)


def _declined(o: Outcome) -> Ratio | None:
    return _share(not o.answered) if o.answerable is False else None


def _needlessly(o: Outcome) -> Ratio | None:
    return _share(not o.answered) if o.answerable else None


def _score(o: Outcome) -> Ratio | None:
    judged = o.must or o.answerable is False  # without required facts an answer can only be found wrong
    return (float(o.score), 1.0) if judged and o.score is not None else None


def _ranked(
    measure: Callable[[int, Sequence[str], set[str]], float], k: int
) -> Callable[[Outcome], Ratio | None]:
    def of(o: Outcome) -> Ratio | None:
        return (measure(k, o.retrieved, set(o.gold_docs)), 1.0) if o.answerable and o.gold_docs else None

    return of


def _lead(o: Outcome) -> Ratio | None:
    led = o.answerable and o.answered and o.type in LED
    return _share(bool(o.cited) and o.cited[0].gold) if led else None


def _dated(o: Outcome) -> Ratio | None:
    if o.type != "status" or not o.answerable or not o.answered:
        return None
    newest = max((c.published for c in o.cited if c.published), default=None)
    day = date.fromisoformat(newest) if newest else None
    return _share(day is not None and f"{day.day} {day:%B %Y}" in o.answer)


def _citation_precision(o: Outcome) -> Ratio | None:
    return (
        (float(sum(c.gold for c in o.cited)), float(len(o.cited))) if o.answerable and o.gold_docs else None
    )


def _citation_recall(o: Outcome) -> Ratio | None:
    return _share(any(c.gold for c in o.cited)) if o.answerable and o.answered and o.gold_docs else None


def _verbatim(o: Outcome) -> Ratio:
    return float(sum(c.verbatim for c in o.cited)), float(len(o.cited))


def _as_of_leaks(o: Outcome) -> Ratio | None:
    return (
        (float(len(o.leaks)), float(len({c.source for c in o.cited} | set(o.retrieved)))) if o.as_of else None
    )


METRICS = (
    Metric("correct", "Correct", _correct),
    Metric("must_recall", "Required facts stated", _must_recall, interval="bootstrap"),
    Metric("superseded", "Answers stating a superseded fact", _superseded, "less", "clopper-pearson", True),
    Metric("as_current", "Superseded facts told as current", _as_current, "less", "clopper-pearson", True),
    Metric("declined", "Unanswerable declined", _declined),
    Metric("needlessly_declined", "Needlessly declined", _needlessly, "less"),
    Metric("score", "Score (+1, 0, -1)", _score, interval="bootstrap", least=-1.0),
    Metric("recall@5", "Recall@5", _ranked(ranking.recall_at, 5), interval="bootstrap"),
    Metric("success@5", "Success@5", _ranked(ranking.success_at, 5)),
    Metric("mrr@10", "MRR@10", _ranked(ranking.reciprocal_rank_at, 10), interval="bootstrap"),
    Metric("ndcg@10", "nDCG@10", _ranked(ranking.ndcg_at, 10), interval="bootstrap"),
    Metric("lead_gold", "First citation right", _lead),
    Metric("dated", "Status answers that give their date", _dated),
    Metric("citation_precision", "Citation precision", _citation_precision, interval="bootstrap"),
    Metric("citation_recall", "Citation recall", _citation_recall),
    Metric("verbatim", "Citations verbatim", _verbatim, interval="clopper-pearson"),
    Metric("as_of_leaks", "Used after the as-of date", _as_of_leaks, "less", "clopper-pearson", True),
)


_LEAST = [metric.least for metric in METRICS]


def measure(outcomes: Sequence[Outcome]) -> dict[str, Figure]:
    """Return every metric over these outcomes, by name."""
    hits, of = _table(outcomes)
    resampled = dict(
        zip((m.name for m in METRICS), bootstrap(hits, of, _LEAST) if len(outcomes) else (), strict=False)
    )
    figures = {}
    for column, metric in enumerate(METRICS):
        hit, total = float(hits[:, column].sum()), float(of[:, column].sum())
        if not total:
            figures[metric.name] = Figure(hit, total, None, None)
            continue
        exact = {"wilson": wilson, "clopper-pearson": clopper_pearson}.get(metric.interval)
        interval = exact(round(hit), round(total)) if exact else resampled[metric.name]
        figures[metric.name] = Figure(round(hit, 6), total, round(hit / total, 6), interval)
    return figures


def right_share(outcomes: Sequence[Outcome]) -> Figure:
    """Return the share of the judged questions that are right: correct, or declined where they should be."""
    judged = [outcome.right for outcome in outcomes if outcome.right is not None]
    if not judged:
        return Figure(0.0, 0.0, None, None)
    hits, of = sum(judged), len(judged)
    return Figure(hits, of, hits / of, wilson(hits, of))


def says_nothing_superseded(outcomes: Sequence[Outcome]) -> bool:
    """Whether there are answers to judge and no line of theirs says what would be superseded."""
    answered = [o for o in outcomes if o.answerable and o.answered]
    return bool(answered) and all(o.forbidden == 0 for o in answered)


def differences(ours: Sequence[Outcome], theirs: Sequence[Outcome]) -> dict[str, Difference]:
    """Compare two runs over the same questions, given in the same order; by metric name.

    A metric that nothing bears on in either run is left out.
    """
    left, right = _table(ours), _table(theirs)
    found = paired_bootstrap(left, right, _LEAST)
    bears = (left[1].sum(0) > 0) & (right[1].sum(0) > 0)
    return {m.name: d for m, d, ok in zip(METRICS, found, bears, strict=True) if ok}


def spread(values: Sequence[int], *percents: int) -> dict[str, int | None]:
    """Return the median and these percentiles: the value that `percent` % of the others are below.

    >>> spread([30, 10, 20, 40], 90)
    {'median': 30, 'p90': 40}
    """
    ranked = sorted(values)
    return {
        "median" if percent == 50 else f"p{percent}": ranked[len(ranked) * percent // 100] if ranked else None
        for percent in (50, *percents)
    }


def answer_words(outcomes: Sequence[Outcome]) -> list[int]:
    """Return the words of each answer to an answerable question; abstentions are left out."""
    return [o.words for o in outcomes if o.answerable and o.answered]


def by_type(outcomes: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """Group outcomes by the type of their question, in the order of first appearance."""
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(outcome.type, []).append(outcome)
    return groups


def _table(outcomes: Sequence[Outcome]) -> tuple[Array, Array]:
    """Return hits and totals, each of shape (questions, metrics)."""
    rows = [[metric.of(outcome) or (0.0, 0.0) for metric in METRICS] for outcome in outcomes]
    cells = np.asarray(rows, dtype=np.float64).reshape(len(outcomes), len(METRICS), 2)
    return cells[:, :, 0], cells[:, :, 1]
