"""Put the lines of a page drawn across its columns into the order that they are read in.

Most documents draw one column after the other. Some draw line by line over both; there the cells of
the lines are halves of sentences, and long, where those of a table are short.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.readers.pdf.lines import Line

FEWEST = 4  # lines over both columns; fewer are as good as a table
LONG_CELL = 20  # characters; the cells of a table of rates are shorter
NEAR = 4.0  # points; a column's edge is not that sharp


def columns_apart(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of one page, the left halves of those over two columns before the right ones."""
    edge = _edge(lines)
    if edge is None:
        return list(lines)
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in [*lines, None]:
        if line and _divided(line, edge):
            left.append(_half(line, 0))
            right.append(_half(line, 1))
        elif left and line and line.base < left[0].base and line.right < edge:
            left.append(line)
        elif left and line and line.base < left[0].base and line.left > edge - NEAR:
            right.append(line)
        else:
            ordered += [*left, *right]
            left, right = [], []
            ordered += [line] if line else []
    return ordered


def _edge(lines: Sequence[Line]) -> float | None:
    """Where the right column begins, when enough lines say so."""
    long = [
        line.starts[1] for line in lines if len(line.cells) == 2 and min(map(len, line.cells)) >= LONG_CELL
    ]
    if len(long) < FEWEST:
        return None
    [(usual, _)] = Counter(round(start / NEAR) for start in long).most_common(1)
    near = [start for start in long if abs(start - usual * NEAR) <= NEAR]
    return min(near) if len(near) >= FEWEST else None


def _divided(line: Line, edge: float) -> bool:
    return len(line.cells) == 2 and abs(line.starts[1] - edge) <= 2 * NEAR


def _half(line: Line, number: int) -> Line:
    text, left, right = line.cells[number], line.starts[number], line.ends[number]
    return replace(
        line, text=text, left=left, right=right, cells=(text,), starts=(left,), ends=(right,),
        hyphen=line.hyphen and number == 1,
    )  # fmt: skip
