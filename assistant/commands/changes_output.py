"""Print which answers changed since the run before: old and new side by side, then the new evidence.

Of this it is told what was taken in since: an answer may change by what was on file before, too.
"""

from collections.abc import Sequence
from datetime import date

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from assistant.commands.output import long_day, plain
from assistant.evaluation.changes import TURNS, Change, Changes, Evidence, Turn

TOLD: dict[Turn, str] = {
    "newly declined": "newly declined",
    "newly answered": "newly answered",
    "other answer": "answered otherwise",
    "other evidence": "in the same words by other evidence",
    "declined otherwise": "declined on other grounds",
}
ARRIVED: dict[bool | None, str] = {True: " (new on file)", False: " (on file before)"}
SHOWN_IDS = 10  # of questions added or removed


def print_changes(console: Console, changes: Changes) -> None:
    """Say what changed, or that there is nothing to compare with yet."""
    console.print()
    for line in headline(changes):
        console.print(Text(plain(line)))
    for change in changes.changed:
        console.print()
        _print_change(console, change)


def headline(changes: Changes) -> list[str]:
    """Sum the changes up in a line or two."""
    if changes.since is None:
        return [
            "Changes      no earlier run of these questions is kept, so there is nothing to compare with yet"
        ]
    counts = [(turn, sum(change.turn == turn for change in changes.changed)) for turn in TURNS]
    told = ", ".join(f"{count} {TOLD[turn]}" for turn, count in counts if count)
    asked = len(changes.changed) + changes.unchanged
    lines = [
        f"Changes      {len(changes.changed)} of {asked} answers since the run of "
        f"{changes.since:%Y-%m-%d %H:%M} {changes.since:%Z}{': ' if told else ''}{told}",
        f"Briefings    {changes.briefings_before} then, {changes.briefings_now} now",
    ]
    for label, ids in (("Added", changes.added), ("Removed", changes.removed)):
        if ids:
            more = f" and {len(ids) - SHOWN_IDS} more" if len(ids) > SHOWN_IDS else ""
            lines.append(f"{label:<13}{', '.join(ids[:SHOWN_IDS])}{more}")
    return lines


def _print_change(console: Console, change: Change) -> None:
    until = f" (as of {long_day(date.fromisoformat(change.as_of))})" if change.as_of else ""
    console.print(Text(plain(f"{change.id}  {change.question}{until}"), "bold"))
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 2), expand=True, header_style="")
    table.add_column("Before", ratio=1)
    table.add_column(Text(f"Now, {TOLD[change.turn]}"), ratio=1)
    table.add_row(Text(plain(change.before.answer)), Text(plain(change.now.answer)))
    console.print(table)
    for briefing, quotes in _by_briefing(change.new_evidence).items():
        console.print(Text(f"  + {briefing}"))
        for quote in quotes:
            console.print(Padding(Text(f"“{quote}”"), (0, 0, 0, 6)))
    still = {found.source for found in change.now.evidence}
    for briefing in _by_briefing([found for found in change.gone_evidence if found.source not in still]):
        console.print(Text(f"  - no longer cited: {briefing}"))


def _by_briefing(evidence: Sequence[Evidence]) -> dict[str, list[str]]:
    """Group quotes by the title and date of their briefing."""
    quotes: dict[str, list[str]] = {}
    for found in evidence:
        day = long_day(date.fromisoformat(found.published)) if found.published else "undated"
        briefing = f"{plain(found.title)}, {day}{ARRIVED.get(found.arrived, '')}"
        quotes.setdefault(briefing, []).append(" ".join(plain(found.quote).split()))
    return quotes
