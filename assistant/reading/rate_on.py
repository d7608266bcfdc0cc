"""Tell which of several rates in a sentence is on the goods of a party."""

import re

from ingest.text.parties import find_parties

_RATE = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)(?:\s?%|[ -]per ?cent\b|[ -]pct\b)", re.I)
_UP_TO = re.compile(r"[^;.%]*\b(?:on|from|of|for|against)\b[^;.%]*")


def rate_on(text: str, party: str) -> float | None:
    """Return the rate, in percent, that stands last before a party whose goods it is on, where there is one.

    >>> text = "It puts 25 percent on the goods of Canada and Mexico, and 10 percent on those of China."
    >>> rate_on(text, "MX"), rate_on(text, "CN"), rate_on(text, "PE")
    (25.0, 10.0, None)
    >>> rate_on("Canada pays 25 percent and Mexico 10 percent.", "MX") is None
    True
    """
    rates: set[float] = set()
    for mention in (m for m in find_parties(text) if m.code == party):
        before = list(_RATE.finditer(text, 0, mention.start))
        if before and _UP_TO.fullmatch(text, before[-1].end(), mention.start):
            rates.add(float(before[-1][1]))
    return rates.pop() if len(rates) == 1 else None
