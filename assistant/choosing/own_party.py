"""Lead with what is on the party that is asked about, where that is as likely to answer."""

from collections.abc import Iterable, Sequence

from assistant.asking.asked import others_than_us
from assistant.asking.doer_asked import DoerAsked, doer_asked, undertaker_asked
from assistant.asking.happened import asks_whether
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import lead_with
from assistant.reading.pledged import undertaken_by
from assistant.reading.statuses import hedged
from vectorstore.patterns import pattern

LOOKED_AT = 9  # best sentences
ON_IT, ON_OTHERS = 0.9, 0.05  # of the party reached least
AS_MUCH = 0.15  # of the subject that what is undertaken may reach less

_TO_COME = pattern(r"\b(?:will|would)\b")


def own_party_first(question: Question, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put what the party itself undertook before what others did; what is on it before what names none.

    "How much will Chile invest": a firm "of Chilean make" invests, too. `evidence` is scored, best first.
    """
    if not evidence or asks_whether(question.asked):
        return tuple(evidence)
    best, others = evidence[0], evidence[1:LOOKED_AT]
    likely = [e for e in others if e.marks.answers >= best.marks.answers]
    asked = _undertaker(question)
    if asked and not undertaken_by(best.said, asked.doer.parties):
        own = next((e for e in likely if _is_its_own(e, asked, best)), None)
        if own:
            return lead_with(own, evidence)
    on_it = _on_it(likely) if _is_of_others(best, question) else None
    return lead_with(on_it, evidence) if on_it else tuple(evidence)


def _undertaker(question: Question) -> DoerAsked | None:
    """Return the party of which it is asked what it promised, or will do."""
    asked = undertaker_asked(question)
    asked = asked or (doer_asked(question) if _TO_COME.search(question.asked) else None)
    return asked if asked and asked.doer.parties else None


def _is_its_own(e: Evidence, asked: DoerAsked, best: Evidence) -> bool:
    on_it = e.marks.subject >= best.marks.subject - AS_MUCH
    return on_it and not hedged(e.said) and undertaken_by(e.said, asked.doer.parties) == "alone"


def _is_of_others(best: Evidence, question: Question) -> bool:
    return bool(others_than_us(question)) and question.kind != "compare" and best.marks.party <= ON_OTHERS


def _on_it(likely: Iterable[Evidence]) -> Evidence | None:
    return next((e for e in likely if e.marks.party >= ON_IT), None)
