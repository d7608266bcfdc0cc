"""Print answers, reports and briefings for people.

What a briefing says is printed without control characters: they could repaint the terminal.
"""

import os
import shlex
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

import click

from assistant.answer import Answer, Citation, Declined
from assistant.steps.notices import model_line, understood_line
from ingest.report import Report
from vectorstore.briefing import Briefing, Version, local_day

WIDEST = 100  # longer lines are hard to read
# heading of a column of `list` -> the least width of a terminal that has room for it beside the title
COLUMNS = (
    ("ID", 0),
    ("Published", 0),
    ("Date from", 110),
    ("Publisher", 70),
    ("Title", 0),
    ("Parties", 90),
    ("Also in", 110),
)
TABLE_FROM = 60  # columns; in fewer a title is a ribbon
TITLE_LEAST = 24  # columns: most titles in three lines
WIDEST_CELL = 24
PARTIES = 8  # in a cell
_ALSO_IN = 6
_WHOLE = ("ID", "Published", "Date from")
ID_SHOWN = 8  # enough to tell some 10,000 briefings apart; `show` asks for more where it is not

# Marks that reorder text on screen, so that it reads as what it does not say.
_REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def print_answer(answer: Answer) -> None:
    """The answer, then the sources by number, each with the words quoted from it and where else they are."""
    for line in plain(answer.answer).splitlines():
        click.echo(wrapped(line))
    if answer.citations:
        click.echo("\nSources")
    for citation in answer.citations:
        click.echo(wrapped(f"[{citation.number}] {source_line(citation)}", hang=4))
        _print_quote(citation)
        _print_also_in(citation.also_in, indent=4)
    if answer.declined:
        _print_declined(answer.declined)
    read = understood_line(answer)
    if answer.warnings or read:
        click.echo()
    if read:
        click.echo(wrapped(plain(read), hang=4))
    for warning in answer.warnings:
        click.echo(wrapped(f"Note: {plain(warning.text)}", hang=6))
    if asked := model_line(answer):
        click.echo()
        click.echo(wrapped(asked))


def _print_declined(declined: Declined) -> None:
    """What was searched for, and the nearest briefings with the words that come near."""
    parts = [
        f"{plain(part)} (not found)" if part in declined.not_found else plain(part)
        for part in declined.searched_for
    ]
    if parts:
        click.echo()
        click.echo(wrapped(f"Searched for: {', '.join(parts)}", hang=4))
    for citation in declined.nearest:
        click.echo()
        click.echo(wrapped(f"Nearest: {source_line(citation)}", hang=4))
        _print_quote(citation)


def print_report(report: Report) -> None:
    """What an ingest did: counts, and the names that a person may want to look at."""
    for name in ("added", "updated", "unchanged", "duplicates"):
        click.echo(f"{name.capitalize():<11}{getattr(report, name):>6}")
    click.echo(f"{'Failed':<11}{len(report.failed):>6}")
    for failure in report.failed:
        click.echo(wrapped(f"- {plain(failure.source)}: {plain(failure.error)}", indent=2, hang=2))
    _print_names(
        "Undated", report.undated, "left out when a date is asked for; `briefings edit ID --published DATE`"
    )
    _print_names(
        "Missing", report.missing, "on file, but the file is gone; `briefings ingest --prune` removes them"
    )
    _print_names("Pruned", report.pruned, "removed, because the file is gone")
    _print_names("Kept", report.kept, "not removed")
    _print_names("Suspicious", report.suspicious, "check their dates; `briefings edit ID --published DATE`")
    foreign = [f"{foreign.source} ({foreign.language})" for foreign in report.foreign]
    _print_names(
        "Foreign", foreign, "search will hardly find them; BRIEFINGS_ENCODER: a multilingual model's folder"
    )
    if report.notes:
        click.echo(f"{'Noted':<11}{len(report.notes):>6}")
    for note in report.notes:
        click.echo(wrapped(f"- {plain(note.source)}: {plain(note.text)}", indent=2, hang=2))
    click.echo(f"{'Passages':<11}{report.passages:>6}   in {report.seconds:.1f} s")


def print_briefings(briefings: Sequence[Briefing]) -> None:
    """A table on a terminal; otherwise a line each, separated by tabs."""
    if not sys.stdout.isatty():
        for briefing in briefings:
            click.echo("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in _row(briefing)))
        return
    if not briefings:
        return
    from rich.table import Table
    from rich.text import Text

    from assistant.commands.console import console

    drawn_on = console()
    rows = [_row(briefing) for briefing in briefings]
    if drawn_on.width < TABLE_FROM:
        for id, published, _, publisher, title, *_ in rows:
            click.echo(f"{id}  {published}")
            click.echo(wrapped(", ".join(part for part in (title, publisher) if part), indent=2))
        return
    shown = [
        at
        for at, (_, least) in enumerate(COLUMNS)
        if drawn_on.width >= least and (at != _ALSO_IN or any(row[at] for row in rows))
    ]
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading, _ in (COLUMNS[at] for at in shown):
        if heading == "Title":
            table.add_column(heading, ratio=1, min_width=TITLE_LEAST)
        else:
            table.add_column(heading, no_wrap=heading in _WHOLE, max_width=WIDEST_CELL)
    for row in rows:
        table.add_row(*(Text(row[at]) for at in shown))
    drawn_on.print(table)


def print_briefing(briefing: Briefing) -> None:
    """Metadata, an empty line, the text."""
    published = (
        f"{long_day(briefing.published)} ({briefing.published_from})" if briefing.published else "undated"
    )
    rows = {
        "Title": briefing.title,
        "Publisher": briefing.publisher,
        "Published": published,
        "Parties": " ".join(briefing.parties),
        "Source": briefing.source,
        "Pages": str(len(briefing.page_starts)) if briefing.page_starts else None,
        "URL": briefing.url,
        "ID": briefing.id,
        "Version": f"{briefing.version}, ingested {briefing.ingested_at}",
        "Edited": f"after publication; this version is known from {long_day(briefing.known_from)}"
        if briefing.edited
        else None,
        "Corrected": f"by a person: {', '.join(briefing.corrected)}" if briefing.corrected else None,
        "Duplicate": f"of {briefing.duplicate_of}" if briefing.duplicate_of else None,
        "Also in": ", ".join(briefing.also_in),
    }
    for name, value in rows.items():
        if value:
            click.echo(f"{name + ':':<11}{plain(value)}")
    if len(briefing.versions) > 1:
        click.echo("Versions:")
    for version in briefing.versions if len(briefing.versions) > 1 else ():
        click.echo(f"  {_version_line(version)}")
    click.echo(f"\n{plain(_with_pages(briefing))}")


def _with_pages(briefing: Briefing) -> str:
    """The text with `[page 2]` where that page begins."""
    edges = [*briefing.page_starts, len(briefing.text)]
    parts = [
        f"[page {number}] {briefing.text[start:end]}"
        for number, (start, end) in enumerate(pairwise(edges), start=1)
        if end > start
    ]
    return "".join(parts) or briefing.text


def _version_line(version: Version) -> str:
    unknown = "undated" if version.published is None else "corrected later"
    known = f"known from {long_day(version.known_from)}" if version.known_from else unknown
    taken_in = local_day(version.ingested_at) or version.ingested_at
    return plain(f"{version.number:>3}  {known}, ingested {taken_in}, {version.title}")


def one_line(briefing: Briefing) -> str:
    """Enough to know a briefing by."""
    return plain(f"{briefing.id[:ID_SHOWN]} ({briefing.title}, {long_day(briefing.published) or 'undated'})")


def way_back(briefing: Briefing) -> str:
    """How to take a removed briefing in again."""
    path = briefing.key.partition("#")[0]
    if os.path.exists(path):
        return f"To take it in again: briefings ingest {shlex.quote(plain(path))}"  # to be copied whole
    where = briefing.url or briefing.source
    return wrapped(f"To take it in again, ingest what it came from: {plain(where)}", hang=2)


def plain(text: str) -> str:
    """`text` without what acts on a terminal.

    >>> plain("a\\x1b[2Jb")
    'a[2Jb'
    """
    return "".join(c for c in text if c in "\n\t" or not (_is_control(c) or c in _REORDERING))


def _is_control(character: str) -> bool:
    return ord(character) < 32 or 127 <= ord(character) < 160


def _print_quote(citation: Citation) -> None:
    if citation.quote:
        click.echo(wrapped(f'"{" ".join(plain(citation.quote).split())}"', indent=4))


def _print_also_in(sources: Sequence[str], indent: int = 0) -> None:
    if sources:
        click.echo(wrapped(f"also in {plain(', '.join(sources))}", indent=indent, hang=2))


def _print_names(label: str, names: Sequence[str], meaning: str) -> None:
    if names:
        click.echo(f"{label:<11}{len(names):>6}   {meaning}")
    for name in names:
        click.echo(f"  - {plain(name)}")


def source_line(citation: Citation) -> str:
    """Title, publisher, date and page of what is cited."""
    parts: Iterable[str | None] = (
        citation.title,
        citation.publisher,
        long_day(citation.published) or "undated",
        f"page {citation.page}" if citation.page else None,
    )
    return plain(", ".join(part for part in parts if part))


def _row(briefing: Briefing) -> tuple[str, ...]:
    return tuple(
        plain(cell)
        for cell in (
            briefing.id[:ID_SHOWN],
            briefing.published.isoformat() if briefing.published else "undated",
            briefing.published_from or "",
            briefing.publisher or "",
            briefing.title,
            _first(briefing.parties),
            ", ".join(briefing.also_in),
        )
    )


def _first(parties: Sequence[str]) -> str:
    """Name as many as a cell holds: an act on sixty economies names dozens."""
    more = f" +{len(parties) - PARTIES}" if len(parties) > PARTIES else ""
    return " ".join(parties[:PARTIES]) + more


def counted(count: int, name: str) -> str:
    """Write a number with its noun.

    >>> counted(1, "finding"), counted(2, "finding")
    ('1 finding', '2 findings')
    """
    return f"{count} {name}{'' if count == 1 else 's'}"


def long_day(day: date | None) -> str:
    """Write a date as people do, 8 June 2025; nothing for none."""
    return f"{day.day} {day:%B %Y}" if day else ""


def wrapped(text: str, indent: int = 0, hang: int = 0) -> str:
    """Fold a text to the terminal, `indent` in, and `hang` more from the second line on."""
    width = min(WIDEST, shutil.get_terminal_size().columns)
    return textwrap.fill(
        text,
        max(width, 20),
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hang),
        break_long_words=False,
        break_on_hyphens=False,
    )
