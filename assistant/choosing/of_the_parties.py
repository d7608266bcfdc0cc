"""Leave out of an answer on one party what briefings on others alone tell in the same words."""

from collections.abc import Sequence

from assistant.asking.asked import others_than_us
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from ingest.text.parties import parties_in
from ingest.text.unions import is_union

_SEVERAL = ("list", "compare")


def of_the_parties(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """Leave out, behind the best one, sentences of briefings on other parties that name none asked about.

    "The rate was cut to 9 percent", in a briefing on Peru, tells nothing of Chile. `evidence` is scored, best
    first, and where the best one is such a sentence, nothing is left out.
    """
    asked = frozenset(others_than_us(question))
    if not evidence or not asked or question.kind in _SEVERAL or any(map(is_union, asked)):
        return evidence
    if _is_of_others(evidence[0], asked):
        return evidence
    return [e for e in evidence if not _is_of_others(e, asked)]


def _is_of_others(e: Evidence, asked: frozenset[str]) -> bool:
    told = frozenset(e.hit.facts.parties) - {"US"}
    if not told or any(map(is_union, told)) or not told.isdisjoint(asked):
        return False
    return asked.isdisjoint(parties_in(e.headed) | e.home)
