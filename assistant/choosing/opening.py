"""Lead with what the best briefing opens with, where the latest on a subject is asked for.

A story says first what is new. What it tells further on of before may have more of the question's words:
"exports were worth 106 million in 1986" in a story on a threat to stop them.
"""

from collections.abc import Sequence

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import lead_with
from assistant.choosing.read_alone import leans

REACHED = 0.6  # of what the best sentence reaches of the subject


def opening_first(
    question: Question, evidence: Sequence[Evidence], read: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """Put the first sentence of the best one's briefing first, where it is on the subject, too.

    `evidence` is scored, best first; `read` is every sentence that was found.
    """
    if not evidence or not question.latest:
        return tuple(evidence)
    best = evidence[0]
    own = [e for e in (*evidence, *read) if e.hit.facts.id == best.hit.facts.id and e.hit.passage.number == 0]
    first = min(own, key=lambda e: e.sentence.start, default=None)
    if (
        first is None
        or first.is_at(best)
        or leans(first)
        or first.recounts
        or first.sentence != first.hit.passage.sentences[0]
    ):
        return tuple(evidence)
    if first.marks.subject < REACHED * best.marks.subject or first.marks.party < best.marks.party:
        return tuple(evidence)
    return lead_with(first, evidence)
