"""Tell who a question asks to have done something: a party, or a body of it."""

import re
from typing import NamedTuple

from assistant.asking.asked import asks_pledge
from assistant.asking.question import Question
from assistant.reading.doers import Doer, acting
from assistant.reading.goods import goods_in
from assistant.reading.stop_words import STOP_WORDS
from assistant.support.words import is_past
from ingest.text.auxiliaries import DO, HAVE
from ingest.text.parties import find_parties, party_in_text
from vectorstore.patterns import pattern

_DONE_BY = pattern(rf"\b(?P<auxiliary>{DO}|{HAVE}|will|would) (?:the )?", re.I)
_ADVERB = pattern(
    r"\s+(?:(?:actually|finally|formally|ever|already|also|really|first|last|[a-z]+ly)\s+)*", re.I
)
_PLEDGE = r"(?:commitments?|concessions?|pledges?|promises?|offers?)"
_THEIRS = pattern(rf"['’]s? (?P<pledge>{_PLEDGE})\b", re.I)
_MADE = pattern(rf"\b{_PLEDGE} (?:did|has|have|had) (?:the )?", re.I)
_WORD = pattern(r"[A-Za-z]+")


class DoerAsked(NamedTuple):
    """Who is asked to have done something, a party or a body of it, and what."""

    doer: Doer
    verb: str
    called: str  # as the question calls who it is


def doer_asked(question: Question) -> DoerAsked | None:
    """Return who is asked to have done what, where that is a party or a body: "did Lima's senate pass it"."""
    text = question.asked.partition(" (")[0]
    mentions = find_parties(text, lower_case=True)
    for auxiliary in _DONE_BY.finditer(text):
        if (found := acting(auxiliary.end(), text, mentions)) is None:
            continue
        doer, end = found
        beside = _ADVERB.match(text, end)
        verb = _WORD.match(text, beside.end()) if beside else None
        if verb and _is_verb(verb[0], auxiliary["auxiliary"].lower()):
            return DoerAsked(doer, verb[0], _called(doer, text[auxiliary.end() : end]))
    return None


def undertaker_asked(question: Question) -> DoerAsked | None:
    """Return which party is asked to have undertaken what: "what did Peru agree to", "Peru's commitments".

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "what are Peru's commitments?", "what pledges did Peru make?", "what was agreed with Peru?"
    >>> asked += ("what did the court agree to?",)
    >>> found = [undertaker_asked(understand(text, date(1987, 4, 1))) for text in asked]
    >>> [of and of.called for of in found]
    ['Peru', 'Peru', None, None]
    """
    if not asks_pledge(question):
        return None
    text = question.asked.partition(" (")[0]
    mentions = find_parties(text, lower_case=True)
    for of in _THEIRS.finditer(text):
        if mention := next((m for m in mentions if m.end == of.start()), None):
            doer = Doer(frozenset((mention.code,)))
            return DoerAsked(doer, of["pledge"], _called(doer, text[mention.start : mention.end]))
    asked = doer_asked(question)
    if (made := _MADE.search(text)) and (found := acting(made.end(), text, mentions)):
        doer, end = found
        asked = DoerAsked(doer, "make", _called(doer, text[made.end() : end]))
    return asked if asked and asked.doer.parties else None


def _called(doer: Doer, typed: str) -> str:
    """Say who it is, in small words where it was typed so: "the parliament of Peru"."""
    of = " and ".join(map(party_in_text, sorted(doer.parties)))
    return f"the {doer.body} of {of}" if doer.body and of else of or f"the {typed}"


def _is_verb(word: str, auxiliary: str) -> bool:
    if not word.islower() or word in STOP_WORDS or goods_in(word):
        return False
    if auxiliary.startswith("ha"):
        return is_past(word)
    return word.endswith("ss") or not word.endswith("s")
