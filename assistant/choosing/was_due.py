"""Lead with what was decided where the best sentence only tells what was due before that."""

import re
from collections.abc import Sequence

from assistant.asking.question import Question
from assistant.choosing.as_much import AsMuch
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import lead_with
from assistant.choosing.selecting import worth
from vectorstore.patterns import pattern

_AS_MUCH = AsMuch(reached=0.6, behind=4.0, answers=-1.0, detail=True)
_WAS_DUE = pattern(
    r"\b(?:was|were|had been) (?:due |set |scheduled |originally |initially |supposed |meant |planned )*to "
    r"(?:lapse|expire|end|run out|cease|start|begin|take effect|apply|enter into force|come into)\b"
    r"|\b(?:was|were) (?:due|scheduled) (?:for|on|in) ",
    re.I,
)
_BEFORE_ASKED = pattern(
    r"\b(?:original(?:ly)?|initial(?:ly)?|at first|first|before|previous(?:ly)?"
    r"|(?:was|were) \w+ (?:due|to|supposed))\b",
    re.I,
)


def decided_first(question: Question, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put what tells as much, and not what was due before, first. `evidence` is scored, best first."""
    if not evidence or _BEFORE_ASKED.search(question.asked):
        return tuple(evidence)
    best = max(evidence, key=worth)  # which a long one leads by less than it costs to read
    if not _WAS_DUE.search(best.said):
        return tuple(evidence)
    decided = [
        e
        for e in evidence
        if not _WAS_DUE.search(e.said) and e.published >= best.published and _AS_MUCH.holds(e, best)
    ]
    return lead_with(decided[0], evidence) if decided else tuple(evidence)
