"""Tell which questions ask what a measure does not apply to."""

import re

from assistant.asking.happened import asks_whether
from vectorstore.patterns import pattern

_EXEMPT = pattern(
    r"\b(?:exempt(?:ed|s|ions?)?|spared|left out|carved? out|carve[- ]?outs?|let off|excluded|exclusions?"
    r"|excused)\b",
    re.I,
)
_WHAT = pattern(r"\b(?:what|which|who|list|goods|items|products|stuff|countries)\b", re.I)


def asks_exempt(asked: str) -> bool:
    """Whether a question asks what a measure does not apply to.

    >>> asks_exempt("which goods were spared the tin duty?"), asks_exempt("is tin exempt?")
    (True, False)
    """
    return bool(_EXEMPT.search(asked) and _WHAT.search(asked)) and not asks_whether(asked)
