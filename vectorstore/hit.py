"""A passage that a search found."""

from dataclasses import dataclass

from vectorstore.briefing import Passage
from vectorstore.facts import BriefingFacts


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: `score` is the fused one; `dense` and `keyword` are its parts, 0 to 1."""

    passage: Passage
    facts: BriefingFacts
    score: float
    dense: float
    keyword: float
