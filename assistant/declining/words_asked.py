"""Tell whether what an answer quotes are the words that are asked for: of a person, or of a party."""

from collections.abc import Sequence

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
from assistant.reading.home import home_of
from ingest.text.parties import party_in_text


def words_missing(question: Question, chosen: Sequence[Evidence], parts: Sequence[Weighed]) -> str | None:
    """Return whose words a question asks for, where no sentence gives them."""
    speaker = whose_words(question.asked)
    if speaker:
        own = words_of_speakers(question.asked)
        told = any(_is_said_by(speaker, own, e, parts) for e in chosen)
        return None if told else f"anything said by {speaker}"
    party = party_whose_words(question.asked)
    if party is None or any(_may_be_said_by(party, e) for e in chosen):
        return None
    return f"anything said by {party_in_text(party)}"


def _is_said_by(speaker: str, own: frozenset[str], e: Evidence, parts: Sequence[Weighed]) -> bool:
    """Whether a sentence is a speaker's on what else is asked about than the words `own` of the name."""
    of = [i for i, p in enumerate(parts) if p.concept and not own.issuperset(p.concept.terms)]
    reached = share([e.reached[i].around for i in of], [parts[i] for i in of])
    return (e.by or quotes(e.said, speaker)) and (reached is None or reached >= TOUCHED)


def _may_be_said_by(party: str, e: Evidence) -> bool:
    """Whether somebody speaks in a sentence, of whatever party, or it is of the party's own office."""
    speaks = e.by or e.turn or names_a_speaker(e.said) or any(mark in e.said for mark in _MARKS)
    return bool(speaks) or party in home_of(e.hit.facts.publisher)


_MARKS = ('"', "“")
