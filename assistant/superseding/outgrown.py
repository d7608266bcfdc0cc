"""Lead with the figure that a newer briefing tells as grown, or fallen, from the one that would lead.

"Rising from the 600 billion pledged in May to almost a trillion" ends what May's briefing tells, under
whatever title it stands; so does "to 11 percent, not 12.5 as announced".
"""

import re
from collections.abc import Iterator, Sequence

from assistant.asking.question import Question
from assistant.choosing.as_much import AsMuch
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import AT_ONCE, lead_with
from assistant.reading.rates import NEAR, WAS
from assistant.reading.statuses import hedged
from assistant.support.quantities import QUANTITY, RANK, Quantity, quantity_of, same_quantity
from vectorstore.patterns import pattern

_AS_MUCH = AsMuch(reached=0.9, behind=3.0, detail=True)
_SEVERAL = ("list", "compare")  # kinds of question that one figure does not answer
# "Not 12.5 percent as announced"; "to 11 percent, from 12".
_NOT_SO = (pattern(rf"\b(?:not(?! only)|no longer) {NEAR}\Z", re.I),)
_WAS = (*_NOT_SO, WAS, pattern(rf"\bto [^,;]{{1,40}}, (?:down |up )?from {NEAR}\Z", re.I))
_QUANTITY = pattern(rf"{QUANTITY}|{RANK}", re.I)


def outgrown(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Put the newest sentence first that tells a figure of the best one's as what it was before.

    `evidence` is scored, best first, and so is what comes back.
    """
    changed = question.kind == "change"
    if not evidence or question.kind in _SEVERAL or (question.past and not changed):
        return list(evidence)
    best = evidence[0]
    told = list(_figures(best.quote))
    was = _NOT_SO if changed else _WAS  # how it changed tells what it was, too
    newer = [
        e
        for e in evidence
        if e.dated - best.dated > AT_ONCE
        and all(period.last >= e.published for period in question.periods)  # else it was so then
        and _AS_MUCH.holds(e, best)
        and not hedged(e.said)
        and _grown_from(e.quote, told, was)
    ]
    if not newer:
        return list(evidence)
    return [*lead_with(max(newer, key=lambda e: (e.dated, e.score)), evidence)]


def _grown_from(text: str, before: Sequence[Quantity], was_so: Sequence[re.Pattern[str]]) -> bool:
    """Whether a text tells one of the figures as what it was, and another in the same unit."""
    found = [(match.start(), quantity_of(match)) for match in _QUANTITY.finditer(text)]
    return any(
        any(form.search(text[:at]) for form in was_so)
        and any(same_quantity(was, of) for of in before)
        and any(now.unit == was.unit and now.amount != was.amount for _, now in found)
        for at, was in found
        if was.unit
    )


def _figures(text: str) -> Iterator[Quantity]:
    """Yield what a text tells in a unit: percent, dollars, tonnes; no rank and no bare number."""
    for match in _QUANTITY.finditer(text):
        if (told := quantity_of(match)).unit not in ("", "th"):
            yield told
