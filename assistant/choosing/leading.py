"""Put a sentence in the lead of an answer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from assistant.choosing.evidence import Evidence

LEADS_BY = 0.51  # score, more than a long sentence costs (`AT_MOST` in assistant.choosing.selecting)
AT_ONCE = timedelta(3)  # an order and what is published on it are of one time


def lead_with(first: Evidence, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put a sentence before all others, wherever it stands among them. `evidence` is scored, best first."""
    led = replace(first, score=evidence[0].score + LEADS_BY)
    return (led, *(e for e in evidence if not e.is_at(first)))
