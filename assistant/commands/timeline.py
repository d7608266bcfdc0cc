"""`briefings timeline`: the dated developments of a negotiation."""

import json
from datetime import date

import click

from assistant.commands.options import as_json, narrowed, refuse_inverted_range


@click.command(short_help="Show the dated developments of a negotiation.")
@click.argument("subject")
@narrowed
@as_json
def timeline(
    subject: str,
    as_of: date | None,
    published_from: date | None,
    published_to: date | None,
    parties: tuple[str, ...],
    as_json: bool,
) -> None:
    """Show what happened in a negotiation, newest first, one verbatim sentence each.

    A development that a newer one replaced, another rate or a later last day, says which one did.

    \b
    briefings timeline "Japan-US talks"
    briefings timeline "steel and aluminium tariffs" --as-of 2025-06-30
    """
    from assistant.build import open_desk
    from assistant.chronicle.entries import TimelineRequest
    from assistant.commands.chronicle_output import print_timeline
    from assistant.commands.empty_home import note_if_empty
    from assistant.settings import settings
    from vectorstore.filters import Filters

    refuse_inverted_range(published_from, published_to)
    desk = open_desk(settings().home, "timeline")
    try:
        found = desk.timeline(TimelineRequest(subject, as_of, published_from, published_to, parties))
        if not found.developments:
            note_if_empty(desk)
    finally:
        desk.close()
    if as_json:
        click.echo(json.dumps(found.to_json(), ensure_ascii=False, indent=2))
    else:
        print_timeline(found, Filters(found.as_of, published_from, published_to, parties))
