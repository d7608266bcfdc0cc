"""Read a correction, "no, I meant copper", "the UK, not the Swiss", as the question before, put right."""

import re

from assistant.asking.elliptic import asks_something
from assistant.asking.followups.anaphora import points_back, subject_words
from assistant.asking.followups.substitution import (
    only_period,
    with_other_goods,
    with_other_period,
    without_parties,
)
from assistant.asking.other_parties import with_parties
from ingest.text.parties import find_parties
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

FEW = 3  # subject words that ask anew, and in full

_CORRECTION = pattern(
    r"^\W*(?:(?:no|nope|sorry|sry|oops|wait|actually|hm+|ah|oh)\W+)*(?:(?:i|we)\s+)?(?:mean|meant)\b\W*|"
    r"^\W*(?:no|nope|sorry|sry|oops|wait)\W+(?!\w+ (?:is|are|was|were)\b)|^\W*not\s",
    re.I,
)
# "Vietnam I mean", but "that's what I mean".
_MEANT_LAST = pattern(
    r"^(?!.*\b(?:what|that|how|why|it|this)\b)(?P<meant>.{2,60}?)\W+(?:i|we) (?:mean|meant)\W*$", re.I
)
_NOT = pattern(r"[,;]?\s*\b(?:not|instead of|rather than)\s+(?:the\s+)?([\w .'-]+)", re.I)
# "Wait, I need the textile deal": what is wanted is another thing.
_WANTS = pattern(
    r"^\W*(?:(?:no|wait|sorry)\W+)*(?:i|we)(?:'m| am| are)? (?:need|want|after|looking for)\b\W*", re.I
)


def is_correction(question: str) -> bool:
    """Whether a follow-up puts something of the question before right.

    >>> [is_correction(text) for text in ("no, I meant rice", "wheat I mean", "no duty is charged?")]
    [True, True, False]
    """
    return bool(_CORRECTION.search(question) or _MEANT_LAST.match(question))


def corrected(previous: str, question: str) -> str:
    """Put what was meant in the place of what was said.

    >>> corrected("the duty on Thai rice?", "no i meant Vietnam")
    'the duty on Vietnam rice?'
    >>> corrected("the duty on Thai rice?", "wheat i mean")
    'the duty on Thai wheat?'
    >>> corrected("Chile's gold reserves?", "no wait i need the copper deal with the us, what changed")
    'the copper deal with the us, what changed (Chile)'
    >>> corrected("the duty on Thai rice?", "no, I meant wheat. how much is it?")
    'how much is it? (the duty on Thai wheat?)'
    >>> corrected("the duty on rice?", "no, I meant wheat. what is the quota there?")
    'what is the quota there? (wheat)'
    """
    question = _MEANT_LAST.sub(r"\g<meant>", question)
    correction = _CORRECTION.match(question)
    rest = question[correction.end() :] if correction else question
    dropped = _NOT.search(question)
    meant = rest if not dropped else question[: dropped.start()]
    if dropped and not _CORRECTION.sub("", meant).strip():  # "not Thailand, Vietnam"
        meant = question[dropped.end() :]
    meant = _CORRECTION.sub("", meant).strip(" ,.;-")
    first, _, more = meant.partition(". ")
    parties = find_parties(first, lower_case=True)
    if parties and len(subject_words(more)) >= FEW - 1:  # which asks anew, and in full
        return f"{more} ({first})"
    said = find_parties(dropped.group(1), lower_case=True) if dropped else []
    if not dropped and _is_another(meant, previous):
        return _asked_of(_WANTS.sub("", meant), previous)
    if parties and find_parties(previous, lower_case=True):
        corrected = with_parties(previous, [p.code for p in parties], said[0].code if said else None)
        if period := only_period(without_parties(first, parties)):
            corrected = with_other_period(corrected, period) or f"{corrected.rstrip(' ?!.')}, {period}"
        return f"{more} ({corrected})" if more else corrected
    if more and _is_thing_meant(first, more):
        of_goods = None if subject_words(more) else with_other_goods(previous, first)
        return f"{more} ({of_goods or _asked_of(first, previous)})"
    if more:
        return f"{more} ({first}; {previous})"
    return with_other_goods(previous, meant) or f"{meant} ({previous})"


def asks_another(question: str, previous: str) -> bool:
    """Whether a correction asks of something else: "no wait, I need the copper deal with Peru".

    >>> asks_another("no wait i need the copper deal with Peru, what changed", "Chile's gold reserves?")
    True
    >>> asks_another("no, I meant tin. what is the duty?", "the duty on zinc?")
    True
    >>> asks_another("no, Peru's gold reserves", "Chile's gold reserves?")
    False
    """
    correction = _CORRECTION.match(question)
    if not correction or _NOT.search(question):
        return False
    meant = question[correction.end() :]
    first, _, more = meant.partition(". ")
    return _is_another(meant, previous) or _is_thing_meant(first, more)


def _is_thing_meant(meant: str, more: str) -> bool:
    """Whether what was meant is another thing, of which something is asked: "wheat. what is paid?"."""
    if find_parties(meant, lower_case=True) or points_back(meant) or only_period(meant):
        return False
    return bool(subject_words(meant)) and not asks_something(meant) and asks_something(more)


def _is_another(meant: str, previous: str) -> bool:
    """Whether what was meant is another question, of words of its own beside the parties that it names."""
    parties = find_parties(meant, lower_case=True)
    said = frozenset(analyse(previous))
    own = subject_words(_WANTS.sub("", without_parties(meant, parties)))
    return bool(parties) and sum(not said.issuperset(analyse(word)) for word in own) >= FEW - 1


def _asked_of(question: str, previous: str) -> str:
    """Return another question with the parties behind it that the earlier one named, where it names none."""
    own = {party.code for party in find_parties(question, lower_case=True)}
    before = [party for party in find_parties(previous, lower_case=True) if party.code != "US"]
    if not before or own - {"US"} or own & {party.code for party in before}:
        return question
    return f"{question} ({', '.join(dict.fromkeys(previous[p.start : p.end] for p in before))})"
