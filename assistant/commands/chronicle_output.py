"""Print timelines and news for people: the date first, then the sentence, then where it is from."""

from collections.abc import Sequence

import click

from assistant.asking.scope import scope
from assistant.chronicle.entries import Development, News, NewsItem, Timeline
from assistant.commands.output import long_day, plain, source_line, wrapped
from assistant.steps.notices import also_in
from ingest.text.parties import party_name
from vectorstore.filters import Filters


def print_timeline(timeline: Timeline, narrowed: Filters) -> None:
    """A paragraph for each development: number, date, sentence, what replaced it, source.

    `narrowed` is what was asked for beside the subject.
    """
    until = f" as of {long_day(timeline.as_of)}" if timeline.as_of else ""
    subject = " ".join(plain(timeline.subject).split())
    if not timeline.developments:
        click.echo(
            wrapped(
                f"The briefings {plain(scope(narrowed))} tell of no development of “{subject}”. "
                "Name a party or a measure in other words, or see what is on file: briefings list"
            )
        )
        return
    count = len(timeline.developments)
    click.echo(wrapped(f"{subject}{until}: {count} development{'' if count == 1 else 's'}, newest first"))
    for development in timeline.developments:
        click.echo()
        _print_development(development)


def print_news(news: News) -> None:
    """A heading for each party, and under it date, sentence and source of each briefing."""
    verb = "taken in" if news.ingested else "published"
    about = f" about {_any_of([party_name(party) for party in news.parties])}" if news.parties else ""
    count = news.dated
    if not (count or news.undated or news.to_come):
        click.echo(
            wrapped(f"No briefing {verb} since {long_day(news.since)}{about} is on file; nothing is new.")
        )
        return
    click.echo(
        wrapped(f"{count} briefing{'' if count == 1 else 's'} {verb} since {long_day(news.since)}{about}")
    )
    for group in news.groups:
        click.echo(f"\n{party_name(group.party) if group.party else 'No party named'}")
        for item in group.items:
            _print_item(item)
    apart = {
        "Undated: taken in since then, published nobody knows when": news.undated,
        "Dated on a day still to come: check the date": news.to_come,
    }
    for heading, items in apart.items():
        if items:
            click.echo()
            click.echo(wrapped(heading))
        for item in items:
            _print_item(item)


def _print_development(development: Development) -> None:
    citation = development.citation
    event = f"  (on {long_day(development.event)})" if _elsewhen(development) else ""
    mark = "  ENDED" if development.ended_by else ""
    mark = "  SUPERSEDED" if development.superseded_by is not None else mark
    click.echo(f"[{citation.number}] {long_day(development.published) or 'undated'}{event}{mark}")
    click.echo(wrapped(_one_line(development.text), indent=4))
    if development.to_come:
        click.echo(wrapped("Dated on a day still to come: check the date.", indent=4))
    if development.superseded_by is not None:
        click.echo(wrapped(f"Replaced by [{development.superseded_by}]: {development.reason}.", indent=4))
    if development.ended_by:
        click.echo(wrapped(f"{development.end_told}, told in {source_line(development.ended_by)}.", indent=4))
    click.echo(wrapped(f"- {source_line(citation)}", indent=4, hang=2))
    for also in development.also_in:
        click.echo(wrapped(f"- {also_in(citation, also)} {source_line(also)}", indent=4, hang=2))


def _elsewhen(development: Development) -> bool:
    return development.event is not None and development.event != development.published


def _print_item(item: NewsItem) -> None:
    title = f"{item.title}: {item.section}" if item.section else item.title
    parts = [title, item.publisher, long_day(item.published) or "undated"]
    click.echo(wrapped(f"- {plain(', '.join(part for part in parts if part))}", indent=2, hang=2))
    if item.citation:
        click.echo(wrapped(_one_line(item.citation.quote), indent=4))
    else:
        click.echo(wrapped("(no sentence of it can stand alone)", indent=4))
    if item.named_elsewhere:
        named = " and ".join(party_name(party) for party in item.named_elsewhere)
        click.echo(wrapped(f"(not about {named}, named elsewhere in it)", indent=4))
    for source in item.also_in:
        click.echo(wrapped(f"also in {plain(source)}", indent=4))


def _one_line(text: str) -> str:
    return " ".join(plain(text).split())


def _any_of(names: Sequence[str]) -> str:
    return " or ".join(names)
