"""Lead with the thing itself where the best sentence only points at it.

"In addition to the rice that it promised to buy in May, it will buy cars" says nothing of how much rice.
"""

import re
from collections.abc import Sequence

from assistant.asking.concepts import Concept
from assistant.asking.pledges import is_pledge
from assistant.asking.question import Question
from assistant.choosing.as_much import AsMuch
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import lead_with
from assistant.choosing.read_alone import leans
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

_AS_MUCH = AsMuch(reached=0.75, answers=0.0, detail=True)  # as the one that points
_POINTED_AT = pattern(
    r"\b(?:in addition to|on top of|over and above|besides|apart from|aside from|separate from)\b[^,;.]*",
    re.I,
)


def told_before_pointed_at(question: Question, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put what tells of the thing first where the best one has it behind "in addition to" alone.

    `evidence` is scored, best first.
    """
    if not evidence or _POINTED_AT.search(question.asked):
        return tuple(evidence)
    best = evidence[0]
    pointed = [c for c in question.concepts if _only_points_at(c, best)]
    if not pointed:
        return tuple(evidence)
    telling = next((e for e in evidence[1:] if _tells_itself(e, best, pointed)), None)
    return lead_with(telling, evidence) if telling else tuple(evidence)


def _only_points_at(concept: Concept, e: Evidence) -> bool:
    if concept.is_number or is_pledge(concept):
        return False
    return _is_in(concept, e.said) and not _is_in(concept, _POINTED_AT.sub(" ", e.said))


def _tells_itself(e: Evidence, best: Evidence, things: Sequence[Concept]) -> bool:
    return (
        _AS_MUCH.holds(e, best)
        and all(_is_in(thing, _POINTED_AT.sub(" ", e.said)) for thing in things)
        and not leans(e)
    )


def _is_in(concept: Concept, text: str) -> bool:
    terms = frozenset(analyse(text))
    return any(terms.issuperset(form) for form in (concept.terms, *concept.others))
