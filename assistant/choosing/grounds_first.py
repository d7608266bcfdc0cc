"""Lead with the grounds of a measure, where it is asked why that was imposed.

What sets a rate has all words of such a question and tells no grounds: "the order imposes a 50 percent duty".
The grounds stand beside it, or in an older briefing, in the words of purposes and findings.
"""

from collections.abc import Sequence
from itertools import pairwise

from assistant.asking.asked import MEASURES, is_one_of
from assistant.asking.grounds_asked import asks_grounds, imposers_asked
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.judged_of import judged_of
from assistant.choosing.leading import lead_with
from assistant.choosing.read_alone import is_bare, leans
from assistant.choosing.reranker import Judge
from assistant.reading.goods import goods_in
from assistant.reading.imposed_for import imposes_on_grounds, is_by, tells_grounds, tells_them_elsewhere
from vectorstore.indexes.analysis import analyse

REACHED = 0.8  # of what the best sentence reaches of the subject


def grounds_first(
    question: Question, evidence: Sequence[Evidence], read: Sequence[Evidence], judge: Judge
) -> tuple[Evidence, ...]:
    """Put the likeliest sentence first that tells why a measure was imposed, on what is asked about.

    `evidence` is scored, best first; `read` is every sentence that was found.
    """
    if not evidence or not asks_grounds(question):
        return tuple(evidence)
    best = evidence[0]
    goods = goods_in(question.standalone)
    kinds = _kinds_named(question)
    doers = imposers_asked(question) - {"US"}  # whose officials are told of without it
    others = {*question.parties} - doers - {"US"}

    def is_on_it(e: Evidence) -> bool:
        if not kinds <= {*analyse(f"{e.hit.facts.title} {e.said}")}:
            return False
        if goods:
            near = bool(goods & (goods_in(e.said) or goods_in(e.hit.facts.title)))
        else:
            near = bool(others) or e.marks.subject >= REACHED * best.marks.subject
        return near and e.marks.party >= best.marks.party and not (leans(e) or is_bare(e))

    def is_of_whom(e: Evidence) -> bool:
        by_doers = not doers or any(is_by(party, e.said) for party in doers)
        return by_doers and not any(is_by(party, e.said) for party in others)

    def tells(e: Evidence) -> bool:
        return tells_grounds(e.said, question.standalone) and is_on_it(e) and is_of_whom(e)

    first = max(judged_of(question, (*read, *evidence), tells, judge), key=_fitness, default=None)
    return lead_with(first, evidence) if first and not first.is_at(best) else tuple(evidence)


def _kinds_named(question: Question) -> set[str]:
    """Return the stems of what stands right before a measure or a good: generic drugs, the reciprocal duty.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> sorted(_kinds_named(understand("why was the duty on heavy trucks imposed?", date(1987, 4, 1))))
    ['heavi']
    """
    named: set[str] = set()
    for one, other in pairwise(question.concepts):
        is_kind = not (goods_in(one.typed) or is_one_of(one, MEASURES) or one.is_number)
        is_of = goods_in(other.typed) or is_one_of(other, MEASURES)
        if is_kind and is_of and f"{one.typed} {other.typed}" in question.standalone:
            named.update(one.terms)
    return named


def _fitness(e: Evidence) -> tuple[bool, bool, float]:
    return not tells_them_elsewhere(e.said), imposes_on_grounds(e.said), e.marks.answers
