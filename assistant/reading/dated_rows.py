"""Tell the rows of a chronology by their days: all but the last one are overtaken."""

from collections.abc import Sequence
from datetime import date

from assistant.reading.periods import periods_in
from vectorstore.briefing import Sentence
from vectorstore.patterns import pattern

A_MONTH = 31  # days; a row of a year alone is none of a chronology
FEWEST = 3  # rows with a day of their own that make a chronology

_CELL = pattern(r"[^|]*")


def overtaken_rows(text: str, sentences: Sequence[Sentence], published: date | None) -> dict[Sentence, date]:
    """Return the day of each row of a chronology that a later row, not after `published`, comes behind.

    >>> text = "4 May 1987 | Peru asked.\\n6 May 1987 | Chile met it.\\n9 May 1987 | It signed."
    >>> rows = [Sentence(0, 24, "row"), Sentence(25, 51, "row"), Sentence(52, 75, "row")]
    >>> [str(day) for day in overtaken_rows(text, rows, date(1987, 5, 10)).values()]
    ['1987-05-04', '1987-05-06']
    """
    dated = _dated_rows(text, sentences, published)
    return {s: day for s, day in dated.items() if day < max(dated.values())}


def last_row(text: str, sentences: Sequence[Sentence], published: date | None) -> Sentence | None:
    """Return the last row of a chronology that is not after `published`, None without one."""
    dated = _dated_rows(text, sentences, published)
    return max(dated, key=lambda row: (dated[row], row.start), default=None)


def _dated_rows(text: str, sentences: Sequence[Sentence], published: date | None) -> dict[Sentence, date]:
    """Return the rows that begin with a day by then, and these days, {} where they are too few."""
    dated = {
        s: day
        for s in sentences
        if s.kind == "row" and (day := _day_of(text[s.start : s.end])) and published and day <= published
    }
    return dated if len(dated) >= FEWEST else {}


def _day_of(row: str) -> date | None:
    """Return the day that the first cell of a row consists of."""
    cell = _CELL.match(row)
    first = cell[0].strip() if cell else ""
    days = periods_in(first, None) if "|" in row else []
    alone = [p for p in days if (p.last - p.first).days <= A_MONTH and p.end - p.start >= len(first) - 1]
    return alone[0].last if alone else None
