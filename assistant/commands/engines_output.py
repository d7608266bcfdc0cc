"""Print two engines side by side."""

from collections.abc import Callable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from assistant.commands.output import counted, plain
from assistant.evaluation.engines import Side

_SHARES = {
    "correct": "Correct",
    "must_recall": "Facts stated",
    "citation_precision": "Cited right",
    "declined": "Declined rightly",
    "needlessly_declined": "Needlessly",
}


def print_engines(console: Console, left: Side, right: Side) -> None:
    """A row for each figure, a column for each engine."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Both engines")
    for side in (left, right):
        table.add_column(Text(plain(side.name)), justify="right")
    for name, label in _SHARES.items():
        table.add_row(label, *(_share(side, name) for side in (left, right)))
    for label, of in _ROWS.items():
        table.add_row(label, *(f"{_sure(side, label)}{of(side)}" for side in (left, right)))
    console.print()
    console.print(table)


def _share(side: Side, name: str) -> str:
    figure = side.figures[name]
    return "-" if figure.value is None else f"{figure.value:.2f}"


def _sure(side: Side, label: str) -> str:
    return f"{side.counted} " if label in _TAKEN and side.counted != "exactly" else ""


def _of(hits: int, of: int) -> str:
    return f"{hits} of {of}" if of else "-"


def _number(value: int | None) -> str:
    return "-" if value is None else f"{value:,}"


_ROWS: dict[str, Callable[[Side], str]] = {
    "Wrote itself": lambda side: f"{side.wrote} of {counted(side.answered, 'answer')}",
    "Fell back on verbatim words": lambda side: counted(side.fell_back, "answer"),
    "Sentences word for word": lambda side: _number(side.word_for_word),
    "In other words, past the rules' check": lambda side: _of(*side.pass_rules),
    "Left out": lambda side: counted(side.dropped, "sentence"),
    "Words, median": lambda side: _number(side.words["median"]),
    "Milliseconds, median": lambda side: _number(side.latency["median"]),
    "and 90th percentile": lambda side: _number(side.latency["p90"]),
    "Tokens": lambda side: _number(side.tokens),
    "US dollars": lambda side: "-" if side.cost is None else f"{side.cost:.4f}",
}
_TAKEN = ("Tokens", "US dollars")
