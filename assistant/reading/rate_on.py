"""Tell which of several rates in a sentence is on the goods of a party."""

from assistant.reading.rates import rates_at
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

_UP_TO = pattern(r"[^;.%]*\b(?:on|from|of|for|against)\b[^;.%]*")


def rate_on(text: str, party: str) -> float | None:
    """Return the rate, in percent, that stands last before a party whose goods it is on, where there is one.

    >>> text = "It puts 25 percent on the goods of Canada and Mexico, and 10 percent on those of China."
    >>> rate_on(text, "MX"), rate_on(text, "CN"), rate_on(text, "PE")
    (25.0, 10.0, None)
    >>> rate_on("The duty of 7-1/2 pct on goods of Peru", "PE")
    7.5
    >>> rate_on("Canada pays 25 percent and Mexico 10 percent.", "MX") is None
    True
    """
    rates: set[float] = set()
    for mention in (m for m in find_parties(text) if m.code == party):
        before = [rate for rate in rates_at(text) if rate.end <= mention.start]
        if before and not before[-1].role and _UP_TO.fullmatch(text, before[-1].end, mention.start):
            rates.add(before[-1].percent)
    return rates.pop() if len(rates) == 1 else None
