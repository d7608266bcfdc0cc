"""Leave out what could lead an answer on the latest and is beside what is asked."""

import re
from collections.abc import Set
from functools import lru_cache

from assistant.asking.asked import others_than_us
from assistant.asking.question import Question
from assistant.chronicle.about import said_by
from assistant.chronicle.candidate import Candidate
from assistant.chronicle.timeline import BUSINESS
from assistant.reading.clock import clock_of
from assistant.reading.dealings import DEALINGS, DEALT
from assistant.reading.statements import instruments_in
from ingest.text.parties import parties_in
from vectorstore.patterns import pattern

PACTED = frozenset(("agreed", "signed"))

BESIDE = 60  # characters before a pact's word that can name its parties

_PACT = pattern(
    r"\b(?:free[- ]trade|fta|deals?|agreements?|pacts?|accords?|treat(?:y|ies)|frameworks?)\b", re.I
)
# "A future agreement", "any other accord": none that stands.
_NO_PACT = pattern(
    r"\b(?:any|some|future|another|other|no) (?:\w+ )?(?:deals?|agreements?|pacts?|accords?)\b", re.I
)
_ROUND = pattern(r"\b(?:rounds?|negotiat(?:ors?|ions?))\b", re.I)


def to_the_point(question: Question, leads: list[Candidate]) -> list[Candidate]:
    """Leave out what is beside the question; but for dealings, unless nothing else is told."""
    return _on_dealings(question, _no_business(question, _of_last_entry(leads)))


def _of_last_entry(leads: list[Candidate]) -> list[Candidate]:
    """Leave out, of a live report, what stands under an earlier hour than its last entry that leads."""
    last: dict[str, int] = {}
    for c in leads:
        if (at := clock_of(c.passage.heading)) is not None:
            last[c.briefing.id] = max(at, last.get(c.briefing.id, at))
    return [c for c in leads if clock_of(c.passage.heading) == last.get(c.briefing.id)]


def _no_business(question: Question, leads: list[Candidate]) -> list[Candidate]:
    """Leave out what firms invest or buy, where goods are asked about; nothing where nothing else is told."""
    if others_than_us(question) or BUSINESS & instruments_in(question.asked):
        return leads
    return [c for c in leads if not said_by(c).instruments or said_by(c).instruments - BUSINESS] or leads


def _on_dealings(question: Question, leads: list[Candidate]) -> list[Candidate]:
    """Leave out, where dealings are asked about, what tells of none, and of a pact what is on others."""
    if not DEALINGS.search(question.asked):
        return leads
    told = [c for c in leads if _is_of_trade(c)]
    if _PACT.search(question.asked):
        on_it = [c for c in told if _is_on_pact(c, frozenset(question.parties))]
        told = on_it or [c for c in told if not PACTED.isdisjoint(c.telling.statuses)]
    return told


def _is_of_trade(c: Candidate) -> bool:
    """Whether a sentence tells of a measure or of dealings, or its title does."""
    dealt = not DEALT.isdisjoint(c.telling.statuses) or DEALINGS.search(c.title)
    return bool(dealt or said_by(c).instruments)


def _is_on_pact(c: Candidate, parties: Set[str]) -> bool:
    """Whether a sentence, with what it is told under, names a pact, or a round of what is on the parties.

    So does whatever is told in a briefing on these parties and no third one that names their pact anywhere.
    """
    told = f"{c.title}. {c.telling.text}"
    if _PACT.search(_NO_PACT.sub("", told)):
        return True
    if len(parties) > 1 and _ROUND.search(told) and parties <= parties_in(c.title):
        return True
    between = () if c.in_section else parties_in(c.title) or {*c.briefing.parties}
    on_both = len(between) == 2 and parties <= {*between}
    return on_both and _names_pact(c.briefing.text, frozenset(between))


@lru_cache(maxsize=256)
def _names_pact(text: str, between: frozenset[str]) -> bool:
    """Whether a text names a pact beside both parties: the "Peru-Chile Trade Agreement" of its first year."""
    return any(
        between <= parties_in(text[max(0, m.start() - BESIDE) : m.end()]) for m in _PACT.finditer(text)
    )
