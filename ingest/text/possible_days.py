"""Point out the lines of an undated text that may say when it was published, for a person to decide."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ingest.text.dates import written_date
from ingest.text.in_figures import FIGURES, days_of
from ingest.text.months import MONTH
from vectorstore.patterns import pattern

LOOKED_AT = 12  # filled lines from the top; further down days are of what is told
LOOKED_AT_BELOW = 2  # filled lines from the end
LONGEST = 160  # characters; a longer line is text
BEGINNING = 60  # characters of a text in which its place and day stand
POINTED_OUT = 2
SHOWN = 80  # characters of a line


class Possible(NamedTuple):
    """Words of a text, and the days that they may mean; none where year or month are not known."""

    words: str
    days: tuple[date, ...] = ()


def possible_days(text: str) -> tuple[Possible, ...]:
    """The first lines that may say it.

    >>> [one.words for one in possible_days("Rice\\nNext update: 24 January 2025\\nIt is 5%.")]
    ['Next update: 24 January 2025']
    """
    lines = (line.strip("#*_- \t") for line in text.split("\n"))
    filled = [" ".join(line.split()) for line in lines if line and not line.startswith("|")]  # no table
    top = filled[:LOOKED_AT]
    found = [*_with_days(top), *_with_days(filled[LOOKED_AT:][-LOOKED_AT_BELOW:])] or [*_half_read(top)]
    return tuple(found[:POINTED_OUT])


def _with_days(lines: list[str]) -> Iterator[Possible]:
    for line in lines:
        begins = written_date(line[:BEGINNING]) or FIGURES.search(line[:BEGINNING])
        within = begins if len(line) > LONGEST else written_date(line) or FIGURES.search(line)
        if within and (days := days_of(within[0])):
            yield Possible(_shown(line), days)


def _half_read(lines: list[str]) -> Iterator[Possible]:
    """Days without a year at the beginning of a text, and those whose month has a name that is not known."""
    for line in lines:
        if _YEARLESS.match(line) or (len(line) <= SHOWN and _STRANGE.search(line)):
            yield Possible(_shown(line))


def _shown(line: str) -> str:
    return line if len(line) <= SHOWN else f"{line[:SHOWN].rsplit(' ', 1)[0]} …"


_YEARLESS = pattern(
    rf"[A-Z][\w .'’-]{{1,40}},\s+(?:[0-3]?\d {MONTH}|{MONTH}\.? [0-3]?\d)\b(?! \d{{4}})", re.IGNORECASE
)
_STRANGE = pattern(r"(?<![\d.,])[0-3]?\d\W{1,2}(?:[^\W\d]+\W{1,2}){1,3}(?:19|20)\d\d(?!\d)")
