"""Lead with a figure of the period that is asked about, where the best sentence has one of another."""

from collections.abc import Sequence

from assistant.asking.parts import Weighed
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.judged_of import judged_of
from assistant.choosing.leading import lead_with
from assistant.choosing.reranker import Judge
from assistant.declining.statistics_asked import figure_untold

LOOKED_AT = 9  # best sentences
LIKELY = 0.0  # log-odds of answering
# The same of what was read, which has by rule all that is asked: that "last year" is 1986 no reranker knows.
LIKELY_BY_RULE = -2.0
NEARLY = 0.9  # of what the best one reaches of the subject: "the trade gap" is the deficit
ON_THEM = 0.5  # of the parties reached at least, by weight


def figure_of_period_first(
    question: Question,
    evidence: Sequence[Evidence],
    parts: Sequence[Weighed],
    read: Sequence[Evidence],
    judge: Judge,
) -> tuple[Evidence, ...]:
    """Put a figure of the period asked about first, of a sentence as much on the subject as the best.

    "How big was the deficit in March": what it is to be by the end of the year has the same words, and would
    be declined. `evidence` is scored, best first; of all that was `read` the likeliest is taken, where none
    of the best has the figure.
    """
    if not evidence or not figure_untold(question, parts, evidence[:1]):
        return tuple(evidence)
    best = evidence[0]

    def is_of_it(e: Evidence, part: float) -> bool:
        on_it = e.marks.subject >= part * best.marks.subject
        on_them = e.marks.party >= ((best.marks.party or ON_THEM) if question.parties else 0.0)
        return on_it and on_them and not figure_untold(question, parts, [e])

    near = (e for e in evidence[1:LOOKED_AT] if e.marks.answers >= LIKELY)
    of_it = next((e for e in near if is_of_it(e, 1.0)), None)
    if of_it is None:
        periods = [i for i, part in enumerate(parts) if part.period]
        by_itself = [e for e in read if all(e.reached[i].exact >= 1.0 for i in periods)]
        others = judged_of(question, by_itself, lambda e: is_of_it(e, NEARLY), judge)
        likely = [e for e in others if e.marks.answers >= LIKELY_BY_RULE]
        of_it = max(likely, key=lambda e: e.marks.answers, default=None)
    return lead_with(of_it, evidence) if of_it else tuple(evidence)
