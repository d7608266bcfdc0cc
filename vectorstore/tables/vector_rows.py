"""Read and write the passages' vectors in the catalogue's table `vectors`: float16, little-endian.

Half precision moves a cosine by less than 0.001 (test_vector_rows) and halves the room.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from sqlalchemy import Connection, Select, delete, insert, select

from vectorstore.encoder.embedding import Vectors
from vectorstore.tables import schema

_v = schema.vectors.c

# In the order of the ids, so that two readers number the rows of their matrix alike.
ALL: Select[Any] = select(_v.passage_id, _v.vector).order_by(_v.passage_id)


def packed(vectors: Vectors) -> list[bytes]:
    """Pack float32 vectors, shape (n, dimension), a row each."""
    return [row.tobytes() for row in vectors.astype("<f2")]


def unpacked(rows: Sequence[bytes], dimension: int) -> Vectors:
    """Unpack rows into float32, shape (len(rows), dimension)."""
    halves = np.frombuffer(b"".join(rows), dtype="<f2").reshape(len(rows), dimension)
    return halves.astype(np.float32)


def of(ids: Sequence[str]) -> Select[Any]:
    """Select the rows of these passages."""
    return ALL.where(_v.passage_id.in_(ids))


def write(connection: Connection, rows: Mapping[str, bytes]) -> None:
    """Write packed vectors by passage; the caller holds the transaction and sees that none is there."""
    if rows:
        connection.execute(insert(schema.vectors), [{"passage_id": i, "vector": v} for i, v in rows.items()])


def remove_of(connection: Connection, briefing_id: str) -> None:
    """Delete the vectors of a briefing's passages; the caller deletes the passages next."""
    own = select(schema.passages.c.id).where(schema.passages.c.briefing_id == briefing_id)
    connection.execute(delete(schema.vectors).where(_v.passage_id.in_(own)))
