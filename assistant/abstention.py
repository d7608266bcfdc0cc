"""Decide whether the evidence answers the question, and decline in plain words when it does not.

The asked-for thing is checked against the evidence part by part: each party, period and subject
word of the question, weighed by rarity, and the type of answer. One rare part that no sentence
of the evidence touches is enough to decline: that is what a near miss looks like.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import Abstention
from assistant.evidence import Evidence, Weighed
from assistant.question import Question
from ingest.parties import party_name

LEAST_COVERAGE = 0.50  # of the question's weight, by the chosen sentences and what stands around them
LEAST_SIMILARITY = 0.30  # cosine of the best chosen sentence to the question
TOUCHED = 0.4  # a part counts as touched when the passage around the sentence holds it


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against answering, each from 0 to 1, larger for answering."""

    coverage: float  # share of the question's weight that the chosen sentences reach
    rarest: float  # how far the weightiest part is reached
    similarity: float
    detail: float
    parties: float
    periods: float


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the question is declined, and what it asked that the evidence lacks."""

    kind: Abstention
    missing: tuple[str, ...]


def signals_of(question: Question, chosen: Sequence[Evidence], parts: Sequence[Weighed]) -> Signals:
    """Measure how far the chosen sentences meet the question."""
    reached = reach(chosen, parts)
    total = sum(part.weight for part in parts) or 1.0
    weightiest = max(range(len(parts)), key=lambda i: parts[i].weight, default=None)
    return Signals(
        coverage=sum(p.weight * r for p, r in zip(parts, reached, strict=True)) / total if parts else 1.0,
        rarest=reached[weightiest] if weightiest is not None else 1.0,
        similarity=max((e.similarity for e in chosen), default=0.0),
        detail=float(any(e.detail for e in chosen)),
        parties=min((r for p, r in zip(parts, reached, strict=True) if p.party), default=1.0),
        periods=min((r for p, r in zip(parts, reached, strict=True) if p.period), default=1.0),
    )


def reach(chosen: Sequence[Evidence], parts: Sequence[Weighed]) -> list[float]:
    """Return how far each part of the question is covered by the best of the chosen sentences."""
    return [max((e.covered[i] for e in chosen), default=0.0) for i in range(len(parts))]


def refusal_of(question: Question, chosen: Sequence[Evidence], parts: Sequence[Weighed]) -> Refusal | None:
    """Return why to decline, or None when the evidence will do."""
    signals = signals_of(question, chosen, parts)
    reached = reach(chosen, parts)
    missing = tuple(
        party_name(p.party) if p.party else p.name
        for p, r in zip(parts, reached, strict=True)
        if r < TOUCHED and p.weight > 1.0
    )
    if not chosen:
        return Refusal("no-subject", missing)
    if signals.parties < TOUCHED or signals.coverage < 0.25:
        return Refusal("no-subject", missing)
    if signals.coverage < LEAST_COVERAGE or signals.similarity < LEAST_SIMILARITY:
        return Refusal("no-detail", missing)
    if not signals.detail or signals.periods < TOUCHED or signals.rarest < TOUCHED:
        return Refusal("no-detail", missing)
    return None


def in_words(question: Question, refusal: Refusal, nearest: tuple[str, date | None] | None) -> str:
    """Say in a sentence or two that the briefings do not answer, and where the nearest words are."""
    asked = question.standalone.strip()
    if refusal.kind == "nothing-since" and question.since:
        first = f"No briefing published since {long_date(question.since)} answers “{asked}”."
    elif refusal.kind == "no-subject":
        first = f"The briefings on file say nothing that answers “{asked}”."
    else:
        first = f"The briefings on file touch on this but do not answer “{asked}”."
    lacking = f" Not found: {', '.join(refusal.missing)}." if refusal.missing else ""
    if not nearest:
        return first + lacking
    title, published = nearest
    when = long_date(published) if published else "undated"
    return f"{first}{lacking} The nearest briefing is “{title}” ({when})."


def long_date(day: date) -> str:
    """Write a date as people here do: 8 June 2025."""
    return f"{day.day} {day:%B %Y}"
