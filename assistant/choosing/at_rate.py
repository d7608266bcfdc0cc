"""Find who is at a rate: "which countries pay 9 percent" asks for those, and for all others set at it."""

from collections.abc import Sequence

from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.choosing.origin import speaks_of_others
from assistant.reading.rates import rates_in
from ingest.text.parties import parties_in


def rates_of_parties(question: Question) -> frozenset[float]:
    """Return the rates of which it is asked who is at them; none where something else is asked.

    >>> from datetime import date
    >>> from assistant.asking.question import understand
    >>> asked = "which countries pay 9 percent on tin?", "which goods pay 9 percent?"
    >>> [sorted(rates_of_parties(understand(text, date(1987, 6, 1)))) for text in asked]
    [[9.0], []]
    """
    if question.kind != "list" or "parties" not in question.details:
        return frozenset()
    return frozenset(rates_in(question.asked))


def names_those_at(rates: frozenset[float], e: Evidence) -> bool:
    """Whether a sentence tells one of the rates, of parties that it names or of all others."""
    of_parties = parties_in(e.said) - {"US"} or speaks_of_others(e.said)
    return bool(of_parties) and not rates.isdisjoint(rates_in(e.said))


def those_at(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """Keep what tells who is at the rate asked for; all where nothing does, or that is not asked."""
    rates = rates_of_parties(question)
    return [e for e in evidence if rates and names_those_at(rates, e)] or evidence


def rate_of_parties_untold(question: Question, chosen: Sequence[Evidence]) -> str | None:
    """Say that it is asked who is at a rate, and that no sentence tells that of anybody."""
    rates = rates_of_parties(question)
    if not rates or not chosen or any(names_those_at(rates, e) for e in chosen):
        return None
    return f"anybody at {' or '.join(f'{rate:g}' for rate in sorted(rates))} percent"
