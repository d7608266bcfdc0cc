"""Lead with what a measure does not apply to, where that is asked.

The order that sets a rate says of it "except as otherwise provided", and has more of the question's words
than the clause that says what is exempt.
"""

import re
from collections.abc import Sequence

from assistant.asking.exemptions import asks_exempt_from_measure
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.judged_of import judged_of
from assistant.choosing.leading import lead_with
from assistant.choosing.read_alone import is_bare, leans
from assistant.choosing.reranker import Judge
from assistant.reading.exempting import exempts_from_it, names_by_place
from assistant.reading.goods import goods_in
from assistant.reading.imposed_for import is_of_kind
from assistant.reading.measures import MEASURE
from ingest.text.parties import parties_in
from vectorstore.patterns import pattern

# "This duty shall not apply", "it shall not apply": that which is asked about.
_OF_IT = pattern(
    rf"(?:This|That|These|Those|The) (?:[\w-]+ ){{0,2}}{MEASURE}\b"
    r"|.*\b(?:it|they) (?:shall|will|do|does) not\b"
)
_TARIFF = pattern(r"\b(?:tariffs?(?!-rate)|dut(?:y|ies)|lev(?:y|ies)|tax(?:es)?)\b", re.I)
REACHED = 0.8  # of what the best sentence reaches of the subject
LEAST = -1.5  # log-odds by the reranker that it answers


def exempted_first(
    question: Question, evidence: Sequence[Evidence], read: Sequence[Evidence], judge: Judge
) -> tuple[Evidence, ...]:
    """Put the likeliest sentence first that says what is exempt, of the measure on what is asked about.

    `evidence` is scored, best first; `read` is every sentence that was found.
    """
    if not evidence or not asks_exempt_from_measure(question.standalone):
        return tuple(evidence)
    best = evidence[0]
    goods = goods_in(question.standalone)
    is_tariff = bool(_TARIFF.search(question.standalone))
    parties = {*question.parties} - {"US"}

    def is_on_it(e: Evidence) -> bool:
        headed = f"{e.hit.facts.title} {e.said}"
        if not is_of_kind(question.standalone, headed) or (is_tariff and not _TARIFF.search(headed)):
            return False
        if goods or parties:
            return (not goods or bool(goods & goods_in(headed))) and parties <= {*parties_in(headed)}
        return e.marks.subject >= REACHED * best.marks.subject

    def tells(e: Evidence) -> bool:
        is_whole = not (is_bare(e) or (leans(e) and not _OF_IT.match(e.said)))
        return exempts_from_it(e.said) and is_on_it(e) and is_whole

    judged = judged_of(question, (*read, *evidence), tells, judge)
    first = max((e for e in judged if e.marks.answers >= LEAST), key=_fitness, default=None)
    return lead_with(first, evidence) if first and not first.is_at(best) else tuple(evidence)


def _fitness(e: Evidence) -> tuple[bool, float]:
    return not names_by_place(e.said), e.marks.answers
