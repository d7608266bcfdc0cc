"""`briefings edit`: correct what a briefing says about itself."""

from datetime import date
from typing import TYPE_CHECKING

import click

from assistant.commands.onfile import metadata, open_for, print_json
from assistant.commands.options import Day, as_json
from ingest.maintenance.correction import Correction

if TYPE_CHECKING:
    from ingest.maintenance.correction import Corrected
    from vectorstore.briefing import Briefing


@click.command(short_help="Correct a briefing's date, title or publisher.")
@click.argument("id")
@click.option("--published", type=Day(), help="The day that it was published on.")
@click.option("--no-published", is_flag=True, help="It has no date.")
@click.option("--title", help="The title that it is to have.")
@click.option("--publisher", help="The publisher that it is to have; empty for none.")
@as_json
def edit(
    id: str,
    published: date | None,
    no_published: bool,
    title: str | None,
    publisher: str | None,
    as_json: bool,
) -> None:
    """Correct what a briefing says about itself: its date, its title, its publisher.

    The correction stays when the briefing is ingested again; only remove and a new ingest take it
    back. Its file is not changed.

    \b
    briefings edit 0a1b2c3d --published 2025-06-08
    briefings edit 0a1b2c3d --no-published
    """
    if published and no_published:
        raise click.UsageError("Give --published or --no-published, not both.")
    if not (published or no_published) and title is None and publisher is None:
        raise click.UsageError("Say what to correct: --published, --no-published, --title or --publisher.")
    with open_for("edit") as desk:
        corrected = desk.edit(id, Correction(published, no_published, title, publisher))
    if as_json:
        print_json({"before": metadata(corrected.before), "after": metadata(corrected.after)})
    else:
        _print(corrected)


def _print(corrected: "Corrected") -> None:
    from assistant.commands.output import one_line, wrapped
    from ingest.preparing.intake import suspicion

    before, after = (_shown(briefing) for briefing in (corrected.before, corrected.after))
    click.echo(wrapped(one_line(corrected.after)))
    for name, was in before.items():
        mark = f"{was} -> {after[name]}" if was != after[name] else f"{was} (as before)"
        click.echo(wrapped(f"{name + ':':<11}{mark}", hang=11))
    for remark in suspicion(corrected.after.published, date.today()):
        click.echo(wrapped(f"Note: {remark}", hang=6))


def _shown(briefing: "Briefing") -> dict[str, str]:
    from assistant.commands.output import long_day, plain

    published = f"{long_day(briefing.published) or 'undated'}"
    if briefing.published_from:
        published += f" ({briefing.published_from})"
    return {
        "Published": published,
        "Title": plain(briefing.title),
        "Publisher": plain(briefing.publisher or "none"),
    }
