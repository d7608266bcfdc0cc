"""Put a correction in the place of what it takes back: "It was cut to 2.5 percent, not 1.5 percent".

Such a sentence leans on the one before, which says what was told wrongly; it has few words of the question.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from assistant.asking.parts import Weighed
from assistant.choosing.evidence import Evidence, best_first
from assistant.choosing.read_alone import leans
from assistant.reading.corrections import Corrected, corrected_by, regrets, reported, takes_back
from assistant.reading.goods import goods_in
from ingest.text.parties import parties_in
from vectorstore.hit import Hit

HELD, NAMED = 0.75, 0.4  # of a part of the question, by a sentence, and by what stands around it


class _Correction(NamedTuple):
    by: Evidence
    behind: Evidence | None  # the sentence that it leans on
    of: Corrected


def without_corrected(
    evidence: Sequence[Evidence], read: Sequence[Evidence], parts: Sequence[Weighed]
) -> list[Evidence]:
    """Put corrections among those `read` where the evidence tells what they take back, or that they do."""
    kept = [*evidence]
    for correction in _corrections(read):
        by, behind = correction.by, correction.behind
        wrong = [e for e in kept if _takes_back(correction, e, parts)]
        told = [*wrong, *(e for e in kept if e.is_at(by) or (behind and e.is_at(behind)))]
        if not told:
            continue
        answers = max(e.marks.answers for e in told)
        first = replace(by, score=max(e.score for e in told), marks=replace(by.marks, answers=answers))
        gone = [*wrong, by]
        kept = [first, *(e for e in kept if not any(e.is_at(other) for other in gone))]
        if behind and not any(e.is_at(behind) for e in kept):
            kept.append(behind)
        kept.sort(key=lambda e: (not e.is_at(by) and e.score == first.score, *best_first(e)))
        kept.sort(key=lambda e: -e.score)
    return kept


def is_taken_back(text: str, published: date, hits: Sequence[Hit]) -> bool:
    """Whether a passage of a later day corrects what a text tells, of a party or goods that it names."""
    for hit in hits:
        passage, day = hit.passage, hit.facts.published
        if day is None or day <= published or not takes_back(passage.text):
            continue
        quotes = [passage.text[s.start - passage.start : s.end - passage.start] for s in passage.sentences]
        for before, quote in pairwise(["", *quotes]):
            of = corrected_by(quote, before)
            if of and of.is_told(text) and _names(f"{before} {quote}") & _names(text):
                return True
    return False


def _names(text: str) -> frozenset[str]:
    return parties_in(text) - {"US"} | goods_in(text)


def _corrections(read: Sequence[Evidence]) -> Iterator[_Correction]:
    at = {(e.hit.passage.id, e.sentence): e for e in read}
    for e in read:
        sentences = e.hit.passage.sentences
        place = sentences.index(e.sentence)
        behind = at.get((e.hit.passage.id, sentences[place - 1])) if place else None
        if alone := corrected_by(e.quote):
            yield _Correction(e, None, alone)
        elif behind and (of := corrected_by(e.quote, behind.quote)):
            yield _Correction(e, behind, of)
        elif behind and leans(e) and _in_a_correction(e) and (told := reported(behind.quote)):
            yield _Correction(e, behind, told)


def _in_a_correction(e: Evidence) -> bool:
    return regrets(e.hit.facts.title) or regrets(e.hit.passage.text)


def _takes_back(correction: _Correction, e: Evidence, parts: Sequence[Weighed]) -> bool:
    """Whether a sentence tells what is taken back, of what the correction is on, and not after it."""
    by, behind = correction.by, correction.behind
    if e.is_at(by) or (behind and e.is_at(behind)) or e.published > by.published:
        return False
    if not correction.of.is_told(e.quote):
        return False
    return all(
        max(a.around, behind_at.around) >= NAMED
        for part, a, behind_at, b in zip(parts, by.reached, (behind or by).reached, e.reached, strict=True)
        if b.held >= HELD and not part.period
    )
