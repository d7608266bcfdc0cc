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
        (e, day, _named(e, parts))
        for e in evidence
        if (day := e.hit.facts.published) and instruments_in(e.said)
    ]  # a sentence on no measure replaces nothing; reading what is stated takes longest, so it comes last
    replaced = {
        id(older)
        for older, day, named in dated
        for newer, later, _ in dated
        if day < later
        and all(newer.reached[at].around >= NAMED for at in named)
        and replaced_by(statement_of(older.said, day), statement_of(newer.said, later), question.parties)
    }
    return [e for e in evidence if id(e) not in replaced]


def _named(evidence: Evidence, parts: Sequence[Weighed]) -> list[int]:
    """Return which words and parties of the question a sentence names, by their places among `parts`."""
    return [
        at
        for at, (part, reach) in enumerate(zip(parts, evidence.reached, strict=True))
        if reach.held >= HELD and not part.period and not (part.concept and part.concept.is_number)
    ]
