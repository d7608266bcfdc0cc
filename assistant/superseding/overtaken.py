"""Lead with what became of a plan, where the best sentence tells it as still to come.

"The fourth round is to be held in Oslo in May" has every word of "when is the fourth round". That it was
called off, or held in June, a newer sentence says, and what was planned is no longer an answer.
"""

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.parts import Weighed
from assistant.asking.powers import asks_of_plans
from assistant.asking.question import Question
from assistant.choosing.as_much import AsMuch
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import AT_ONCE, LEADS_BY, lead_with
from assistant.choosing.reach import share
from assistant.choosing.read_alone import leans
from assistant.reading.counted import expects
from assistant.reading.goods import alike, goods_in
from assistant.reading.happened_since import calls_off, is_to_come
from assistant.reading.periods_told import days_in
from assistant.reading.statements import instruments_in
from assistant.reading.statuses import hedged
from assistant.superseding.standing import HELD
from ingest.text.parties import parties_in

_CAME = AsMuch(reached=0.75, behind=2.0, odds=1.0, detail=True)
ON_IT = 0.75  # of what the best one has of the subject, kinds of measure aside
_SEVERAL = ("list", "compare", "why", "who")  # kinds of question that one sentence does not answer


def overtaken(
    question: Question, evidence: Sequence[Evidence], read: Sequence[Evidence], parts: Sequence[Weighed]
) -> tuple[Evidence, ...]:
    """Put the newest sentence first that tells what became of what the best one tells as to come.

    `evidence` is scored, best first; `read` is every sentence that was found.
    """
    if not evidence or question.periods or question.kind in _SEVERAL or asks_of_plans(question.asked):
        return tuple(evidence)
    best = evidence[0]
    if not is_to_come(best.said):
        return tuple(evidence)
    later = [e for e in read if _is_later(e, best) and _is_called_off(e, best, parts)]
    later += [e for e in evidence if _is_later(e, best) and _has_come(e, best)]
    if not later:
        return tuple(evidence)
    first, *others = lead_with(max(later, key=lambda e: (e.published, e.score)), evidence)
    plan = replace(best, score=first.score)  # told behind it: it may have no rate, or day, of its own
    return (replace(first, score=first.score + LEADS_BY), plan, *(e for e in others if e is not best))


def _is_later(e: Evidence, best: Evidence) -> bool:
    return e.published - best.published > AT_ONCE and e.marks.party >= best.marks.party and not leans(e)


def _is_called_off(e: Evidence, best: Evidence, parts: Sequence[Weighed]) -> bool:
    """Whether a sentence calls off what the best one tells: it names that, and its goods or its day."""
    if not (calls_off(e.said) and _is_of_the_same(e, best)):
        return False
    named = {at: of.concept for at, of in enumerate(parts) if of.concept and best.reached[at].held >= HELD}
    if not any(e.reached[at].held >= HELD for at in named):
        return False
    days = {p.last for p in days_in(best.said, best.hit.facts.published) if p.last >= best.published}
    if any(p.last in days for p in days_in(e.said, e.hit.facts.published)):
        return True
    words = [at for at, of in named.items() if not instruments_in(of.typed)]  # a duty may be a concession
    return (share([e.reached[at].around for at in words], [parts[at] for at in words]) or 0.0) >= ON_IT


def _is_of_the_same(e: Evidence, best: Evidence) -> bool:
    """Whether a sentence names no goods or parties but those that the best one, or its title, names."""
    goods, meant = goods_in(e.said), goods_in(best.headed)
    parties = parties_in(e.said) - {"US"}
    on_goods = not goods or any(alike(of) & meant for of in goods)
    return on_goods and (not parties or bool(parties & parties_in(best.headed)))


def _has_come(e: Evidence, best: Evidence) -> bool:
    """Whether a sentence tells about as much, as done, after the day that the best one looks ahead to."""
    days = [p.last for p in days_in(best.said, best.hit.facts.published) if p.last >= best.published]
    if not days or max(days) >= e.published:
        return False
    return _CAME.holds(e, best) and not (is_to_come(e.said) or hedged(e.said) or expects(e.said))
