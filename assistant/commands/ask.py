"""`briefings ask`: one question, one checked answer."""

import json
from datetime import date

import click

from assistant.commands.options import as_json, by_publisher, narrowed, refuse_inverted_range


@click.command(short_help="Answer a question, every sentence cited.")
@click.argument("question")
@narrowed
@by_publisher
@as_json
def ask(
    question: str,
    as_of: date | None,
    published_from: date | None,
    published_to: date | None,
    parties: tuple[str, ...],
    publishers: tuple[str, ...],
    as_json: bool,
) -> None:
    """Answer a question from the briefings on file, every sentence cited.

    When the briefings do not say, it says so, what it searched for and the nearest ones; that is no error.

    \b
    briefings ask "What is the status of Japan-US talks?"
    briefings ask "Which tariffs apply to steel?" --as-of 2025-05-31 --party EU
    """
    from assistant.asking.request import AskRequest
    from assistant.build import open_desk
    from assistant.commands.empty_home import note_if_empty
    from assistant.commands.output import print_answer
    from assistant.settings import settings

    refuse_inverted_range(published_from, published_to)
    desk = open_desk(settings().home, "ask", chat=settings().chat)
    try:
        answer = desk.ask(
            AskRequest(
                question,
                as_of=as_of,
                published_from=published_from,
                published_to=published_to,
                parties=parties,
                publishers=publishers,
            )
        )
        if answer.abstained and not answer.retrieved:
            note_if_empty(desk)
    finally:
        desk.close()
    if as_json:
        click.echo(json.dumps(answer.to_json(), ensure_ascii=False, indent=2))
    else:
        print_answer(answer)
