"""`briefings serve`: the page in a browser, for as long as it runs."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vectorstore.errors import BriefingsError

if TYPE_CHECKING:
    from assistant.desks.desk import Desk


@click.command(short_help="Serve the chat page, until Ctrl-C.")
@click.option("--host", help="The address to serve on.  [default: 127.0.0.1]")
@click.option("--port", type=click.IntRange(0, 65535), help="0: any that is free.  [default: 7860]")
@click.option(
    "--first-run",
    metavar="SOURCE",
    multiple=True,
    help="Take this in first when the home holds no briefing yet; may be repeated.",
)
@click.option("--mcp", is_flag=True, help="Offer ask, search, timeline and ingest as MCP tools at /mcp.")
def serve(host: str | None, port: int | None, first_run: tuple[str, ...], mcp: bool) -> None:
    """Serve the chat page, until Ctrl-C.

    Other commands may be used meanwhile: they hand their work to this process.
    Only this machine can reach it; any other --host is refused unless BRIEFINGS_ALLOW_PUBLIC is 1, for
    there is no login yet.

    \b
    briefings serve
    briefings serve --port 8000 --first-run samples/
    """
    from assistant.build import open_desk
    from assistant.desks.serving import leave, listen_for_people, other_commands, serve_page, stop_on_sigterm
    from assistant.desks.upload_folder import sent_here
    from assistant.settings import settings

    chosen = settings()
    stop_on_sigterm()
    listener, address = listen_for_people(
        host or chosen.host, chosen.port if port is None else port, chosen.allow_public
    )
    try:
        with listener, ExitStack() as at_end:
            desk = open_desk(chosen.home, "serve", chat=chosen.chat)
            with other_commands(desk, chosen.home.home, address):
                if _fill(desk, first_run):
                    keep_questions(chosen.home.home, first_run)
                at_end.enter_context(sent_here())  # gone after the desk is closed, which still reads from it
                from assistant.web.app import LOOPBACK, build_app  # gradio takes 2 s to import

                app = build_app(desk, chosen.home.home, ("*",) if chosen.allow_public else LOOPBACK, mcp)
                click.echo(f"Serving {address} (Ctrl-C stops it)")
                if mcp:
                    click.echo(f"MCP tools at {address}/mcp")
                serve_page(app, listener)
    except KeyboardInterrupt:
        pass
    click.echo("Stopped.")
    leave()


def _fill(desk: "Desk", sources: tuple[str, ...]) -> bool:
    """Take `sources` in when the home holds nothing; the page is of use without them, too."""
    from assistant.commands.ingest import take_in
    from assistant.commands.output import print_report

    if not sources or desk.list():
        return False
    click.echo(f"The home is empty; taking in {', '.join(sources)}.")
    try:
        print_report(take_in(desk, sources))
    except BriefingsError as error:
        click.echo(f"briefings: {error}", err=True)
        return False
    return True


def keep_questions(home: Path, folders: tuple[str, ...]) -> None:
    """Offer the question set that lies in a folder with its briefings, under that folder's name."""
    from assistant.evaluation.question_sets import QuestionSets
    from assistant.evaluation.questions import read_text

    for folder in map(Path, folders):
        file = folder / "questions.jsonl"
        if not file.is_file():
            continue
        try:
            QuestionSets(home).add(folder.resolve().name, read_text(file, str(file)))
        except BriefingsError as error:
            click.echo(f"briefings: {error}", err=True)
