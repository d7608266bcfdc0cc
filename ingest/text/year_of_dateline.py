"""Tell the year of a dateline that names none by the head of its document: "No. 12, December 2025"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.text.dates import Stated
from ingest.text.months import MONTH
from vectorstore.patterns import pattern

LOOKED_AT = 6  # filled lines from the top, the title first


def with_years(stated: Sequence[Stated], title: str, text: str) -> tuple[Stated, ...]:
    """Complete the datelines in whose month the head says that the document is.

    >>> with_years([Stated("dateline", "17 Dec")], "Trade news (Dec25/22)", "Geneva, 17 Dec - T")[0].text
    '17 Dec 2025'
    """
    if not any(one.origin == "dateline" and _YEARLESS.fullmatch(one.text) for one in stated):
        return tuple(stated)
    head = [title, *(line for line in text.split("\n") if line.strip())][:LOOKED_AT]
    months = [
        month for line in head for part in _PARTS.split(line) if (month := _OF_MONTH.fullmatch(part.strip()))
    ]
    return tuple(_completed(one, months) if one.origin == "dateline" else one for one in stated)


def _completed(stated: Stated, months: Sequence[re.Match[str]]) -> Stated:
    yearless = _YEARLESS.fullmatch(stated.text.strip())
    if not yearless:
        return stated
    name = (yearless["before"] or yearless["after"])[:3].lower()
    years = {month["year"][-2:] for month in months if month["month"][:3].lower() == name}
    if len(years) != 1:
        return stated
    year = years.pop()
    full = next(month["year"] for month in months if month["year"].endswith(year))
    return replace(stated, text=f"{stated.text} {full if len(full) == 4 else '20' + full}")


_YEARLESS = pattern(rf"(?:(?P<before>{MONTH})\.? [0-3]?\d|[0-3]?\d (?P<after>{MONTH})\.?)", re.IGNORECASE)
_OF_MONTH = pattern(
    rf"(?P<month>{MONTH})\.?\s?['’]?(?P<year>(?:19|20)\d\d|\d\d(?=/))(?:/\d{{1,3}})?", re.IGNORECASE
)
_PARTS = pattern(r"\s*[|·•;()\[\]]\s*|,\s+|\s+[-–—]+\s+|\s{2,}")
