"""Tell whether a sentence that names an act puts goods under another law: it may be on several measures."""

import re
from collections.abc import Iterable

from assistant.reading.acts import folded
from assistant.reading.goods import places_of
from vectorstore.patterns import pattern

_NAMED = pattern(r"\bact\d+\b|\b(?P<law>(?:sections?|sec\.|s\.?) ?\d{2,4}\b)", re.I)
_APART = pattern(r"[,;:]|\band\b")


def are_under_another_law(goods: Iterable[str], text: str) -> bool:
    """Whether a text that names an act puts all it says of these goods under a section of a law.

    Goods are under what is named right behind them, or else before them.

    >>> said = "Peru lowers the levy of Order 193 on grain and the duty under section 44 on tin and malt."
    >>> [are_under_another_law([goods], said) for goods in ("wheat", "tin", "malt")]
    [False, True, True]
    """
    said = folded(text).text
    places = [place for one in goods for place in places_of(one, said)]
    return bool(places) and all(_is_under_a_law(said, *place) for place in places)


def _is_under_a_law(said: str, start: int, end: int) -> bool:
    before = list(_NAMED.finditer(said, 0, start))
    behind = _NAMED.search(said, end)
    if behind and not _APART.search(said, end, behind.start()):
        return bool(behind["law"])
    return bool(before and before[-1]["law"])
