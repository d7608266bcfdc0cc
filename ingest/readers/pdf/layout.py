"""Turn the printed lines of a PDF into blocks: headings, paragraphs, list items, table rows.

What a block is shows in type and place alone: larger or bold words are a heading, a line whose next
word would have fitted ends its paragraph, a line with gaps beside another one is a row.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from ingest.readers.lines.guarding import guarded
from ingest.readers.lines.hyphens import Hyphens
from ingest.readers.lines.table import Cell, table_rows
from ingest.readers.pdf.lines import Line
from ingest.readers.pdf.paged import PagedLine
from vectorstore.patterns import pattern

LARGER = 1.12  # times the size of the text: a heading
LONGEST_HEADING = 30  # words
HEADING_LEVELS = 3
WIDER = 1.3  # times the usual distance of lines: a new paragraph


@dataclass(slots=True)
class _Block:
    """Lines that belong together; `marker` is what stands before an item."""

    kind: str  # "paragraph", "item", "heading", "row"
    lines: list[Line] = field(default_factory=list)
    marker: str = ""
    level: int = 0


def laid_out(pages: Sequence[Sequence[Line]]) -> list[PagedLine]:
    """Return the lines of the briefing's text, in its format, from the lines of each page."""
    lines = [line for page in pages for line in page]
    kind = _Type(lines)
    edges = {
        id(line): edge for page in pages for line, edge in zip(page, _right_edges(page, kind), strict=True)
    }
    hyphens = Hyphens(line.text for line in lines)
    written = [_written(block, hyphens) for block in _blocks(lines, kind, edges)]
    return [line for line in written if line.text.strip()]


class _Type:
    """The type that most of a document is set in, and what its headings are set in."""

    def __init__(self, lines: Sequence[Line]) -> None:
        sizes: Counter[float] = Counter()
        bold = total = 0
        for line in lines:
            sizes[line.size] += len(line.text)
            bold += len(line.text) * line.bold
            total += len(line.text)
        self.size = sizes.most_common(1)[0][0] if sizes else 0.0
        self._bold_says_something = bold < 0.4 * total
        larger = sorted({line.size for line in lines if self.is_larger(line)}, reverse=True)
        self._larger = larger
        gaps = Counter(
            round((a.base - b.base) / a.size, 1)
            for a, b in pairwise(lines)
            if a.page == b.page and a.size == b.size and a.size and 0.8 < (a.base - b.base) / a.size < 3
        )
        self.leading = gaps.most_common(1)[0][0] if gaps else 1.2

    def far(self, line: Line) -> float:
        """The distance in points from which the line below begins a new paragraph."""
        return WIDER * self.leading * line.size

    def heading_level(self, lines: Sequence[Line]) -> int:
        """1 for the largest headings, 0 for what is none."""
        words = " ".join(line.text for line in lines)
        if len(words.split()) > LONGEST_HEADING or not re.search(r"[^\W\d_]{2}", words):
            return 0
        if self.is_larger(lines[0]):
            return min(HEADING_LEVELS, self._larger.index(lines[0].size) + 1)
        bold = self._bold_says_something and all(line.bold for line in lines)
        capitals = len(lines) == 1 and words == words.upper() and len(words.split()) > 1
        if (bold or capitals) and not re.search(r"[.;,…]$", words):
            return min(HEADING_LEVELS, len(self._larger) + 1)
        return 0

    def is_larger(self, line: Line) -> bool:
        return line.size > LARGER * self.size


def _blocks(lines: Sequence[Line], kind: _Type, edges: dict[int, float]) -> Iterator[_Block]:
    for in_table, run in groupby(_with_rows(lines), key=lambda pair: pair[1]):
        found = [line for line, _ in run]
        if in_table:
            yield from (_Block("row", [line], text) for line, text in _rows(found))
        else:
            yield from _running(found, kind, edges)


def _running(lines: Sequence[Line], kind: _Type, edges: dict[int, float]) -> Iterator[_Block]:
    """Join the lines that flow on; tell items and headings."""
    block: _Block | None = None
    indents: list[float] = []  # where the markers of the open lists stand
    for line in lines:
        flows = block is not None and _flows(block, line, kind, edges)
        marker = "" if kind.is_larger(line) else _marker(line, block, flows)
        if block and flows and not marker:
            block.lines.append(line)
            continue
        if block:
            yield _settled(block, kind)
        if marker:
            while indents and line.left < indents[-1] - 3:
                indents.pop()
            if not indents or line.left > indents[-1] + 3:
                indents.append(line.left)
            block = _Block("item", [line], marker, len(indents) - 1 + marker.count(" "))
        else:
            indents = []
            block = _Block("paragraph", [line])
    if block:
        yield _settled(block, kind)


def _settled(block: _Block, kind: _Type) -> _Block:
    level = kind.heading_level(block.lines) if block.kind == "paragraph" else 0
    return _Block("heading", block.lines, "", level) if level else block


_BULLETS = "•●▪◦○■□▶►➢➤✓✔\u2023\u2043\u25aa\u25ab\uf0b7\uf0a7\uf0d8\uf076·"
_BULLET = pattern(rf"(?:[{_BULLETS}]\s*)+|o\s+(?=[A-Z“])|[-–—*]\s+")
_NUMBER = pattern(r"(\d{1,3})[.)]\s+(?=\S)|\([a-zA-Z0-9]{1,4}\)\s+(?=\S)")


def _marker(line: Line, block: _Block | None, flows: bool) -> str:
    """The bullets or the number that a line begins with, "" where they are words of a sentence."""
    if match := _BULLET.match(line.text):
        if match[0].strip()[0] in "-–—*o" and flows:
            return ""
        return " ".join("-" * (len(match[0].split()) or 1))
    match = _NUMBER.match(line.text)
    if not match:
        return ""
    before = _NUMBER.match(block.lines[0].text) if block and block.kind == "item" else None
    follows = before and before[1] and match[1] and int(match[1]) == int(before[1]) + 1
    return match[0].strip() if follows or not flows else ""


def _flows(block: _Block, line: Line, kind: _Type, edges: dict[int, float]) -> bool:
    """Whether a line goes on with the block before it."""
    last = block.lines[-1]
    if last.hyphen:
        return True
    if abs(last.size - line.size) > 0.06 * kind.size:
        return False
    ended = bool(_SENTENCE_END.search(last.text))
    if last.bold != line.bold and (ended or line.text[:1].isupper() or line.bold):
        return False
    gap = last.base - line.base
    if line.page != last.page or gap < -0.5 * line.size:  # the next page or column
        return not ended and not kind.heading_level([line])
    if gap > kind.far(line):
        return False
    if _next_word_fits(last, line, edges[id(last)]):
        return False
    moved = line.left - last.left
    if not ended or abs(moved) < 0.8 * line.size:
        return True
    return block.kind == "item" and len(block.lines) == 1 and moved > 0  # below the marker's words


_SENTENCE_END = pattern(r"[.!?:;][”\"’')\]]*$")


def _next_word_fits(last: Line, line: Line, edge: float) -> bool:
    """Whether the first word of a line had room at the end of the one before: its break was meant."""
    word = line.text.split(" ", 1)[0]
    letter = (line.right - line.left) / max(len(line.text), 1)
    return last.right + (len(word) + 1.5) * letter < edge


def _right_edges(lines: Sequence[Line], kind: _Type) -> list[float]:
    """How far to the right the column of each line goes: the end of the longest line printed close to it."""
    runs: list[list[Line]] = []
    for line in lines:
        last = runs[-1][-1] if runs else None
        if last and last.size == line.size and 0 < last.base - line.base < kind.far(line):
            runs[-1].append(line)
        else:
            runs.append([line])
    edges = []
    for run in runs:
        # A run of two lines tells little: what else stands at this margin does.
        beside = (
            [line for line in lines if abs(line.left - run[0].left) < 2 * line.size] if len(run) < 3 else run
        )
        edges += [max(line.right for line in beside)] * len(run)
    return edges


def _with_rows(lines: Sequence[Line]) -> list[tuple[Line, bool]]:
    """Mark the lines that are rows of a table: with cells, beside another such line."""
    divided = [len(_cells(line)[0]) > 1 for line in lines]
    return [
        (line, here and (before or after))
        for line, here, before, after in zip(
            lines, divided, [False, *divided[:-1]], [*divided[1:], False], strict=True
        )
    ]


def _cells(line: Line) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """The cells of a line without a bullet or number that stands apart."""
    texts, starts = line.cells, line.starts
    first = 0
    while first < len(texts) - 1 and (
        _BULLET.fullmatch(f"{texts[first]} ")
        or _NUMBER.fullmatch(f"{texts[first]} ")
        or re.fullmatch(r"\d{1,3}[.)]|\([a-zA-Z0-9]{1,4}\)", texts[first])
    ):
        first += 1
    return texts[first:], starts[first:]


def _rows(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """Lay rows out under the columns of the row that has the most."""
    columns = max((_cells(line)[1] for line in lines), key=len)
    for line in lines:
        texts, starts = _cells(line)
        cells = [""] * len(columns)
        for number, (text, start) in enumerate(zip(texts, starts, strict=True)):
            distances = [abs(column - start) for column in columns]
            nearest = distances.index(min(distances))
            at = number if len(texts) == len(columns) else nearest
            cells[at] = f"{cells[at]} {text}".strip()
        yield from ((line, row) for row in table_rows([[Cell(cell) for cell in cells]]))


def _written(block: _Block, hyphens: Hyphens) -> PagedLine:
    """A block as its line, and where in it each page is met."""
    if block.kind == "row":
        return PagedLine(block.marker, ((0, block.lines[0].page),))
    first = block.lines[0].text
    prefix = ""
    if block.kind == "heading":
        prefix = "#" * block.level + " "
    elif block.kind == "item":
        bullet = block.marker.replace(" ", "").strip("-") == ""
        first = (_BULLET if bullet else _NUMBER).sub("", first, count=1)
        prefix = f"{'  ' * min(block.level, 5)}{'-' if bullet else block.marker} "
    text, pages = prefix + first, [(0, block.lines[0].page)]
    for last, line in pairwise(block.lines):
        text, following = hyphens.joined(text, line.text, last.hyphen)
        if line.page != pages[-1][1]:
            pages.append((len(text), line.page))
        text += following
    return PagedLine(text if prefix else guarded(text), tuple(pages))
