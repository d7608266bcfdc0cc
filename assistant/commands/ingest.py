"""`briefings ingest`: take sources in, with progress and a report."""

import json
from collections.abc import Generator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from assistant.commands.options import Day, as_json
from vectorstore.errors import BriefingsError, SourceError

if TYPE_CHECKING:
    from assistant.desk import Desk
    from ingest.report import Report


@click.command(short_help="Take briefings in: files and folders.")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--published", type=Day(), help="The date of those that name none themselves.")
@as_json
def ingest(sources: tuple[str, ...], published: date | None, as_json: bool) -> None:
    """Take briefings in: files, and folders with all that is in them.

    The same content again changes nothing; changed content replaces the older version.
    A file that is gone is reported, never removed. Exit code 1 only when every source failed.

    \b
    briefings ingest samples/
    briefings ingest cable.txt --published 2025-06-08
    """
    from assistant.build import open_desk
    from assistant.commands.output import print_report
    from assistant.settings import settings

    desk = open_desk(settings().home, "ingest")
    try:
        report = take_in(desk, sources, published)
    except KeyboardInterrupt:
        raise BriefingsError(
            "Stopped. What was taken in so far is on file; run the same command again for the rest."
        ) from None
    finally:
        desk.close()
    if as_json:
        click.echo(json.dumps(report.to_json(), ensure_ascii=False, indent=2))
    else:
        print_report(report)
    if report.failed and len(report.failed) == report.seen:
        raise SourceError("No source could be taken in; the reasons are above. Mend them and try again.")


def take_in(desk: "Desk", sources: Sequence[str], published: date | None = None) -> "Report":
    """Ingest with a progress bar, on a terminal; raises what the desk raises."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from assistant.commands.output import plain
    from ingest.report import Report

    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    events = desk.ingest(sources, published)
    try:
        with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
            task = bar.add_task("Looking at the sources", total=None)
            for event in events:
                if isinstance(event, Report):
                    return event
                if event.total == 0:
                    bar.update(task, description="Waiting for another ingest to finish")
                else:
                    shown = plain(event.source)[-40:]
                    bar.update(task, description=shown, completed=event.done, total=event.total)
    finally:
        if isinstance(events, Generator):  # on Ctrl-C at once: only then does a serving process hear of it
            events.close()
    raise SourceError("The ingest ended without a report. Run it again; `briefings doctor` looks for damage.")
