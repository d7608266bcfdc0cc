"""Tell how far sentences have the subject words of a question itself."""

from collections.abc import Sequence

from assistant.asking.followups.going_on import goes_on
from assistant.asking.parts import Weighed
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.reach import TITLE, share

SPOKEN, COVERED = 3, 0.5  # own words, and their share by weight: a sentence that has them need not be alike


def has_most(e: Evidence, parts: Sequence[Weighed]) -> bool:
    """Whether a sentence, with what stands around it, has most of the question's own subject words.

    Three of them at least, parties and periods counted.
    """
    own = [(e.reached[i].exact, p) for i, p in enumerate(parts) if not (p.concept and p.concept.context)]
    covered = share([reached for reached, p in own if p.concept], [p for _, p in own if p.concept]) or 0.0
    return covered >= COVERED and sum(reached >= TITLE for reached, _ in own) >= SPOKEN


def subject_in(e: Evidence, parts: Sequence[Weighed]) -> float:
    """Return the share of the question's own subject words, by weight, that a sentence has itself."""
    own = [
        (e.reached[i].exact, p)
        for i, p in enumerate(parts)
        if p.concept and not p.concept.context and not p.concept.is_number
    ]
    return share([reached for reached, _ in own], [p for _, p in own]) or 0.0


def own_reached(question: Question, chosen: Sequence[Evidence], parts: Sequence[Weighed]) -> float:
    """Say how far the words of a follow-up itself are reached; 1 where it leans on the question before."""
    concepts = [(i, p) for i, p in enumerate(parts) if p.concept]
    own = [(i, p) for i, p in concepts if p.concept and not p.concept.context]
    if len(own) == len(concepts) or goes_on(question.text):
        return 1.0
    reached = share(
        [max((e.reached[i].around for e in chosen), default=0.0) for i, _ in own], [p for _, p in own]
    )
    return 1.0 if reached is None else reached
