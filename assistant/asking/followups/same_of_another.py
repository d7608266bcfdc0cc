"""Ask of another party, or of other goods, what the question before asked: "same question for Peru, please".

Such a message names these in words that name nothing; what it means is the question before with them in it.
"""

import re

from assistant.asking.followups.measure_named import Named, measure_named
from assistant.asking.followups.of_its_measure import is_asked_of_measure
from assistant.asking.other_parties import with_parties
from assistant.asking.typed.naming import Naming, named
from ingest.text.parties import find_parties, party_in_text
from vectorstore.patterns import pattern

# "And with Peru?": the one that a party deals with, not the party.
_OTHER_SIDE = pattern(r"^\W*(?:(?:and|ok(?:ay)?|so|but|what about|how about)\W+)*with\b", re.I)
# "What do the Swiss pay" asks more than the question before, unless that was on what is paid.
_ON_RATE = pattern(r"\b(?:pay\w*|faces?|tariffs?|dut(?:y|ies)|rates?|charg\w+|tax\w*)\b", re.I)


def of_other_goods(before: str, text: str) -> str | None:
    """Return a question on a measure on some goods with those, and the party, that a message names.

    None where the question is on none, or the message asks more.

    >>> asked = "same for imports from Peru", "ok and tin cans?", "I should have said Peru", "tin of Peru?"
    >>> for text in asked:
    ...     of_other_goods("what is the duty on copper pipes from Chile?", text)
    'what is the duty on copper pipes from Peru?'
    'what is the duty on tin cans from Chile?'
    'what is the duty on copper pipes from Peru?'
    'what is the duty on tin from Peru?'
    >>> of_other_goods("what is the duty on copper pipes from Chile?", "and Peru and Chile?") is None
    True
    """
    measure = measure_named(before)
    if measure is None or not measure.goods or not is_asked_of_measure(before):
        return None
    if _parties(
        f"{before[: measure.start]} ; {before[measure.head :]}"
    ):  # "how did Peru answer the tin duty?"
        return None
    meant = named(text)
    put = meant and _put(before, measure, meant)
    return f"{before[: measure.start]}{put}{before[measure.head :]}" if put else None


def _put(before: str, measure: Named, meant: Naming) -> str | None:
    """Return the words that tell what a measure is on, with what is meant in them."""
    known = _parties(measure.party)
    goods = meant.goods or measure.goods
    if meant.goods and meant.meant <= known and not meant.not_meant:
        on = before[measure.start : measure.end]
        return on.replace(measure.goods, goods) + before[measure.end : measure.head]
    party = meant.party_instead_of(known) if known else None
    if party is None:
        return None
    on = f"{goods} from {party_in_text(party)}"
    return on if measure.head == measure.end else f"{measure.kind} on {on}"


def of_other_party(before: str, text: str) -> str | None:
    """Return a question that names one party with the one in its place that is all a message names.

    >>> asked = "do the same for Peru", "now Peru", "I typed Chile but meant Peru", "wrong one, sorry. Peru"
    >>> {of_other_party("did Chile sign the pact?", text) for text in asked}
    {'did Peru sign the pact?'}
    >>> kept = "Peru and Kenya?", "and tin of Peru?", "why Peru?"
    >>> [of_other_party("did Chile sign the pact?", text) for text in kept]
    [None, None, None]
    """
    known = _parties(before)
    more = _OTHER_SIDE.match(text) or (_ON_RATE.search(text) and not _ON_RATE.search(before))
    meant = named(text) if len(known) == 1 and not more else None
    party = meant.party_instead_of(known) if meant and not meant.goods else None
    return with_parties(before, [party], next(iter(known))) if party else None


def _parties(text: str) -> frozenset[str]:
    return frozenset(mention.code for mention in find_parties(text, lower_case=True)) - {"US"}
