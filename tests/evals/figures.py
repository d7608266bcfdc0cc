"""Print the figures of several runs side by side, with their 95 % intervals, as a Markdown table.

    python tests/evals/figures.py REPORT.json ...      reports that `briefings eval --report` wrote

Times are left out: they tell as much of the machine as of the answers.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.evaluation.metrics import METRICS, Metric


def main(paths: Sequence[str]) -> None:
    reports = [json.loads(Path(path).read_text(encoding="utf-8")) for path in paths]
    print(f"| | {' | '.join(Path(path).stem for path in paths)} |")
    print("|---" * (len(paths) + 1) + "|")
    _print_row("questions", [str(report["questions"]) for report in reports])
    for metric in METRICS:
        _print_row(f"`{metric.name}`", [told(metric, report["overall"][metric.name]) for report in reports])
    _print_row("words, median / 90th percentile", [_spread(report["words"]) for report in reports])
    _print_row("promises broken", [str(len(report["promises_broken"])) for report in reports])


def _print_row(name: str, cells: Sequence[str]) -> None:
    print(f"| {name} | {' | '.join(cells)} |")


def told(metric: Metric, figure: dict[str, Any]) -> str:
    """Tell a figure, as a report has it, and its interval in a cell of a table."""
    if figure["value"] is None:
        return "-"
    low, high = figure["interval"]["low"], figure["interval"]["high"]
    value = f"{figure['hits']:.0f} of {figure['of']:.0f}" if metric.counted else f"{figure['value']:.2f}"
    digits = 3 if metric.counted else 2
    return f"{value} ({low:.{digits}f} to {high:.{digits}f})"


def _spread(values: dict[str, int | None]) -> str:
    return f"{values['median']} / {values['p90']}"


if __name__ == "__main__":
    main(sys.argv[1:])
