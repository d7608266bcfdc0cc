"""Ask the question before of another number: "and 301?" behind "what is section 338", another rate."""

import re

from vectorstore.patterns import pattern

_KIND = r"(?:sections?|secs?\.?|articles?|art\.?|annex|chapters?|clauses?|titles?|proclamations?)"
_NUMBER = r"\d{1,5}[A-Za-z]?"
_A_YEAR = r"(?:19|20)\d\d\b"
_OTHER = pattern(
    r"\W*(?:(?:and|so|ok(?:ay)?|but|or|then)\W+)*(?:(?:what|how) about )?"
    rf"(?:{_KIND} |(?!{_A_YEAR}))(?P<number>{_NUMBER})(?: (?:too|then|now))?\W*",
    re.I,
)
_PERCENT = r"\s?(?:%|per ?cent\b|pct\b)"
# "And who pays 12.5?", behind "which countries got the 10 percent rate".
_OTHER_RATE = pattern(
    r"\W*(?:(?:and|so|ok(?:ay)?|but|or|then)\W+)*(?:(?:what|how) about )?"
    r"(?:(?:who|which (?:countries|economies|nations|goods|products|ones)) "
    r"(?:pays?|gets?|got|has|have|had|faces?|(?:is|are|was|were)(?: on| at)?) )?(?:the )?"
    rf"(?P<number>\d{{1,3}}(?:\.\d+)?)(?:{_PERCENT})?"
    r"(?: (?:rates?|tariffs?|dut(?:y|ies)|ones?))?(?: (?:too|then|now))?\W*",
    re.I,
)
_RATED = pattern(rf"(?<![\d.])(?P<number>\d{{1,3}}(?:\.\d+)?)(?={_PERCENT})", re.I)
_NUMBERED = pattern(rf"\b{_KIND} (?P<number>{_NUMBER})\b", re.I)


def of_another_number(text: str, previous: str) -> str | None:
    """Return the question before of the number that a follow-up consists of; None where it is no such one.

    >>> of_another_number("and 301?", "what is section 338"), of_another_number("and 15?", "duty on tin")
    ('what is section 301', None)
    >>> of_another_number("and 2024?", "section 301 tariffs in 2025")
    >>> of_another_number("and who pays 7.5?", "which countries got the 5 percent duty on tin")
    'which countries got the 7.5 percent duty on tin'
    """
    other, numbered = _OTHER_RATE.fullmatch(text), list(_RATED.finditer(previous))
    if other is None or len(numbered) != 1:
        other, numbered = _OTHER.fullmatch(text), list(_NUMBERED.finditer(previous))
    if other is None or len(numbered) != 1:
        return None
    start, end = numbered[0].span("number")
    return f"{previous[:start]}{other['number']}{previous[end:]}"
