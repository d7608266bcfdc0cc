"""Lead with the sentence that tells the next step itself, where the next cut or rise is asked for.

"The next reduction, to 70 percent, is on May 1" names neither goods nor party: the sentence before does.
"""

import re
from collections.abc import Sequence

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import lead_with
from assistant.reading.goods import AMBIGUOUS, goods_in, most_specific, tells_of
from ingest.text.parties import parties_in
from vectorstore.patterns import pattern

_STEP = r"(?:step(?: down| up)?|cuts?|reductions?|rises?|increases?|stages?|tranches?|instalments?|drop|fall)"
_ASKED = pattern(
    rf"\bnext (?:(?:tariff|duty|rate|yearly|annual|scheduled) )?{_STEP}\b"
    r"|\bwhen (?:do|does|will|is|are)\b[^?]*"
    r"\b(?:fall|drop|go(?:es)? (?:down|up)|rise|step (?:down|up)|cut|reduced|raised)\b[^?]*\bnext\b",
    re.I,
)
_TOLD = pattern(rf"\bnext (?:(?:tariff|duty|rate|yearly|annual|scheduled) )?{_STEP}\b", re.I)


def next_step_first(
    question: Question, evidence: Sequence[Evidence], read: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """Put the newest sentence first that names the next step, in a passage on the same goods and parties.

    `evidence` is scored, best first; `read` is every sentence that was found.
    """
    if not evidence or not _ASKED.search(question.asked) or _TOLD.search(evidence[0].said):
        return tuple(evidence)
    best = evidence[0]
    told = [
        e for e in read if e.published >= best.published and _TOLD.search(e.said) and _is_on_it(question, e)
    ]
    return lead_with(max(told, key=lambda e: (e.published, e.score)), evidence) if told else tuple(evidence)


def _is_on_it(question: Question, e: Evidence) -> bool:
    """Whether the passage of a sentence speaks of the goods and the parties that are asked about."""
    around = f"{e.hit.facts.title}. {e.hit.passage.heading}. {e.hit.passage.text}"
    goods = most_specific(goods_in(question.asked)) - AMBIGUOUS
    on_goods = all(tells_of(of, around) for of in goods)
    return on_goods and parties_in(around).issuperset(frozenset(question.parties) - {"US"})
