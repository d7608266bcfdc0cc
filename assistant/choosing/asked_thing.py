"""Lead with what tells of the thing asked about itself."""

from collections.abc import Sequence

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.excepted_first import excepted_first
from assistant.choosing.pointing import told_before_pointed_at
from assistant.choosing.read_first import read_alone_first
from assistant.choosing.rule_first import rule_first
from assistant.choosing.whole_first import whole_first


def asked_thing_first(question: Question, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put it before what points at it, what is on a part of it, what leans on another sentence.

    `evidence` is scored, best first.
    """
    told = rule_first(question, told_before_pointed_at(question, evidence))
    told = excepted_first(question, told)
    return read_alone_first(question, whole_first(question, told))
