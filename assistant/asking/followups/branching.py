"""Tell a question of detail in a conversation from the question that it only branches off.

Who asks what cars of Peru pay, then "since when?", then "and Chile?", asks what cars of Chile pay.
"""

import re
from dataclasses import replace

from assistant.asking.followups.carrying import Asked, asked_alone
from assistant.asking.followups.own_subject import asks_what_was_said
from assistant.reading.goods import goods_in
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

_LEAD = r"\W*(?:(?:ok(?:ay)?|so|and|but|then|hm+|right|fine|exactly|n)\W+)*"
_AT = r"(?:since|until|till?|from|by|as of|for|to|on|at|in|with|under|over|of|through)"
# When, why, by whom: how something is, of which something else is asked.
_CIRCUMSTANCE = pattern(
    rf"{_LEAD}(?:(?:{_AT} )?(?:when|why|who|whom|whose|where|how (?:come|long|soon|late))\b"
    rf"|{_AT} (?:what|which)\b|(?:what|which) (?:exact )?(?:date|day|month|year)\b"
    rf"|(?:{_AT} )?how (?:much|many|high|low|big|large|far|fast|often)\W*$|which (?:\w+ )?\w+\W*$"
    r"|(?:per|a|an|each) (?:day|week|month|quarter|year)\W*$|until\W*$|(?:exactly|precisely)\W*$"
    r"|what(?:['’]s| has| have| is)? (?:else|changed|happened|new)\b)",
    re.I,
)


def is_branch(asked: Asked) -> bool:
    """Whether a question asks only for a circumstance of what it goes on from, or what was said of it.

    >>> from assistant.asking.followups.carrying import asked_behind
    >>> follow_ups = "since when?", "why was it moved", "by whom?", "any exceptions?", "how many tonnes?"
    >>> [is_branch(asked_behind(text, "the duty on tin")) for text in follow_ups]
    [True, True, True, False, False]
    """
    if not asked.joined_to or asked.own in asked.subject:
        return False
    if not (_CIRCUMSTANCE.match(asked.own) or asks_what_was_said(asked.own)):
        return False
    return not (find_parties(asked.own, lower_case=True) or goods_in(asked.own))


def trunk_of(asked: Asked) -> Asked:
    """Return the question that a question of detail branches off; one that is none, as it is.

    >>> from assistant.asking.followups.carrying import asked_behind
    >>> trunk_of(asked_behind("why?", "what do they pay (duty on tin)")).text
    'what do they pay (duty on tin)'
    >>> trunk_of(asked_behind("any exceptions?", "duty on tin")).text
    'any exceptions? (duty on tin)'
    """
    return gone_on_from(asked) if is_branch(asked) else asked


def gone_on_from(asked: Asked) -> Asked:
    """Return the question that a follow-up goes on from, with what that goes on from in its turn."""
    own, _, before = asked.joined_to.partition(" (")
    if not before.endswith(")"):
        return asked_alone(asked.joined_to)
    return replace(asked, own=own, joined_to=before[:-1], subject=asked.joined_to, whole="")
