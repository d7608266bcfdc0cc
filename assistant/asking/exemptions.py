"""Tell which questions ask what a measure does not apply to."""

import re

from assistant.asking.happened import asks_whether
from assistant.reading.measures import NAMED
from vectorstore.patterns import pattern

_EXEMPT = pattern(
    r"\b(?:exempt(?:ed|s|ions?)?|spared|left out|carved? out|carve[- ]?outs?|let off|excluded|exclusions?"
    r"|excused)\b",
    re.I,
)
_GOODS = r"(?:goods|products|items|imports|things|articles|countries|economies)"
_FORMS = tuple(
    pattern(rf"^\W*(?:(?:and|so|but|ok)\W+)?{form}\W*$", re.I)
    for form in (
        r"(?:what(?:['’]?s| is| are) )?(?:(?:the |any |a |list of )*)(?:exemptions?|exclusions?"
        r"|exceptions?|carve[- ]?outs?)"
        rf" (?:from|to|under|in|for) {NAMED}",
        rf"(?:are|is) there (?:any |an )?(?:exemptions?|exclusions?|exceptions?|carve[- ]?outs?) (?:from"
        rf"|to|under|in|for) {NAMED}",
        rf"(?:what|who|which {_GOODS}|what {_GOODS})(?:['’]?s| is| are| was| were| gets?| got)"
        r" (?:exempt(?:ed)?|exclud(?:ed)|spared|left out|excepted|carved out|not (?:covered|hit|subject"
        r"|affected|included))"
        rf"(?: from| of| by| to| in| under)? {NAMED}",
        rf"(?:what|which {_GOODS}|what {_GOODS}) (?:do|does|did) {NAMED} not (?:apply to|cover|hit"
        rf"|include)",
        rf"(?:what|which {_GOODS}|what {_GOODS}) (?:escapes?|avoids?|dodges?) {NAMED}",
    )
)
_EXEMPT_FROM = "what is exempt from "
_WHAT = pattern(r"\b(?:what|which|who|list|goods|items|products|stuff|countries)\b", re.I)


def asks_exempt(asked: str) -> bool:
    """Whether a question asks what a measure does not apply to.

    >>> asks_exempt("which goods were spared the tin duty?"), asks_exempt("is tin exempt?")
    (True, False)
    """
    return bool(_EXEMPT.search(asked) and _WHAT.search(asked)) and not asks_whether(asked)


def what_is_exempt(text: str) -> str:
    """Return a question for what a measure does not apply to in one wording, any other as it is.

    >>> [what_is_exempt(text) for text in ("carve-outs from the tin duty?", "what does the tin duty not hit")]
    ['what is exempt from the tin duty?', 'what is exempt from the tin duty?']
    >>> what_is_exempt("is tin exempt from the duty?"), what_is_exempt("who is exempt?")
    ('is tin exempt from the duty?', 'who is exempt?')
    """
    found = next(filter(None, (form.match(text) for form in _FORMS)), None)
    return f"{_EXEMPT_FROM}{found['measure'].strip()}?" if found else text


def asks_exempt_from_measure(asked: str) -> bool:
    """Whether a question asks, in that wording, what is exempt from a measure."""
    return asked.startswith(_EXEMPT_FROM) and what_is_exempt(asked).rstrip("?") == asked.rstrip("?")
