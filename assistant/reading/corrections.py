"""Read what a sentence corrects, with the one before it: what was told wrongly, and that it was."""

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.reading.developments import words_of
from assistant.reading.periods import periods_in
from assistant.reading.rates import NUMBER
from vectorstore.patterns import pattern

# A briefing takes back what one before it told.
_TAKES_BACK = pattern(
    r"\bCORRECTIONS?\b|^\W*(?:\d+/\d+ )?[Cc]orrections? (?:to|of)\b|^\W*Corrections?\W"
    r"|\bmisstat(?:ed|es|ing)\b"
    r"|\b(?:incorrectly|wrongly|erroneously|mistakenly|in error) (?:\w+ )?"
    r"(?:gave|given|stated|states|reported|said|listed|printed|put|showed|referred)\b"
    r"|\b(?:gave|given|stated|reported|listed|printed|showed) (?:[\w-]+ ){0,12}"
    r"(?:incorrectly|wrongly|erroneously|in error)\b"
    r"|\b(?:[Aa]n?|[Tt]he|[Oo]ur|[Mm]y) (?:earlier|previous|first) "
    r"(?:version|edition|message|bulletin|notice|report|story)\b[^.;]{0,80}\b(?:gave|stated|said|listed|showed)\b",
    re.M,
)
_FIGURE = pattern(r"(?<![\w.])\d[\d.,]*\d|(?<![\w.])\d")
# "It is 2.5 percent, not 1.5 percent"; "Fjord AS, not Fjell AS, will".
_NOT = pattern(rf"(?:,|\band) not (?P<old>(?:[$€£¥] ?)?{NUMBER}(?! ?-)|(?:[A-Z][\w'’.-]+ ?)+)")
_RIGHT = pattern(
    r"\b(?:[Tt]he|[Ii]ts) (?:correct|right|proper|corrected)(?: [\w-]+){1,6}? (?:is|are|was|were|reads?)\b"
    r"|\bshould (?:have )?(?:read|been|be|said)\b"
)
# "Our report of May 3 said that Peru would exempt tin.": what was wrong in it stands behind.
_REPORTED = pattern(
    r"\b(?:[Oo]ur|[Tt]he|[Aa]n?) (?:\w+ )?(?:report|story|article|note|bulletin|edition|item|issue|brief)\b"
    r"[^.;]{0,120}?\b(?:said|stated|reported|wrote|suggested) that (?P<claim>[^.;]{10,})"
)
_REGRETS = pattern(
    r"^\W*corrections?\b|\bregrets? (?:the|this|our) (?:error|mistake)\b|\bwe erred\b", re.I | re.M
)
REPEATED = 0.8  # of the words of what was reported, for a text that tells the same


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a correction takes back: the figures and names that were told wrongly."""

    wrong: frozenset[str]
    claim: frozenset[str] = frozenset()  # words of what was reported, where that is repeated and taken back

    def is_told(self, text: str) -> bool:
        """Whether a text tells any of what was taken back."""
        told = frozenset(_FIGURE.findall(text))
        if any(w in told or (not w[0].isdigit() and w in text) for w in self.wrong):
            return True
        return bool(self.claim) and len(self.claim & words_of(text)) >= REPEATED * len(self.claim)


def reported(text: str) -> Corrected | None:
    """Return what a sentence repeats of an earlier report; None where it repeats nothing.

    >>> said = "Our report of May 3 said that Peru would exempt tin."
    >>> of = reported(said)
    >>> of.is_told("Chile pays 9 percent, while Peru will exempt tin."), of.is_told("Peru pays 9 percent.")
    (True, False)
    """
    found = _REPORTED.search(text)
    words = (
        words_of(found["claim"]) - words_of("would will be is are was were") if found else frozenset[str]()
    )
    return Corrected(frozenset(), words) if words else None


def regrets(text: str) -> bool:
    """Whether a title or a passage says that it corrects a report."""
    return bool(_REGRETS.search(text))


@lru_cache(maxsize=16_384)
def takes_back(text: str) -> bool:
    """Whether a text says of something told before that it was wrong."""
    return bool(_TAKES_BACK.search(text))


def corrected_by(text: str, before: str = "") -> Corrected | None:
    """Return what a sentence corrects, with the one before it; None where it corrects nothing.

    >>> sorted(corrected_by("It is 7 percent, not 5 percent.", "We misstated the levy.").wrong)
    ['5']
    >>> before = "CORRECTION: The notice of May 3, 1987 gave the code as 12.30."
    >>> sorted(corrected_by("The correct code is 12.40.", before).wrong)
    ['12.30']
    >>> sorted(corrected_by("Correction to my note: it is Fjord AS, not Fjell AS, that will sell.").wrong)
    ['Fjell AS']
    >>> corrected_by("The duty is 7 percent, not 5 percent.") is None
    True
    """
    if not takes_back(before) and not takes_back(text):
        return None
    wrong = {m["old"].strip(" .$€£¥") for m in _NOT.finditer(text)}
    if not wrong and _RIGHT.search(text):
        right = _figures(text)
        wrong = {of for of in _figures(before) - right if any(_form(of) == _form(by) for by in right)}
    return Corrected(frozenset(wrong)) if wrong else None


def _figures(text: str) -> set[str]:
    """Return the figures of a text but for those of its days."""
    for period in reversed(periods_in(text, None)):
        text = f"{text[: period.start]} {text[period.end :]}"
    return {*_FIGURE.findall(text)}


def _form(figure: str) -> int:
    """Return how many parts a figure has: a code is no percentage."""
    return len(figure.split("."))
