"""Find what tells the type of answer asked for, a figure, a day or a reason, where nothing chosen does."""

import re
from collections.abc import Sequence

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.read_alone import is_bare, leans
from vectorstore.patterns import pattern

ANSWERS = 1.0  # log-odds by the reranker that it answers, at least
BEHIND = 1.5  # and how far behind the best one chosen, which is told in general and fits any question
MOST = 0.8  # of what the best one reaches of the subject, where it is of another briefing
TRIED = 3

# "After", "given" and "since" tell when, too.
_GIVES_REASON = pattern(
    r"\b(?:because|due to|owing to|on account of|thanks to|as a result"
    r"|in (?:response|retaliation|recognition)|in (?:view|light) of|citing|cited"
    r"|attribut\w+|blam(?:e[sd]?|ing)|caused by|prompted by"
    r"|result(?:s|ed)? (?:of|from)|stem\w* from|reasons?|grounds|in order to|so that|therefore"
    r"|(?:aimed|aims) (?:at|to)|intended to|designed to|reflect(?:s|ed|ing)"
    r"|to (?:offset|address|protect|ensure|encourage|counter|avoid|prevent|allow|remedy|deal with|combat))\b",
    re.I,
)
_DENIED = pattern(r"\b(?:not|no|nor|never)\b[^,;.]*", re.I)


def telling_detail(
    question: Question, evidence: Sequence[Evidence], chosen: Sequence[Evidence]
) -> list[Evidence]:
    """Return sentences that were not chosen and have the type of answer asked for, where none chosen has.

    About as likely to answer, the likeliest first; as fit and as new, or a day or a reason of a briefing that
    is quoted: of figures a briefing has many.
    """
    if not evidence or not chosen or not _asks(question) or any(_tells(question, e) for e in chosen):
        return []
    is_one = question.kind == "why" or "date" in question.details
    quoted = {e.hit.facts.id for e in chosen} if is_one else set()
    least = max(ANSWERS, max(e.marks.answers for e in chosen) - BEHIND)
    telling = [
        e
        for e in evidence
        if _tells(question, e)
        and e.marks.answers >= least
        and (e.hit.facts.id in quoted or _is_as_fit(question, e, chosen[0]))
        and not (leans(e) or is_bare(e))
    ]
    return sorted(telling, key=lambda e: -e.marks.answers)[:TRIED]


def gives_reason(text: str) -> bool:
    """Whether a sentence gives a reason in the words that reasons have, and does not deny it.

    >>> told = "It fell because of strikes.", "It fell after May.", "It fell not because of strikes."
    >>> [gives_reason(text) for text in told]
    [True, False, False]
    """
    return bool(_GIVES_REASON.search(_DENIED.sub(" ", text)))


def _asks(question: Question) -> bool:
    return question.kind == "why" or bool(question.details)


def _tells(question: Question, e: Evidence) -> bool:
    return gives_reason(e.said) if question.kind == "why" else e.marks.detail >= 1.0


def _is_as_fit(question: Question, e: Evidence, best: Evidence) -> bool:
    """Whether a sentence of another briefing may stand in for the best one; a reason may be an older one."""
    mine, its = e.marks, best.marks
    return (
        mine.subject >= MOST * its.subject
        and mine.party >= its.party
        and (question.kind == "why" or e.published >= best.published)
    )
