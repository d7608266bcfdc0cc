"""Find what else an answer could begin with, where the sentences chosen lack what a question needs."""

from collections.abc import Sequence

from assistant.choosing.evidence import Evidence
from assistant.choosing.read_alone import is_bare, leans

AS_LIKELY = 1.0  # score that it may have less than the best one
AS_MUCH = 0.95  # of what the best one reaches of the subject
ANSWERS = 1.0  # log-odds by the reranker that it answers, at least
TRIED = 3


def others_as_likely(evidence: Sequence[Evidence], chosen: Sequence[Evidence]) -> list[Evidence]:
    """Return sentences that were not chosen, are as much on the subject and about as likely to answer.

    As the best one; `evidence` is scored, best first.
    """
    if not evidence:
        return []
    best = evidence[0]
    others = (e for e in evidence if not any(e.is_at(of) for of in chosen))
    return [
        e
        for e in others
        if e.score >= best.score - AS_LIKELY
        and e.marks.answers >= ANSWERS
        and e.marks.subject >= AS_MUCH * best.marks.subject
        and e.marks.party >= best.marks.party
        and not (leans(e) or is_bare(e))
    ][:TRIED]
