"""Print timelines for people: the date first, then the sentence, then where it is from."""

import click

from assistant.chronicle import Development, Timeline
from assistant.commands.output import long_day, plain, source_line, wrapped


def print_timeline(timeline: Timeline) -> None:
    """A paragraph for each development: number, date, sentence, what replaced it, source."""
    until = f" as of {long_day(timeline.as_of)}" if timeline.as_of else ""
    subject = " ".join(plain(timeline.subject).split())
    if not timeline.developments:
        click.echo(
            wrapped(
                f"The briefings on file tell of no development of “{subject}”{until}. "
                "Name a party or a measure in other words, or see what is on file: briefings list"
            )
        )
        return
    count = len(timeline.developments)
    click.echo(wrapped(f"{subject}{until}: {count} development{'' if count == 1 else 's'}, newest first"))
    for development in timeline.developments:
        click.echo()
        _print_development(development)


def _print_development(development: Development) -> None:
    citation = development.citation
    event = f"  (on {long_day(development.event)})" if _elsewhen(development) else ""
    mark = "  SUPERSEDED" if development.superseded_by is not None else ""
    click.echo(f"[{citation.number}] {long_day(development.published) or 'undated'}{event}{mark}")
    click.echo(wrapped(_one_line(development.text), indent=4))
    if development.superseded_by is not None:
        click.echo(wrapped(f"Replaced by [{development.superseded_by}]: {development.reason}.", indent=4))
    click.echo(wrapped(f"- {source_line(citation)}", indent=4, hang=2))
    for also in development.also_in:
        click.echo(wrapped(f"- also in {source_line(also)}", indent=4, hang=2))


def _elsewhen(development: Development) -> bool:
    return development.event is not None and development.event != development.published


def _one_line(text: str) -> str:
    return " ".join(plain(text).split())
