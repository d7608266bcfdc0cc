"""Tell by its own words whether a message goes on from the one before."""

import re

from assistant.asking.followups.anaphora import ASKS_FIRST, OPENING, points_back
from assistant.asking.followups.carrying import LEAD_IN
from assistant.asking.followups.corrections import is_correction
from assistant.asking.followups.own_subject import names_own_subject
from assistant.asking.followups.replacing import asks_on_what
from assistant.asking.followups.shifting import asks_what_followed
from vectorstore.patterns import pattern

GOES_ON = pattern(r"^\W*(?:ok(?:ay)?\W+)?(?:and|but|then|also)\b|\b(?:then|though|too|as well)\W*$", re.I)
# "What about the tin accord?", not "what about it?".
_JOINING = pattern(r"^\W*(?:(?:and|ok(?:ay)?|so|but|then|also|well|now|right|fine)\b\W*)+", re.I)


def own_question(question: str) -> str:
    """Return a question without the words that only join it to the one before.

    >>> own_question("ok then what does Peru pay?")
    'what does Peru pay?'
    """
    return _JOINING.sub("", question)


def goes_on(question: str) -> bool:
    """Whether a question says by its own words that it goes on from the one before.

    >>> goes_on("and when does it start?"), goes_on("price of bitcoin today")
    (True, False)
    """
    return bool(OPENING.search(question)) or goes_on_for_sure(question)


def goes_on_for_sure(question: str) -> bool:
    """The same, without words that only begin follow-ups often.

    >>> goes_on_for_sure("and how much rice?"), goes_on_for_sure("how much rice was sold?")
    (True, False)
    >>> goes_on_for_sure("what happened next?"), goes_on_for_sure("what comes next?")
    (True, False)
    """
    begins = GOES_ON.search(question) or LEAD_IN.search(question) or asks_what_followed(question)
    return points_back(question) or bool(begins) or is_correction(question)


def stands_alone(question: str) -> bool:
    """Whether a question that is short enough for a follow-up may as well be asked by itself.

    >>> [stands_alone(text) for text in ("who mines scandium?", "who mines it?", "scandium?", "who won?")]
    [True, False, False, False]
    """
    return asks_first(question) and names_own_subject(question)


def asks_first(question: str) -> bool:
    """Whether a question begins as one may that is the first, and says on what it asks.

    >>> asks_first("who keeps the profits?"), asks_first("and who keeps them?")
    (True, False)
    """
    return bool(ASKS_FIRST.match(question)) and not goes_on(question) and not asks_on_what(question)
