"""Lead with a sentence that can be read alone where the best one leans on the one before it.

"These changes shall include a floor of 50 percent" needs "Within 90 days the office shall revise its rules"
in front of it, which answers nothing; "The order sets a floor of 50 percent", told at that time, does not.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.question import Question
from assistant.choosing.as_much import AsMuch
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import lead_with
from assistant.choosing.read_alone import is_bare, leans, names_itself
from assistant.reading.terms import term_of
from vectorstore.patterns import pattern

_AS_MUCH = AsMuch(reached=0.85, behind=0.8, answers=0.0, detail=True, at_once=True)
_LIKELIER = replace(_AS_MUCH, reached=0.0, odds=-1.0)  # to answer, which may reach less
AS_LIKELY = 3.0  # log-odds by the reranker; what is likelier to answer by more stays, with what it leans on
_ADDS = pattern(r"\b(?:will|would|is|are|was|were|has|have|had|also) also\b|^\W*Also\b", re.I)
_MORE_ASKED = pattern(r"\b(?:also|else|other|others|more|further|too|as well)\b", re.I)


def read_alone_first(question: Question, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put what tells as much and can be read alone first. `evidence` is scored, best first.

    What a briefing opens with before all others, where it has the type of answer asked for.
    """
    if not evidence or question.kind in ("list", "compare"):
        return tuple(evidence)
    best = evidence[0]
    needs = _needs_another(best, question)
    until = leans(best) and {"date", "span"}.intersection(question.details)
    alone = [
        e
        for e in evidence[1:]
        if not _needs_another(e, question)
        and ((needs and _tells_as_much(e, best)) or (until and not leans(e) and _ends_with(e, best)))
    ]
    if not alone:
        return tuple(evidence)
    opening = next(filter(_opens, alone), None) if question.details else None
    return lead_with(opening or alone[0], evidence)


def _needs_another(e: Evidence, question: Question) -> bool:
    """Whether a sentence cannot be read without another, or only adds to it."""
    adds = _ADDS.search(e.said) and not _MORE_ASKED.search(question.asked)
    return bool((leans(e) and not names_itself(e)) or is_bare(e) or adds)


def _tells_as_much(e: Evidence, best: Evidence) -> bool:
    as_much = _AS_MUCH.holds(e, best) or _LIKELIER.holds(e, best)
    return as_much and e.sentence.kind != "row" and e.marks.period >= best.marks.period


def _ends_with(e: Evidence, best: Evidence) -> bool:
    """Whether a sentence of the same briefing says of the same last day that something holds until then."""
    told, of_best = (term_of(of.said, of.hit.facts.published) for of in (e, best))
    same = told and of_best and told.last == of_best.last and told.counted is None
    as_likely = e.marks.answers >= best.marks.answers - AS_LIKELY
    return bool(same) and as_likely and e.hit.facts.id == best.hit.facts.id


def _opens(e: Evidence) -> bool:
    return e.hit.passage.number == 0 and e.sentence == e.hit.passage.sentences[0]
