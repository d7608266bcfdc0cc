"""Tell whether what an answer tells was done by who is asked about: what Oman ratified Peru did not."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.reading.doers import Doer, acting, doer_at, other_bodies
from assistant.reading.goods import goods_in
from assistant.reading.stop_words import STOP_WORDS
from assistant.reading.wording import wordings
from assistant.support.words import is_past, stem
from ingest.text.parties import find_parties, parties_in, party_in_text
from ingest.text.unions import is_union, membership_of
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

_DONE_BY = pattern(r"\b(?P<auxiliary>did|has|have|had|will|would|does|do) (?:the )?", re.I)
_ADVERB = pattern(
    r"\s+(?:(?:actually|finally|formally|ever|already|also|really|first|last|[a-z]+ly)\s+)*", re.I
)
_WORD = pattern(r"[A-Za-z]+")
# A treaty, or a law.
_PASSES = frozenset(map(stem, ("ratify", "pass", "approve", "adopt", "endorse", "enact", "clear")))
# Done by two sides: whoever signs with Peru, Peru signs.
_TOGETHER = frozenset(
    map(
        stem,
        (
            *("sign", "initial", "agree", "conclude", "reach", "settle", "strike"),
            *("meet", "talk", "negotiate", "trade", "hold", "start", "begin"),
        ),
    )
)


# What befalls somebody: "when did Peru lose its quota" is told of whoever took it away.
_BEFALLS = frozenset(map(stem, ("lose", "get", "receive", "gain", "obtain", "suffer", "face", "incur")))


class _Asked(NamedTuple):
    doer: Doer
    verb: str
    called: str  # as the question calls who it is


def doer_missing(question: Question, chosen: Sequence[Evidence]) -> str | None:
    """Return that it was done, by whom, where the sentences chosen tell it of another alone."""
    asked = _asked(question)
    if asked is None:
        return None
    if stem(asked.verb) in _BEFALLS and any(asked.doer.parties & parties_in(e.said) for e in chosen):
        return None
    told = [by for e in chosen for by in _done_by(asked, e)]
    return f"that {asked.called} did this" if told and not any(by is not False for by in told) else None


def _asked(question: Question) -> _Asked | None:
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
            return _Asked(doer, verb[0], _called(doer, text[auxiliary.end() : end]))
    return None


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


def _done_by(asked: _Asked, e: Evidence) -> Iterator[bool | None]:
    """Yield for each place that tells the verb whether it is told of who is asked; None if open."""
    own = _with_unions(asked.doer.parties, e)
    for word in _WORD.finditer(e.said):
        if _is_form(word[0], asked.verb):
            doer = doer_at(word.start(), word.end(), e.said)
            yield None if _beside(own, e.said, asked.verb) else _is_told(asked.doer, own, doer)


def _is_told(asked: Doer, own: frozenset[str], doer: Doer) -> bool | None:
    if other_bodies(asked.body, doer.body):
        return False
    if asked.parties and doer.parties:
        of_members = any(map(is_union, asked.parties | doer.parties))
        return True if own & doer.parties else None if of_members else False
    return True if asked.body and doer.body else None


def _with_unions(parties: frozenset[str], e: Evidence) -> frozenset[str]:
    day = e.hit.facts.published
    return parties | {of.union for code in parties if day and (of := membership_of(code, day))}


def _beside(own: frozenset[str], said: str, verb: str) -> bool:
    """Whether what takes two sides may have been done with who is asked."""
    return stem(verb) in _TOGETHER and not own.isdisjoint(parties_in(said))


def _is_form(word: str, verb: str) -> bool:
    told, asked = stem(word), stem(verb)
    return (
        told == asked or _PASSES.issuperset((told, asked)) or (told,) in wordings(analyse).get((asked,), ())
    )
