"""Read a text with its percentages written in each of the ways that mean the same."""

import re
from collections.abc import Iterator

from vectorstore.patterns import pattern

_PERCENT = pattern(r"(?<=\d)(?:\s?%|[\s-](?:percent|per cent|pct)\b)", re.IGNORECASE)
_WAYS = ("%", " percent", " per cent", " pct")


def ways_of_writing(text: str) -> Iterator[str]:
    """Yield the text as it stands, then with all its percentages written in one way.

    >>> list(ways_of_writing("Tea: 10%, rice: 5 pct."))[2]
    'Tea: 10 percent, rice: 5 percent.'
    >>> list(ways_of_writing("No rate is told."))
    ['No rate is told.']
    """
    yield text
    if _PERCENT.search(text):
        yield from (_PERCENT.sub(way, text) for way in _WAYS)


def search(pattern: re.Pattern[str], text: str) -> str | None:
    """What a pattern finds in a text in whatever way that writes its percentages; None where nothing."""
    found = next(filter(None, map(pattern.search, ways_of_writing(text))), None)
    return found.group() if found else None
