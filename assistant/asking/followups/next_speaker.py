"""Put whom a follow-up names in the place of the one whose words were asked for: "and Li?"."""

import re

from assistant.asking.offices import is_office
from assistant.asking.speakers import asked_of, is_of_many, whose_words
from ingest.text.months import MONTH
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

_NEXT = pattern(
    r"\W*(?:(?:but|so|ok) )*(?:and|(?:what|how) about) "
    r"(?P<who>(?:the )?(?:(?:Mr|Mrs|Ms|Dr)\b\.? ?)?[\w.'’& -]{2,40}?)\W*",
    re.I,
)
_A_NAME = pattern(rf"(?:[Tt]he )?(?!{MONTH})[A-Z]")
_THE = pattern(r"\bthe $", re.I)


def with_next_speaker(question: str, previous: str) -> str | None:
    """Return the question before for another's words; None where the follow-up names nobody who may speak.

    >>> asked = "and Li?", "and the tin miners?", "what about the trade minister?"
    >>> [with_next_speaker(text, "what did the union say about fish") for text in asked[:2]]
    ['what did Li say about fish', 'what did the tin miners say about fish']
    >>> with_next_speaker(asked[2], "what is Li's position on fish")
    "what is the trade minister's position on fish"
    >>> asked = "and eels?", "and May?", "and in Peru?"
    >>> [with_next_speaker(text, "what did Wu say about fish") for text in asked]
    [None, None, None]
    """
    named = _NEXT.fullmatch(question)
    if named is None or whose_words(previous) is None:
        return None
    who = named["who"]
    if find_parties(who, lower_case=True) and not _may_speak(who):
        return None
    span = asked_of(previous)
    if span is None or not (_A_NAME.match(who) or _may_speak(who)):
        return None
    start, end = span
    the = _THE.search(previous, 0, start)
    return f"{previous[: the.start() if the else start]}{who}{previous[end:]}"


def _may_speak(who: str) -> bool:
    return is_of_many(who) or is_office(who.split()[-1])
