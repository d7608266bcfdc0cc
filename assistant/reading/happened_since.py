"""Tell what is still to come from what came of it: it is planned, it was called off."""

import re

from vectorstore.patterns import pattern

_TO_COME = pattern(
    r"\b(?:will|shall|would"
    r"|(?:is|are|was|were) (?:now |still )?(?:to|due|set|planned|scheduled|expected|anticipated|likely)"
    r"|(?:plan|expect|hope|intend|aim)s? to|(?:planned|scheduled) (?:for|to)|due (?:to|in|on|by|for)"
    r"|likely (?:scheduled|to)|targets?|with a view to)\b",
    re.I,
)
_PLANNED = pattern(
    r"\b(?:(?:is|are|was|were) (?:now |still )?(?:due|set|planned|scheduled|expected|anticipated)"
    r"|(?:is|are) to (?:be (?:held|signed|concluded|completed)|meet|hold|vote|sign|visit|conclude|open"
    r"|take place)"
    r"|(?:planned|scheduled) (?:for|to)|(?:plan|expect|hope|aim)s? to|with a view to)\b",
    re.I,
)
_OFF = (
    r"(?:cancell?ed|called off|scrapped|dropped|abandoned|shelved|annulled|withdrawn|paused|suspended|frozen"
    r"|on hold|broken off|ruled out)"
)
_CALLS_OFF = pattern(
    rf"\b(?:is|are|was|were|been|be) (?:(?:therefore|thus|now|hereby|put|formally|also) ){{0,2}}{_OFF}\b"
    r"|\b(?:is|are|was|were|seems?|looks?) no longer\b"
    r"|\b(?:will|did|does) not (?:now )?(?:take place|go ahead|be held|happen|materiali[sz]e)\b",
    re.I,
)
_ONLY_MAY = pattern(
    r"\b(?:if|unless|whether|(?-i:may)|might|could|should|would|not|never)\b[^,;.]{0,60}$", re.I
)


def is_to_come(text: str) -> bool:
    """Whether a sentence tells what is planned, or will be.

    >>> is_to_come("A round is to be held in May."), is_to_come("A round was held in May.")
    (True, False)
    """
    return bool(_TO_COME.search(text))


def is_planned(text: str) -> bool:
    """Whether a sentence tells what is planned or hoped for, which need not come as what is decided does.

    >>> is_planned("They hope to sign in May."), is_planned("The duty will rise in May.")
    (True, False)
    """
    return bool(_PLANNED.search(text))


def calls_off(text: str) -> bool:
    """Whether a sentence says of what was planned, or promised, that it does not come.

    >>> calls_off("The round planned for May has been cancelled."), calls_off("It may be cancelled.")
    (True, False)
    """
    return any(not _ONLY_MAY.search(text[: found.start()]) for found in _CALLS_OFF.finditer(text))
