"""Lead with the sentence that leaves out the goods asked about, where the best one does not speak of them.

"When does it start for glass" is not told by "On May 4" where the next sentence says: glass is not covered.
"""

from collections.abc import Sequence

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import lead_with
from assistant.choosing.selecting import worth
from assistant.reading.exempting import exempts
from assistant.reading.goods import AMBIGUOUS, goods_in, most_specific

NEAR = 3.0  # worth that it may have less: the goods are named, and not by the best one


def excepted_first(question: Question, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put what exempts the goods first, of the same day or newer. `evidence` is scored, best first."""
    goods = most_specific(goods_in(question.asked)) - AMBIGUOUS
    if not evidence or not goods or goods & goods_in(evidence[0].said):
        return tuple(evidence)
    best = evidence[0]
    leaves_out = (e for e in evidence[1:] if _leaves_out(goods, e) and worth(e) >= worth(best) - NEAR)
    first = next((e for e in leaves_out if e.dated >= best.dated), None)
    return lead_with(first, evidence) if first else tuple(evidence)


def _leaves_out(goods: frozenset[str], e: Evidence) -> bool:
    return bool(goods & goods_in(e.said)) and exempts(e.said)
