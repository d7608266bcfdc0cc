"""Tell whether what an answer quotes are the words that are asked for: of a person, or of a party."""

import re
from collections.abc import Mapping, Sequence

from assistant.asking.parts import Weighed
from assistant.asking.question import Question
from assistant.asking.speakers import (
    names_a_speaker,
    party_whose_words,
    quotes,
    whose_words,
    words_of_speakers,
)
from assistant.choosing.evidence import Evidence
from assistant.choosing.reach import share
from assistant.declining.measures_asked import TOUCHED
from assistant.declining.names_asked import NO_TEXTS
from assistant.reading.home import home_of
from assistant.reading.initials import spells_out
from ingest.text.head_words import BODIES
from ingest.text.parties import party_in_text
from vectorstore.patterns import pattern


def words_missing(
    question: Question,
    chosen: Sequence[Evidence],
    parts: Sequence[Weighed],
    texts: Mapping[str, str] = NO_TEXTS,
) -> str | None:
    """Return whose words a question asks for, where no sentence gives them.

    All of a briefing is said by the body that put it out, as its publisher or its head tells: `texts`, by the
    briefing's id.
    """
    speaker = whose_words(question.asked)
    if speaker:
        own = words_of_speakers(question.asked)
        told = any(_is_said_by(speaker, own, e, parts, texts) for e in chosen)
        return None if told else f"anything said by {speaker}"
    party = party_whose_words(question.asked)
    if party is None or any(_may_be_said_by(party, e) for e in chosen):
        return None
    return f"anything said by {party_in_text(party)}"


def _is_said_by(
    speaker: str, own: frozenset[str], e: Evidence, parts: Sequence[Weighed], texts: Mapping[str, str]
) -> bool:
    """Whether a sentence is a speaker's on what else is asked about than the words `own` of the name."""
    of = [i for i, p in enumerate(parts) if p.concept and not own.issuperset(p.concept.terms)]
    reached = share([e.reached[i].around for i in of], [parts[i] for i in of])
    says = e.by or quotes(e.said, speaker) or _put_out_by(speaker, e, texts)
    return says and (reached is None or reached >= TOUCHED or e.marks.answers >= SURELY)


def _put_out_by(speaker: str, e: Evidence, texts: Mapping[str, str]) -> bool:
    """Whether the briefing of a sentence was put out by a body, and not only speaks of it."""
    if not (speaker.isupper() or _BODY.search(speaker)):
        return False
    head = " ".join(f"{e.hit.facts.publisher or ''}; {texts.get(e.hit.facts.id, '')[:HEAD]}".split())
    return speaker.casefold() in head.casefold() or spells_out(head, speaker)


def _may_be_said_by(party: str, e: Evidence) -> bool:
    """Whether somebody speaks in a sentence, of whatever party, or it is of the party's own office."""
    speaks = e.by or e.turn or names_a_speaker(e.said) or any(mark in e.said for mark in _MARKS)
    return bool(speaks) or party in home_of(e.hit.facts.publisher)


SURELY = 1.0  # log-odds by the reranker of what is on it, in whatever words
HEAD = 300  # characters of a briefing in which who put it out is named
_BODY = pattern(rf"\b(?:{BODIES})\b", re.I)
_MARKS = ('"', "“")
