"""Tell what is proposed, and what a law lets somebody do: neither is set by it."""

import re

from vectorstore.patterns import pattern

_PROPOSES = pattern(
    r"(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bany )\b(?:propos|recommend|threaten)(?:e?s|e?d|ing)\b", re.I
)
# What a law lets be set, and is not set by it.
_ALLOWS = pattern(
    r"\b(?:authori[sz]|allow|permit|empower|enabl|entitl)\w*\b.{0,160}?\bto (?:\w+ )?"
    r"(?:impose|levy|set|charge|raise|apply|adjust|proclaim|offset|suspend)\b",
    re.I,
)


def proposes(text: str) -> bool:
    """Whether a sentence tells what is proposed, recommended or threatened.

    >>> proposes("It proposes a duty of 5 percent."), proposes("The proposed duty was dropped.")
    (True, False)
    """
    return bool(_PROPOSES.search(text))


def allows(text: str) -> bool:
    """Whether a sentence tells what a law lets somebody set.

    >>> allows("The act authorises the Minister to impose a duty."), allows("The Minister imposes a duty.")
    (True, False)
    """
    return bool(_ALLOWS.search(text))
