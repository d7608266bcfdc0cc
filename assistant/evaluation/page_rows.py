"""The figures of a run as the tables of its page tell them: each metric, and those by kind of question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.evaluation.intervals import Difference, Interval
from assistant.evaluation.metrics import METRICS, Figure, Metric, by_type, measure, spread
from assistant.evaluation.outcomes import Outcome

BY_KIND = {  # metric -> heading of its column
    "correct": "Correct",
    "must_recall": "Facts stated",
    "recall@5": "Recall @5",
    "mrr@10": "MRR @10",
    "ndcg@10": "nDCG @10",
    "citation_precision": "Citation precision",
    "citation_recall": "Citation recall",
    "declined": "Declined rightly",
    "needlessly_declined": "Declined needlessly",
    "score": "Score",
}
_DECIMALS = ("mrr@10", "ndcg@10")


@dataclass(frozen=True, slots=True)
class Row:
    """A metric as it is told; `change` against the other run, and its interval for drawing."""

    name: str
    label: str
    value: str
    of: str
    interval: str
    change: str = ""
    turn: str = ""  # "better", "worse" or "" when that is not clear
    drawn: tuple[float, float, float] | None = None  # low, value, high in percent of the widest


@dataclass(frozen=True, slots=True)
class KindRow:
    """The figures of a kind of question, as `BY_KIND` has them; an empty one where nothing bears on it."""

    kind: str
    questions: int
    values: tuple[str, ...]
    latency: int | None


def rows_of(figures: Mapping[str, Figure], differences: Mapping[str, Difference]) -> list[Row]:
    """Return a row for each metric, one that nothing bears on without a value."""
    widest = max((max(abs(d.interval.low), abs(d.interval.high)) for d in differences.values()), default=0.0)
    return [
        _row(metric, figures[metric.name], differences.get(metric.name), widest or 1.0) for metric in METRICS
    ]


def kind_rows(outcomes: Sequence[Outcome]) -> list[KindRow]:
    """Return a row for each kind of question, and one for all of several kinds."""
    groups = by_type(outcomes)
    rows = [_kind_row(kind, group) for kind, group in groups.items()]
    return rows if len(rows) < 2 else [*rows, _kind_row("all", outcomes)]


def _kind_row(kind: str, outcomes: Sequence[Outcome]) -> KindRow:
    figures = measure(outcomes)
    shown = [
        (metric, figures[metric.name].value) for name in BY_KIND for metric in METRICS if metric.name == name
    ]
    values = tuple("" if value is None else _told(metric, value) for metric, value in shown)
    return KindRow(kind, len(outcomes), values, spread([o.latency_ms for o in outcomes])["median"])


def _row(metric: Metric, figure: Figure, difference: Difference | None, widest: float) -> Row:
    if figure.value is None or figure.interval is None:
        return Row(metric.name, metric.label, "", "", "")
    told = _told(metric, figure.value)
    of = f"{figure.hits:.0f} of {figure.of:.0f}" if metric.interval != "bootstrap" else ""
    if metric.counted:
        told, of = f"{figure.hits:.0f}", f"of {figure.of:.0f}"
    row = Row(metric.name, metric.label, told, of, _between(metric, figure.interval))
    if difference is None:
        return row
    gain = difference.value if metric.better == "more" else -difference.value
    sides = (difference.interval.low, difference.value, difference.interval.high)
    return Row(
        row.name,
        row.label,
        row.value,
        row.of,
        row.interval,
        change=f"{difference.value:+.2f}".replace("-", "−"),
        turn=("better" if gain > 0 else "worse") if difference.clear else "",
        drawn=(100 * sides[0] / widest, 100 * sides[1] / widest, 100 * sides[2] / widest),
    )


def _told(metric: Metric, value: float) -> str:
    if metric.name == "score":
        return f"{value:+.2f}".replace("-", "−")
    return f"{value:.2f}" if metric.name in _DECIMALS else f"{100 * value:.0f} %"


def _between(metric: Metric, interval: Interval) -> str:
    if metric.name == "score" or metric.name in _DECIMALS:
        return f"{interval.low:.2f} to {interval.high:.2f}".replace("-", "−")
    return f"{100 * interval.low:.0f} to {100 * interval.high:.0f} %"
