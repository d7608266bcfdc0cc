"""Lead with what tells of the thing asked about itself."""

from collections.abc import Sequence
from datetime import date

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.leading import AT_ONCE, lead_with
from assistant.choosing.pointing import told_before_pointed_at
from assistant.choosing.read_alone import is_bare, leans
from assistant.choosing.read_first import read_alone_first
from assistant.choosing.selecting import worth
from assistant.choosing.whole_first import whole_first

AS_GOOD = 0.3  # score that it may have less
MORE = 0.1  # of the subject's weight


def asked_thing_first(question: Question, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put it before what points at it, what is on a part of it, what leans on another sentence.

    `evidence` is scored, best first.
    """
    led = whole_first(question, told_before_pointed_at(question, evidence))
    return more_of_it_first(read_alone_first(question, led))


def more_of_it_first(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put first, of two of one time that are about as good, the one that has clearly more of the subject."""
    if not evidence:
        return ()
    best = max(evidence, key=worth)
    its = best.marks
    more = [
        e
        for e in evidence
        if worth(e) >= worth(best) - AS_GOOD
        and e.marks.subject >= its.subject + MORE
        and e.marks.detail >= its.detail
        and e.marks.party >= its.party
        and e.marks.period >= its.period
        and abs((e.day or date.min) - (best.day or date.min)) <= AT_ONCE
        and e.sentence.kind != "row"
        and not (leans(e) or is_bare(e))
    ]
    if not more:
        return tuple(evidence)
    return lead_with(max(more, key=lambda e: e.marks.subject), evidence)
