"""Say how new it is what a sentence tells."""

from collections.abc import Iterable
from datetime import date, timedelta

from assistant.reading.periods_told import days_in
from vectorstore.hit import Hit

JUST_BEFORE = timedelta(days=3)  # a day named that is no older than this is news, not background


def names_current(sentence: str, published: date | None) -> float:
    """Say whether a sentence names a day, or a month, that is not before its briefing."""
    if published is None:
        return 0.0
    days = [p for p in days_in(sentence, published) if (p.last - p.first).days < 32]
    return float(any(p.last >= published - JUST_BEFORE for p in days))


def ranks(hits: Iterable[Hit]) -> dict[date | None, float]:
    """Rank the dates of the passages read: 1 for the newest, 0 for the oldest."""
    days = sorted({hit.facts.published for hit in hits if hit.facts.published})
    return {day: number / max(1, len(days) - 1) for number, day in enumerate(days)}
