"""Tell where an act gives its grounds rather than orders anything.

A proclamation or regulation recites them before the words by which it enacts ("NOW, THEREFORE", "HAS ADOPTED
THIS REGULATION:"); an order has a section of them ("Section 1. Background.").
"""

import re
from functools import lru_cache
from itertools import pairwise

from vectorstore.patterns import pattern

_ENACTS = pattern(
    r"\bNOW,? THEREFORE\b|\bH(?:AS|AVE) ADOPTED THIS [A-Z]+\b"
    r"|\b(?:HEREBY )?(?:ORDERS?|DECREES?|DECIDES?|ENACTS?|RESOLVES?)(?: AS FOLLOWS)?:"
)
_SECTION = pattern(
    r"^\W*(?:Section|Sec|Article|Art)\b\.? *\w+ *\. +(?P<name>[A-Z][^.\n]{2,80})\.", re.M | re.I
)
_GROUNDS = pattern(r"\b(?:background|purpose|findings?|policy|preamble|introduction|definitions?)\b", re.I)
# "This order imposes ...": what an act says of itself is no ground, wherever it stands.
_ITSELF = pattern(
    r"\b(?:this|the present) (?:order|proclamation|memorandum|regulation|decision|decree|directive|act|law)\b"
    r" (?:(?:also|further|hereby|therefore) )*"
    r"(?:sets?|imposes?|establishes|creates?|suspends?|ends?|terminates?|amends?|modifies|raises|lowers|grants?"
    r"|extends?|directs?|bans?|prohibits?|implements?|adjusts?|exempts?)\b",
    re.I,
)


def gives_grounds(text: str, start: int, end: int) -> bool:
    """Whether characters [start, end) of a briefing are of the grounds of an act.

    >>> act = "Wheat is dear. NOW, THEREFORE, I order: The duty on wheat is 5 percent."
    >>> gives_grounds(act, 0, 14), gives_grounds(act, act.index("The duty"), len(act))
    (True, False)
    """
    return any(first <= start < last for first, last in _spans(text)) and not _ITSELF.search(text, start, end)


@lru_cache(maxsize=64)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    enacts = _ENACTS.search(text)
    if enacts:
        return ((0, enacts.start()),)
    sections = [*_SECTION.finditer(text)]
    spans = pairwise([*(section.start() for section in sections), len(text)])
    return tuple(
        span for section, span in zip(sections, spans, strict=True) if _GROUNDS.search(section["name"])
    )
