"""Lead with a figure of the period that is asked about, where the best sentence has one of another."""

from collections.abc import Sequence

from assistant.asking.parts import Weighed
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import lead_with
from assistant.declining.statistics_asked import figure_untold

LOOKED_AT = 9  # best sentences
LIKELY = 0.0  # log-odds of answering
ON_THEM = 0.5  # of the parties reached at least, by weight


def figure_of_period_first(
    question: Question, evidence: Sequence[Evidence], parts: Sequence[Weighed]
) -> tuple[Evidence, ...]:
    """Put a figure of the period asked about first, of a sentence as much on the subject as the best.

    "How big was the deficit in March": what it is to be by the end of the year has the same words, and would
    be declined. `evidence` is scored, best first.
    """
    if not evidence or not figure_untold(question, parts, evidence[:1]):
        return tuple(evidence)
    best = evidence[0]
    of_it = next(
        (
            e
            for e in evidence[1:LOOKED_AT]
            if e.marks.answers >= LIKELY
            and e.marks.subject >= best.marks.subject
            and e.marks.party >= ((best.marks.party or ON_THEM) if question.parties else 0.0)
            and not figure_untold(question, parts, [e])
        ),
        None,
    )
    return lead_with(of_it, evidence) if of_it else tuple(evidence)
