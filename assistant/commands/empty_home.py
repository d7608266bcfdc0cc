"""Say on stderr that a home holds no briefing, where a command found nothing in it."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from assistant.desks.desk import Desk


def note_if_empty(desk: "Desk") -> None:
    """Name the home where no briefing is on file: BRIEFINGS_HOME may be mistyped."""
    from assistant.settings import settings

    if not desk.list():
        home = settings().home.home
        click.echo(f"No briefing is on file in {home}. Take some in: briefings ingest FOLDER", err=True)
