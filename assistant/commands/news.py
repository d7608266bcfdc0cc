"""`briefings new`: what arrived since a day."""

import json
from datetime import date

import click

from assistant.commands.options import Day, Party, as_json


@click.command(short_help="Show what arrived since a day, by party.")
@click.option("--since", type=Day(), required=True, help="Published on this day or later.")
@click.option(
    "--party", "parties", type=Party(), multiple=True, help="Only about this party; may be repeated: any."
)
@click.option("--ingested", is_flag=True, help="Taken in on that day or later, whenever published.")
@as_json
def new(since: date, parties: tuple[str, ...], ingested: bool, as_json: bool) -> None:
    """Show what arrived since a day, by party, with the one sentence that matters of each briefing.

    A briefing without a date is listed apart when it was taken in since then, as is one that is dated on a
    day still to come.

    \b
    briefings new --since 2026-07-01
    briefings new --since 2026-07-01 --party Japan --party EU
    """
    from assistant.build import open_desk
    from assistant.chronicle.entries import NewsRequest
    from assistant.commands.chronicle_output import print_news
    from assistant.commands.empty_home import note_if_empty
    from assistant.settings import settings

    desk = open_desk(settings().home, "new")
    try:
        found = desk.news(NewsRequest(since, parties, ingested))
        if not (found.groups or found.undated or found.to_come):
            note_if_empty(desk)
    finally:
        desk.close()
    if as_json:
        click.echo(json.dumps(found.to_json(), ensure_ascii=False, indent=2))
    else:
        print_news(found)
