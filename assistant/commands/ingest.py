"""`briefings ingest`: take sources in, with progress and a report."""

import json
import sys
from collections.abc import Generator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from assistant.commands.console import console
from assistant.commands.options import Day, as_json, excluding, including
from vectorstore.errors import BriefingsError, SourceError

if TYPE_CHECKING:
    from assistant.desks.desk import Desk
    from ingest.report import Failure, IngestProgress, Report
    from ingest.sources.pasted import Pasted
    from ingest.sources.selection import Selection

WAITING = "Waiting for another ingest to finish"
SPEED_OVER = 120.0  # seconds; a batch is embedded in some, and sources end in bursts


@click.command(short_help="Take briefings in: files, folders, archives, web pages, feeds.")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--published", type=Day(), help="The date of those that name none themselves.")
@including
@excluding
@click.option("--title", help="The title of a text pasted with -.")
@click.option("--publisher", help="Who published a text pasted with -.")
@click.option("--url", help="Where a text pasted with - is from; it is known by that from then on.")
@click.option("--prune", is_flag=True, help="Remove briefings whose file is gone from its folder.")
@as_json
def ingest(
    sources: tuple[str, ...],
    published: date | None,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    title: str | None,
    publisher: str | None,
    url: str | None,
    prune: bool,
    as_json: bool,
) -> None:
    """Take briefings in: files, folders with all that is in them, zip and tar archives, web
    pages, RSS and Atom feeds with the pages that they list, and - for a text on standard input.

    The same content again changes nothing; changed content replaces the older version.
    A file that is gone is reported; --prune removes its briefing. Exit code 1 only when every source failed.

    \b
    briefings ingest samples/ --exclude drafts/
    briefings ingest cable.txt --published 2025-06-08
    briefings ingest https://www.federalregister.gov/api/v1/documents.rss
    xclip -o | briefings ingest - --url https://example.org/talks --publisher "Example News"
    """
    from assistant.build import open_desk
    from assistant.commands.output import print_report
    from assistant.settings import settings
    from ingest.report import Failure
    from ingest.sources.selection import Selection

    if (title or publisher or url) and "-" not in sources:
        raise click.UsageError("--title, --publisher and --url say what a text pasted with - is. Add -.")
    read = [_pasted(title, publisher, url) if source == "-" else source for source in sources]
    named = [source for source in read if not isinstance(source, Failure)]
    desk = open_desk(settings().home, "ingest")
    try:
        report = take_in(desk, named, published, Selection(include, exclude), prune)
        unread = tuple(source for source in read if isinstance(source, Failure))
        report = replace(report, failed=(*unread, *report.failed))
    except KeyboardInterrupt as stop:
        raise BriefingsError(_on_file(stop)) from None
    finally:
        desk.close()
    if as_json:
        click.echo(json.dumps(report.to_json(), ensure_ascii=False, indent=2))
    else:
        print_report(report)
    if report.failed and len(report.failed) == report.seen:
        raise SourceError("No source could be taken in; the reasons are above. Mend them and try again.")


def _pasted(title: str | None, publisher: str | None, url: str | None) -> "Pasted | Failure":
    """Read a text from standard input, to its end; where there is none, the other sources go on."""
    from ingest.readers.decoding import LARGEST, decode
    from ingest.report import Failure
    from ingest.sources.pasted import Pasted

    stream = sys.stdin.buffer
    if stream.isatty():
        click.echo("Paste the text, then press Enter and Ctrl-D (Ctrl-Z and Enter on Windows).", err=True)
    content = stream.read(LARGEST + 1)
    if not content.strip():
        return Failure("-", "Standard input holds no text. Pipe one in or paste it, or leave - out.")
    try:
        return Pasted(decode(content), title, publisher, url)
    except SourceError as error:
        return Failure("-", str(error))


class StoppedAt(KeyboardInterrupt):
    """Ctrl-C in an ingest, with how far that was."""

    def __init__(self, event: "IngestProgress | None") -> None:
        super().__init__()
        self.event = event


def _on_file(stop: KeyboardInterrupt) -> str:
    """Say how much was on file at a stop: of the batch then at work that is not known."""
    event = stop.event if isinstance(stop, StoppedAt) else None
    if event is None or not event.total:
        return "Stopped. Nothing was taken in by then; run the same command again."
    known = f"{event.stored:,} of {event.total:,} sources were on file by then"
    if not event.stored:
        known = f"Of {event.total:,} sources none was known to be on file by then"
    return f"Stopped. {known}; run the same command again for the rest."


def take_in(
    desk: "Desk",
    sources: "Sequence[str | Pasted]",
    published: date | None = None,
    selection: "Selection | None" = None,
    prune: bool = False,
) -> "Report":
    """Ingest with a progress bar, on a terminal; raises what the desk raises, and StoppedAt on Ctrl-C."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from assistant.commands.output import plain
    from ingest.report import Report
    from ingest.sources.selection import EVERYTHING

    drawn_on = console(stderr=True)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=16),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[left]}"),
    )
    events = desk.ingest(sources, published, selection or EVERYTHING, prune)
    event: IngestProgress | Report | None = None
    try:
        with Progress(
            *columns,
            console=drawn_on,
            transient=True,
            disable=not drawn_on.is_terminal,
            speed_estimate_period=SPEED_OVER,
        ) as bar:
            task = bar.add_task("Looking at the sources", total=None, left="")
            waited = False
            for event in events:
                if isinstance(event, Report):
                    return event
                if event.total == 0:
                    bar.update(task, description=WAITING)
                    if not waited and not drawn_on.is_terminal:  # which shows no bar
                        click.echo(f"{WAITING}.", err=True)
                    waited = True
                else:
                    shown = plain(event.source)[-32:]
                    at = f", {event.embedded:,} of {event.passages:,} passages" if event.passages else ""
                    left = f"left{at}"
                    bar.update(task, description=shown, completed=event.done, total=event.total, left=left)
    except KeyboardInterrupt:
        raise StoppedAt(None if isinstance(event, Report) else event) from None
    finally:
        if isinstance(events, Generator):  # on Ctrl-C at once: only then does a serving process hear of it
            events.close()
    raise SourceError("The ingest ended without a report. Run it again; `briefings doctor` looks for damage.")
