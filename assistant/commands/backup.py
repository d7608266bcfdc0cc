"""`briefings export` and `briefings import`: everything in one file, and back."""

from pathlib import Path
from typing import Any

import click

from assistant.commands.onfile import open_for, print_json
from assistant.commands.options import as_json


@click.command(short_help="Write everything into one file.")
@click.argument("file", type=click.Path(path_type=Path))
@as_json
def export(file: Path, as_json: bool) -> None:
    """Write everything that the home keeps into FILE, a zip file: briefings with all their versions
    and vectors, conversations and thumbs, and question sets with their history.

    An earlier export of that name is replaced when the new one is whole.

    \b
    briefings export briefings.zip
    """
    target = file.expanduser().absolute()
    with open_for("export") as desk:
        manifest = desk.export(target)
    if as_json:
        print_json(manifest)
    else:
        click.echo(f"Exported {_counts(manifest)} to {target}, {target.stat().st_size / 1e6:.1f} MB.")


@click.command("import", short_help="Fill the home from such a file.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Put it in place of all that the home holds.")
@as_json
def import_(file: Path, replace: bool, as_json: bool) -> None:
    """Fill the home from an export, whose digests are checked; nothing is embedded again.

    The home must be empty, or --replace given: until the import is done, it is as it was. Stop `serve` first.

    \b
    briefings import briefings.zip
    briefings import briefings.zip --replace
    """
    from assistant.settings import settings
    from vectorstore.backup.restoring import restore
    from vectorstore.encoder.embedding import load_encoder
    from vectorstore.store import Store

    home = settings().home
    encoder = load_encoder(home.encoder, home.models, home.threads, at_once=False)
    manifest = restore(home, encoder, file.expanduser().absolute(), replace)
    Store.open(home, encoder, purpose="import").close()  # an older home learns its words, once
    if as_json:
        print_json(manifest)
    else:
        click.echo(f"Imported {_counts(manifest)} of {manifest['made'][:16].replace('T', ' ')} UTC.")
        if manifest.get("conversations"):
            click.echo(
                "Conversations are shown in the browser that began them; `briefings adopt` gives them to "
                "another one."
            )


def _counts(manifest: dict[str, Any]) -> str:
    """Say what a file holds.

    >>> _counts({"briefings": 1, "versions": 2, "files": ["history/a"]})
    '1 briefing in 2 versions, 1 run of question sets'
    """
    from assistant.commands.output import counted

    held = f"{counted(manifest['briefings'], 'briefing')} in {counted(manifest['versions'], 'version')}"
    talked = manifest.get("conversations", 0)
    runs = sum(name.startswith("history/") for name in manifest["files"])
    more = [counted(talked, "conversation")] if talked else []
    return ", ".join([held, *more, *([f"{counted(runs, 'run')} of question sets"] if runs else [])])
