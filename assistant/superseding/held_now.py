"""Lead with the newest of the sentences that answer about as well, where it is asked what holds now.

"How much is the duty on steel" says neither "now" nor "still", and the sentence nearest to it in words may
be of the year before last. What a newer briefing tells of the same measure, with the same type of answer,
goes first.
"""

import re
from collections.abc import Sequence

from assistant.asking.happened import asks_whether
from assistant.asking.question import Question
from assistant.choosing.as_much import AsMuch
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import AT_ONCE, lead_with
from assistant.choosing.own_rate import sets_rate_on_all
from assistant.choosing.rate_of_goods import goods_meant
from assistant.reading.statements import instruments_in
from assistant.reading.statuses import hedged
from assistant.superseding.one_measure import asks_what_holds
from vectorstore.patterns import pattern

_AS_MUCH = AsMuch(reached=0.9, behind=1.8, odds=3.0, detail=True)
TITLE = 0.35  # that its title may reach less
_NEWEST = pattern(r"\b(?:latest|newest|most recent(?:ly)?)\b", re.I)
_SEVERAL = ("list", "compare", "change")  # kinds of question that one sentence does not answer


def held_now(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Put the newest sentence first that tells of the same as the best one.

    `evidence` is scored, best first, and so is what comes back.
    """
    if not evidence or not _asks(question):
        return list(evidence)
    best = evidence[0]
    newest_asked = bool(_NEWEST.search(question.text))
    goods = goods_meant(question)
    newer = [
        e
        for e in evidence
        if e.dated - best.dated > AT_ONCE
        and _tells_as_much(e, best, newest_asked, question.latest)
        and not (goods and sets_rate_on_all(goods, best) and not sets_rate_on_all(goods, e))
    ]
    if not newer:
        return list(evidence)
    newest = max(newer, key=lambda e: (e.dated, e.score))
    return [*lead_with(newest, evidence)]


def _asks(question: Question) -> bool:
    """Whether a question asks how a measure stands, or whether something is so, without saying "now".

    Or says that the newest is asked for.
    """
    if question.periods or question.kind in _SEVERAL or not asks_what_holds(question):
        return False
    if question.latest and not (_NEWEST.search(question.text) or asks_whether(question.asked)):
        return False
    if question.text != question.standalone:
        return False  # what it goes on from may be something particular
    return bool(instruments_in(question.asked)) or asks_whether(question.asked)


def _tells_as_much(e: Evidence, best: Evidence, newest: bool, of_now: bool) -> bool:
    """Whether a sentence tells as much as the best one; where the newest is asked for, under any title.

    Where it is asked `of_now` whether something is so, what may come to be tells less.
    """
    mine, its, measures = e.marks, best.marks, instruments_in(best.said)
    return bool(
        _AS_MUCH.holds(e, best)
        and (mine.title >= its.title - TITLE or (newest and mine.answers >= its.answers))
        and (not measures or measures & instruments_in(e.said))
        and not e.quote.endswith((";", ":", ","))  # it goes on
        and not (of_now and hedged(e.said))
    )
