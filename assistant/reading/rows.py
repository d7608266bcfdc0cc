"""Say rows of a table in words: each figure behind the head of its column.

A row is kept as "Norway | 15%", its table's head as "Country | Rate"; read aloud it is "Norway – Rate: 15%".
"""

from collections.abc import Sequence


def told_rows(head: str, rows: Sequence[str]) -> str | None:
    """Return rows of one table as a phrase; None where cells and heads do not pair up.

    >>> told_rows("Country | Rate | Since", ["Norway | 15% | May"])
    'Norway – Rate: 15%, Since: May'
    >>> told_rows("Country | Rate", ["Norway | 15%", "Chile | 9%"])
    'Rate – Norway: 15%; Chile: 9%'
    """
    heads, bodies = _cells(head), [_cells(row) for row in rows]
    whole = all(len(cells) == len(heads) and all(cells) for cells in bodies)
    if len(heads) < 2 or not whole or not all(heads[1:]):
        return None
    if len(heads) == 2 and len(bodies) > 1:
        return f"{heads[1]} – " + "; ".join(_paired(name, figure) for name, figure in bodies)
    return "; ".join(f"{name} – " + ", ".join(map(_paired, heads[1:], figures)) for name, *figures in bodies)


def _paired(head: str, cell: str) -> str:
    return f"{head} {cell}" if head.endswith(("?", ":")) else f"{head}: {cell}"


def _cells(row: str) -> list[str]:
    cells = [cell.strip() for cell in row.split("|")]
    while cells and not cells[-1]:
        cells.pop()
    return cells
