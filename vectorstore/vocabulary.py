"""Know which words on file are near in meaning to a word that somebody typed.

A word's vector is that of the home's encoder for the word alone. It does not decide which words
are on file: `vectorstore.word_use` does.
"""

import re
import threading
from collections import OrderedDict
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from vectorstore import word_rows
from vectorstore.catalogue import Catalogue
from vectorstore.embedding import Encoder, Vectors

LONGEST = 40  # characters; what is longer is an address or a slip of a reader
LETTERS = 2  # a word has at least so many: "x" or "g7" is near to everything short
REMEMBERED = 512  # typed words whose near words are kept: some dozens of questions
STEPS = 127  # of an int8 row to either side: moves a cosine by less than 0.01 (test_vocabulary)
DIGITS = 4  # of a cosine; the encoder's own last digits depend on what is embedded beside a word

_WORD = re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,]*%?")


@lru_cache(maxsize=8192)
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text as they are written, lower-cased, and its numbers.

    >>> sorted(words_of("The EU’s 'counter-measures' cost 4.5% of €1,200."))
    ['1,200', '4.5%', 'cost', 'counter-measures', 'eu’s', 'of', 'the']
    """
    return find_words(text)


def find_words(text: str) -> frozenset[str]:
    """Do the same without keeping the result: for texts that are read once."""
    return frozenset(word for found in _WORD.findall(text.lower()) if (word := found.strip("'’-.,")))


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
    matrix: Vectors  # shape (words, dimension), rows of length 1


class Vocabulary:
    """The words on file with their vectors, kept in the catalogue. Any thread may ask."""

    def __init__(self, catalogue: Catalogue, encoder: Encoder) -> None:
        self._catalogue = catalogue
        self._encoder = encoder
        self._lock = threading.RLock()
        self._changing = threading.RLock()  # one learns or forgets at a time; asking goes on meanwhile
        self._words: set[str] | None = None
        self._loaded: _Loaded | None = None
        self._found: OrderedDict[tuple[str, float], dict[str, float]] = OrderedDict()

    @property
    def words(self) -> frozenset[str]:
        """The words that are known."""
        with self._lock:
            return frozenset(self._known())

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

    def near(self, words: Sequence[str], least: float = 0.4) -> list[dict[str, float]]:
        """Return, for each typed word or short phrase, the known words whose cosine is at least `least`.

        The nearest come first. A word that is known itself has 1.0.
        """
        loaded = self._load()
        found: dict[str, dict[str, float]] = {}
        with self._lock:
            for word in words:
                if self._loaded is loaded and (word, least) in self._found:
                    self._found.move_to_end((word, least))
                    found[word] = self._found[word, least]
        missing = [word for word in dict.fromkeys(words) if word not in found]
        if missing and loaded.words:
            for word, vector in self._vectors(loaded, missing).items():
                found[word] = _near(loaded, word, vector, least)
            self._remember(loaded, least, {word: found[word] for word in missing})
        return [dict(found.get(word, {})) for word in words]

    def _vectors(self, loaded: _Loaded, words: Sequence[str]) -> dict[str, Vectors]:
        """Return the vector of each word; one that is on file has its vector there, and most are."""
        vectors = {w: loaded.matrix[loaded.numbers[w.lower()]] for w in words if w.lower() in loaded.numbers}
        if strange := [word for word in words if word not in vectors]:
            vectors |= dict(zip(strange, self._encoder.encode(strange), strict=True))
        return vectors

    def _remember(self, loaded: _Loaded, least: float, found: dict[str, dict[str, float]]) -> None:
        with self._lock:
            if self._loaded is not loaded:  # words came or went since
                return
            for word, near in found.items():
                self._found[word, least] = near
            while len(self._found) > REMEMBERED:
                self._found.popitem(last=False)

    def _load(self) -> _Loaded:
        with self._lock:
            if self._loaded is None:
                rows = self._catalogue.read(word_rows.VECTORS)
                words = tuple(row.word for row in rows)
                numbers = {word: number for number, word in enumerate(words)}
                matrix = _unpacked([row.vector for row in rows], self._encoder.identity.dimension)
                self._loaded = _Loaded(words, numbers, matrix)
            return self._loaded

    def _known(self) -> set[str]:
        if self._words is None:
            self._words = {row.word for row in self._catalogue.read(word_rows.WORDS)}
        return self._words

    def _changed(self, added: Sequence[str] = (), removed: Sequence[str] = ()) -> None:
        with self._lock:
            self._words = (self._known() | set(added)) - set(removed)
            self._loaded = None
            self._found.clear()


def _near(loaded: _Loaded, word: str, vector: Vectors, least: float) -> dict[str, float]:
    # A product for each word: one of all of them would round the last digits by their number.
    cosines = np.round(loaded.matrix @ vector, DIGITS)
    if (own := loaded.numbers.get(word.lower())) is not None:
        cosines[own] = 1.0
    rows = np.flatnonzero(cosines >= np.float32(least))
    best_first = rows[np.argsort(-cosines[rows], kind="stable")]
    return {loaded.words[row]: round(float(cosines[row]), DIGITS) for row in best_first}


def packed_word(vector: Vectors) -> bytes:
    """Pack a word's float32 vector, shape (dimension,): its step as a float32 (4 bytes), then int8 steps."""
    step = np.float32(max(float(np.abs(vector).max()), 1e-9) / STEPS)
    row = np.rint(vector / step).astype(np.int8)
    return bytes(step.astype("<f4").tobytes() + row.tobytes())


def _unpacked(packed: Sequence[bytes], dimension: int) -> Vectors:
    """Unpack vectors: float32, shape (len(packed), dimension), rows of length 1 again."""
    bytes_ = np.frombuffer(b"".join(packed), dtype=np.uint8).reshape(len(packed), 4 + dimension)
    steps = np.ascontiguousarray(bytes_[:, :4]).view("<f4")
    rows = np.ascontiguousarray(bytes_[:, 4:]).view(np.int8) * steps.astype(np.float32)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Vectors = (rows / np.maximum(lengths, 1e-9)).astype(np.float32)
    return unit


__all__ = ["Vocabulary", "find_words", "has_meaning", "packed_word", "words_of"]
