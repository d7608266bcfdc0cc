"""The `briefings` command: its parts, its exit codes and its last word on errors.

Exit codes: 0 done, 1 it could not be done, 2 wrong usage. Each command is in `assistant/commands/`
and imports what it needs when it runs, so that `--help` is quick and an answer does not wait for torch.
"""

import errno
import gc
import logging
import os
import secrets
import sys
from pathlib import Path

import click

from assistant.commands.adopt import adopt
from assistant.commands.ask import ask
from assistant.commands.backup import export, import_
from assistant.commands.doctor import doctor
from assistant.commands.edit import edit
from assistant.commands.evaluate import evaluate
from assistant.commands.feedback import feedback
from assistant.commands.ingest import ingest
from assistant.commands.news import new
from assistant.commands.onfile import list_briefings, remove, show
from assistant.commands.reindex import reindex
from assistant.commands.search import search
from assistant.commands.serve import serve
from assistant.commands.timeline import timeline
from assistant.commands.watch import watch
from assistant.settings import keep_quiet, settings
from vectorstore.errors import BriefingsError
from vectorstore.home.allocator import share_pools

DONE, NOT_DONE = 0, 1
_HELP = {"-h", "--help"}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@click.group(context_settings={"help_option_names": sorted(_HELP)})
@click.version_option(package_name="trade-briefings-assistant", prog_name="briefings")
def cli() -> None:
    """Ask dated trade briefings; every sentence of an answer is cited.

    \b
    briefings ingest samples/
    briefings ask "What is the status of Japan-US talks?"
    briefings serve

    Everything is kept in one folder, BRIEFINGS_HOME. While `serve` runs, the other
    commands, import aside, hand their work to it.
    """
    if _HELP & {*sys.argv}:  # which explains what a setting may be, whatever is set
        return
    logging.basicConfig(
        level=settings().log_level, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s"
    )
    notices = logging.getLogger("briefings.notice")
    notices.handlers, notices.propagate = [logging.StreamHandler(sys.stderr)], False  # as they are worded


for _command in (
    ingest,
    watch,
    ask,
    search,
    timeline,
    new,
    evaluate,
    feedback,
    serve,
    list_briefings,
    show,
    edit,
    remove,
    doctor,
    reindex,
    export,
    import_,
    adopt,
):
    cli.add_command(_command)


def main() -> None:
    """Run the command line and exit with its code."""
    code = _run()
    gc.freeze()  # at exit Python would look through all that was imported once more: 0.4 s of an ask
    sys.exit(code)


def _run() -> int:
    keep_quiet()
    share_pools()
    _open_missing_streams()
    for stream in (sys.stdout, sys.stderr):  # a file name may hold bytes that are no text
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # both are text files
    try:
        code = cli.main(prog_name="briefings", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else DONE
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except BriefingsError as error:
        return _say(str(error))
    except (BrokenPipeError, SystemExit):  # the second is what click makes of the first
        _drop_output()  # the reader has left, which is its right (`| head -1`)
        return DONE
    except (KeyboardInterrupt, click.Abort):
        return _say("Stopped.")
    except OSError as error:
        if error.errno not in _FULL:
            return _say(_logged())
        _drop_output()
        return _say(f"Not all could be written: {error.strerror}. Make room, and run the command again.")
    except Exception:  # noqa: BLE001 - the top of every command; logged with its traceback
        return _say(_logged())


def _open_missing_streams() -> None:
    """Give a stream that was closed by who started the command (`>&-`) one that leads nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - open to the end


def _drop_output() -> None:
    """Have what is still buffered go nowhere: at exit Python would try once more to write it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(message: str) -> int:
    click.echo(f"briefings: {message}", err=True)
    return NOT_DONE


def _logged() -> str:
    """Keep the traceback in the home's log and say where."""
    number = secrets.token_hex(4)
    path: Path | None = None
    try:
        folder = settings().home.home / "log"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / "briefings.log"
        file = logging.FileHandler(path, encoding="utf-8", delay=False)
    except (OSError, BriefingsError):
        logging.getLogger(__name__).exception("Error %s", number)
        return f"Something went wrong that should not have (error {number}); it is shown above."
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("briefings.error")
    logger.propagate = False
    logger.addHandler(file)
    logger.exception("Error %s in: %s", number, " ".join(sys.argv[1:])[:500])
    file.close()
    return f"Something went wrong that should not have. Error {number} is in {path}; please report it."
