"""Leave out of a question what it sets aside at its end: "the reciprocal rate (not the fentanyl one)".

Its words would be searched for, and what is set aside be told for what is asked.
"""

import re

from vectorstore.patterns import pattern

_ONLY = r"(?:(?:just|only) (?:that|this|it|the (?:first|former))(?: one| rate)?,? (?:and )?)?"
_NO_THING = (  # "signed, or not?", "lifted, not just cut": part of what is asked
    r"(?:yet|now|just|only|merely|simply|so|really|any ?more|at|in|on|by|if|whether|because|until|sure|true"
    r"|the case|to)"
)
_SET_ASIDE = pattern(
    rf"\s*(?:[,;(]|\s[-–—])\s*{_ONLY}"
    r"(?:not|excl(?:\.|uding)?|ex|other than|apart from|leaving aside|never mind|ignoring)"
    rf"\s+(?!{_NO_THING}\b)(?:counting |including )?[\w’'%/ -]{{2,40}}\)?(?=\W*$)",
    re.I,
)


def without_set_aside(text: str) -> str:
    """Return a question without what it sets aside.

    >>> without_set_aside("tin rate on Peru, not the smuggling one?")
    'tin rate on Peru?'
    >>> without_set_aside("steel duty (just that one, excluding wire)")
    'steel duty'
    >>> unchanged = "was it signed, not just read?", "signed, or not yet?", "why is Peru, not Chile, on it?"
    >>> all(without_set_aside(text) == text for text in unchanged)
    True
    """
    return _SET_ASIDE.sub("", text) or text
