"""Take the lines of text off the pages of a PDF: where each stands, how large and how bold it is.

The order is that in which the document draws them, which keeps columns apart; where a document draws
across its columns, see `ingest.readers.pdf.columns`.
"""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import Any

import pypdfium2.raw as pdfium

from vectorstore.patterns import pattern

BOLD = 600  # weight from which a font counts as bold; regular is 400, bold 700
CELL_GAP = (
    0.7  # of the font size, and more than twice the line's other gaps: justified text stretches all alike
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as printed: points from the left and lower edge of its page; `cells` where gaps divide it.

    `hyphen` says that its last word goes on in the next line.
    """

    text: str
    page: int  # from 0
    left: float
    right: float
    base: float
    size: float
    bold: bool
    cells: tuple[str, ...]
    starts: tuple[float, ...]  # where each cell begins
    ends: tuple[float, ...]
    hyphen: bool = False


def lines_of(page: Any, number: int) -> list[Line]:
    """Return the lines of a pypdfium2 page that hold something, in the order they are drawn."""
    text_page = page.get_textpage()
    try:
        text = text_page.get_text_range()
        return list(_lines(_Characters(text_page.raw), text, number))
    finally:
        text_page.close()


HYPHEN = "\ufffe"  # what pdfium writes for a hyphen at the end of a line and the line's end
_LINE = pattern(r"[^\r\n\ufffe]+")
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st",
     "\ufb06": "st"}
)  # fmt: skip


class _Characters:
    """Where single characters of a page stand; numbers count as pdfium's text does."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self._edges = [ctypes.c_double() for _ in range(4)]

    def box(self, at: int) -> tuple[float, float, float]:
        """Left and right edge, and the baseline as near as the box tells."""
        left, right, bottom, top = self._edges
        pdfium.FPDFText_GetCharBox(self._handle, at, left, right, bottom, top)
        first, last = left.value, right.value
        pdfium.FPDFText_GetCharOrigin(self._handle, at, left, bottom)
        return first, last, bottom.value

    def size(self, at: int) -> float:
        """The font's size in points on the page: some documents write size 1 and enlarge it."""
        matrix = pdfium.FS_MATRIX()
        enlarged = pdfium.FPDFText_GetMatrix(self._handle, at, matrix) and hypot(matrix.b, matrix.d)
        return round(float(pdfium.FPDFText_GetFontSize(self._handle, at)) * (enlarged or 1.0), 1)

    def bold(self, at: int) -> bool:
        if pdfium.FPDFText_GetFontWeight(self._handle, at) >= BOLD:
            return True
        name = ctypes.create_string_buffer(128)
        length = pdfium.FPDFText_GetFontInfo(self._handle, at, name, len(name), None)
        return 0 < length <= len(name) and b"bold" in name.value.lower()


def _lines(characters: _Characters, text: str, page: int) -> Iterator[Line]:
    # pdfium counts a character beyond 16 bits once, as Python does.
    for match in _LINE.finditer(text):
        words = match[0].rstrip()
        begin = match.start() + len(words) - len(words.lstrip())
        words = words.lstrip()
        if not words:
            continue
        last = begin + len(words) - 1
        left, _, base = characters.box(begin)
        letter = begin + next((at for at, c in enumerate(words) if c.isalnum()), 0)  # not a bullet's size
        size = characters.size(letter)
        cells, starts, ends = _cells(characters, words, begin, size)
        yield Line(
            text=_plain(words),
            page=page,
            left=left,
            right=characters.box(last)[1],
            base=base,
            size=size,
            bold=characters.bold(letter) and characters.bold(last),
            cells=cells,
            starts=starts,
            ends=ends,
            hyphen=text[match.end() : match.end() + 1] == HYPHEN,
        )


def _cells(
    characters: _Characters, words: str, begin: int, size: float
) -> tuple[tuple[str, ...], tuple[float, ...], tuple[float, ...]]:
    """Divide a line at gaps that no space between words has."""
    starts = [characters.box(begin)[0]]
    gaps = [
        (space, characters.box(begin + space.start() - 1)[1], characters.box(begin + space.end())[0])
        for space in re.finditer(" +", words)
    ]
    least = min((after - before for _, before, after in gaps), default=0.0)
    wide = max(CELL_GAP * size, 2.2 * min(least, 0.45 * size))
    cells, ends, at = [], [], 0
    for space, before, after in gaps:
        if after - before > wide:
            cells.append(_plain(words[at : space.start()]))
            ends.append(before)
            starts.append(after)
            at = space.end()
    ends.append(characters.box(begin + len(words) - 1)[1])
    return (*cells, _plain(words[at:])), tuple(starts), tuple(ends)


def _plain(words: str) -> str:
    return " ".join(words.translate(_LIGATURES).split())
