"""Know which words on file are near in meaning to a word that somebody typed.

A word's vector is that of the home's encoder for the word alone. It does not decide which words
are on file: `vectorstore.indexes.word_use` does.
"""

import threading
from collections import OrderedDict
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from sys import intern
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.encoder.embedding import Encoder, Vectors
from vectorstore.patterns import pattern
from vectorstore.tables import word_rows

LONGEST = 40  # characters; what is longer is an address or a slip of a reader
LETTERS = 2  # a word has at least so many: "x" or "g7" is near to everything short
REMEMBERED = 512  # typed words that are not on file whose vectors are kept: 0.8 MB
STEPS = 127  # of an int8 row to either side: moves a cosine by less than 0.01 (test_vocabulary)
BLOCK = 4096  # rows turned into float32 at once: 6 MB
DIGITS = 4  # of a cosine; the encoder's own last digits depend on what is embedded beside a word

_WORD = pattern(r"[^\W\d_][\w'’-]*|\d[\d.,]*%?")


@lru_cache(maxsize=16_384)
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text as they are written, lower-cased, and its numbers.

    >>> sorted(words_of("The EU’s 'counter-measures' cost 4.5% of €1,200."))
    ['1,200', '4.5%', 'cost', 'counter-measures', 'eu’s', 'of', 'the']
    """
    return find_words(text)


def find_words(text: str) -> frozenset[str]:
    """Do the same without keeping the result: for texts that are read once."""
    found = (word.strip("'’-.,") for word in _WORD.findall(text.lower()))
    return frozenset(intern(word) for word in found if word)


def has_meaning(word: str) -> bool:
    """Tell whether a word gets a vector: no number, no single letter, nothing overlong."""
    return (
        len(word) <= LONGEST
        and not word[:1].isdigit()
        and sum(character.isalpha() for character in word) >= LETTERS
    )


class _Loaded(NamedTuple):
    words: tuple[str, ...]
    numbers: dict[str, int]  # word -> row
    rows: NDArray[np.int8]  # shape (words, dimension), a quarter of the size in float32
    lengths: NDArray[np.float32]  # of the rows


class Vocabulary:
    """The words on file with their vectors, kept in the catalogue. Any thread may ask."""

    def __init__(self, catalogue: Catalogue, encoder: Encoder) -> None:
        self._catalogue = catalogue
        self._encoder = encoder
        self._lock = threading.RLock()
        self._changing = threading.RLock()  # one learns or forgets at a time; asking goes on meanwhile
        self._words: set[str] | None = None
        self._loaded: _Loaded | None = None
        self._typed: OrderedDict[str, Vectors] = OrderedDict()  # that are not on file

    @property
    def words(self) -> frozenset[str]:
        """The words that are known."""
        with self._lock:
            return frozenset(self._known())

    def which(self, words: Iterable[str]) -> frozenset[str]:
        """Return those of the words, in small letters, that are known."""
        with self._lock:
            return frozenset(self._known().intersection(words))

    def learn(self, texts: Iterable[str]) -> list[str]:
        """Embed the words of `texts` that are not known yet, in one call; return them."""
        return self.learn_words(frozenset().union(*map(find_words, texts)))

    def learn_words(self, words: Iterable[str]) -> list[str]:
        """Embed those of `words` that are not known yet and have a meaning; return them."""
        with self._changing:
            known = self.words
            new = sorted({word for word in words if word not in known and has_meaning(word)})
            if new:
                packed = map(packed_word, self._encoder.encode(new))
                with self._catalogue.writing() as connection:
                    word_rows.write(connection, dict(zip(new, packed, strict=True)))
                self._changed(added=new)
            return new

    def forget(self, words: Collection[str]) -> None:
        """Remove words; those that are not known are skipped."""
        with self._changing:
            gone = sorted(self.words.intersection(words))
            if gone:
                with self._catalogue.writing() as connection:
                    word_rows.remove(connection, gone)
                self._changed(removed=gone)

    def near(
        self, words: Sequence[str], among: Collection[str] | None = None, least: float = 0.4
    ) -> list[dict[str, float]]:
        """Return, for each typed word or short phrase, the known words whose cosine is at least `least`.

        Of those in `among`, where it is given: most of a large vocabulary is in no text that is read. The
        nearest come first. A word that is known itself has 1.0.
        """
        loaded = self._load()
        on_file = loaded.words if among is None else [word for word in among if word in loaded.numbers]
        if not on_file:
            return [{} for _ in words]
        rows = np.fromiter((loaded.numbers[word] for word in on_file), dtype=np.int64)
        table, lengths = loaded.rows[rows].astype(np.float32), loaded.lengths[rows]
        vectors = self._vectors(loaded, list(dict.fromkeys(words)))
        # A product for each word: one of all of them would round the last digits by their number.
        return [_near(on_file, table @ vectors[word] / lengths, least) for word in words]

    def _vectors(self, loaded: _Loaded, words: Sequence[str]) -> dict[str, Vectors]:
        """Return the vector of each word; one that is on file has its vector there, and most are."""
        rows = {word: row for word in words if (row := loaded.numbers.get(word.lower())) is not None}
        vectors = {word: loaded.rows[row] / loaded.lengths[row] for word, row in rows.items()}
        with self._lock:
            vectors |= {word: self._typed[word] for word in words if word in self._typed and word not in rows}
        if strange := [word for word in words if word not in vectors]:
            embedded = dict(zip(strange, self._encoder.encode(strange), strict=True))
            vectors |= embedded
            with self._lock:
                self._typed |= embedded
                while len(self._typed) > REMEMBERED:
                    self._typed.popitem(last=False)
        return vectors

    def _load(self) -> _Loaded:
        with self._lock:
            if self._loaded is None:
                rows = self._catalogue.read(word_rows.VECTORS)
                words = tuple(row.word for row in rows)
                numbers = {word: number for number, word in enumerate(words)}
                steps = _unpacked([row.vector for row in rows], self._encoder.identity.dimension)
                self._loaded = _Loaded(words, numbers, steps, _lengths(steps))
            return self._loaded

    def _known(self) -> set[str]:
        if self._words is None:
            self._words = {row.word for row in self._catalogue.read(word_rows.WORDS)}
        return self._words

    def _changed(self, added: Sequence[str] = (), removed: Sequence[str] = ()) -> None:
        with self._lock:
            self._words = (self._known() | set(added)) - set(removed)
            self._loaded = None


def _near(on_file: Sequence[str], cosines: Vectors, least: float) -> dict[str, float]:
    cosines = np.round(cosines, DIGITS)
    near = np.flatnonzero(cosines >= np.float32(least))
    best_first = near[np.argsort(-cosines[near], kind="stable")]
    return {on_file[at]: round(float(cosines[at]), DIGITS) for at in best_first}


def packed_word(vector: Vectors) -> bytes:
    """Pack a word's float32 vector, shape (dimension,): its step as a float32 (4 bytes), then int8 steps."""
    step = np.float32(max(float(np.abs(vector).max()), 1e-9) / STEPS)
    row = np.rint(vector / step).astype(np.int8)
    return bytes(step.astype("<f4").tobytes() + row.tobytes())


def _unpacked(packed: Sequence[bytes], dimension: int) -> NDArray[np.int8]:
    """Unpack rows of steps, shape (len(packed), dimension); how large a step is does not turn a vector."""
    rows = np.frombuffer(b"".join(packed), dtype=np.int8).reshape(len(packed), 4 + dimension)
    return np.ascontiguousarray(rows[:, 4:])


def _lengths(rows: NDArray[np.int8]) -> NDArray[np.float32]:
    lengths = np.ones(len(rows), dtype=np.float32)
    for start in range(0, len(rows), BLOCK):
        block = rows[start : start + BLOCK].astype(np.float32)
        lengths[start : start + BLOCK] = np.maximum(np.linalg.norm(block, axis=1), 1)
    return lengths


__all__ = ["Vocabulary", "find_words", "has_meaning", "packed_word", "words_of"]
