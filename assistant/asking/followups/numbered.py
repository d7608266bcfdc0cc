"""Ask the question before of another numbered thing: "and 301?" behind "what is section 338"."""

import re

_KIND = r"(?:sections?|secs?\.?|articles?|art\.?|annex|chapters?|clauses?|titles?|proclamations?)"
_NUMBER = r"\d{1,5}[A-Za-z]?"
_A_YEAR = r"(?:19|20)\d\d\b"
_OTHER = re.compile(
    r"\W*(?:(?:and|so|ok(?:ay)?|but|or|then)\W+)*(?:(?:what|how) about )?"
    rf"(?:{_KIND} |(?!{_A_YEAR}))(?P<number>{_NUMBER})(?: (?:too|then|now))?\W*",
    re.I,
)
_NUMBERED = re.compile(rf"\b{_KIND} (?P<number>{_NUMBER})\b", re.I)


def of_another_number(text: str, previous: str) -> str | None:
    """Return the question before of the number that a follow-up consists of; None where it is no such one.

    >>> of_another_number("and 301?", "what is section 338"), of_another_number("and 15?", "duty on tin")
    ('what is section 301', None)
    >>> of_another_number("and 2024?", "section 301 tariffs in 2025")
    """
    other = _OTHER.fullmatch(text)
    numbered = list(_NUMBERED.finditer(previous))
    if other is None or len(numbered) != 1:
        return None
    start, end = numbered[0].span("number")
    return f"{previous[:start]}{other['number']}{previous[end:]}"
