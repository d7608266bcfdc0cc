"""Put an import in place of what a home holds, all of it or nothing, whatever ends the process.

What was there is moved into `replaced/` in the home, and the import's catalogue first. From there it is moved
into its place last, in one step, which puts the import into use. While it still lies there the import is
unfinished, and whoever opens the home next puts back what was moved. The caller holds the home's lock.
"""

import logging
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from vectorstore.errors import StorageError
from vectorstore.settings import CATALOGUE, HISTORY, QUESTIONS

ASIDE = "replaced"  # what was in the home, until the import is done
ARRIVING = "arriving.db"  # the import's catalogue, until it is in use

logger = logging.getLogger(__name__)


def swap(home: Path, scratch: Path) -> None:
    """Put what lies in `scratch` in place; on an OSError the home is as it was."""
    aside, catalogue = home / ASIDE, home / CATALOGUE
    aside.mkdir(mode=0o700)
    # Question sets of the home stay where the export has none: it may be of a program that kept none.
    folders = [HISTORY, *([QUESTIONS] if (scratch / QUESTIONS).exists() else [])]
    if catalogue.exists():
        with suppress(sqlite3.Error), closing(sqlite3.connect(catalogue)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    try:
        (scratch / CATALOGUE).replace(aside / ARRIVING)
        for left in home.glob(f"{CATALOGUE}-*"):  # the journal of the old one would be read into the new one
            left.replace(aside / left.name)
        for folder in folders:
            if (home / folder).exists():
                (home / folder).replace(aside / folder)
            else:
                (aside / folder).mkdir()  # says that the home had none
            if (scratch / folder).exists():
                (scratch / folder).replace(home / folder)
        (aside / ARRIVING).replace(catalogue)
    except OSError:
        settle(home)
        raise


def settle(home: Path) -> None:
    """Put back what an unfinished import moved, and delete what a finished one replaced."""
    aside = home / ASIDE
    if (aside / ARRIVING).exists():
        logger.warning("Putting back what an import of the home %s that was stopped had moved", home)
        try:
            _put_back(home, aside)
        except OSError as error:
            raise StorageError(
                f"An import of the home {home} was stopped, and what it had moved to {aside} cannot be put "
                f"back: {error.strerror or error}. Check the folder's permissions, then try again."
            ) from error
    shutil.rmtree(aside, ignore_errors=True)


def _put_back(home: Path, aside: Path) -> None:
    for folder in (HISTORY, QUESTIONS):
        if (aside / folder).exists():
            shutil.rmtree(home / folder, ignore_errors=True)  # that of the import
            (aside / folder).replace(home / folder)
            with suppress(OSError):
                (home / folder).rmdir()  # there was none
    for journal in aside.glob(f"{CATALOGUE}-*"):
        journal.replace(home / journal.name)
