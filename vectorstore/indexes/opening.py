"""Open the indexes of a home with care: files that are damaged can end the process that reads them.

A note in the home says that they are being opened. When it is still there at the next opening, the
process before ended in the middle: they are tried in another process first.
"""

from pathlib import Path

from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.encoder.embedding import EncoderIdentity
from vectorstore.errors import StorageError
from vectorstore.indexes.pair import (
    CurrentPassages,
    Indexes,
    build,
    number_in_use,
    put_into_use,
    remove_unused,
)
from vectorstore.indexes.probe import probe


class Opening:
    """The opening of one home, whose lock this process holds."""

    def __init__(self, home: Path, catalogue: Catalogue, encoder: EncoderIdentity) -> None:
        self._home = home
        self._catalogue = catalogue
        self._encoder = encoder
        self._note = home / "opening"
        self._number = number_in_use(catalogue)

    def damage(self, try_first: bool) -> str:
        """Try the indexes in another process where that is called for; say what is wrong, "" when nothing."""
        if not (try_first or self._note.exists()):
            return ""
        return "; ".join(probe(self._home, self._number, self._encoder))

    def indexes(self, anew: bool, vectors: bool = True) -> Indexes:
        """Open the indexes in use, without the vectors if so told, or put new ones into use."""
        remove_unused(self._home, self._number)
        if not anew:
            if vectors:
                self._write_note()
            return Indexes(self._home, self._number, self._encoder, at_once=vectors)
        indexes = build(self._home, self._catalogue, self._encoder, CurrentPassages(self._catalogue))
        put_into_use(self._catalogue, indexes.number)
        remove_unused(self._home, indexes.number)
        return indexes

    def done(self) -> None:
        """Take the note away: the indexes were opened and counted."""
        self._note.unlink(missing_ok=True)

    def _write_note(self) -> None:
        try:
            self._note.touch()
        except OSError as error:
            raise StorageError(
                f"The home {self._home} cannot be written: {error.strerror or error}. "
                "Free some space on its disk."
            ) from error
