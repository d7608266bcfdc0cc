"""Know the words that decide what a sentence claims: `words.tsv`, stemmed, with the phrases among them."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ingest.text.units import units
from ingest.text.word_lists import rows_of
from vectorstore.indexes.analysis import analyse

_NO_AXIS = (
    "irregular",
    "list",
    "unit",
    "code",
    "magnitude",
    "implies",
)  # rows that are word lists of their own

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """Where a word stands: "cut" is `change`, `down`. A needed pole has to be in the cited words itself."""

    axis: str
    pole: str
    needed: bool = field(compare=False)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Bring the forms of a word together.

    >>> stem("Suspended"), stem("rose"), stem("rises")
    ('suspend', 'rise', 'rise')
    """
    word = _without_accents(word.casefold())
    word = forms("irregular").get(word, word)
    if word.endswith("*"):  # "monthly" is not "month"
        return word
    return next(iter(analyse(word)), word)


def _without_accents(word: str) -> str:
    """Communiqué is communique."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def is_past(word: str) -> bool:
    """Say whether a word in small letters is a past form: "levied", "rose"."""
    return word.endswith("ed") or word in forms("irregular") or word in word_list("unchanged")


def meanings_at(stems: Sequence[str], at: int) -> Iterator[tuple[int, tuple[Meaning, ...]]]:
    """Yield (length in words, meanings) of the known phrases that start at `at`, the longest first."""
    for length, table in _phrases().get(stems[at], ()):
        if found := table.get(tuple(stems[at : at + length])):
            yield length, found


@lru_cache(maxsize=32)
def word_list(name: str) -> tuple[str, ...]:
    """Return the words of a `list` row, in their order."""
    return next(words for axis, pole, words in _rows() if (axis, pole) == ("list", name))


@lru_cache(maxsize=8)
def forms(axis: str) -> dict[str, str]:
    """Map each member of an axis's rows to its pole: "pct" -> "percent"."""
    return {word: pole for row, pole, words in _rows() if row == axis for word in words}


@lru_cache(maxsize=1)
def implications() -> dict[str, frozenset[str]]:
    """Map what may be needed to the stems that imply it without naming it: "until" implies an end."""
    return {pole: frozenset(map(stem, words)) for axis, pole, words in _rows() if axis == "implies"}


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    rows = rows_of("assistant.support", "words.tsv")
    listed = tuple((axis, pole, tuple(members.split("; "))) for axis, pole, members in rows)
    return (*listed, *(("unit", unit, written) for unit, written in units().items()))


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[int, dict[Stems, tuple[Meaning, ...]]]]]:
    """First stem -> (length, phrases of that length), the longest first."""
    by_first: dict[str, dict[int, dict[Stems, tuple[Meaning, ...]]]] = {}
    for axis, pole, members in _rows():
        if axis in _NO_AXIS:
            continue
        meaning = Meaning(axis, pole.rstrip("!"), pole.endswith("!"))
        for member in members:
            stems = tuple(stem(word) for word in member.split())
            table = by_first.setdefault(stems[0], {}).setdefault(len(stems), {})
            table[stems] = (*table.get(stems, ()), meaning)
    return {first: sorted(tables.items(), reverse=True) for first, tables in by_first.items()}


@lru_cache(maxsize=1)
def documents() -> frozenset[str]:
    """Return the stems of the words for a document that says something: statement, notice, minutes."""
    return frozenset(stem(word) for word in word_list("document"))
