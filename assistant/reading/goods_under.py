"""Tell whether a sentence that names an act puts goods under another law: it may be on several measures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.reading.acts import folded
from assistant.reading.goods import places_of
from assistant.reading.legal_bases import sections_at
from vectorstore.patterns import pattern

_ACT = pattern(r"\bact\d+\b")  # as `folded` writes one
_APART = pattern(r"[,;:]|\band\b")


@dataclass(frozen=True, slots=True)
class _Named:
    start: int
    end: int
    law: bool  # else an act


def are_under_another_law(goods: Iterable[str], text: str) -> bool:
    """Whether a text that names an act puts all it says of these goods under a section of a law.

    Goods are under what is named right behind them, or else before them.

    >>> said = "Peru lowers the levy of Order 193 on grain and the duty under section 44 on tin and malt."
    >>> [are_under_another_law([goods], said) for goods in ("wheat", "tin", "malt")]
    [False, True, True]
    """
    said = folded(text).text
    named = sorted(_named_in(said), key=lambda of: of.start)
    places = [place for one in goods for place in places_of(one, said)]
    return bool(places) and all(_is_under_a_law(said, named, *place) for place in places)


def _named_in(said: str) -> Iterator[_Named]:
    yield from (_Named(*match.span(), law=False) for match in _ACT.finditer(said))
    yield from (_Named(*span, law=True) for span in sections_at(said))


def _is_under_a_law(said: str, named: Sequence[_Named], start: int, end: int) -> bool:
    behind = next((of for of in named if of.start >= end), None)
    if behind and not _APART.search(said, end, behind.start):
        return behind.law
    before = [of for of in named if of.end <= start]
    return bool(before and before[-1].law)
