"""Decide whether the evidence answers the question, and decline in plain words when it does not.

The asked-for thing is checked against the evidence part by part: each party, period and subject
word of the question, weighed by rarity, and the type of answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import Abstention, Declined
from assistant.evidence import Evidence, Weighed
from assistant.question import Question
from ingest.parties import party_name

# Words; orders have titles of fifty, and a refusal should be short.
LONG_TITLE, LONG_QUESTION, LONG_LIST = 12, 15, 8
COMMON = 0.8  # weight below which a party is in nearly every briefing, and its absence tells nothing
HELD = 0.85  # a part is held when the sentence itself has it, in whatever wording
TOUCHED = 0.4  # a part counts as touched when the passage around the sentence holds it
ABOUT = 0.25  # of the question's weight; with less, the subject itself is not on file

# A logistic model of "these sentences answer it", fitted on the dev questions and judged leaving one
# out: it declines 54 % of the unanswerable at 8 % needlessly (tests/evals/LOG.md). No signal alone
# tells a near miss: the best, similarity, has an area under the curve of 0.72; together 0.79.
WEIGHTS = {"coverage": 1.3, "missed": -0.14, "similarity": 5.8, "detail": 0.7, "periods": 3.4, "parties": 2.6}
THRESHOLD = 9.2


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against answering; from 0 to 1 but for `missed`."""

    coverage: float  # share of the question's weight that the chosen sentences reach
    missed: float  # weight of the weightiest part that no chosen sentence holds itself
    similarity: float  # cosine of the best of them to the question
    detail: float  # 1 when one holds the type of answer asked for
    parties: float  # how far the party reached least is reached
    periods: float  # the same of the periods

    @property
    def confidence(self) -> float:
        """Log-odds that the sentences answer the question: negative declines."""
        return sum(weight * float(getattr(self, name)) for name, weight in WEIGHTS.items()) - THRESHOLD


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the question is declined, and what it asked that the evidence lacks."""

    kind: Abstention
    missing: tuple[str, ...]


def signals_of(question: Question, chosen: Sequence[Evidence], parts: Sequence[Weighed]) -> Signals:
    """Measure how far the chosen sentences meet the question."""
    reached = reach(chosen, parts)
    total = sum(part.weight for part in parts) or 1.0
    return Signals(
        coverage=sum(p.weight * r for p, r in zip(parts, reached, strict=True)) / total if parts else 1.0,
        missed=max((p.weight for p, r in zip(parts, reached, strict=True) if r < HELD), default=0.0),
        similarity=max((e.similarity for e in chosen), default=0.0),
        detail=float(any(e.detail for e in chosen)),
        parties=min(
            (r for p, r in zip(parts, reached, strict=True) if p.party and p.weight > COMMON), default=1.0
        ),
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
    if not chosen or signals.parties < TOUCHED or signals.coverage < ABOUT:
        return Refusal("no-subject", missing) if not chosen or signals.confidence < 0 else None
    return Refusal("no-detail", missing) if signals.confidence < 0 else None


def in_words(question: Question, refusal: Refusal, declined: Declined) -> str:
    """Say in under 60 words that the briefings do not answer, what is missing, and what comes nearest."""
    asked = _shortened(question.text.strip(" ?!.,;:…"), LONG_QUESTION)
    until = f"published by {long_date(question.as_of)}" if question.as_of else "on file"
    if refusal.kind == "nothing-since" and question.since:
        until = f" and by {long_date(question.as_of)}" if question.as_of else ""
        told = [f"No briefing published since {long_date(question.since)}{until} answers “{asked}”."]
    elif refusal.kind == "no-subject":
        told = [f"The briefings {until} say nothing that answers “{asked}”."]
    else:
        told = [f"The briefings {until} touch on this but do not answer “{asked}”."]
    if refusal.kind != "nothing-since" and (missing := _fitting(declined.not_found)):
        told.append(f"Not found: {', '.join(missing)}.")
    if declined.nearest:
        nearest = declined.nearest[0]
        when = long_date(nearest.published) if nearest.published else "undated"
        told.append(f"The nearest briefing is “{_shortened(nearest.title, LONG_TITLE)}” ({when}).")
    return " ".join(told)


def _shortened(text: str, longest: int) -> str:
    words = text.split()
    return text if len(words) <= longest else " ".join(words[:longest]) + " …"


def _fitting(parts: Sequence[str]) -> list[str]:
    """Return as many parts, from the first, as a short sentence holds."""
    return [part for at, part in enumerate(parts) if len(" ".join(parts[: at + 1]).split()) <= LONG_LIST]


def long_date(day: date) -> str:
    """Write a date as people here do: 8 June 2025."""
    return f"{day.day} {day:%B %Y}"
