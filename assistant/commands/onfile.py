"""`briefings list`, `show` and `remove`: what is on file."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from assistant.commands.options import as_json

if TYPE_CHECKING:
    from assistant.desks.desk import Desk
    from vectorstore.briefing import Briefing, Version


@click.command("list", short_help="List the briefings on file.")
@as_json
def list_briefings(as_json: bool) -> None:
    """List the briefings on file, newest first, undated last.

    On a terminal a table; in a pipe one line each, separated by tabs.

    \b
    briefings list
    briefings list | grep JP | cut -f 1,5
    """
    from assistant.commands.empty_home import note_if_empty
    from assistant.commands.output import print_briefings

    with open_for("list") as desk:
        found = desk.list()
        if not found:
            note_if_empty(desk)
    if as_json:
        print_json([metadata(briefing) for briefing in found])
    else:
        print_briefings(found)


@click.command(short_help="Show one briefing with its text.")
@click.argument("id")
@click.option("--version", type=int, help="An earlier version, by its number.")
@as_json
def show(id: str, version: int | None, as_json: bool) -> None:
    """Show one briefing: where it is from, its dates, its versions, its text.

    ID as `briefings list` shows it; any beginning of it that fits only one will do.

    \b
    briefings show 0a1b2c3d
    briefings show 0a1b2c3d --version 1
    """
    from assistant.commands.output import print_briefing

    with open_for("show") as desk:
        briefing = desk.show(id, version)
    if as_json:
        versions = [_version(version) for version in briefing.versions]
        print_json(
            {
                **metadata(briefing),
                "versions": versions,
                "page_starts": list(briefing.page_starts),
                "text": briefing.text,
            }
        )
    else:
        print_briefing(briefing)


@click.command(short_help="Remove one briefing from the home.")
@click.argument("id")
@click.option("--yes", is_flag=True, help="Do not ask.")
@as_json
def remove(id: str, yes: bool, as_json: bool) -> None:
    """Remove one briefing from the home, with all its versions; its file stays where it is.

    \b
    briefings remove 0a1b2c3d --yes
    """
    from assistant.commands.output import one_line, way_back

    with open_for("remove") as desk:
        asked = f"Remove {one_line(desk.show(id))}?"
        if not (yes or _confirmed(asked)):
            raise click.ClickException("Nothing was removed. Answer y, or give --yes where nobody can.")
        briefing = desk.remove(id)
    if as_json:
        print_json(metadata(briefing))
    else:
        click.echo(f"Removed {one_line(briefing)}.")
        click.echo(way_back(briefing))


def _confirmed(question: str) -> bool:
    """Ask on the terminal, or in a pipe; where nothing answers, it is not confirmed."""
    try:
        return click.confirm(question, err=True)
    except click.Abort:
        return False


@contextmanager
def open_for(purpose: str) -> Iterator["Desk"]:
    """Open the home for a command, or reach the process that serves it, and let go of it afterwards."""
    from assistant.build import open_desk
    from assistant.settings import settings

    desk = open_desk(settings().home, purpose)
    try:
        yield desk
    finally:
        desk.close()


def metadata(briefing: "Briefing") -> dict[str, Any]:
    """The object that stands for a briefing wherever one is printed as JSON, without its text."""
    return {
        "id": briefing.id,
        "source": briefing.source,
        "title": briefing.title,
        "publisher": briefing.publisher,
        "published": briefing.published.isoformat() if briefing.published else None,
        "published_from": briefing.published_from,
        "url": briefing.url,
        "language": briefing.language,
        "parties": list(briefing.parties),
        "version": briefing.version,
        "ingested_at": briefing.ingested_at,
        "duplicate_of": briefing.duplicate_of,
        "known_from": briefing.known_from.isoformat() if briefing.known_from else None,
        "corrected": list(briefing.corrected),
        "also_in": list(briefing.also_in),
    }


def _version(version: "Version") -> dict[str, Any]:
    return {
        "version": version.number,
        "title": version.title,
        "published": version.published.isoformat() if version.published else None,
        "known_from": version.known_from.isoformat() if version.known_from else None,
        "ingested_at": version.ingested_at,
    }


def print_json(value: Any) -> None:
    """Print a value as JSON, indented."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
