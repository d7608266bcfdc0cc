"""Leave out what was only planned, where it is asked whether it was done and a newer sentence tells that."""

from collections.abc import Sequence

from assistant.asking.happened import asks_if_done
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.reading.happened_since import is_planned, is_to_come
from assistant.reading.statuses import hedged


def without_plans(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence, best first, without plans that are older than what the best tells as done."""
    best = next(iter(evidence), None)
    if best is None or not asks_if_done(question.asked) or is_to_come(best.said) or hedged(best.said):
        return list(evidence)
    return [e for e in evidence if e.dated >= best.dated or not is_planned(e.said)]
