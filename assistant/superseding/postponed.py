"""Lead with what puts off, where the best sentence tells a change of before for a day that was then to come.

"The duty will rise to 50 percent on January 1" is the nearest to the words of "is it 50 yet"; that the rise
was put off, a newer briefing says, and the day is no longer true.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.asking.exemptions import asks_exempt
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import AT_ONCE, LEADS_BY
from assistant.choosing.read_alone import leans
from assistant.reading.goods import alike, goods_in
from assistant.reading.periods import periods_in
from assistant.reading.statements import instruments_in
from assistant.reading.telling import recalls_a_plan
from assistant.superseding.one_measure import asks_what_holds
from ingest.text.parties import parties_in
from vectorstore.patterns import pattern

_PUTS_OFF = pattern(
    r"\b(?:delay(?:s|ed|ing)?|postpon(?:e[sd]?|ing|ements?)|put(?:s|ting)? off|defer(?:s|red|ring)?"
    r"|push(?:es|ed|ing)? back|hold(?:s|ing)? off)\b",
    re.I,
)
_NOT = pattern(r"\b(?:not|never|without|no)\b[^.;,]{0,30}$|n[’']t\b[^.;,]{0,20}$", re.I)
_CHANGES = pattern(
    r"\b(?:will|shall|would|to|set to|due to)\b(?! not\b)[^.;]{0,60}"
    r"\b(?:increase|rise|raise|go|take effect|start|begin|apply|impose|enter|come|be (?:raised|imposed))\b",
    re.I,
)
# A day that is set for a measure, and that another day is set instead.
_EFFECTIVE = pattern(
    r"\beffective (?:as of |on |from )?(?:\d{1,2}:\d\d [ap]\.?m\.? [\w ]{0,24}?(?:on )?)?$", re.I
)
_ANOTHER_DAY = pattern(
    r"\b(?:effective date|first day|starting date|date of (?:entry into force|application))\b[^;]{0,200}"
    r"\b(?:shall be|will be|is (?:now|changed|moved)|is hereby)\b",
    re.I,
)
LOOKED_AT = 4  # best sentences
_OF_SOMETHING_ELSE = frozenset(("amount", "count", "person", "place", "reason"))


def postponed_first(
    question: Question, evidence: Sequence[Evidence], read: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """Put the newest sentence first that puts off what the best one tells as to come.

    `evidence` is scored, best first; `read` is every sentence that was found.
    """
    if not evidence or asks_exempt(question.asked) or not _OF_SOMETHING_ELSE.isdisjoint(question.details):
        return tuple(evidence)
    led = _led_by_what_puts_off(question, evidence, read)
    if led[0] is not evidence[0]:
        return led
    return (led[0], *_put_off_in_place(question, led[1:LOOKED_AT], read), *led[LOOKED_AT:])


def without_days_replaced(end: Evidence | None, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Leave out what tells a day that `end` puts another one in the place of, where that is told first.

    Not where that alone is likelier than not to answer: without it the question would be declined.
    """
    if end is None:
        return tuple(evidence)
    standing = tuple(
        e
        for e in evidence
        if not (_sets_another(end, days_set(e.said, e.hit.facts.published)) and _is_on_the_same(end, e))
    )
    return standing if any(e.marks.answers >= 0 for e in standing) else tuple(evidence)


def _put_off_in_place(
    question: Question, told: Sequence[Evidence], read: Sequence[Evidence]
) -> list[Evidence]:
    """Return the sentences behind the best one, what puts off in the place of what it puts off."""
    kept: list[Evidence] = []
    for e in told:
        first = _led_by_what_puts_off(question, [e], read)[0]
        if not any(first.is_at(k) for k in kept):
            kept.append(e if first is e else replace(first, score=e.score))
    return kept


def _led_by_what_puts_off(
    question: Question, evidence: Sequence[Evidence], read: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    best = evidence[0]
    set_for = days_set(best.said, best.hit.facts.published)
    holds = asks_what_holds(question)
    if not (set_for or (holds and _CHANGES.search(best.said))):
        return tuple(evidence)
    told = recalls_a_plan(best.said) or bool(set_for)  # by the briefing itself, before what it decides
    later = [
        e
        for e in read
        if (e.published - best.published > AT_ONCE or (told and e.published == best.published))
        and ((holds and puts_off(e.said) and not leans(e)) or _sets_another(e, set_for))
        and _is_on_the_same(e, best)
    ]
    if not later:
        return tuple(evidence)
    newest = max(later, key=lambda e: (e.published, e.score))
    others = (
        e for e in evidence if (e.hit.passage.id, e.sentence) != (newest.hit.passage.id, newest.sentence)
    )
    if not holds:  # what was done is told, and then that it is for another day
        return (best, replace(newest, score=best.score), *(e for e in others if e is not best))
    rest = (e for e in others if set_for.isdisjoint(days_set(e.said, e.hit.facts.published)))
    return (replace(newest, score=best.score + LEADS_BY), *rest)


def puts_off(said: str) -> bool:
    """Whether a sentence says that something is put off.

    >>> puts_off("The start was delayed to May."), puts_off("It will not be delayed.")
    (True, False)
    """
    found = _PUTS_OFF.search(said)
    return bool(found and not _NOT.search(said[: found.start()]))


def days_set(said: str, published: date | None) -> frozenset[date]:
    """Return the days from which a sentence says that something is effective.

    >>> days_set("The duty, effective as of May 9, is 8 percent.", date(1987, 2, 1))
    frozenset({datetime.date(1987, 5, 9)})
    """
    days = periods_in(said, published)
    return frozenset(p.first for p in days if p.first == p.last and _EFFECTIVE.search(said[: p.start]))


def _sets_another(e: Evidence, days: frozenset[date]) -> bool:
    """Whether a sentence sets a later day in the place of one of these."""
    if not days or not _ANOTHER_DAY.search(e.said) or leans(e):
        return False
    return any(p.first == p.last and p.first > max(days) for p in periods_in(e.said, e.hit.facts.published))


def _is_on_the_same(e: Evidence, best: Evidence) -> bool:
    """Whether both are on the same measure: of the same goods, or of the same parties where it names none."""
    if not instruments_in(e.said) & instruments_in(best.said):
        return False
    if goods := goods_in(e.said):
        meant = goods_in(best.said) or goods_in(best.headed)
        return any(alike(of) & meant for of in goods)
    parties, of_best = parties_in(e.headed) - {"US"}, parties_in(best.headed) - {"US"}
    return bool(parties & of_best)
