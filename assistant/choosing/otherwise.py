"""Find what else an answer could begin with, where the sentences chosen lack what a question needs."""

from collections.abc import Sequence

from assistant.asking.asked import others_than_us
from assistant.asking.needs.all_needs import NEEDS
from assistant.asking.needs.need import Need
from assistant.asking.question import Question
from assistant.choosing.as_much import AsMuch
from assistant.choosing.evidence import Evidence
from assistant.choosing.origin import is_charged
from assistant.choosing.read_alone import is_bare, leans
from assistant.reading.rates import rates_in

_AS_MUCH = AsMuch(reached=0.95, behind=1.0)
_MOST = 0.8  # of what the best one reaches of the subject
ANSWERS = 1.0  # log-odds by the reranker that it answers, at least
TRIED = 3


def telling_needs(
    question: Question, evidence: Sequence[Evidence], chosen: Sequence[Evidence]
) -> list[Evidence]:
    """Return sentences that were not chosen and tell all that a question needs, where none chosen does.

    Of the best one's briefing: "what is over the quota pays 9 percent" tells less of the subject.
    """
    needs = [need for need in NEEDS if need.asked.search(question.asked) and not need.presumed]
    if not evidence or not needs or any(_tells_all(needs, e) for e in chosen):
        return []
    of_it = [e for e in evidence if e.hit.facts.id == evidence[0].hit.facts.id and _tells_all(needs, e)]
    return [
        e
        for e in of_it
        if e.marks.answers >= ANSWERS
        and e.marks.subject >= _MOST * evidence[0].marks.subject
        and not (leans(e) or is_bare(e))
    ][:TRIED]


def _tells_all(needs: Sequence[Need], e: Evidence) -> bool:
    return all(need.told.search(e.said) for need in needs)


def others_as_likely(
    question: Question, evidence: Sequence[Evidence], chosen: Sequence[Evidence], rate_untold: bool = False
) -> list[Evidence]:
    """Return sentences that were not chosen, are as much on the subject and about as likely to answer.

    As the best one; `evidence` is scored, best first. Where all that is lacking is a party's rate, one that
    sets it need not be as likely: "50 percent on goods of Peru" has few words of its question.
    """
    if not evidence:
        return []
    best = evidence[0]
    others = (e for e in evidence if not any(e.is_at(of) for of in chosen))
    return [
        e
        for e in others
        if _AS_MUCH.holds(e, best)
        and (e.marks.answers >= ANSWERS or (rate_untold and _charges_one(question, e)))
        and not (leans(e) or is_bare(e))
    ][:TRIED]


def _charges_one(question: Question, e: Evidence) -> bool:
    """Whether a sentence sets the rate on the goods of the one party asked about."""
    others = others_than_us(question)
    return len(others) == 1 and bool(rates_in(e.said)) and is_charged(e.said, others[0])
