"""Tell a figure of a period as it was revised last: what was first reported of it no longer stands.

Statistics of a month are corrected when those of the next one come out ("an upward revised 623 million in
January"), in a briefing whose own news is the next month.
"""

import re
from dataclasses import replace
from datetime import date

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.reading.counted import asks_statistic, measures_in
from assistant.reading.periods import Period
from assistant.reading.periods_told import periods_told
from vectorstore.patterns import pattern

COMPARED = 40  # best sentences
# What is revised, and when, stands behind the word, up to where another figure is told.
_REVISED = pattern(r"\b(?:revised|corrected|restated)\b([^;:]{0,120}?)(?=[;:,.](?:\s|$)|$)", re.I)
_WISHED = pattern(r"\b(?:original(?:ly)?|first|unrevised|initial(?:ly)?|preliminary)\b", re.I)


def as_revised(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Put a newer, revised figure of the period asked about in the place of those told of it before."""
    asked = [p for p in question.periods if not _WISHED.search(question.asked)]
    wanted = measures_in(question.asked)
    if len(asked) != 1 or not asks_statistic(question.asked):
        return evidence
    compared = evidence[:COMPARED]
    revising = [e for e in compared if _day(e) and wanted & _revised(e, asked[0])]
    if not revising:
        return evidence
    newest = max(revising, key=lambda e: (_day(e) or date.min, e.score))
    before = [e for e in compared if e is not newest and _tells(e, asked[0], wanted, newest)]
    if not before:
        return evidence
    best = replace(newest, score=max(e.score for e in (newest, *before)))
    dropped = {id(e) for e in (newest, *before)}
    return sorted([best, *(e for e in evidence if id(e) not in dropped)], key=lambda e: -e.score)


def _day(e: Evidence) -> date | None:
    return e.hit.facts.published


def _revised(e: Evidence, asked: Period) -> frozenset[str]:
    """Return the measures of the period that a sentence tells to have been revised."""
    return frozenset(
        measure
        for found in _REVISED.finditer(e.quote)
        if re.search(r"\d", found[1]) and names_period(found[1], asked, _day(e))
        for measure in measures_in(found[1]) or measures_in(e.quote)
    )


def _tells(e: Evidence, asked: Period, wanted: frozenset[str], newest: Evidence) -> bool:
    """Whether an older sentence tells the same measure of the same period, and of the same parties."""
    day, later = _day(e), _day(newest)
    if not (day and later and day < later and wanted & measures_in(e.quote)):
        return False
    alike = all(a.held >= b.held for a, b in zip(newest.reached, e.reached, strict=True))
    return alike and names_period(e.quote, asked, day) and bool(re.search(r"\d", e.quote))


def names_period(text: str, asked: Period, published: date | None) -> bool:
    """Whether a text names the period asked about, or one within it."""
    return any(asked.first <= p.first and p.last <= asked.last for p in periods_told(text, published))
