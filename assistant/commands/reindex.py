"""`briefings reindex`: change a home over to another encoder while it goes on answering."""

from collections.abc import Generator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.commands.console import console
from assistant.commands.onfile import print_json
from assistant.commands.options import as_json
from vectorstore.errors import BriefingsError, IndexMismatchError

if TYPE_CHECKING:
    from assistant.desks.desk import Desk
    from ingest.maintenance.reindex_report import Reindexed
    from vectorstore.settings import HomeSettings


@click.command(short_help="Change the home over to another encoder.")
@click.option(
    "--encoder", metavar="MODEL", help="all-MiniLM-L6-v2, or the folder of a sentence-transformers model."
)
@as_json
def reindex(encoder: str | None, as_json: bool) -> None:
    """Cut and embed every briefing for another encoder, beside what is in use, and switch at the end.

    Until then questions are answered as before, and briefings may be taken in. After Ctrl-C or
    worse the same command goes on where it was. Without --encoder, only passages that lack a
    vector are embedded, the days that briefings speak of are read as this version of the program
    reads them, and the indexes built anew.

    \b
    briefings reindex --encoder ~/models/multilingual-e5-small
    """
    from assistant.settings import settings

    home = settings().home
    wanted = _absolute(encoder) if encoder else None
    desk = _open(home, wanted)
    from assistant.desks.remote import RemoteDesk

    try:
        with nullcontext() if isinstance(desk, RemoteDesk) else _answering_meanwhile(desk, home):
            done = _run(desk, wanted)
    except KeyboardInterrupt:
        raise BriefingsError("Stopped; the home is as it was. The same command goes on from here.") from None
    finally:
        desk.close()
    if as_json:
        print_json({**asdict(done), "seconds": round(done.seconds, 3)})
    else:
        _print(done)


def _open(home: "HomeSettings", wanted: str | None) -> "Desk":
    """Open the home with the encoder that it has, whatever is set."""
    from assistant.build import open_desk

    try:
        return open_desk(home, "reindex")
    except IndexMismatchError as error:
        if error.recorded is None or wanted is None:
            raise
        return open_desk(replace(home, encoder=error.recorded), "reindex")


def _answering_meanwhile(desk: "Desk", home: "HomeSettings") -> AbstractContextManager[None]:
    from assistant.desks.serving import other_commands

    return other_commands(desk, home.home, "")


def _absolute(encoder: str) -> str:
    """The process that does the work may stand in another folder."""
    from vectorstore.settings import DEFAULT_ENCODER

    return encoder if encoder == DEFAULT_ENCODER else str(Path(encoder).expanduser().absolute())


def _run(desk: "Desk", encoder: str | None) -> "Reindexed":
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from ingest.maintenance.reindex_report import Reindexed

    drawn_on = console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[left]}"),
    )
    events = desk.reindex(encoder)
    try:
        with Progress(*columns, console=drawn_on, transient=True, disable=not drawn_on.is_terminal) as bar:
            task = bar.add_task("Looking at what is on file", total=None, left="")
            for event in events:
                if isinstance(event, Reindexed):
                    return event
                left = f"{_spoken(event.seconds_left)} left" if event.seconds_left is not None else ""
                bar.update(
                    task, description=event.doing, completed=event.done, total=event.total or None, left=left
                )
    finally:
        if isinstance(events, Generator):  # on Ctrl-C at once: only then does a serving process hear of it
            events.close()
    raise BriefingsError("The reindex ended before it was done. The same command goes on from there.")


def _spoken(seconds: float) -> str:
    """Say a time that is still to go.

    >>> _spoken(42), _spoken(600), _spoken(9000)
    ('42 s', '10 min', '2 h 30 min')
    """
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


def _print(done: "Reindexed") -> None:
    from assistant.commands.output import plain, wrapped

    if done.encoder == done.before:
        for line in done.done:
            click.echo(plain(line[:1].upper() + line[1:]))
        return
    click.echo(
        wrapped(
            f"Reindexed {done.passages} passages and {done.words} words in {_spoken(done.seconds)}; the "
            f"vectors of {plain(done.before)} are gone."
        )
    )
    click.echo("The home needs this encoder from now on. Set it for every command:\n")
    click.echo(_setting(done.encoder))


def _setting(encoder: str) -> str:
    """The line that sets the encoder, to be copied whole."""
    import os
    import shlex

    from vectorstore.settings import DEFAULT_ENCODER

    if encoder == DEFAULT_ENCODER:
        return "unset BRIEFINGS_ENCODER"
    if os.name == "nt":
        return f'set "BRIEFINGS_ENCODER={encoder}"'
    return f"export BRIEFINGS_ENCODER={shlex.quote(encoder)}"
