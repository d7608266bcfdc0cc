"""Leave out what no longer stands: what a newer sentence read beside it replaces."""

from collections.abc import Sequence

from assistant.asking.parts import Weighed
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.reading.statements import instruments_in, statement_of
from assistant.superseding.replacing import replaced_by
from assistant.superseding.revised import as_revised

HELD, NAMED = 0.75, 0.4  # of a part of the question, by a sentence, and by what stands around it


def standing(question: Question, evidence: Sequence[Evidence], parts: Sequence[Weighed]) -> list[Evidence]:
    """Leave out what a newer sentence read beside it replaces; of a period asked about, what was revised."""
    if question.periods:
        return as_revised(question, list(evidence))
    dated = [
        (e, day) for e in evidence if (day := e.hit.facts.published) and instruments_in(e.said)
    ]  # a sentence on no measure replaces nothing; reading what is stated takes longest, so it comes last
    replaced = {
        id(older)
        for older, day in dated
        for newer, later in dated
        if day < later
        and _is_on_the_same(newer, older, parts)
        and replaced_by(statement_of(older.said, day), statement_of(newer.said, later), question.parties)
    }
    return [e for e in evidence if id(e) not in replaced]


def _is_on_the_same(newer: Evidence, older: Evidence, parts: Sequence[Weighed]) -> bool:
    """Whether a sentence has around it each word and party of the question that an older one names."""
    return all(
        a.around >= NAMED
        for part, a, b in zip(parts, newer.reached, older.reached, strict=True)
        if b.held >= HELD and not part.period and not (part.concept and part.concept.is_number)
    )
