"""Tell the citation of a record series, which says when what stands below it was said or printed.

Such a line names the series in short, a volume, a day, and columns or pages.
"""

from vectorstore.patterns import pattern

DAY = "\0"  # in place of the day of a line


def is_citation(marked: str) -> bool:
    """Whether a line, with a mark in place of its day, is nothing but such a citation.

    >>> is_citation(f"HL Deb, {DAY}, vol. 487, col. 541"), is_citation(f"Gazette / Vol. 8 / {DAY} / Notices")
    (True, True)
    >>> is_citation(f"HL votes on {DAY}, col. 5"), is_citation(f"Lima, {DAY}")
    (False, False)
    """
    return bool(_CITED.fullmatch(marked.strip(" .[]()")))


_SERIES = r"[A-Z][\w.]*(?: (?:[A-Z\d][\w.]*|of|the|and|for|de|des|du|der|la))*"
_NUMBER = r"(?:[A-Z]{0,2}[ -]?\d[\dA-Z/.–-]*|[IVXLC]+)"
_PLACE = rf"(?i:vol(?:ume)?s?|no|nr|col(?:umn)?s?|cc?|pp?|pages?|issue|Bd|S|Sp)\.? ?{_NUMBER}"
_APART = r"[,;]?\s+(?:/ )?"
_CITED = pattern(  # a place behind the day, or before it and between strokes
    rf"{_SERIES}(?:{_APART}{_PLACE})*{_APART}\(?{DAY}\)?(?:{_APART}{_PLACE})+"
    rf"|{_SERIES} / {_PLACE}(?:{_APART}{_PLACE})* / {DAY}(?: / [A-Z][\w ]*)?"
)
