"""Tell questions on what is set from those on what may be: on plans, and on what a law lets somebody do."""

import re

from assistant.asking.question import Question
from vectorstore.patterns import pattern

_OF_WHAT_IS = frozenset(("rate", "parties"))  # details
_OF_PLANS = pattern(
    r"\b(?:propos|recommend|threat|plan|consider|suggest|want|may|might|would|could|call|urg|seek)\w*", re.I
)
_OF_POWERS = pattern(
    r"\b(?:(?:authori|power|allow|permit|entitl|empower|enabl|statut|legal)\w*|lets?|can|may|could|might"
    r"|laws?|acts?)\b",
    re.I,
)


def asks_what_is_set(question: Question) -> bool:
    """Whether a question asks what is set, on whom, and not what may be."""
    return bool(_OF_WHAT_IS.intersection(question.details)) and not asks_of_plans(question.asked)


def asks_of_plans(asked: str) -> bool:
    """Whether it is asked what may be: what is proposed, threatened or called for.

    >>> asks_of_plans("what duty was proposed?"), asks_of_plans("what is the duty?")
    (True, False)
    """
    return bool(_OF_PLANS.search(asked))


def asks_of_powers(asked: str) -> bool:
    """Whether it is asked what a law lets somebody do.

    >>> asks_of_powers("what may the minister charge?"), asks_of_powers("what does he charge?")
    (True, False)
    """
    return bool(_OF_POWERS.search(asked))
