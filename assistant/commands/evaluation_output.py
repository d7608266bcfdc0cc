"""Print a run for people: a row for each type of question, then what is true of the whole."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from assistant.commands.output import plain
from assistant.evaluation.comparison import Comparison
from assistant.evaluation.gate import Gate
from assistant.evaluation.metrics import (
    METRICS,
    NOTHING_SUPERSEDED,
    Figure,
    answer_words,
    by_type,
    measure,
    says_nothing_superseded,
    spread,
)
from assistant.evaluation.outcomes import WRONG, Outcome
from assistant.evaluation.run import Run

COLUMNS = {  # metric -> heading of its column
    "correct": "Correct",
    "must_recall": "Facts\nstated",
    "lead_gold": "First\nright",
    "citation_precision": "Cited\nright",
    "recall@5": "Recall\n@5",
    "ndcg@10": "nDCG\n@10",
    "declined": "De-\nclined",
    "needlessly_declined": "Need-\nlessly",
}
WHOLE_TABLE = 80  # columns; in fewer all figures are cut to nothing
SHOWN_WRONG = 20  # questions; a page shows any number of them better
_FIRST = ("correct", "declined")


def print_run(console: Console, run: Run) -> None:
    """Print the table by type of question, and the figures of the whole run."""
    table = Table(box=None, pad_edge=False, collapse_padding=True, header_style="bold")
    table.add_column("Type", no_wrap=True)
    table.add_column("n", justify="right")
    shown = [name for name in COLUMNS if console.width >= WHOLE_TABLE or name in _FIRST]
    for name in shown:
        table.add_column(COLUMNS[name], justify="right", no_wrap=True)
    groups = by_type(run.outcomes)
    for kind, group in groups.items():
        table.add_row(Text(plain(kind)), *_row(group, shown))
    if len(groups) > 1:
        table.add_section()
        table.add_row(Text("all"), *_row(run.outcomes, shown), style="bold")
    console.print(table)
    console.print()
    for line in whole_run(run):
        console.print(Text(plain(line)), soft_wrap=True)
    for line in failures(run.outcomes):
        console.print(Text(plain(line)), soft_wrap=True)


def print_comparison(console: Console, comparison: Comparison) -> None:
    """Print each difference with its interval, and the questions that changed."""
    console.print(Text(f"\nAgainst {plain(comparison.name)}, {comparison.common} questions in common"))
    if comparison.other:
        console.print(Text(f"  not the same in both: {', '.join(comparison.other)}"))
    labels = {metric.name: metric.label for metric in METRICS}
    table = Table(box=None, pad_edge=False, show_header=False)
    for name, difference in comparison.differences.items():
        low, high = difference.interval.low, difference.interval.high
        clear = "" if difference.clear else "no clear difference"
        table.add_row(f"  {labels[name]}", f"{difference.value:+.3f}", f"{low:+.3f} to {high:+.3f}", clear)
    console.print(table)
    _print_turned(console, comparison.newly_wrong, comparison.newly_right, comparison.changed)


def print_gate(console: Console, gate: Gate) -> None:
    """Print what is worse than the baseline, then what merely changed, where the two can be compared."""
    console.print(Text(f"\nGate         {'red' if gate.red else 'green'}", "red" if gate.red else "green"))
    for regression in gate.regressions:
        console.print(Text(plain(f"  - {regression}")), soft_wrap=True)
    if not gate.differs:
        _print_turned(console, gate.newly_wrong, gate.newly_right, gate.changed)


def _print_turned(
    console: Console, wrong: Sequence[str], right: Sequence[str], changed: Sequence[str]
) -> None:
    for heading, ids in (("Newly wrong", wrong), ("Newly right", right), ("Other answer", changed)):
        console.print(Text(plain(f"  {heading}: {', '.join(ids) or 'none'}")))


def failures(outcomes: Sequence[Outcome]) -> list[str]:
    """Name the questions that went wrong, the gravest first, each with what is missing or superseded."""
    wrong = [outcome for verdict in WRONG for outcome in outcomes if outcome.verdict == verdict]
    lines = [f"\nWrong        {len(wrong)}"] if wrong else []
    for outcome in wrong[:SHOWN_WRONG]:
        why = ", ".join([*outcome.missing, *outcome.superseded])
        lines.append(f"  {outcome.id}  {outcome.question}")
        lines.append(f"      {WRONG[outcome.verdict]}{': ' if why else ''}{why}")
    if len(wrong) > SHOWN_WRONG:
        lines.append(f"  and {len(wrong) - SHOWN_WRONG} more, which --html lists with their answers")
    return lines


def whole_run(run: Run) -> list[str]:
    """Say what the table does not: right, score, superseded facts, as-of leaks, verbatim, words, time."""
    figures = measure(run.outcomes)
    words, latency = (
        spread(answer_words(run.outcomes), 90),
        spread([o.latency_ms for o in run.outcomes], 90, 95),
    )
    lines = [f"Questions    {len(run.outcomes)} over {run.briefings} briefings, {', '.join(run.engines)}"]
    if judged := [outcome.right for outcome in run.outcomes if outcome.right is not None]:
        lines.append(f"Right        {sum(judged)} of {len(judged)} questions")
    if (score := figures["score"]).value is not None:
        lines.append(
            f"Score        {score.value:+.3f} {_interval(score, ' to ')}: +1 right, 0 declined, -1 wrong"
        )
    if says_nothing_superseded(run.outcomes):
        lines.append(f"Superseded   {NOTHING_SUPERSEDED}")
    for name, label, of in (
        ("superseded", "Superseded", "answers state a superseded fact"),
        ("as_current", "", "tell one as current, not as older"),
        ("as_of_leaks", "As-of", "briefings used were published after the as-of date"),
    ):
        if interval := figures[name].interval:
            lines.append(f"{label:<13}{_count(figures[name])} {of} (at most {interval.high:.1%})")
    if figures["verbatim"].of:
        lines.append(f"Verbatim     {_count(figures['verbatim'])} citations")
    if words["median"] is not None:
        lines.append(f"Words        {words['median']} median, {words['p90']} at the 90th percentile")
    lines.append(
        f"Latency      {latency['median']} ms median, {latency['p90']} and {latency['p95']} ms at the 90th "
        "and 95th percentile"
    )
    lines += [f"Broken       {found.id}: {found.what}" for found in run.broken]
    return lines


def _row(outcomes: Sequence[Outcome], shown: Sequence[str]) -> list[str]:
    figures = measure(outcomes)
    cells = [str(len(outcomes))]
    for name in shown:
        figure = figures[name]
        cell = "-" if figure.value is None else f"{figure.value:.2f}"
        cells.append(
            f"{cell} {_interval(figure)}" if name == "correct" and figure.value is not None else cell
        )
    return cells


def _interval(figure: Figure, to: str = "-") -> str:
    return f"({figure.interval.low:.2f}{to}{figure.interval.high:.2f})" if figure.interval else ""


def _count(figure: Figure) -> str:
    return f"{figure.hits:.0f} of {figure.of:.0f}"
