"""Read what a party has undertaken to do: what it agreed to, promised, or is to do by a deal."""

import re
from collections.abc import Set
from typing import Literal

from assistant.reading.doers import doer_before
from ingest.text.parties import find_parties, parties_in
from vectorstore.patterns import pattern

# What is wished for, looked at or left as it is, and whom somebody will meet.
_NO_DEED = (
    r"(?:propose|seek|ask|press|urge|demand|insist|keep|resist|oppose|refuse|retaliate|probably|likely|need|want"
    r"|continue|consider|study|discuss|decide|meet|host|visit|attend|suffer|face|lose|benefit|receive|gain)\b"
)
_UNDERTAKES = pattern(
    r"\b(?:agree[sd]?|commit(?:s|ted)?|pledge[sd]?|promise[sd]?|offer(?:s|ed)?|concede[sd]?|accept(?:s|ed)?"
    rf"|undertakes?|undertook|undertaken|(?:will|shall|intends? to|(?:is|are|plans) to)(?! {_NO_DEED}))\b",
    re.I,
)
_BOTH = pattern(
    r"\b(?:both|the two|two|the) (?:countries|sides|nations|leaders|governments|parties|participants|states)"
    r"(?: (?:have|has|had|also|both))*\s+$",
    re.I,
)
_THEIRS = pattern(
    r"['’]s? (?:[\w$.,%-]+ ){0,6}?(?:commitments?|pledges?|promises?|concessions?|offers?)\b", re.I
)
_ASIDE = pattern(r" ?\([^()]*\)")

By = Literal["alone", "together"]


def undertaken_by(text: str, parties: Set[str]) -> By | None:
    """Tell whether a sentence says what one of these parties has undertaken: alone, or with another.

    >>> told = "Peru agreed to buy rice.", "Chile will lower its duty on goods of Peru.", "It was agreed."
    >>> [undertaken_by(text, {"PE"}) for text in told]
    ['alone', None, None]
    >>> told = "Peru and Chile pledged it.", "The two sides will buy Peru's rice.", "Peru was told of it."
    >>> [undertaken_by(text, {"PE"}) for text in told]
    ['together', 'together', None]
    >>> undertaken_by("Peru's commitment of 4 billion dollars stands.", {"PE"})
    'alone'
    """
    plain = _ASIDE.sub("", text)
    theirs = (m.end for m in find_parties(plain) if m.code in parties)
    if any(_THEIRS.match(plain, end) for end in theirs):
        return "alone"
    found: By | None = None
    for verb in _UNDERTAKES.finditer(plain):
        doers = doer_before(verb.start(), plain).parties
        if doers and doers <= parties:
            return "alone"
        if parties & doers or (_BOTH.search(plain[: verb.start()]) and parties & parties_in(plain)):
            found = "together"
    return found
