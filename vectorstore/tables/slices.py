"""Cut ids into parts: as many as one statement takes, or as many passages as are held in memory at once."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

STATEMENT = 400  # ids, of one or two columns; older SQLite takes 999 parameters at most
PART = 256  # passages read or written at a time: 0.4 MB of vectors, and a crash loses little


def sliced(ids: Sequence[T]) -> Iterator[Sequence[T]]:
    """Cut ids into slices that a statement takes."""
    return _cut(ids, STATEMENT)


def parts(ids: Sequence[T]) -> Iterator[Sequence[T]]:
    """Cut the ids of passages into parts of a size to read or write at a time."""
    return _cut(ids, PART)


def _cut(ids: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for at in range(0, len(ids), size):
        yield ids[at : at + size]
