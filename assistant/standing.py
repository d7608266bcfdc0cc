"""Leave out what no longer stands: what a newer sentence read beside it replaces, or tells anew."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.choosing import said_words
from assistant.evidence import Evidence
from assistant.parts import Weighed
from assistant.question import Question
from assistant.revised import as_revised
from assistant.statements import statement_of
from assistant.superseding import replaced_by

HELD, NAMED = 0.75, 0.4  # of a part of the question, by a sentence, and by what stands around it
COMPARED, SAME_WORDS = 40, 0.6  # best sentences; share of their words from which one tells another anew


def standing(question: Question, evidence: Sequence[Evidence], parts: Sequence[Weighed]) -> list[Evidence]:
    """Leave out what a newer sentence read beside it replaces; of a period asked about, what was revised."""
    if question.periods:
        return as_revised(question, list(evidence))
    dated = [(e, e.hit.facts.published) for e in evidence if e.hit.facts.published]
    read = {id(e): statement_of(e.said, day) for e, day in dated}
    replaced = {
        id(older)
        for older, day in dated
        for newer, later in dated
        if day < later
        and replaced_by(read[id(older)], read[id(newer)], question.parties)
        and _is_on_the_same(newer, older, parts)
    }
    return _as_told_last([e for e in evidence if id(e) not in replaced])


def _is_on_the_same(newer: Evidence, older: Evidence, parts: Sequence[Weighed]) -> bool:
    """Whether a sentence has around it the rarest word of the question that an older one names."""
    held = [
        (part.weight, a.around)
        for part, a, b in zip(parts, newer.reached, older.reached, strict=True)
        if part.concept and not part.concept.is_number and b.held >= HELD
    ]
    return not held or max(held)[1] >= NAMED


def _as_told_last(evidence: list[Evidence]) -> list[Evidence]:
    """Put the newest of sentences in nearly the same words in the place of the best: its figures hold."""
    told = [(e, e.hit.facts.published, said_words(e.quote)) for e in evidence[:COMPARED]]
    scores = {id(e): e.score for e in evidence}
    dropped: set[int] = set()
    for older, day, words in told:
        newer = [
            (later, n, e)
            for n, (e, later, others) in enumerate(told)
            if day and later and day < later
            if len(words & others) >= SAME_WORDS * len(words | others) and _reaches_as_far(e, older)
        ]
        if newer:
            _, _, newest = max(newer, key=lambda of: of[:2])
            dropped.add(id(older))
            scores[id(newest)] = max(scores[id(newest)], older.score)
    kept = [replace(e, score=scores[id(e)]) for e in evidence if id(e) not in dropped]
    return sorted(kept, key=lambda e: -e.score) if dropped else evidence


def _reaches_as_far(newer: Evidence, older: Evidence) -> bool:
    return all(a.held >= b.held for a, b in zip(newer.reached, older.reached, strict=True))
