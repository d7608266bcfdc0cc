"""Lead with the last entry of a live report that answers: what stands under an earlier hour was so then."""

import re
from collections.abc import Sequence

from assistant.asking.question import Question
from assistant.choosing.as_much import AsMuch
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import lead_with
from assistant.reading.alterations import rates_changed
from assistant.reading.clock import clock_of
from assistant.reading.rates import rates_in
from vectorstore.patterns import pattern

_AS_MUCH = AsMuch(reached=0.25, behind=3.0, detail=True)  # all entries are on what the title says
_EARLIER_ASKED = pattern(
    r"\b(?:morning|noon|earlier|before|at first|initial\w*|start of|previous\w*|was)\b", re.I
)


def by_clock(question: Question, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put the last entry first that tells as much, without the rate that it says was changed.

    `evidence` is scored, best first, and so is what comes back.
    """
    if not evidence or _EARLIER_ASKED.search(question.asked):
        return tuple(evidence)
    best = evidence[0]
    if _at(best) is None:
        return tuple(evidence)
    later = [e for e in evidence if _is_after(e, best) and e.marks.answers > 0 and _AS_MUCH.holds(e, best)]
    if later:
        best = max(later, key=lambda e: (_at(e) or 0, e.score))
        evidence = lead_with(best, evidence)
    changed = {old for old, _ in rates_changed(best.quote)}
    return tuple(e for e in evidence if not (_is_after(best, e) and changed.intersection(rates_in(e.quote))))


def _is_after(newer: Evidence, older: Evidence) -> bool:
    """Whether both are entries of one live report, the first under a later hour."""
    now, then = _at(newer), _at(older)
    return newer.hit.facts.id == older.hit.facts.id and now is not None and then is not None and now > then


def _at(e: Evidence) -> int | None:
    return clock_of(e.hit.passage.heading)
