"""Lead with what settled a measure since, where the best sentence is older and only says how it stood.

"Brazil's coffee still pays the 40 percent" has every word of "does coffee still pay it"; that an order of the
week after took coffee out of it, a newer briefing says in other words. A row of a table, too, is nearer to
a question than the sentence that overtakes it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.asked import others_than_us
from assistant.asking.happened import asks_if_done, asks_whether
from assistant.asking.powers import asks_of_plans
from assistant.asking.question import Question
from assistant.asking.still_asked import IN_FORCE
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import AT_ONCE, LEADS_BY
from assistant.choosing.read_alone import leans
from assistant.reading.goods import AMBIGUOUS, alike, goods_in, most_specific
from assistant.reading.settled import settles
from assistant.reading.statements import instruments_in
from assistant.reading.statuses import hedged
from assistant.superseding.one_measure import asks_what_holds
from ingest.text.parties import parties_in
from vectorstore.patterns import pattern

REACHED = 0.85  # of what the best sentence reaches of the subject, for one that is on it in other words
OF_THE_GOODS = 0.6  # the same where it names the goods asked about
NEAR = 6.0  # score that it may have less: what is told in other words is far behind
SURE = -3.5  # log-odds by the reranker that it answers, at least, where it has been judged
_SEVERAL = ("list", "compare", "why", "who")  # kinds of question that one sentence does not answer
# "What has the senate done about the act"
_WHAT_WAS_DONE = pattern(r"\bwhat (?:has|have|did) [^?]{2,60}? (?:done?|decided?|agreed?|voted?)\b", re.I)
_WENT_AHEAD = pattern(
    r"\b(?:go(?:ne|es)?|went) ahead\b|\bhappen(?:ed)?\b|\b(?:take|took|taken) (?:effect|place)\b", re.I
)


def settled_since(
    question: Question, evidence: Sequence[Evidence], read: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """Put the newest sentence first that settles, after the best one, what that tells of.

    `evidence` is scored, best first; `read` is every sentence that was found.
    """
    if not evidence or not _asks(question):
        return tuple(evidence)
    best = evidence[0]
    judged = {(e.hit.passage.id, e.sentence) for e in evidence}
    unjudged = [e for e in read if (e.hit.passage.id, e.sentence) not in judged]
    later = [
        e for e in (*evidence, *unjudged) if e.dated - best.dated > AT_ONCE and _settles_it(question, e, best)
    ]
    if not later:
        return tuple(evidence)
    newest = max(later, key=lambda e: (e.dated, e.score))
    led = replace(newest, score=best.score + LEADS_BY, leads=True)
    return (led, *(e for e in evidence if not e.is_at(newest)))


def _asks(question: Question) -> bool:
    """Whether a question asks how a measure stands, whether something was done, or what has been."""
    if question.kind in _SEVERAL or question.text != question.standalone or asks_of_plans(question.asked):
        return False
    if question.periods:
        return bool(_WENT_AHEAD.search(question.asked)) and asks_whether(question.asked)
    if question.since or question.past:
        return asks_if_done(question.asked) or bool(_WHAT_WAS_DONE.search(question.asked))
    whether = asks_whether(question.asked) or _WHAT_WAS_DONE.search(question.asked)
    return bool(whether) or (question.latest and asks_what_holds(question))


def _settles_it(question: Question, e: Evidence, best: Evidence) -> bool:
    if leans(e) or e.recounts or e.quote.endswith((":", ";", ",")) or hedged(e.said):
        return False
    if not settles(e.said) or not _is_on_the_parties(question, e):
        return False
    measures = instruments_in(question.asked) & IN_FORCE
    if measures and not measures & instruments_in(e.said):
        return False
    if e.score < best.score - NEAR or (e.marks.answers and e.marks.answers < SURE):
        return False
    return _is_on_the_same(question, e, best)


def _is_on_the_parties(question: Question, e: Evidence) -> bool:
    """Whether a sentence names each party asked about, or what it stands under does and it names no other."""
    asked = frozenset(others_than_us(question))
    named = parties_in(e.said)
    around = named | parties_in(e.headed)
    if not asked:
        return True
    return asked <= around and (bool(asked & named) or not named - {"US"})


def _is_on_the_same(question: Question, e: Evidence, best: Evidence) -> bool:
    """Whether a sentence is on the goods asked about, or reaches about as much of the subject."""
    goods = most_specific(goods_in(question.asked)) - AMBIGUOUS
    if goods:
        named = goods_in(e.said)
        on_goods = all(alike(of) & named for of in goods)
        return on_goods and e.marks.subject >= OF_THE_GOODS * best.marks.subject
    return e.marks.subject >= REACHED * best.marks.subject
