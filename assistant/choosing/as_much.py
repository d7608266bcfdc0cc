"""Tell whether a sentence says about as much of what is asked as the best one."""

from dataclasses import dataclass
from math import inf

from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import AT_ONCE


@dataclass(frozen=True, slots=True)
class AsMuch:
    """How far it may be behind the best one; what is not given is not looked at."""

    reached: float  # of what the best one reaches of the subject
    behind: float = inf  # score
    odds: float = inf  # log-odds by the reranker
    answers: float = -inf  # log-odds by the reranker that it answers, at least
    detail: bool = False  # whether it has to have the type of answer as the best one has it
    at_once: bool = False  # whether it has to be of the same time

    def holds(self, e: Evidence, best: Evidence) -> bool:
        """Whether a sentence says as much as the best one, and of the same parties."""
        mine, its = e.marks, best.marks
        return (
            e.score >= best.score - self.behind
            and mine.answers >= max(self.answers, its.answers - self.odds)
            and mine.subject >= self.reached * its.subject
            and mine.party >= its.party
            and (not self.detail or mine.detail >= its.detail)
            and (not self.at_once or are_at_once(e, best))
        )


def are_at_once(e: Evidence, other: Evidence) -> bool:
    """Whether two sentences are of briefings of one time."""
    return e.day is not None and other.day is not None and abs(e.day - other.day) <= AT_ONCE
