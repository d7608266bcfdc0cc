"""`briefings adopt`: give conversations to the browser that opens a link."""

from datetime import datetime

import click

from assistant.commands.onfile import open_for


@click.command(short_help="Give imported conversations to a browser.")
@click.option("--all", "everything", is_flag=True, help="Give it those of every other browser, too.")
def adopt(everything: bool) -> None:
    """Print a link to the page; the browser that opens it gets the conversations that came with an
    import, unless their own browser was here since. It works once, for ten minutes.

    With --all it gets every conversation of the home: after cookies were deleted, or to change over to
    another browser. The browsers that had them have them no longer.

    \b
    briefings adopt
    briefings adopt --all
    """
    from assistant.desks.endpoint import read_endpoint
    from assistant.settings import settings

    chosen = settings()
    with open_for("adopt") as desk:
        offer = desk.conversations.offer(everything)
        serving = read_endpoint(chosen.home.home)
    page = serving.page if serving else f"http://{chosen.host}:{chosen.port}"
    count = "1 conversation" if offer.count == 1 else f"{offer.count} conversations"
    first = "" if serving else "Start `briefings serve`, then open"
    until = datetime.fromtimestamp(offer.until).strftime("%H:%M")
    click.echo(
        f"{first or 'Open'} this in the browser that is to have {count}. It works once, until {until}:"
    )
    click.echo(f"{page}/?adopt={offer.token}")
