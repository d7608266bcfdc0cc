"""Find what else an answer could begin with, where the sentences chosen lack what a question needs."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.choosing.evidence import Evidence
from assistant.choosing.read_alone import is_bare, leans

AS_LIKELY = 1.0  # score that it may have less than the best one
ANSWERS = 1.0  # log-odds by the reranker that it answers, at least
TRIED = 3
LEADS_BY = 0.5  # score


def others_as_likely(evidence: Sequence[Evidence], chosen: Sequence[Evidence]) -> list[Evidence]:
    """Return sentences that were not chosen, and are about as likely to answer as the best one.

    `evidence` is scored, best first.
    """
    others = (e for e in evidence if not any(e.is_at(of) for of in chosen))
    return [
        e
        for e in others
        if e.score >= evidence[0].score - AS_LIKELY
        and e.marks.answers >= ANSWERS
        and not (leans(e) or is_bare(e))
    ][:TRIED]


def lead_with(e: Evidence, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put a sentence first."""
    best = max(of.score for of in evidence)
    return (replace(e, score=best + LEADS_BY), *(of for of in evidence if of is not e))
