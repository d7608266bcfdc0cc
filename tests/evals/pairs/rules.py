"""What a rule for minimal pairs is, what it may draw on, and the table of words that are exchanged."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random


@dataclass(frozen=True, slots=True)
class Pool:
    """What other sentences name, to put in the place of what a sentence names."""

    persons: Sequence[str]
    parties: Sequence[str]
    before: str = ""  # the sentence before, where it is cited too


Corruption = Callable[[str, Random, Pool], Iterator[str]]  # sentence -> claims that it does not support
Paraphrase = Callable[[str], Iterator[str]]  # sentence -> claims that it supports


@lru_cache(maxsize=16)
def exchanges(kind: str) -> tuple[tuple[str, str], ...]:
    """Return the (words, others) of a kind, from `exchanges.tsv`."""
    lines = (Path(__file__).parent / "exchanges.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((words, others) for row, words, others in rows if row == kind)


@lru_cache(maxsize=2000)
def whole(words: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """Compile words as whole ones, with what must not stand right before and after."""
    return re.compile(rf"(?<![-\w’'{before}]){re.escape(words)}(?![-\w’']{after})")


def replaced(sentence: str, span: tuple[int, int], by: str) -> str:
    """Put other words in the place of a span; the first word of a sentence keeps its capital."""
    if span[0] == 0 and sentence[0].isupper() and by:
        by = by[0].upper() + by[1:]
    return sentence[: span[0]] + by + sentence[span[1] :]


def swapped(sentence: str, first: tuple[int, int], second: tuple[int, int]) -> str:
    """Exchange two spans, the first of which ends before the second starts."""
    a, b = sentence[first[0] : first[1]], sentence[second[0] : second[1]]
    return sentence[: first[0]] + b + sentence[first[1] : second[0]] + a + sentence[second[1] :]


def capital(words: str) -> str:
    """Start with a capital."""
    return words[:1].upper() + words[1:]
