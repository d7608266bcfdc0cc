"""Tell apart what a question asks for one after the other: "what is the duty and when does it start"."""

import re
from dataclasses import dataclass

from assistant.asking.answer_type import Detail, answer_type
from assistant.asking.details import holds_detail
from assistant.reading.stop_words import STOP_WORDS
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

_APART = pattern(r"\s*(?:[,;:?]|\s[-–]\s|\b(?:and|but|plus)\b|&|\+)\s*", re.I)
# "And what is the loophole": what it asks for is named by its own words.
_NAMED = pattern(r"(?:what(?:['’]?s)?|which|where|how)\b(.+)", re.I)
_BEGINNING = (
    pattern(
        r"\b(?:start\w*|beg[iau]n\w*|kick\w* in|tak\w+ effect|(?:come|goe?|enter)\w* into|effective|from when"
        r"|since when)\b",
        re.I,
    ),
    pattern(r"\b(?:start|beg[iau]n|effect|in(?:to)? force|on or after|from|since|as of)", re.I),
)
_END = (
    pattern(
        r"\b(?:expir\w*|ends?|ended|lapse\w*|run\w* out|last(?:s|ed|ing)|how long|(?:un)?till?\b.*)\b", re.I
    ),
    pattern(r"\b(?:expir|end|lapse|until|till|through|for (?:a period|\w+ (?:day|month|year))|period)", re.I),
)


@dataclass(frozen=True, slots=True)
class Request:
    """One of several things asked for: types of answer, or what its own words name.

    Of a day it says whether something begins or ends on it.
    """

    details: tuple[Detail, ...]
    words: frozenset[str] = frozenset()
    of: tuple[re.Pattern[str], ...] = ()

    def is_told(self, text: str, kind: str = "prose") -> bool:
        """Whether a sentence of this kind tells it."""
        if self.words:
            return 2 * len(self.words.intersection(analyse(text))) >= len(self.words)
        return holds_detail(self.details, text, kind) and all(told.search(text) for told in self.of)


def requests_in(text: str) -> tuple[Request, ...]:
    """Return what a question asks for, if that is more than one thing.

    >>> asked = requests_in("what is the duty on rice and when does it start")
    >>> [request.details for request in asked]
    [('rate',), ('date',)]
    >>> asked[1].is_told("It is paid until 3 June 1987."), asked[1].is_told("It starts on 3 June 1987.")
    (False, True)
    >>> _, named = requests_in("when does the ban start and what is the loophole")
    >>> named.is_told("A key loophole is left."), named.is_told("It starts on 3 June 1987.")
    (True, False)
    >>> requests_in("when does the duty on rice and wheat start")
    ()
    """
    found: list[Request] = []
    for clause in filter(None, _APART.split(text)):
        _, details = answer_type(clause)
        if details and not any(set(details) <= set(request.details) for request in found):
            of = (_BEGINNING, _END) if {"date", "span"}.intersection(details) else ()
            told = tuple(told for asked, told in of if asked.search(clause))
            found.append(Request(details, of=told))
        elif not details and (named := _NAMED.match(clause)):
            words = frozenset(analyse(named[1])) - STOP_WORDS
            found += [Request((), words)] if words else []
    return tuple(found) if len(found) > 1 else ()
