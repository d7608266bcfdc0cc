"""Tell a re-issued briefing from a new one: nearly the same words, and the same numbers, dates and parties.

Every briefing gets a sketch: a digest of its facts, and the smallest hashes of its runs of three
words. Two can only be near-duplicates when their facts are equal, so that one indexed look-up
finds the few that are worth comparing; what share of the runs they have in common is then
counted exactly, and whether they speak of the same parties. A list that grew by an entry has other
numbers and is no duplicate, nor is the same letter to another country.
"""

import hashlib
import zlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ingest.readers.metadata.opening import DATELINE
from ingest.text.parties import parties_in
from vectorstore.patterns import pattern
from vectorstore.tables.near_rows import Sketch

# Of the runs of three words that two texts have, the share that both have. Of 579 newswire stories, those of
# equal facts share 0.87 and more, or 0.76 and less (tests/evals/LOG.md).
ALIKE = 0.8
RUN = 3  # words
KEPT = 64  # hashes of a sketch, 512 bytes: the share is estimated with a standard error of 0.05
OPENING = 4  # lines that a dateline may stand in: a headline, and empty ones, may come first
DOUBT = 0.2  # what an estimate may lack of ALIKE and still be counted exactly: four standard errors

Texts = Callable[[Sequence[str]], Mapping[str, str]]  # reads texts by id; ids not on file are left out
Hashes = NDArray[np.uint64]


def sketch_of(text: str) -> Sketch:
    """Sketch a briefing's text."""
    hashes = _runs(text)
    return Sketch(_facts(text) if len(hashes) else "", hashes[:KEPT].astype("<u8").tobytes())


def near_ones(text: str, sketch: Sketch, others: Mapping[str, Sketch], texts: Texts) -> list[str]:
    """Return the ids of the near-duplicates among `others`; `texts` reads those worth comparing."""
    worth = [
        id
        for id, other in others.items()
        if sketch.smallest and other.facts == sketch.facts and _estimate(sketch, other) >= ALIKE - DOUBT
    ]
    if not worth:
        return []
    runs, told = _runs(text), _told(text)
    return [
        id
        for id, other in texts(worth).items()
        if _share(runs, _runs(other)) >= ALIKE and not _tells_another(told, _told(other))
    ]


def alike(text: str, other: str) -> bool:
    """Say whether two texts are near-duplicates.

    >>> alike("OSLO, May 5 - Talks on steel go on.", "OSLO, May 6 - Talks on steel go on.")
    True
    >>> alike("Talks on steel go on until 6 May.", "Talks on steel go on until 7 May.")
    False
    """
    same = _facts(text) == _facts(other) and not _tells_another(_told(text), _told(other))
    return same and _share(_runs(text), _runs(other)) >= ALIKE


def is_edit(text: str, first: str) -> bool:
    """Say whether a text may be `first`, edited: it has most of the words of that, whatever the figures.

    Of stories of one title, an edited or longer issue has 0.82 of the runs of words of the other and more;
    two orders of one title have 0.62 and less. Where each names a party that the other does not, it is none.

    >>> is_edit("Oslo cut its duty on shrimp to 9 percent.", "Oslo cut its duty on shrimp to 8 percent.")
    True
    >>> is_edit("Togo set its duty on tea at 12 percent.", "Fiji set its duty on tea at 12 percent.")
    False
    """
    told, told_first = parties_in(_body(text)), parties_in(_body(first))
    if told - told_first and told_first - told:
        return False
    runs, firsts = (_runs_of([word for word in _words(of) if not word[0].isdigit()]) for of in (text, first))
    return len(np.intersect1d(runs, firsts, assume_unique=True)) >= ALIKE * max(1, len(firsts))


def is_grown(text: str, first: str) -> bool:
    """Say whether a text may be `first`, gone on with: edited, and with most of the figures of that.

    >>> is_grown("Ghana gives 5 million, Peru gives 7 million.", "Ghana gives 5 million.")
    True
    >>> is_grown("Oslo cut its duty on shrimp to 9 percent.", "Oslo cut its duty on shrimp to 8 percent.")
    False
    """
    figures, firsts = ({word for word in _words(of) if word[0].isdigit()} for of in (text, first))
    return len(figures & firsts) >= ALIKE * len(firsts) and is_edit(text, first)


_WORD = pattern(r"[^\W_]+(?:[.,]\d+)*")
# Words that count, date or deny: with another one a text says something else.
_TELLING = frozenset((
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "dozen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
    "thousand", "million", "billion", "trillion", "half", "third", "quarter", "double", "first", "second",
    "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "not", "no", "never", "none",
    "neither", "nor", "without",
))  # fmt: skip


# Words that say which way: "Chile raised its duty" is no re-issue of "Chile lowered its duty".
_WAYS = pattern(
    r"(?:rais|lower|increas|decreas|reduc|widen|narrow|ris|rose|fall|fell|up|down|cut|accept|reject|approv"
    r"|refus|impos|lift|suspend|resum|export|import|open|clos|agre|disagre)(?:e|es|ed|ing|en|s|tion|ions?)?"
)


_Told = tuple[Counter[str], Counter[str]]


def _tells_another(told: _Told, other: _Told) -> bool:
    """Whether each text has a party, or a way, that the other lacks; a longer issue only adds some."""
    return any(mine - theirs and theirs - mine for mine, theirs in zip(told, other, strict=True))


def _told(text: str) -> _Told:
    """The parties of a text, and which way things go in it."""
    body = _body(text)
    ways = map(_WAYS.fullmatch, _WORD.findall(body.lower()))
    return Counter(parties_in(body)), Counter(way[0] for way in ways if way)


def _words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return _WORD.findall(_body(text).lower())


def _body(text: str) -> str:
    """A text from behind its dateline: each issue has its own."""
    start = at = 0
    for line in text.split("\n", OPENING)[:OPENING]:
        if dateline := DATELINE.match(line.lstrip("#*> ")):
            start = at + len(line) - len(line.lstrip("#*> ")) + dateline.end()
            break
        at += len(line) + 1
    return text[start:]


def _facts(text: str) -> str:
    """Digest the numbers, dates and denials of a text, each counted once."""
    facts = {word.replace(",", "") for word in _words(text) if word in _TELLING or word[0].isdigit()}
    return hashlib.sha256(" ".join(sorted(facts)).encode()).hexdigest()[:16]


def _runs(text: str) -> Hashes:
    """The hashes of the runs of words of a text, each once, in order; a short text is one run."""
    return _runs_of(_words(text))


def _runs_of(spoken: Sequence[str]) -> Hashes:
    words = np.array([_hash(word) for word in spoken], dtype=np.uint64)
    if not len(words):
        return words
    run = min(RUN, len(words))
    hashes = np.zeros(len(words) - run + 1, dtype=np.uint64)
    for at in range(run):
        hashes = _mixed(hashes ^ words[at : len(words) - run + 1 + at])
    return np.unique(hashes)


@lru_cache(maxsize=100_000)
def _hash(word: str) -> int:
    return zlib.crc32(word.encode())


def _mixed(values: Hashes) -> Hashes:
    """Spread 64-bit values over all of their range (the finish of splitmix64)."""
    values = values + np.uint64(0x9E3779B97F4A7C15)
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _estimate(sketch: Sketch, other: Sketch) -> float:
    """Estimate the share of runs in common: that of the smallest hashes of both together."""
    mine, theirs = (np.frombuffer(s.smallest, dtype="<u8") for s in (sketch, other))
    smallest = np.union1d(mine, theirs)[:KEPT]
    return float(np.isin(smallest, np.intersect1d(mine, theirs)).mean())


def _share(runs: Hashes, others: Hashes) -> float:
    common = len(np.intersect1d(runs, others, assume_unique=True))
    return common / max(1, len(runs) + len(others) - common)
