"""Tell what is said beside a question: how it was before, what is not to count, where any duty is charged."""

import re

from vectorstore.patterns import pattern

Span = tuple[int, int]

# "It was 10 percent in May": said beside what is asked, of another time.
_REMARK = pattern(
    r"\b(?:it|that|this|which|they|rate|duty|tariff) (?:was|were|stood|had been|used to be) "
    r"(?:at |still |only )?\d[\d.,]*\s?(?:%|percent|per cent|pct)?,? "
    r"(?:back )?(?:in|on|since|until|from|as of)\s+$",
    re.I,
)
_NOT_COUNTING = pattern(
    r"(?:,|\(|\b) ?(?:not (?:counting|including)|leaving aside|aside from|apart from|setting aside) "
    r"[^?,;()]*",
    re.I,
)
_BORDER = pattern(
    r" ?\b(?:at|on|upon) (?:the )?(?:us |u\.s\. |american )?(?:border|entry|customs|arrival|importation)\b",
    re.I,
)
_OTHER_THAN = pattern(
    r"\bnon[- ](?!tariff|trade|market|preferential)\w+(?:[- ](?:compliant|qualifying|originating))?", re.I
)


def is_remark(before: str) -> bool:
    """Whether what stands before a period says only how something was then.

    >>> is_remark("the duty on tin now, it was 10 percent in "), is_remark("what was the duty on tin in ")
    (True, False)
    """
    return bool(_REMARK.search(before))


def aside_in(text: str, of_a_rate: bool) -> list[Span]:
    """Return the characters that say what is not to count, or, where a rate is asked for, what goods are not.

    >>> aside_in("duty on tin, not counting the fee", False)
    [(11, 33)]
    >>> aside_in("duty on non-EFTA tin", True), aside_in("non-tariff barriers to tin", True)
    ([(8, 16)], [])
    """
    forms = (_NOT_COUNTING, _OTHER_THAN) if of_a_rate else (_NOT_COUNTING,)
    return [found.span() for form in forms for found in form.finditer(text)]


def without_border(text: str) -> str:
    """Leave out where every duty is charged: it tells nothing of which one is meant.

    >>> without_border("Peruvian tin: duty at the border?")
    'Peruvian tin: duty?'
    """
    return _BORDER.sub("", text)
