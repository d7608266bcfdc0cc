"""Lead with what names the goods asked about, where the best sentence is on others, or names none."""

import re
from collections.abc import Sequence

from assistant.asking.happened import asks_whether
from assistant.asking.question import Question
from assistant.asking.still_asked import IN_FORCE
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import lead_with
from assistant.choosing.read_alone import leans
from assistant.reading.goods import AMBIGUOUS, alike, goods_in, most_specific
from assistant.reading.statements import instruments_in
from vectorstore.patterns import pattern

_QUOTA_OF = pattern(r"\bquotas?\b", re.I)
NEAR, NEARER = 1.5, 1.0  # score that it may have less; where the best one names no goods at all
MORE = 0.25  # of the subject's weight that it then reaches more


def named_goods_first(question: Question, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put what is as new and names them, with the rate or day asked for, first.

    `evidence` is scored, best first.
    """
    wanted = goods_wanted(question)
    if evidence and _QUOTA_OF.search(question.asked) and not asks_whether(question.asked):
        return _own_quota_first(question, evidence)
    if not evidence or not wanted or {"rate", "date"}.isdisjoint(question.details):
        return tuple(evidence)
    best = evidence[0]
    named = goods_in(best.said)
    if named & wanted:
        return tuple(evidence)
    on_others = bool(named) and "rate" in question.details and wanted.isdisjoint(goods_in(best.above))
    if on_others:
        told = (e for e in evidence[1:] if e.score >= best.score - NEAR)
    else:
        told = (e for e in evidence[1:] if _tells_more(question, e, best))
    first = next((e for e in told if wanted & goods_in(e.said) and _is_as_new(e, best)), None)
    if first is None:
        return tuple(evidence)
    return lead_with(first, [e for e in evidence if e is not best] if on_others else evidence)


def _own_quota_first(question: Question, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put what has a figure of the very goods whose quota is asked for before what is on all their kind."""
    goods = most_specific(goods_in(question.asked)) - AMBIGUOUS
    best = evidence[0]
    if not goods or goods & goods_in(best.said) or not goods_in(best.said):
        return tuple(evidence)
    told = (
        e
        for e in evidence[1:]
        if goods & goods_in(e.said)
        and any(map(str.isdigit, e.said))
        and e.marks.subject > best.marks.subject
        and e.marks.party >= best.marks.party
        and e.score >= best.score - NEAR
    )
    first = next(told, None)
    return lead_with(first, evidence) if first else tuple(evidence)


def without_other_goods(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """Leave out what is on other goods, where a duty is asked for and the best one names those asked about.

    `evidence` is scored, best first.
    """
    wanted = goods_wanted(question)
    of_duty = "rate" in question.details and instruments_in(question.asked) & IN_FORCE
    if not evidence or not of_duty or not wanted & goods_in(evidence[0].said):
        return evidence
    return [e for e in evidence if not (named := goods_in(e.said)) or named & wanted]


def goods_wanted(question: Question) -> frozenset[str]:
    """Return the kinds of goods by which what a question asks about may be told."""
    goods = most_specific(goods_in(question.asked)) - AMBIGUOUS
    return frozenset(other for of in goods for other in alike(of))


def _is_as_new(e: Evidence, best: Evidence) -> bool:
    return e.published >= best.published and e.marks.detail >= best.marks.detail


def _tells_more(question: Question, e: Evidence, best: Evidence) -> bool:
    """Whether a sentence of the same briefing names the measure, too, and the best one does not."""
    measures = instruments_in(question.asked)
    return (
        e.hit.facts.id == best.hit.facts.id
        and not leans(e)
        and e.score >= best.score - NEARER
        and e.marks.subject >= best.marks.subject + MORE
        and bool(measures & instruments_in(e.said))
        and not measures & instruments_in(best.said)
    )
