"""Tell the sentences that have the verb of an event and tell none.

How duties stand beside those of others is none, nor which duties an act leaves alone, nor that it ends what
is at odds with it.
"""

import re

from assistant.reading.rates import rates_in
from vectorstore.patterns import pattern

_STANDS = pattern(
    r"\b(?:also|currently|still|already) (?:imposes?|lev(?:y|ies)|charges?|maintains?|appl(?:y|ies))\b"
    r"|\b(?:imposes?|lev(?:y|ies)|charges?|maintains?|appl(?:y|ies)) (?:an? |the )?(?:\w+ )?"
    r"(?:higher|lower|steeper) (?:\w+ )?(?:rates?|dut(?:y|ies)|tariffs?|lev(?:y|ies))\b"
)
# What an act does, or somebody does with one, is news in the present tense, too.
_ACTS = pattern(
    r"\b(?:orders?|proclamations?|decrees?|regulations?|decisions?|bills?|laws?|acts?|packages?|today|hereby"
    r"|will|shall)\b",
    re.I,
)
_BESIDE = pattern(
    r"\bbe subject to (?:(?:any|all) (?:additional|other|existing)|the general rates?|additional or existing"
    r"|other|anti-?dumping|countervailing)\b"
    r"|\bcontinue to (?:be \w+ed|apply) in addition to\b"
    r"|\b(?:is|are|be) (?:in addition|supplemental) to (?:(?:any|all) )?(?:other )?"
    r"(?:dut(?:y|ies)|tariffs?)\b",
    re.I,
)
_AT_ODDS = pattern(
    r"\W*(?:any|all)\b[^.;]{0,40}\b(?:prior|previous|earlier)\b[^.;]{0,240}\b(?:inconsistent|in conflict)\b",
    re.I,
)


def tells_no_event(text: str) -> bool:
    """Whether a sentence tells how matters stand, or what an act says of all others.

    >>> tells_no_event("Peru also imposes 9 percent on wheat.")
    True
    >>> tells_no_event("Peru imposes 9 percent."), tells_no_event("The decree also imposes 9 percent.")
    (False, False)
    >>> tells_no_event("Such wheat shall continue to be subject to any other duties and fees.")
    True
    >>> tells_no_event("Any prior decree that is inconsistent with this one is hereby terminated.")
    True
    """
    if _AT_ODDS.match(text) or (_BESIDE.search(text) and not rates_in(text)):
        return True
    return bool(_STANDS.search(text) and not _ACTS.search(text))
