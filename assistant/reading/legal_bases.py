"""Name what a measure rests on in law: the section of an act, an emergency, what its party is charged for."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from assistant.reading.wording import wordings
from ingest.text.parties import find_parties
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

_BASES: dict[str, re.Pattern[str]] = {
    "reciprocal": pattern(r"\breciprocal (?:tariffs?|dut|rates?)", re.I),
    "emergency": pattern(r"\bemergency (?:tariffs?|dut)|\bIEEPA\b|\bfentanyl\b|\billicit drugs\b", re.I),
}  # fmt: skip
# "Sections 232 and 301", "s232"; the S of "U.S. 500 billion" is none, nor is "section 12 of this order".
_NUMBER = r"\d{2,4}(?:\([a-z0-9]+\))*"
_SECTION = pattern(
    rf"(?:\bsections? |(?<!['’.])(?<!\. )\bs(?:ecs?)?\.? ?(?=\d{{3}}\b))"
    rf"(?P<numbers>{_NUMBER}(?:(?:,|,? and|,? or) {_NUMBER}(?![\d%.]\d))*)(?![\w(%])"
    r"(?! (?:percent|per cent|pct|million|billion|trillion|mln|bln|bn|dollars|dlrs|euros|yen|tonnes|tons)\b)"
    r"(?! of (?:this|that|title|act\d|[A-Z][a-z]+ (?:Order|Proclamation))\b)",
    re.I,
)
_BARE = pattern(r"\b(\d{3}) (?:\w+ )?(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|rates?|actions?|probes?)\b", re.I)
# "For buying Iranian oil", "over its imports of oil of Iran", "threats by the Government of Peru".
_DEALING = pattern(
    r"\b(?:over|because of|due to|tied to|linked to|(?:purchas|buy|import)\w*|bought|threats?\b[^,;.]*\bby)"
    r"(?: (?:of|from|the|its|their|oil|crude|gas|government|continued|directly|indirectly))* \Z",
    re.I,
)
_FUEL = pattern(r"[’']?s? (?:oil|crude|petroleum|gas)\b", re.I)
_DEALING_IN_FUEL = pattern(r"\b(?:oil|crude|petroleum|gas) (?:of|from) (?:the )?\Z", re.I)


def bases_in(text: str) -> frozenset[str]:
    """Name the legal bases of a measure that a text names.

    >>> sorted(bases_in("a section 301 duty, and one of 25 percent for buying Iranian oil"))
    ['dealing with IR', 'section 301']
    >>> sorted(bases_in("Norway cut its carbon border duty, and Peru its duty on Iranian oil at the border"))
    []
    """
    named = {name for name, form in _BASES.items() if form.search(text)}
    return laws_in(text).union(named, _dealt_with(text))


def _dealt_with(text: str) -> Iterator[str]:
    """Yield the party for dealings with which another is charged."""
    for mention in find_parties(text):
        before = text[: mention.start]
        dealing = _DEALING.search(before)
        in_fuel = _FUEL.match(text, mention.end) or _DEALING_IN_FUEL.search(before)
        if dealing and (in_fuel or "threat" in dealing[0].lower()):
            yield f"dealing with {mention.code}"


def laws_in(text: str) -> frozenset[str]:
    """Return the sections of laws that a text names; by its number alone one that trade desks call so.

    >>> sorted(laws_in("Sections 701 and 22(b), and s.337 duties"))
    ['section 22', 'section 337', 'section 701']
    >>> sorted(laws_in("Peru, which earns the U.S. 500 million dollars, put the U.S. 100 percent higher"))
    []
    >>> sorted(laws_in("301 tariffs, and 290 tariffs that were cut, on Pirie's 150 mills"))
    ['section 301']
    """
    bare = {match[1] for match in _BARE.finditer(text) if ("section", match[1]) in wordings(analyse)}
    return frozenset(f"section {number}" for number in bare.union(_sections(text)))


def sections_at(text: str) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) where a text names sections of laws, however many at once.

    >>> text = "Peru's 1987 duty under sections 701 and 22, and s.337"
    >>> [text[start:end] for start, end in sections_at(text)]
    ['sections 701 and 22', 's.337']
    """
    yield from (match.span() for match in _SECTION.finditer(text))


@lru_cache(maxsize=2048)
def main_law(text: str) -> str | None:
    """Return the section of a law that a text names most often; None where it names none.

    >>> main_law("Under section 701 and section 301 of title 3, United States Code, section 701 applies.")
    'section 701'
    """
    return next((f"section {number}" for number, _ in Counter(_sections(text)).most_common(1)), None)


def _sections(text: str) -> Iterator[str]:
    for match in _SECTION.finditer(text):
        yield from re.findall(r"(?<![\d(])\d{2,4}", match["numbers"])
