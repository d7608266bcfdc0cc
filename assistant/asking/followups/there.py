"""Put the party that was asked about for "there": "cars from there?" behind a question on Peru."""

import re

from ingest.text.parties import find_parties, party_in_text
from vectorstore.patterns import pattern

# "Cars from there": from the party that was asked about.
_THERE = pattern(
    r"(?P<at>\b(?:from|in|into|to|out of) )(?:over )?there\b(?! (?:is|are|was|were)\b)|\bover there\b", re.I
)


def with_place_named(question: str, previous: str) -> str:
    """Put the one party that the earlier question names for "there", where that stands for a place.

    >>> with_place_named("cars from there?", "what of Peru"), with_place_named("is there a ban?", "in Peru")
    ('cars from Peru?', 'is there a ban?')
    """
    named = {party.code for party in find_parties(previous, lower_case=True)} - {"US"}
    if len(named) != 1 or not _THERE.search(question):
        return question
    name = party_in_text(*named)
    return _THERE.sub(lambda there: f"{there['at'] or 'in '}{name}", question)
