"""Say on which parties a text is."""

from collections import Counter

from ingest.text.parties import find_parties


def mostly_named(text: str) -> frozenset[str]:
    """Return the parties that make up half and more of those named, but for the United States.

    >>> sorted(mostly_named("Peru and Chile agreed. Peru cut its duty on goods of Chile."))
    ['CL', 'PE']
    """
    named = Counter(mention.code for mention in find_parties(text) if mention.code != "US")
    return frozenset(code for code, count in named.items() if 2 * count >= named.total())
