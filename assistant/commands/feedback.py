"""`briefings feedback`: the thumbs that answers were given."""

from typing import TYPE_CHECKING

import click

from assistant.commands.onfile import open_for

if TYPE_CHECKING:
    from vectorstore.conversations.conversation import Feedback


@click.command(short_help="Show the thumbs given to answers, or write them as questions.")
@click.option("--jsonl", is_flag=True, help="Print lines of a question set instead.")
def feedback(jsonl: bool) -> None:
    """Show what people thought of the answers on the page, the oldest first.

    As lines of a question set, a thumbs-up names the briefings that were cited as the right ones; a
    thumbs-down is judged by nobody until you say what the answer should be.

    \b
    briefings feedback
    briefings feedback --jsonl > liked.jsonl
    """
    from assistant.desks.feedback import question_lines

    with open_for("feedback") as desk:
        given = desk.conversations.feedback()
    if jsonl:
        click.echo(question_lines(given), nl=False)
    elif not given:
        click.echo("No answer was given a thumb yet. On the page, each answer has two under it.")
    else:
        click.echo("\n\n".join(map(_told, given)))


def _told(given: "Feedback") -> str:
    from assistant.commands.output import plain

    sources = ", ".join(dict.fromkeys(cited["source"] for cited in given.cited))
    lines = [
        f"{given.thumb.upper():<5}{given.given_at[:10]}  {plain(given.question)}",
        *([f"     {plain(given.comment)}"] if given.comment else []),
        f"     {'declined' if given.abstained else f'cited {plain(sources)}'}",
    ]
    return "\n".join(lines)
