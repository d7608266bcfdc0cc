"""Lead with the grounds of a measure, where it is asked why that was imposed.

What sets a rate has all words of such a question and tells no grounds: "the order imposes a 50 percent duty".
The grounds stand beside it, or in an older briefing, in the words of purposes and findings.
"""

from collections.abc import Sequence

from assistant.asking.grounds_asked import asks_grounds, imposers_asked
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence, reranked
from assistant.choosing.leading import lead_with
from assistant.choosing.read_alone import is_bare, leans
from assistant.choosing.reranker import Judge
from assistant.reading.goods import goods_in
from assistant.reading.imposed_for import imposes_on_grounds, is_by, tells_grounds, tells_them_elsewhere

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
    doers = imposers_asked(question) - {"US"}  # whose officials are told of without it
    others = {*question.parties} - doers - {"US"}

    def is_on_it(e: Evidence) -> bool:
        named = goods_in(e.said) or goods_in(e.hit.facts.title)
        near = (
            bool(goods & named) if goods else bool(others) or e.marks.subject >= REACHED * best.marks.subject
        )
        return near and e.marks.party >= best.marks.party and not (leans(e) or is_bare(e))

    def is_of_whom(e: Evidence) -> bool:
        by_doers = not doers or any(is_by(party, e.said) for party in doers)
        return by_doers and not any(is_by(party, e.said) for party in others)

    telling = [
        e
        for e in (*evidence, *read)
        if tells_grounds(e.said, question.standalone) and is_on_it(e) and is_of_whom(e)
    ]
    first = max(reranked(question, telling, judge), key=_fitness, default=None)
    return lead_with(first, evidence) if first and not first.is_at(best) else tuple(evidence)


def _fitness(e: Evidence) -> tuple[bool, bool, float]:
    return not tells_them_elsewhere(e.said), imposes_on_grounds(e.said), e.marks.answers
