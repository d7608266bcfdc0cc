"""Lead with the rule for a thing as a whole where the best sentence is on parts of it, or on some of it.

"When do the duties on pumps start": what starts later for the parts of pumps comes behind.
"""

import re
from collections.abc import Sequence

from assistant.asking.question import Question
from assistant.choosing.as_much import AsMuch
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import lead_with
from assistant.choosing.read_alone import is_bare
from assistant.choosing.selecting import worth
from vectorstore.patterns import pattern

NEAR = 1.5  # worth that it may have less
_AS_MUCH = AsMuch(reached=0.8, at_once=True)
_PART = r"(?:components?|parts|derivatives?|accessories|sub-?assemblies)"
_OF_A_PART = pattern(
    rf"\b(?:for|of|on|to) (?:(?!and\b|or\b|their\b|its\b)[\w’'-]+ ){{0,3}}?{_PART}\b"
    r"|\bfor (?:products|goods|articles|components|firms|companies)\b[^.;,]{0,80}\bexempt\w*\b",
    re.I,
)
_PART_ASKED = pattern(rf"\b(?:{_PART}|exempt\w*|exceptions?|except|pieces)\b", re.I)


def whole_first(question: Question, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put what is on all of it first, where a day or a rate is asked for.

    `evidence` is scored, best first.
    """
    quotable = [e for e in evidence if not e.quote.endswith(":")]
    if not quotable or not {"date", "rate", "span"}.intersection(question.details):
        return tuple(evidence)
    best = max(quotable, key=worth)
    if _PART_ASKED.search(question.asked) or not _OF_A_PART.search(best.said):
        return tuple(evidence)
    on_all = (e for e in quotable if not _OF_A_PART.search(e.said) and _tells_as_much(e, best))
    whole = next(on_all, None)
    return lead_with(whole, evidence) if whole else tuple(evidence)


def _tells_as_much(e: Evidence, best: Evidence) -> bool:
    return (
        _AS_MUCH.holds(e, best)
        and worth(e) >= worth(best) - NEAR
        and bool(e.marks.detail) >= bool(best.marks.detail)
        and not is_bare(e)
    )
