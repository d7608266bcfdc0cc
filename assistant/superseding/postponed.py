"""Lead with what puts off, where the best sentence tells a change of before for a day that was then to come.

"The duty will rise to 50 percent on January 1" is the nearest to the words of "is it 50 yet"; that the rise
was put off, a newer briefing says, and the day is no longer true.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.read_alone import leans
from assistant.reading.goods import goods_in
from assistant.reading.statements import instruments_in
from assistant.reading.telling import recalls_a_plan
from assistant.superseding.endings import asks_what_holds
from assistant.superseding.held_now import AT_ONCE, LEADS_BY
from ingest.text.parties import parties_in

_PUTS_OFF = re.compile(
    r"\b(?:delay(?:s|ed|ing)?|postpon(?:e[sd]?|ing|ements?)|put(?:s|ting)? off|defer(?:s|red|ring)?"
    r"|push(?:es|ed|ing)? back|hold(?:s|ing)? off)\b",
    re.I,
)
_NOT = re.compile(r"\b(?:not|never|without|no)\b[^.;,]{0,30}$|n[’']t\b[^.;,]{0,20}$", re.I)
_CHANGES = re.compile(
    r"\b(?:will|shall|would|to|set to|due to)\b[^.;]{0,60}"
    r"\b(?:increase|rise|raise|go|take effect|start|begin|apply|impose|enter|come|be (?:raised|imposed))\b",
    re.I,
)


def postponed_first(
    question: Question, evidence: Sequence[Evidence], read: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """Put the newest sentence first that puts off what the best one tells as to come.

    `evidence` is scored, best first; `read` is every sentence that was found.
    """
    if not evidence or not asks_what_holds(question) or not _CHANGES.search(evidence[0].said):
        return tuple(evidence)
    best = evidence[0]
    told = recalls_a_plan(best.said)  # by the briefing itself, before what it decides
    later = [
        e
        for e in read
        if (_day(e) - _day(best) > AT_ONCE or (told and _day(e) == _day(best)))
        and _puts_off(e)
        and _is_on_the_same(e, best)
    ]
    if not later:
        return tuple(evidence)
    newest = max(later, key=lambda e: (_day(e), e.score))
    rest = (e for e in evidence if (e.hit.passage.id, e.sentence) != (newest.hit.passage.id, newest.sentence))
    return (replace(newest, score=best.score + LEADS_BY), *rest)


def _puts_off(e: Evidence) -> bool:
    found = _PUTS_OFF.search(e.said)
    return bool(found and not _NOT.search(e.said[: found.start()]) and not leans(e))


def _is_on_the_same(e: Evidence, best: Evidence) -> bool:
    """Whether both are on the same measure: of the same goods, or of the same parties where none are."""
    if not instruments_in(e.said) & instruments_in(best.said):
        return False
    goods, others = goods_in(e.said), goods_in(best.said)
    if goods and others:
        return bool(goods & others)
    parties, of_best = parties_in(e.headed) - {"US"}, parties_in(best.headed) - {"US"}
    return bool(parties & of_best)


def _day(e: Evidence) -> date:
    return e.hit.facts.published or date.min
