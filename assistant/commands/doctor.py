"""`briefings doctor`: whether the home is sound, and how to mend it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from assistant.commands.onfile import print_json
from assistant.commands.options import as_json
from vectorstore.errors import CatalogueDamagedError, DamagedError, SettingsError, StorageError

if TYPE_CHECKING:
    from assistant.desks.desk import Desk
    from assistant.settings import ChatSettings

_FIX = "Check BRIEFINGS_CHAT_MODEL and what belongs to it; without it answers are verbatim sentences."
UNITS = ((1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "kB"))


@click.command(short_help="Say whether the home is sound; repair it.")
@click.option("--repair", is_flag=True, help="Build the search indexes anew from the catalogue.")
@as_json
def doctor(repair: bool, as_json: bool) -> None:
    """Say what the home holds and whether it is sound; exit code 1 when it is not.

    Both search indexes are read from end to end and compared with the catalogue, which holds
    everything; --repair builds them anew from it, damaged or not, and embeds nothing again.
    A chat model that is set is asked three short questions.

    \b
    briefings doctor
    briefings doctor --repair
    """
    from assistant.build import open_desk
    from assistant.settings import settings

    chosen = settings()
    home = chosen.home
    lost = False  # whether there is nothing to repair it from
    try:
        desk = open_desk(home, "doctor", try_first=True, repair=repair)
        try:
            state = desk.doctor(repair)
            if chat := _tried(desk, chosen.chat):
                state["chat"] = chat
        finally:
            desk.close()
    except (DamagedError, CatalogueDamagedError) as error:
        state = {"home": str(home.home), "repaired": [], "problems": [str(error)]}
        lost = isinstance(error, CatalogueDamagedError)
    if as_json:
        print_json(state)
    else:
        _print(state)
    trouble = state.get("chat", {}).get("problems", ())
    if trouble and not state["problems"]:
        raise SettingsError("The home is sound; the chat model does not work as it is set. " + _FIX)
    if lost:
        raise StorageError("The home is not sound, and nothing in it can rebuild its catalogue.")
    if state["problems"]:
        raise StorageError(
            "Some problems remain; keep a copy of the home and report them."
            if repair
            else "The home is not sound. Run: briefings doctor --repair"
        )


def _tried(desk: "Desk", chosen: "ChatSettings | None") -> dict[str, Any]:
    """Try the chat model of the process that answers: the one that serves, else the one set here."""
    from assistant.build import make_chat
    from assistant.drafting.chat_check import check_chat, not_tried

    if state := desk.check_chat():
        return state
    if chosen is None:
        return {}
    try:
        return check_chat(make_chat(chosen))
    except SettingsError as error:
        return not_tried(chosen.name, str(error))


def _print(state: Mapping[str, Any]) -> None:
    from assistant.commands.output import plain, wrapped

    click.echo(f"Home       {state['home']}")
    if "briefings" in state:
        _print_what_is_held(state)
    for done in state["repaired"]:
        click.echo(wrapped(f"Repaired   {plain(done)}", hang=11))
    for problem in state["problems"]:
        click.echo(wrapped(f"Problem    {plain(problem)}", hang=11))
    if chat := state.get("chat"):
        _print_chat(chat)
    if not state["problems"]:
        click.echo("Sound      the catalogue and both indexes agree, each vector was read back")


def _print_chat(chat: Mapping[str, Any]) -> None:
    from assistant.commands.output import plain, wrapped

    for problem in chat["problems"]:
        click.echo(wrapped(f"Problem    {plain(problem)}", hang=11))
    answers = not chat["problems"] or chat["streaming"] or chat["structured_output"] or chat["usage"]
    told = "; ".join(_what_works(chat)) if answers else "does not answer"
    click.echo(wrapped(f"Chat model {plain(chat['name'])}: {told}", hang=11))


def _what_works(chat: Mapping[str, Any]) -> list[str]:
    tried = f", {chat['tried_tokens']:,} tried" if chat["tried_tokens"] else ""
    return [
        "streams" if chat["streaming"] else "does not stream: an answer comes all at once",
        "structured output" if chat["structured_output"] else "no structured output, which no answer needs",
        f"window of {chat['window']:,} tokens{tried}",
        "counts its tokens" if chat["usage"] else "does not count its tokens",
    ]


def _print_what_is_held(state: Mapping[str, Any]) -> None:
    from datetime import date

    from assistant.commands.output import counted, long_day

    click.echo(
        f"Briefings  {state['briefings']} ({state['undated']} undated, "
        f"{counted(state['duplicates'], 'duplicate')})"
    )
    if state["newest"]:
        click.echo(f"Newest     {long_day(date.fromisoformat(state['newest']))}")
    if state["last_ingest"]:
        click.echo(f"Ingested   last on {state['last_ingest'][:16].replace('T', ' ')} UTC")
    click.echo(f"Passages   {state['passages']}")
    encoder = state["encoder"]
    click.echo(f"Encoder    {encoder['name']} ({encoder['dimension']} dimensions, {encoder['digest'][:12]})")
    click.echo(
        "On disk    " + ", ".join(f"{name} {_readable(size)}" for name, size in state["bytes"].items())
    )


def _readable(size: int) -> str:
    """Round a number of bytes.

    >>> _readable(1_500_000)
    '1.4 MB'
    """
    for unit, name in UNITS:
        if size >= unit:
            return f"{size / unit:.1f} {name}"
    return f"{size} bytes"
