"""Tell the running headers, footers and page numbers of a PDF from its text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.readers.pdf.lines import Line
from vectorstore.patterns import pattern

OUTERMOST = 3  # lines at either end of a page that are looked at
SHARE = 0.4  # of the pages; left and right pages may have headers of their own
NEAR = 6.0  # points up or down within which a header counts as in its place

_Mark = tuple[str, int]  # what a line says, and where


def without_margins(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return each page's lines without those at its edges that stand in the same place on many pages.

    A number that grows with the page counts as the same. A line further in is looked at only when
    those outside it go.
    """
    counts: Counter[_Mark] = Counter()
    for lines in pages:
        counts.update({mark for line in _outermost(lines) for mark in _marks(line)})
    enough = max(2, SHARE * len(pages))
    kept = []
    for lines in pages:
        gone = {id(line) for edge in _edges(lines) for line in _going(edge, counts, enough)}
        kept.append([line for line in lines if id(line) not in gone])
    return kept


def _going(edge: Sequence[Line], counts: Counter[_Mark], enough: float) -> Iterator[Line]:
    """The lines of one edge that are no text, from the outside in."""
    for line in edge:
        often = max(counts[mark] for mark in _marks(line)) >= enough
        if not often and not (line is edge[0] and _PAGE_NUMBER.fullmatch(line.text)):
            return
        yield line


_PAGE_NUMBER = pattern(r"(?:page\s*)?[-–— ]*\d{1,4}[-–— ]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_NUMBER = pattern(r"\d+")


def _edges(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    by_height = sorted(lines, key=lambda line: line.base)
    return by_height[:OUTERMOST], by_height[::-1][:OUTERMOST]


def _outermost(lines: Sequence[Line]) -> list[Line]:
    lowest, highest = _edges(lines)
    return [*lowest, *highest]


def _marks(line: Line) -> Iterator[_Mark]:
    """What is the same on another page when the line is a header: its words, or all but its page number."""
    texts = [line.text]
    for number in _NUMBER.finditer(line.text[:200]):
        ahead = int(number[0]) - line.page if len(number[0]) < 5 else 0
        texts.append(f"{line.text[: number.start()]}#{ahead}{line.text[number.end() :]}")
    # Between two places a header may fall into either: it is counted in both.
    for place in (int(line.base // NEAR), int((line.base + NEAR / 2) // NEAR) + 100_000):
        yield from ((text.casefold(), place) for text in texts)
