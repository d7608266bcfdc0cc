"""Lead with what a measure is or does where the best sentence only tells an exception from it.

"The surtax does not apply to goods in transit" reads as an answer on pipes; "It is 25 percent on wire" goes
before it.
"""

import re
from collections.abc import Sequence

from assistant.asking.happened import asks_whether
from assistant.asking.question import Question
from assistant.asking.still_asked import asks_still
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import lead_with
from assistant.choosing.read_alone import is_bare, leans
from assistant.choosing.selecting import worth
from assistant.reading.rates import rates_in
from assistant.reading.statuses import statuses_in
from vectorstore.patterns import pattern

NEAR = 1.5  # worth that the rule may have less
_EXCEPTS = pattern(
    r"\b(?:(?:does|do|shall|will|would|is|are) not "
    r"(?:appl(?:y|ies)|be (?:refunded|subject|charged|levied)|subject)"
    r"|no refunds?)\b",
    re.I,
)
_ASKED = pattern(
    r"\b(?:exempt\w*|except\w*|exclu\w+|spared|carve\w*|not|refund\w*|apply|applies|subject|transit|already"
    r"|before|loaded|hit|pay|on the water|free|who|which)\b|n['’]t\b",
    re.I,
)
_TELLS = frozenset(("ended", "suspended", "raised", "lowered", "imposed", "delayed", "extended", "in force"))


def rule_first(question: Question, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put the rule first, where its rate or whether it holds is asked. `evidence` is scored, best first."""
    if not evidence or _ASKED.search(question.asked) or not _EXCEPTS.search(evidence[0].said):
        return tuple(evidence)
    best = evidence[0]
    whole = next((e for e in evidence[1:] if _is_rule(question, e) and _tells_as_much(e, best)), None)
    return lead_with(whole, evidence) if whole else tuple(evidence)


def _is_rule(question: Question, e: Evidence) -> bool:
    if _EXCEPTS.search(e.said) or is_bare(e) or leans(e):
        return False
    if "rate" in question.details:
        return bool(rates_in(e.said))
    return (asks_still(question) or asks_whether(question.asked)) and bool(_TELLS & {*statuses_in(e.said)})


def _tells_as_much(e: Evidence, best: Evidence) -> bool:
    same = e.hit.facts.id == best.hit.facts.id or e.dated >= best.dated
    return same and e.marks.subject >= best.marks.subject and worth(e) >= worth(best) - NEAR
