"""Read the tables that a plain text draws with blanks or dotted leaders as rows of cells.

The lines between two rules above dotted rows are their header; one of more columns than two is left out.
"""

import re
from collections.abc import Sequence

from ingest.readers.lines.table import Cell, table_rows
from ingest.text.head_words import is_rule
from vectorstore.patterns import pattern

FEWEST_ROWS = 3
MOST_HEADER = 8  # lines of a header between two rules
SET_OFF = 1  # blanks by which the rows of a table may begin apart from each other
FEWEST_COLUMNS = 3  # two columns may as well be a letterhead, or a name before what it says


def with_rows(lines: Sequence[str]) -> list[str]:
    """Put a table's lines as rows, apart from what stands around them.

    >>> with_rows(["Margins:", "Peru Tin Co......... 3.18", "Lima Ore Co. . . . . . .  0.00"])
    ['Margins:', '', '| Peru Tin Co | 3.18 |', '| Lima Ore Co | 0.00 |', '']
    >>> with_rows(["Land   Good   Rate", "Peru   tin    4%", "Chile  ore    5%"])[1]
    '| Land | Good | Rate |'
    >>> with_rows(["       2019  2020  2021", "  Peru  1.5   2.0   2.5", "  Laos  0.3   0.4   0.5"])[1:3]
    ['| | 2019 | 2020 | 2021 |', '| Peru | 1.5 | 2.0 | 2.5 |']
    """
    found: list[str] = []
    at = 0
    while at < len(lines):
        end, rows = _dotted(lines, at) if _LEADER.match(lines[at]) else _aligned(lines, at)
        if not rows:
            found.append(lines[at])
            at += 1
            continue
        if header := _header(found, lines[at]) if _LEADER.match(lines[at]) else None:
            rows = [header, *rows]
        found += ["", *table_rows([[Cell(cell) for cell in row] for row in rows]), ""]
        at = end
    return found


def is_row(line: str) -> bool:
    """Whether a line is a row of cells, as `with_rows` puts them."""
    return line.startswith("| ") and line.endswith(" |")


def is_dotted(line: str) -> bool:
    """Whether dots lead from a name to its figure."""
    return bool(_LEADER.match(line))


def _dotted(lines: Sequence[str], at: int) -> tuple[int, list[list[str]]]:
    rows: list[list[str]] = []
    while at < len(lines) and ((match := _LEADER.match(lines[at])) or is_rule(lines[at])):
        if match:
            rows.append([match["name"].strip(), *_GAP.split(match["values"].strip())])
        at += 1
    return at, rows


def _header(found: list[str], first: str) -> list[str] | None:
    """Take what stands between two rules off the end of what was read, as a row of two cells."""
    rules = [at for at, line in enumerate(found) if is_rule(line)][-2:]
    if len(rules) < 2 or rules[1] != len(found) - 1 or not 0 < rules[1] - rules[0] <= MOST_HEADER:
        return None
    match = _LEADER.match(first)
    above = found[rules[0] + 1 : rules[1]]
    if not match or len(_GAP.split(match["values"].strip())) > 1 or not all(above):
        return None
    middle = 3 * match.start("values") // 4  # a header is centred over its column
    sides: list[list[str]] = [[], []]
    for line in above:
        for cell in _CELL.finditer(line):
            sides[(cell.start() + cell.end()) // 2 > middle].append(cell[0])
    del found[rules[0] :]
    return [re.sub(r"(?<=\w)- (?=[a-z])", "-", " ".join(side)) for side in sides]


def _aligned(lines: Sequence[str], at: int) -> tuple[int, list[list[str]]]:
    starts = [cell.start() for cell in _CELL.finditer(lines[at])]
    below = _indent(lines[at + 1]) if at + 1 < len(lines) else 0
    if len(starts) >= FEWEST_COLUMNS and below < starts[0] and _below_stub(lines, at, len(starts) + 1):
        starts = [below, *starts]  # a header that has nothing above the names of its rows
    if len(starts) < FEWEST_COLUMNS or (starts[0] > SET_OFF and _FIGURE.search(lines[at])):
        return at, []  # what stands in from the margin without a header may be a list
    end = at
    rows: list[list[str]] = []
    while end < len(lines) and (row := _cells(lines[end], starts, first=not rows)):
        rows.append(row)
        end += 1
    figures = sum(bool(re.search(r"\d", cell)) for row in rows[1:] for cell in row[1:])
    return (end, rows) if len(rows) >= FEWEST_ROWS and figures >= len(rows) - 1 else (at, [])


def _below_stub(lines: Sequence[str], at: int, columns: int) -> bool:
    """Whether the lines below have a cell more than a header, left of it."""
    below = lines[at + 1 : at + FEWEST_ROWS]
    return len(below) == FEWEST_ROWS - 1 and all(len(_GAP.split(row.strip())) == columns for row in below)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _cells(line: str, starts: Sequence[int], first: bool) -> list[str] | None:
    """The cells of a line that has as many as its header, or has them where that has its own.

    A row begins where its table does, which may stand in from the margin.
    """
    if not line.strip() or (not first and abs(_indent(line) - starts[0]) > SET_OFF):
        return None
    cells = _GAP.split(line.strip())
    if len(cells) == len(starts):
        return cells
    if first and len(cells) == len(starts) - 1:
        return ["", *cells]
    if all(line[start - 1 : start] == " " for start in starts[1:]) and len(cells) >= FEWEST_COLUMNS:
        return [line[a:b].strip() for a, b in zip(starts, [*starts[1:], None], strict=True)]
    return None


_LEADER = pattern(
    r"\s*(?P<name>[^\s.|].*?\w\W{0,3}?)\s?(?:\.{5,}|(?:\.\s){4,}\.?)\s*(?P<values>[\d$€£(+-][^.]*(?:\.\d[^.]*)*)$"
)
_FIGURE = pattern(r"\d\s?%|[$€£]\s?\d|\d[.,]\d")
_GAP = pattern(r"\s{2,}")
_CELL = pattern(r"\S+(?: \S+)*")
