"""Tell which questions no sentence is like, though some answer: names alone, somebody's words on anything.

The name of a party or the section of a law says what the question is about and nothing of what is told.
"""

from collections.abc import Sequence

from assistant.asking.parts import Weighed
from assistant.asking.question import Question
from assistant.asking.speakers import words_of_speakers
from assistant.choosing.evidence import Evidence
from assistant.reading.legal_bases import laws_in


def is_like_nothing(question: Question, chosen: Sequence[Evidence], parts: Sequence[Weighed]) -> bool:
    """Whether a question names parties or a law alone, or asks what somebody said, on nothing particular."""
    if not parts:
        return False
    if all(part.party or (part.concept and laws_in(part.concept.typed)) for part in parts):
        return True
    own = words_of_speakers(question.asked)
    return any(e.by for e in chosen) and all(p.concept and own.issuperset(p.concept.terms) for p in parts)
