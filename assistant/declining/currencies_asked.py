"""Tell whether an answer says how far a currency moved, where that is asked.

Any sum in a currency, or of its country, is as near in words as its own fall.
"""

import re
from collections.abc import Sequence

from assistant.support.quantities import MAGNITUDE
from assistant.support.words import forms, word_list
from vectorstore.patterns import pattern

_NAMES = frozenset(word_list("currency"))
_FORMS = {form: unit for form, unit in forms("unit").items() if unit in _NAMES}
_NAMED = rf"(?P<name>{'|'.join(sorted(map(re.escape, _FORMS), key=len, reverse=True))})"
_VALUED = r"(?:de|re)valu\w+"
_MOVES = (
    r"(?:f[ae]ll(?:en|ing)?|r[io]se[ns]?|rising|drop\w*|gain\w*|los[et]|losing|slip\w*|climb\w*"
    rf"|(?:ap|de)preciat\w+|strengthen\w*|weaken\w*|{_VALUED})"
)
_HOW_FAR = pattern(r"\bhow (?:much|far)\b|\bby what\b|\b(?:size|extent) of\b", re.I)
_MOVED = pattern(
    rf"\b{_NAMED}\b(?! terms)(?:['’]s)? (?:[a-z]+ ){{0,2}}?{_MOVES}\b"
    rf"|\b{_VALUED} (?:[a-z’'-]+ ){{0,3}}?{_NAMED.replace('name', 'after')}\b",
    re.I,
)
_SUM = pattern(rf"(?:\d[\d.,]*|{MAGNITUDE})[ -](?:{MAGNITUDE} )?(?:[\w.]+ )?{_NAMED}\b", re.I)
_BY_NO_NAME = pattern(
    rf"\b(?:(?<!hard )(?<!convertible )(?<!foreign )currenc(?:y|ies)|exchange rates?|parity|{_VALUED})\b",
    re.I,
)


def currency_untold(asked: str, sentences: Sequence[str]) -> str | None:
    """Return how far which currency moved, as it is asked, where no sentence speaks of it but as of a sum.

    >>> told = "The deficit rose to 9 billion lire.", "The lira lost 9 pct."
    >>> [currency_untold("how much did the lira fall", [text]) for text in told]
    ['how far the lira moved', None]
    """
    moved = _MOVED.search(asked) if _HOW_FAR.search(asked) else None
    if moved is None:
        return None
    typed = (moved["name"] or moved["after"]).casefold()
    named = {form for form, unit in _FORMS.items() if unit == _FORMS[typed]}
    for text in sentences:
        alone = _SUM.sub(" ", text)
        if _BY_NO_NAME.search(alone) or not named.isdisjoint(re.findall(r"[a-z]+", alone.casefold())):
            return None
    return f"how far the {typed} moved"
