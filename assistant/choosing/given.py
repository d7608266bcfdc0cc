"""Tell who gives what a sentence tells, where it is asked what somebody got: "what did Peru get"."""

import re
from collections import Counter
from collections.abc import Set
from typing import NamedTuple

from assistant.choosing.origin import is_charged
from assistant.reading.rates import rates_in
from ingest.text.auxiliaries import DO, HAVE
from ingest.text.parties import find_parties
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

GIVES = 2.0  # of what is needed: the names of those who dealt stand at the head, not with each thing given
_GETS = pattern(
    rf"^\W*(?:(?:and|so|but|ok)\W+)*what (?:all |else )?(?:{DO}|{HAVE}|will|would) "
    r"(?P<who>[^?,]{2,40}?) "
    r"(?:get|got|gain(?:ed)?|w[io]n|secured?|receiv(?:e|ed)|obtain(?:ed)?|extract(?:ed)?)"
    r"(?= (?:from|in (?:return|exchange)|out of|at|in|for)\b|\W*$)(?P<rest>[^?]*)",
    re.I,
)
_FROM = pattern(r"\b(?:from|out of) ", re.I)
_BEHIND = pattern(r"\b(?:in|at|for|on|during|under|last|this|when|so far)\b", re.I)
_GIVING = pattern(
    r"(?:['’]s? government)?(?: (?:also|further|then|now|has|have|had|is|are|was|were|fully|already))* "
    r"(?:will|would|shall|to|(?:agree|commit|pledg|promis|intend|plan|approv|restor|resum|lift|remov|cut|reduc|lower"
    r"|eliminat|suspend|open|buy|purchas|allow|accept|provid|grant|recogni[sz]|exempt|extend|invest|offer)\w*"
    r"|bought|took|gave|gives|let|lets)\b",
    re.I,
)
_OF = pattern(r"\b(?:of|with|from|to|in|for|on|by|against|than|into|at|over|between)\s+(?:the\s+)?$", re.I)
_WITH = pattern(r"\band\s+(?:the\s+)?$", re.I)
OFTEN = 2  # times that a briefing has the names of those who dealt, to be on their dealing


class Got(NamedTuple):
    """Who is to have got something, and from whom; neither where no party is named."""

    by: frozenset[str]
    of: frozenset[str]
    names: frozenset[str] = frozenset()  # the words, as analysed, by which both are named


def got(asked: str) -> Got | None:
    """Read who a question says got something, and from whom.

    >>> asked = got("what did Peru get from Chile in May")
    >>> sorted(asked.by), sorted(asked.of), sorted(asked.names)
    (['PE'], ['CL'], ['chile', 'peru'])
    >>> got("what did the levy on Peru bring")
    """
    match = _GETS.match(asked)
    if match is None:
        return None
    source = _BEHIND.split((*_FROM.split(match["rest"], maxsplit=1), "")[1])[0]
    named = frozenset(m.code for m in find_parties(match["who"], lower_case=True))
    of = frozenset(m.code for m in find_parties(source, lower_case=True))
    return Got(named, of - named, frozenset(analyse(f"{match['who']} {source}")))


def given(text: str, asked: Got, usual: Set[str]) -> int:
    """Return 1 for what is given to who is asked about, -1 for what these give, 0 where nobody says who does.

    Where no party is named who got it, it is one of the `usual` ones, which most briefings concern.

    >>> told = "Chile will buy tin.", "Peru also agreed to buy wool.", "Chile and Peru will meet."
    >>> [given(text, Got(frozenset({"PE"}), frozenset({"CL"})), set()) for text in told]
    [1, -1, 0]
    >>> given("The duty on goods of Peru will be 5 percent.", Got(frozenset({"PE"}), frozenset()), set())
    1
    """
    if rates_in(text) and any(is_charged(text, party) for party in asked.by - usual):
        return 1
    by = asked.by or (frozenset(usual) - asked.of)
    giver = next((m.code for m in find_parties(text) if _acts(text, m.start, m.end)), None)
    if giver is None:
        return 0
    if giver in by:
        return -1
    return int(not asked.of or giver in asked.of)


def is_on(text: str, asked: Got) -> bool:
    """Whether a briefing is on the dealing of those who are asked about: it names both again and again.

    >>> text = "Soto met Lau. Soto bought tin of Lau."
    >>> is_on(text, got("what did Soto get from Lau")), is_on(text, got("what did Soto get from Diaz"))
    (True, False)
    """
    words = Counter(analyse(text))
    return all(words[name] >= OFTEN for name in asked.names)


def _acts(text: str, start: int, end: int) -> bool:
    """Whether a party named here gives something, not together with another."""
    before = text[:start]
    return bool(_GIVING.match(text, end)) and not (_OF.search(before) or _WITH.search(before))
