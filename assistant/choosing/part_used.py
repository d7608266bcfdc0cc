"""Lead with how much of a quota was used, where that is asked and not its size."""

import re
from collections.abc import Sequence

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import lead_with
from vectorstore.patterns import pattern

NEAR = 0.4  # of what the best one reaches of the subject, for a sentence of its briefing

_QUOTA = pattern(r"\b(?:quotas?|TRQs?|allocations?|ceilings?|limits?|allowances?)\b", re.I)
_USED = pattern(
    r"\b(?:used|filled|utili[sz]ed|utili[sz]ation|taken up|take-up|drawn down|exhausted|fill rate)\b", re.I
)
_LEFT = pattern(r"\b(?:left|remain(?:s|ed|ing)?|unused|still available)\b", re.I)
_DIGIT = pattern(r"\d|\b(?:all|none|half|nothing|fully)\b")


def part_used_first(
    question: Question, evidence: Sequence[Evidence], read: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """Put what tells how much was used, or is left, first, where the best one tells another figure.

    Of the best one's briefing, or of what reaches as much. `evidence` is scored, best first; `read` is
    every sentence that was found.
    """
    asked = next((form for form in (_USED, _LEFT) if form.search(question.asked)), None)
    if not evidence or asked is None or not _QUOTA.search(question.asked) or asked.search(evidence[0].said):
        return tuple(evidence)
    best = evidence[0]
    told = [
        e
        for e in (*evidence, *read)
        if asked.search(e.said)
        and _DIGIT.search(e.said)
        and e.hit.facts.id == best.hit.facts.id
        and e.marks.subject >= NEAR * best.marks.subject
    ]
    return lead_with(told[0], evidence) if told else tuple(evidence)
