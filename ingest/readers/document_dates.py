"""Find the date that a document shows in a line of its own near its top: "June 8, 2025"."""

import re
from collections.abc import Sequence

from ingest.dates import Stated, parse_date

LOOKED_AT = 8  # lines from the top; further down a lone date heads a section


def dates_alone(lines: Sequence[str]) -> tuple[Stated, ...]:
    """Return the first of the top lines that is a date and nothing else.

    >>> dates_alone(["# Talks", "FOR IMMEDIATE RELEASE: Friday, June 6, 2025", "Both met on June 5, 2025."])
    (Stated(origin='published line', text='June 6, 2025'),)
    """
    for line in lines[:LOOKED_AT]:
        bare = _AROUND.sub("", line.strip("#*|- ")).strip(" ,|–—-")
        if len(bare) <= 30 and parse_date(bare) and not _WORD.search(_MONTHS.sub("", bare)):
            return (Stated("published line", bare),)
    return ()


_AROUND = re.compile(
    r"^(?:for immediate release|released?|issued|updated)?\s*[:,–—-]?\s*"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|(?<=\d)(?:st|nd|rd|th)\b|\bof\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]")
