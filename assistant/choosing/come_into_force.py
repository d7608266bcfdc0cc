"""Put in the lead what tells that something is in force, before what only says when it should be."""

import re
from collections.abc import Sequence
from itertools import islice

from assistant.asking.question import Question
from assistant.choosing.as_much import AsMuch
from assistant.choosing.evidence import RERANKED, Evidence
from assistant.choosing.leading import lead_with
from assistant.reading.long_past import is_long_past
from vectorstore.patterns import pattern

# It says so in few words under its heading, and has fewer of the question's than a plan told at length.
AS_MUCH = AsMuch(reached=0.75, behind=3.0, odds=3.0)

_ASKED = pattern(r"\b(?:in(?:to)? (?:force|effect)|t(?:akes?|aken|ook) effect|effective)\b", re.I)
_TO_COME = pattern(r"\b(?:will|would|if|expected|next|upcoming)\b", re.I)
_IN_FORCE = pattern(
    r"\b(?:in (?:force|effect) since|(?:is|are|been) (?:now |already )?in (?:force|effect)"
    r"|(?<!to )(?:entered|came|went) into (?:force|effect)|took effect)\b",
    re.I,
)


def come_into_force_first(question: Question, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Lead with a sentence, as new at least, that something is in force; `evidence` is scored, best first."""
    if not evidence or not _ASKED.search(question.asked) or _TO_COME.search(question.asked):
        return tuple(evidence)
    best = evidence[0]
    if tells_in_force(best.quote):
        return tuple(evidence)
    for e in islice(evidence, 1, RERANKED):
        if e.published < best.published or _is_of_an_older_pact(e):
            continue
        if tells_in_force(e.quote) and AS_MUCH.holds(e, best):
            return lead_with(e, evidence)
    return tuple(evidence)


def _is_of_an_older_pact(e: Evidence) -> bool:
    """Whether a sentence tells days long past alone: of another pact, on which the one asked about builds."""
    day = e.hit.facts.published
    return day is not None and is_long_past(e.quote, day)


def tells_in_force(text: str) -> bool:
    """Whether a sentence tells that something has come into force.

    >>> tells_in_force("In force since Monday."), tells_in_force("It is not in force; it will be in May.")
    (True, False)
    """
    return bool(_IN_FORCE.search(text))
