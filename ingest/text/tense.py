"""Tell whether a day that a text names lies ahead or is over, by the verbs beside it."""

import re

from vectorstore.patterns import pattern

# Verbs that say whether what stands beside them lies ahead or is over.
_DUE = r"due(?! to (?:an?|the|its|their|his|this|these)\b)"  # not "due to a decline"
_VERB = pattern(
    rf"\b(?:(?P<ahead>will|would|shall|won't|(?:is|are|was|were) to|{_DUE}|scheduled|expected|planned"
    r"|set (?:to|for)|ends|starts|begins|expires|lapses|resumes|takes effect|upcoming|deadline"
    r"|(?:agree|decide|vow|pledge|promise|want|hope|plan|intend|aim)(?:d|ed|s)? to)"
    r"|since|after|until|till|has|have|said|says|told"  # which leave it open
    # what is said, agreed or proposed, and "the proposed talks", may be of what comes
    r"|(?:say|agre|decid|vow|pledg|promis|want|hop|plan|intend|aim|propos|call|ask|urg|warn|announc|add|stat"
    r"|predict|suggest|offer|threaten|approv|authori[sz]|invit|request|demand|need|requir|unit|learn|believ)ed"
    r"|(?:the|an?|any|no|its|their|his|her|this|these|those|our|all|some) \w+ed"
    r"|(?P<over>(?:was|were)(?: \w{2,}ed)?|had"
    r"|(?<!be )(?<!being )(?:met|took|came|went|began|held|made|fell|rose|\w{2,}ed)))\b",
    re.IGNORECASE,
)
# What a verb of the past leaves open: "was delayed to June", "was held for June", "raised from June".
_OPEN = pattern(
    r"\b(?:to|for|from|before|as of|at|into|than|,)\s+(?:the\s+)?(?:(?:end|start|beginning|middle) of\s+)?$",
    re.IGNORECASE,
)
_UP_TO = pattern(r"\b(?:until|till|by|through|starting|beginning)\s+(?:the\s+)?$", re.IGNORECASE)
_SENTENCE_END = pattern(r"[.!?]['\"”’)]*\s|\n")


def is_ahead(before: str, after: str) -> bool | None:
    """Whether a day between these words lies ahead; None where they leave it open.

    The last verb before it says so, else the first one after it.
    """
    before = _SENTENCE_END.split(before[-300:])[-1]
    if _UP_TO.search(before):
        return True
    verbs = list(_VERB.finditer(before))
    verb = verbs[-1] if verbs else _VERB.search(_SENTENCE_END.split(after[:300], maxsplit=1)[0])
    if verb is None:
        return None
    if verb["ahead"]:
        return True
    return False if verbs and verb["over"] and not _OPEN.search(before) else None
