"""Tell from or until when something is asked for, and which sentences tell such a day.

Of those that have a date a sentence with that day tells more than one with another day, or for how long.
"""

import re

from ingest.text.months import A_DAY
from vectorstore.patterns import pattern

_DAY = (
    rf"(?:\b(?:19|20)\d\d\b|{A_DAY}"
    r"|\b\w+ (?:days|weeks|months) (?:after|from)"
    r" (?:the (?:date|day|publication|signing|signature)|signing|signature|publication|its|this|it is)\b)"
)
# Not "up from 54 billion dollars on May 4".
FROM_A_DAY = (
    r"(?<!\bup )(?<!\bdown )(?<!\brise )(?<!\bfall )(?<!\brose )(?<!\bfell )"
    r"from(?! [$\d][\d.,]* ?(?:billion|million|bln|mln|bn|pct|percent|per cent|%|tonnes|dlrs|dollars))"
)
_FROM = (
    pattern(
        r"\b(?:since|from) when\b|\b(?:start|effective) date\b|\bback-?dated\b"
        r"|\bwhen (?:do|does|did|will|is|are|was|were) [^?]{0,80}\b(?:start\w*|begin|kick in|take effect"
        r"|come in(?:to)?|go into|effective|in force)\b",
        re.I,
    ),
    pattern(
        rf"\b(?:on or after|effective|{FROM_A_DAY}|start\w*|as of|beg[iau]n\w*|since"
        rf"|in(?:to)? (?:force|effect)|tak\w+ effect|took effect)\b.{{0,80}}?{_DAY}",
        re.I,
    ),
)
_UNTIL = (
    pattern(
        r"\b(?:until|till) when\b|\bexpir(?:e|es|y|ation)\b"
        r"|\b(?:end|closing) date\b|\bwhen (?:do|does|did|will|is|are) [^?]{0,60}\b(?:end|lapse|run out)\b",
        re.I,
    ),
    pattern(
        rf"\b(?:until|till|through|expir\w*|ends?|lapses?|r[au]ns? out"
        rf"|(?:prolong|extend|renew)\w*(?: \w+){{0,3}} to)\b.{{0,60}}?{_DAY}"
        r"|\b(?:shall|will|to) (?:increase|rise|change|revert|return|fall|drop|decrease)\b"
        rf".{{0,60}}?\bon {_DAY}",
        re.I,
    ),
)


def bounds_asked(asked: str) -> list[re.Pattern[str]]:
    """Return for each bound that is asked for the forms in which sentences tell it.

    >>> [bool(told.search("It runs until 10 May.")) for told in bounds_asked("when does it expire?")]
    [True]
    >>> [bool(told.search("It is up from 4 mln dlrs on 10 May.")) for told in bounds_asked("since when?")]
    [False]
    """
    return [told for asks, told in (_FROM, _UNTIL) if asks.search(asked)]


def until_asked(asked: str) -> bool:
    """Whether it is asked until when something is so.

    >>> until_asked("when does the quota end?"), until_asked("when does the quota start?")
    (True, False)
    """
    return bool(_UNTIL[0].search(asked))


def tells_until(text: str) -> bool:
    """Whether a text tells a day until which something is so.

    >>> tells_until("It is in force through May 10, 1987."), tells_until("It is in force.")
    (True, False)
    """
    return bool(_UNTIL[1].search(text))
