"""Hold both indexes of a home in step with what they are derived from; build new ones beside them.

The catalogue names the folders in use, so that one transaction puts new ones in place of the old.
"""

import logging
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

import numpy as np
from sqlalchemy import Connection

from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.encoder.embedding import EncoderIdentity, Vectors
from vectorstore.errors import BriefingsError
from vectorstore.filters import Labels, labels_of
from vectorstore.indexes.keywords import KeywordIndex
from vectorstore.tables import schema, vector_rows
from vectorstore.tables.slices import parts

if TYPE_CHECKING:
    from vectorstore.indexes.dense import DenseIndex

logger = logging.getLogger(__name__)

IN_USE = "indexes"  # what the catalogue calls the number of the folders in use; a home begins with 0
CLOSE = 0.01  # a vector that was read back is the one on file: Chroma gives it back to 7 digits


class Content(Protocol):
    """Passages that indexes hold."""

    def ids(self) -> list[str]: ...

    def indexed(self, ids: Sequence[str]) -> dict[str, str]:
        """What is indexed of these passages: prefix and text."""
        ...

    def vectors(self, ids: Sequence[str]) -> dict[str, bytes]:
        """The packed vectors of these passages."""
        ...


class CurrentPassages:
    """The passages that the catalogue holds now."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.ids = catalogue.passage_ids
        self.indexed = catalogue.indexed
        self.vectors = catalogue.vectors


class Indexes:
    """An open pair of indexes. Any thread may query; one at a time writes."""

    def __init__(self, home: Path, number: int, encoder: EncoderIdentity, at_once: bool = True) -> None:
        """Open the pair of this number, or make it; StorageError when it is damaged.

        Unless `at_once`, the vectors are opened when they are first asked for: Chroma takes 0.4 s to import.
        """
        self.number = number
        self._encoder = encoder
        self._vectors, words = folders(home, number)
        self._opening = Lock()
        self._dense: DenseIndex | None = None
        if at_once:
            _ = self.dense
        try:
            self.keywords = KeywordIndex(words)
        except BriefingsError:
            self._close_dense()
            raise

    @property
    def dense(self) -> "DenseIndex":
        """The vectors."""
        with self._opening:
            if self._dense is None:
                from vectorstore.indexes.dense import DenseIndex

                self._dense = DenseIndex(self._vectors, self._encoder)
            return self._dense

    def write(self, texts: dict[str, str], packed: Sequence[bytes], labels: Sequence[Labels]) -> None:
        """Write passages to both, by id; `keywords.commit` makes them visible."""
        if texts:
            # One call a batch: Chroma takes 50 ms for each, however few vectors it is given.
            self.dense.upsert(list(texts), self._unpacked(packed), labels)
            self.keywords.add(list(texts), list(texts.values()), labels)

    def delete(self, ids: Sequence[str]) -> None:
        """Delete passages from both; ids that are not there are skipped."""
        if ids:
            self.dense.delete(ids)
            self.keywords.delete(ids)
            self.keywords.commit()

    def fill(self, catalogue: Catalogue, content: Content) -> None:
        """Add to each what it lacks and delete what `content` does not hold."""
        current = content.ids()
        wanted = set(current)
        facts = catalogue.facts()
        in_dense, in_keywords = self.dense.ids(), self.keywords.ids()
        self.dense.delete([id for id in in_dense if id not in wanted])
        repeated = {id for id, times in Counter(in_keywords).items() if times > 1 or id not in wanted}
        self.keywords.delete(sorted(repeated))
        has_vector, has_words = set(in_dense), set(in_keywords) - repeated
        for part in parts([id for id in current if id not in has_vector or id not in has_words]):
            labels = {id: labels_of(facts[id.partition(".")[0]]) for id in part}
            bare = [id for id in part if id not in has_vector]
            if bare:
                rows = content.vectors(bare)
                packed = [rows[id] for id in bare]
                self.dense.upsert(bare, self._unpacked(packed), [labels[id] for id in bare])
            if mute := [id for id in part if id not in has_words]:
                texts = content.indexed(mute)
                self.keywords.add(mute, [texts[id] for id in mute], [labels[id] for id in mute])
        self.keywords.commit()

    def problems(self, content: Content) -> list[str]:
        """Compare both with `content`, each vector too; return what is wrong in words, [] when sound."""
        current = content.ids()
        in_dense = self.dense.ids()
        found = [
            *_differences("vectors", set(current), in_dense),
            *_differences("keyword index", set(current), self.keywords.ids()),
        ]
        held = set(in_dense)
        others = [
            id for part in parts([id for id in current if id in held]) for id in self._other(part, content)
        ]
        if others:
            found.append(f"{len(others)} vectors are not those on file, for example that of {others[0]}")
        return found

    def close(self) -> None:
        """Close both."""
        try:
            self.keywords.close()
        finally:
            self._close_dense()

    def _close_dense(self) -> None:
        if self._dense is not None:
            self._dense.close()

    def _other(self, ids: Sequence[str], content: Content) -> list[str]:
        rows = content.vectors(ids)
        ids = [id for id in ids if id in rows]
        ours = self._unpacked([rows[id] for id in ids])
        theirs = self.dense.vectors(ids)
        return [
            id
            for id, own in zip(ids, ours, strict=True)
            if id not in theirs or not np.allclose(theirs[id], own, atol=CLOSE)
        ]

    def _unpacked(self, rows: Sequence[bytes]) -> Vectors:
        return vector_rows.unpacked(rows, self._encoder.dimension)


def folders(home: Path, number: int) -> tuple[Path, Path]:
    """Return where the vectors and the keyword index of this number are."""
    ending = f"-{number}" if number else ""
    return home / f"chroma{ending}", home / f"keywords{ending}"


def number_in_use(catalogue: Catalogue) -> int:
    """Return the number of the pair that the catalogue names."""
    return int(catalogue.meta(IN_USE) or 0)


def put_into_use(catalogue: Catalogue, number: int, also: Callable[[Connection], None] | None = None) -> None:
    """Name the pair in use, and let `also` write in the same transaction."""
    with catalogue.writing() as connection:
        if also:
            also(connection)
        schema.set_meta(connection, {IN_USE: str(number)})
    catalogue.generation += 1


def build(home: Path, catalogue: Catalogue, encoder: EncoderIdentity, content: Content) -> Indexes:
    """Make a new pair beside those that are there and fill it; the caller puts it into use."""
    taken = [int(number) for path in _all(home) if (number := path.name.partition("-")[2]).isdigit()]
    indexes = Indexes(home, max([*taken, number_in_use(catalogue)]) + 1, encoder)
    try:
        indexes.fill(catalogue, content)
    except BaseException:
        with suppress(BriefingsError):
            indexes.close()
        raise
    return indexes


def remove_unused(home: Path, number: int) -> None:
    """Delete the folders of all pairs but this one: what a crash or a rebuild left."""
    for path in _all(home):
        if path not in folders(home, number):
            logger.info("Deleting %s, which is not in use", path)
            shutil.rmtree(path, ignore_errors=True)


def _all(home: Path) -> list[Path]:
    named = [path for name in ("chroma", "keywords") for path in (home / name, *home.glob(f"{name}-*"))]
    return [path for path in named if path.is_dir() and not path.is_symlink()]


def _differences(name: str, wanted: set[str], ids: Sequence[str]) -> Iterator[str]:
    counted = Counter(ids)
    if lacking := wanted - counted.keys():
        yield f"{len(lacking)} of {len(wanted)} passages are missing from the {name}, such as {min(lacking)}"
    if extra := counted.keys() - wanted:
        yield f"{len(extra)} passages in the {name} are not on file, for example {min(extra)}"
    if repeated := sorted(id for id, times in counted.items() if times > 1):
        yield f"{len(repeated)} passages are in the {name} more than once, for example {repeated[0]}"


__all__ = [
    "CurrentPassages",
    "Indexes",
    "build",
    "folders",
    "number_in_use",
    "put_into_use",
    "remove_unused",
]
