"""Tell what a sentence exempts of a measure, or has pay less, from what the measure is on."""

import re

from vectorstore.patterns import pattern

_EXEMPTS = pattern(
    r"\b(?:(?:shall|will|do|does|should|would|are|is|be) not (?:apply|be (?:subject|covered|included)"
    r"|subject|cover(?:ed)?|included)|no longer (?:be )?subject|exempt(?:s|ed|ing)?|exclud(?:es|ed|ing)"
    r"|spar(?:es|ed)|free of|ma(?:kes?|de) (?:an? )?(?:[\w-]+ )?exceptions?|exceptions? (?:for|covers?"
    r"|(?:is|are) made))\b",
    re.I,
)
_BY_ITS_PLACE = pattern(
    r"\b(?:sub)?headings? \d|\bchapter \d|\bannex\b(?![^.;]*\b(?:including|such as)\b)", re.I
)
# What only reserves exceptions, or speaks of what is exempt to say something else of it.
_RESERVED = pattern(
    r"\b(?:except|unless) (?:as )?(?:otherwise )?(?:provided|specified|stated|set out)[^,;.]*,?|\b(?:that"
    r"|which) (?:are|is|be) (?:not subject|exempt\w*)[^,;.]*",
    re.I,
)
_ONLY_MEANT = pattern(
    r"\b(?:recommend\w*|opin(?:ed|ion)|propos\w+|should|would|could|may not|asked?|such (?:products|goods"
    r"|articles))\b",
    re.I,
)
# Behind the rule: "9 percent, with lower rates for goods of Peru", "9 percent, unless a lower rate applies".
_FOR_SOME = pattern(
    r"(?:,? (?:but )?with (?:\w+ )?(?:reduced|lower|lesser|higher|separate|different|special"
    r"|preferential) (?:\w+ ){0,2}(?:rates?|tariffs?|dut(?:y|ies)|treatment)\b|,? (?:unless|except"
    r"|excluding|other than|apart from|save for)\b)[^;.]*"
)


def exempts(text: str) -> bool:
    """Whether a sentence says what a measure does not apply to.

    >>> exempts("The duty shall not apply to tin, zinc and lead."), exempts("The duty applies to tin.")
    (True, False)
    >>> exempts("The duty shall not apply to goods of heading 9903.")
    False
    """
    return bool(_EXEMPTS.search(text)) and not _BY_ITS_PLACE.search(text)


def exempts_from_it(text: str) -> bool:
    """Whether a sentence says what a measure does not apply to, and not that something is, or of another one.

    >>> told = "Tin shall not be subject to the duty.", "Except as provided, tin shall be subject to it."
    >>> [exempts_from_it(text) for text in told]
    [True, False]
    >>> exempts_from_it("Goods that are not subject to the duty pay the other one.")
    False
    """
    return bool(_EXEMPTS.search(_RESERVED.sub(" ", text))) and not _ONLY_MEANT.search(text)


def names_by_place(text: str) -> bool:
    """Whether a sentence names what it speaks of by where that is listed: a heading, an annex.

    >>> names_by_place("Products of Annex II shall be exempt."), names_by_place("Tin shall be exempt.")
    (True, False)
    """
    return bool(_BY_ITS_PLACE.search(text))


def without_exceptions(text: str) -> str:
    """Leave out of a sentence for whom, or for what, its rule is another.

    >>> without_exceptions("Zinc pays 9 percent, with reduced rates for some zinc of Peru.")
    'Zinc pays 9 percent.'
    """
    return _FOR_SOME.sub("", text)
