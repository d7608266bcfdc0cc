"""`briefings search`: the passages nearest to some words."""

import json
from datetime import date
from typing import TYPE_CHECKING

import click

from assistant.commands.options import as_json, by_publisher, narrowed, refuse_inverted_range

if TYPE_CHECKING:
    from assistant.desks.found import Found
    from vectorstore.filters import Filters


@click.command(short_help="Find passages, without answering.")
@click.argument("query")
@narrowed
@by_publisher
@click.option("--size", type=click.IntRange(1, 100), default=10, show_default=True, help="At most so many.")
@as_json
def search(
    query: str,
    as_of: date | None,
    published_from: date | None,
    published_to: date | None,
    parties: tuple[str, ...],
    publishers: tuple[str, ...],
    size: int,
    as_json: bool,
) -> None:
    """Show the passages nearest to some words, best first, as they stand in their briefings.

    Nothing is answered or declined: the nearest passages are shown however far they are.

    \b
    briefings search "steel quota"
    briefings search "rare earths" --as-of 2025-11-30 --party China
    """
    from assistant.build import open_desk
    from assistant.commands.empty_home import note_if_empty
    from assistant.desks.found import SearchRequest
    from assistant.settings import settings
    from vectorstore.filters import Filters

    refuse_inverted_range(published_from, published_to)
    desk = open_desk(settings().home, "search")
    try:
        found = desk.search(
            SearchRequest(query, as_of, published_from, published_to, parties, publishers, size)
        )
        if not found.passages:
            note_if_empty(desk)
    finally:
        desk.close()
    if as_json:
        click.echo(json.dumps(found.to_json(), ensure_ascii=False, indent=2))
    else:
        _print(found, Filters(as_of, published_from, published_to, parties, publishers))


def _print(found: "Found", narrowed: "Filters") -> None:
    from assistant.asking.scope import scope
    from assistant.commands.output import long_day, plain, wrapped

    if not found.passages:
        among = f"{scope(narrowed)} is on file" if narrowed.narrow else "is on file"
        click.echo(wrapped(f"No briefing {plain(among)}. See what there is: briefings list"))
    for number, passage in enumerate(found.passages, 1):
        page = f"page {passage.page}" if passage.page else None
        dated = long_day(passage.published) or "undated"
        parts = [passage.title, passage.publisher, dated, page]
        click.echo(wrapped(f"[{number}] {plain(', '.join(part for part in parts if part))}", hang=4))
        click.echo(wrapped(" ".join(plain(passage.text).split()), indent=4))
