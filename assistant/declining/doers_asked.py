"""Tell whether what an answer tells was done by who is asked about: what Oman ratified Peru did not."""

from collections.abc import Iterator, Sequence

from assistant.asking.asked import asks_latest
from assistant.asking.doer_asked import DoerAsked, doer_asked, undertaker_asked
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.reading.doers import Doer, doer_at, other_bodies
from assistant.reading.pledged import undertaken_by
from assistant.reading.wording import wordings
from assistant.support.words import stem
from ingest.text.parties import parties_in
from ingest.text.unions import is_union, membership_of
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

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


def doer_missing(question: Question, chosen: Sequence[Evidence]) -> str | None:
    """Return that it was done, by whom, where the sentences chosen tell it of another alone."""
    asked = doer_asked(question)
    if asked is None:
        return None
    if stem(asked.verb) in _BEFALLS and any(asked.doer.parties & parties_in(e.said) for e in chosen):
        return None
    told = [by for e in chosen for by in _done_by(asked, e)]
    return f"that {asked.called} did this" if told and not any(by is not False for by in told) else None


def undertaking_missing(question: Question, chosen: Sequence[Evidence]) -> str | None:
    """Return what a party undertook, where that alone is asked, in general, and no sentence tells it."""
    asked = undertaker_asked(question) if chosen and asks_latest(question) else None
    if asked is None or undertaken_by(chosen[0].said, asked.doer.parties):
        return None
    return f"anything that {asked.called} undertook"


def _done_by(asked: DoerAsked, e: Evidence) -> Iterator[bool | None]:
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
