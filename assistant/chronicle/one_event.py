"""Tell which sentences tell one event, and which are of two though their words are nearly the same.

A timeline that tells two rounds of talks as one, or a duty's rise and its suspension, hides the newer of
them: whatever says that there are two counts more than how many words are shared.
"""

import re
from collections.abc import Set
from functools import lru_cache

from assistant.chronicle.candidate import Candidate
from assistant.reading.acts import acts_in
from assistant.reading.developments import words_of
from assistant.reading.goods import goods_in
from assistant.reading.legal_bases import laws_in
from assistant.reading.statements import statement_of
from assistant.reading.statuses import Status, hedged, statuses_in
from assistant.reading.stop_words import STOP_WORDS
from ingest.text.months import IN_FULL
from ingest.text.parties import parties_in
from vectorstore.patterns import pattern

# Shares of the shorter one's words, set on the 430 pairs that share half of them in 83 timelines.
REISSUED = 0.75  # with the same figures: it says the same, whenever published
VERBATIM = 0.9  # the same where neither has a figure of its own
SAME_EVENT = 0.55  # the same where both were published within days: an order and the notes on it
NO_FIGURES = 0.65  # the same, with no figure in either
OF_BOTH = 0.25  # share of the words of both: a short sentence has little to set it apart
AT_ONCE = 3  # days
FEWEST = 8  # words of a sentence that is known again months later

# What one sentence says was done and the other does not: then there are two events.
_TURNS: frozenset[Status] = frozenset(
    ("raised", "lowered", "suspended", "delayed", "extended", "ended", "refused")
)
_DEALT: frozenset[Status] = frozenset(("agreed", "signed"))
_HAPPENS: frozenset[Status] = frozenset((*_DEALT, "talks"))
_NOT = pattern(
    r"\b(?:no|not|never|nor|neither|without|cannot|fail(?:s|ed|ing|ure)?|den(?:y|ies|ied))\b|n['’]t\b", re.I
)
_TO_COME = pattern(
    r"\b(?:will|shall)\b|\b(?:is|are|plans?|planned|set|due|scheduled|expected|intends?) to\b", re.I
)
_IN = pattern(r"\b(?:[Ii]n|[Aa]t) (?:the )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})")
_MEETING = pattern(r"\b(?:rounds?|talks|meetings?|met|sessions?|summits?|negotiations?)\b", re.I)
_MONTH = pattern(rf"{IN_FULL}\b")
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth"),
)
_ORDINAL = pattern(rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)|({'|'.join(_ORDINALS)}))\b", re.I)
_COUNTED = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_YEAR = pattern(r"(?:19|20)\d\d")


def tells_one_event(earlier: Candidate, later: Candidate) -> bool:
    """Whether two sentences tell one event: nearly the same words, or within days much the same."""
    one, other = earlier.telling.text, later.telling.text
    a, b = _said(one), _said(other)
    shared = len(a & b) / max(1, min(len(a), len(b)))
    if shared < SAME_EVENT or len(a & b) < OF_BOTH * len(a | b) or is_another_event(earlier, later):
        return False
    figures = _figures(one), _figures(other)
    if _at_once(earlier, later):
        if not (figures[0] or figures[1]):
            return shared >= NO_FIGURES
        return bool(figures[0] and figures[1]) and _within(*figures)
    known_again = shared >= VERBATIM and min(len(a), len(b)) >= FEWEST
    if figures[0] != figures[1] or not (_has_own(one) or known_again):
        return False
    same_day = earlier.event is not None and later.event is not None
    return shared >= REISSUED and (same_day or not _recurs(one, other))


def is_another_event(earlier: Candidate, later: Candidate) -> bool:
    """Whether something that two sentences say sets their events apart.

    It is the day, which one of several it is, where it was, whose measure it is or on which goods, what
    was done, or whether it was done at all.
    """
    one, other = earlier.telling.text, later.telling.text
    if one == other and _at_once(earlier, later):
        return False  # a copy: "today" is the day before
    if earlier.event and later.event and earlier.event != later.event:
        return True
    said = statement_of(one, earlier.briefing.published), statement_of(other, later.briefing.published)
    if any(a and b and a != b for a, b in ((said[0].rate, said[1].rate), (said[0].last, said[1].last))):
        return True
    if _done(one, other) or bool(_NOT.search(one)) != bool(_NOT.search(other)):
        return True
    if not all(_within(of(one), of(other)) for of in (_ordinals, goods_in, _parties)):
        return True
    if said[0].names_goods_beside(said[1]):
        return True
    places = _places(one), _places(other)
    return bool(places[0] and places[1]) and places[0].isdisjoint(places[1])


def _done(one: str, other: str) -> bool:
    """Whether two sentences tell that something else was done, or one only that it may be, or is to be."""
    a, b = frozenset(statuses_in(one)), frozenset(statuses_in(other))
    if (a ^ b) & _TURNS or hedged(one) != hedged(other):
        return True
    if any("agreed" in told and not told_too & _DEALT for told, told_too in ((a, b), (b, a))):
        return True
    to_come = bool(_TO_COME.search(one)), bool(_TO_COME.search(other))
    return to_come[0] != to_come[1] and bool((b if to_come[0] else a) & _HAPPENS)


def _recurs(one: str, other: str) -> bool:
    """Whether two sentences tell what happens again in the same words: "the two sides met in Geneva"."""
    return "talks" in statuses_in(one) or "talks" in statuses_in(other)


def _at_once(earlier: Candidate, later: Candidate) -> bool:
    days = earlier.briefing.published, later.briefing.published
    return days[0] is not None and days[1] is not None and abs((days[1] - days[0]).days) <= AT_ONCE


def _within(one: Set[str], other: Set[str]) -> bool:
    """Whether what one sentence names is among what the other names; nothing is in anything."""
    return one <= other or other <= one


def _figures(text: str) -> frozenset[str]:
    """Return the numbers of a text, also those in words, but for those that say which one of several it is.

    >>> sorted(_figures("The third round: two duties, of 5 and 10 percent."))
    ['10', '2', '5']
    """
    words = words_of(_ORDINAL.sub(" ", text))
    counted = {str(n) for n, word in enumerate(_COUNTED, 2) if word in words}
    return frozenset(word for word in words if word[0].isdigit()) | counted


def _has_own(text: str) -> bool:
    """Whether a text has a figure in digits that is no year, and no number of an act or law.

    >>> _has_own("Peru cut its duty to 5 percent."), _has_own("Under section 701 Peru cut a duty in 1987.")
    (True, False)
    """
    named = {act.number for act in acts_in(text)} | {law.split()[-1] for law in laws_in(text)}
    return any(
        word[0].isdigit() and word not in named and not _YEAR.fullmatch(word)
        for word in words_of(_ORDINAL.sub(" ", text))
    )


def _ordinals(text: str) -> frozenset[str]:
    """Return which ones of several a text tells of: the third round, the 4th.

    >>> sorted(_ordinals("After the third round the 4th was put off."))
    ['3', '4']
    """
    return frozenset(
        number or str(_ORDINALS.index(word.lower()) + 1) for number, word in _ORDINAL.findall(text)
    )


def _parties(text: str) -> frozenset[str]:
    return parties_in(text) - {"US"}


def _places(text: str) -> frozenset[str]:
    """Return where a meeting was: the party that a place lies in, where that is known.

    >>> sorted(_places("Talks were held in Lima in March, and ended in Geneva."))
    ['Geneva', 'PE']
    """
    if not _MEETING.search(text):
        return frozenset()
    names = [name for name in _IN.findall(text) if not _MONTH.match(name)]
    return frozenset(place for name in names for place in parties_in(name) or {name})


@lru_cache(maxsize=4096)
def _said(text: str) -> frozenset[str]:
    return frozenset(
        word for word in words_of(text) if word not in STOP_WORDS and (len(word) > 2 or word.isdigit())
    )
