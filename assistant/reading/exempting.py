"""Tell whether a sentence says by name, and not by its place in a schedule, what is exempt of a measure."""

import re

_EXEMPTS = re.compile(
    r"\b(?:(?:shall|will|do|does|should|would|are|is|be) not "
    r"(?:apply|be (?:subject|covered|included)|subject|cover(?:ed)?|included)"
    r"|no longer (?:be )?subject|exempt(?:s|ed|ing)?|exclud(?:es|ed|ing)|spar(?:es|ed)|free of)\b",
    re.I,
)
_BY_ITS_PLACE = re.compile(
    r"\b(?:sub)?headings? \d|\bchapter \d|\bannex\b(?![^.;]*\b(?:including|such as)\b)", re.I
)


def exempts(text: str) -> bool:
    """Whether a sentence says what a measure does not apply to.

    >>> exempts("The duty shall not apply to tin, zinc and lead."), exempts("The duty applies to tin.")
    (True, False)
    >>> exempts("The duty shall not apply to goods of heading 9903.")
    False
    """
    return bool(_EXEMPTS.search(text)) and not _BY_ITS_PLACE.search(text)
