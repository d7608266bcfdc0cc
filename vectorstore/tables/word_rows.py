"""Read and write the words on file and their vectors in the catalogue's table `words`."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select

from vectorstore.tables import schema
from vectorstore.tables.slices import sliced

_w = schema.words.c

WORDS: Select[Any] = select(_w.word)

# In the order of the words, so that two readers number the rows of their matrix alike.
VECTORS: Select[Any] = select(_w.word, _w.vector).order_by(_w.word)


def write(connection: Connection, vectors: Mapping[str, bytes]) -> None:
    """Write words with their packed vectors, in place of what is there; the caller holds the transaction."""
    remove(connection, list(vectors))
    if vectors:
        rows = [{"word": word, "vector": vector} for word, vector in vectors.items()]
        connection.execute(insert(schema.words), rows)


def remove(connection: Connection, words: Sequence[str]) -> None:
    """Delete words; those that are not there are skipped."""
    for part in sliced(words):
        connection.execute(delete(schema.words).where(_w.word.in_(part)))
