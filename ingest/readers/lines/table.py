"""Lay the rows of a table out as text, each cell under its column."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and how many columns and rows it covers."""

    text: str
    columns: int = 1
    rows: int = 1


def table_rows(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """Write `| cell | cell |` rows. A cell that covers several is written once, the others stay empty,
    so that a row quotes its source word for word.

    A title over all columns is a line of its own, above the head.

    >>> table_rows([[Cell("Item", rows=2), Cell("Rate", columns=2)], [Cell("1"), Cell("2")]])
    ['| Item | Rate | |', '| | 1 | 2 |']
    >>> table_rows([[Cell("Quotas (t)")], [Cell("Item"), Cell("Quota")], [Cell("Tin"), Cell("9")]])
    ['Quotas (t)', '| Item | Quota |', '| Tin | 9 |']
    """
    lines = []
    if _has_title(rows):
        lines, rows = [rows[0][0].text], rows[1:]
    covered: dict[int, int] = {}  # column -> rows still covered by a cell above
    for row in rows:
        texts: list[str] = []
        below: dict[int, int] = {}
        for cell in row:
            while covered.get(len(texts), 0):
                texts.append("")
            for number in range(cell.columns):
                if cell.rows > 1:
                    below[len(texts)] = cell.rows
                texts.append("" if number else cell.text.replace("|", "/"))
        while covered.get(len(texts), 0):
            texts.append("")
        covered = {column: left - 1 for column, left in covered.items() if left > 1}
        covered.update({column: left - 1 for column, left in below.items()})
        if any(texts):
            lines.append("|" + "|".join(f" {text} " if text else " " for text in texts) + "|")
    return lines


def _has_title(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first row says something once, over rows that say more."""
    filled = [[cell for cell in row if cell.text] for row in rows[:3]]
    first = rows[0] if rows else ()
    return (
        len(filled) == 3
        and len(filled[0]) == 1
        and bool(first[0].text)
        and first[0].rows == 1
        and all(len(row) > 1 for row in filled[1:])
    )
