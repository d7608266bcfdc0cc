"""Write the body of a Word document as lines: headings, paragraphs, list items, tables.

Of tracked changes the inserted words are kept and the deleted ones dropped, as if all were accepted.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from ingest.readers.lines.emphasis import Run, heading_or_text, words_of
from ingest.readers.lines.guarding import guarded
from ingest.readers.lines.table import Cell, table_rows
from ingest.readers.word.numbering import Numbering, W
from vectorstore.patterns import pattern

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DEEPEST = 60  # tables within tables; nobody writes more, and Python's stack holds some


class Style(NamedTuple):
    """What a paragraph's style makes of it: its name, level as a heading (0: none), list and level in it."""

    name: str
    heading: int
    numbering: str
    level: int


class Body:
    """Turns the elements of a body into lines, one after the other: lists count on."""

    def __init__(self, styles: dict[str, Style], numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._carried: list[Run] = []  # of a paragraph whose end was deleted: the next one goes on with it
        self.notes: list[str] = []  # ids of the footnotes, as they are met

    def lines(self, parent: Any, depth: int = 0) -> Iterator[str]:
        """Yield the lines of everything below an element, in order."""
        if depth > DEEPEST:
            return
        for element in parent:
            if element.tag == f"{W}p":
                yield from self._paragraph(element, depth)
            elif element.tag == f"{W}tbl":
                yield from self._table(element, depth)
            elif element.tag in _AROUND:
                yield from self.lines(element, depth + 1)

    def _paragraph(self, element: Any, depth: int) -> Iterator[str]:
        boxes: list[Any] = []
        runs = [*self._carried, *self._runs(element, boxes)]
        properties = element.find(f"{W}pPr")
        mark = None if properties is None else properties.find(f"{W}rPr")
        if mark is not None and (mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None):
            self._carried = runs
            return
        self._carried = []
        yield from self._written(_broken(runs), self._style(properties), properties)
        for box in boxes:
            yield from self.lines(box, depth + 1)

    def _written(self, lines: list[list[Run]], style: Style, properties: Any) -> Iterator[str]:
        lines = [line for line in lines if words_of(line)]
        if not lines:
            return
        if style.heading:
            words = " ".join(words_of(line) for line in lines)
            yield f"{'#' * min(6, style.heading)} {words}"
            return
        number, level = _in_list(properties, style)
        if number and (marker := self._numbering.marker(number, level)):
            yield f"{'  ' * level}{marker} {' '.join(words_of(line) for line in lines)}"
            return
        for line in lines:
            heading, text = heading_or_text(line)
            if heading:
                yield f"# {heading}"
            if text:
                yield guarded(text)

    def _style(self, properties: Any) -> Style:
        named = None if properties is None else properties.find(f"{W}pStyle")
        style = self._styles.get("" if named is None else named.get(f"{W}val", ""), _PLAIN)
        outline = None if properties is None else properties.find(f"{W}outlineLvl")
        level = "" if outline is None else outline.get(f"{W}val", "")
        return style._replace(heading=int(level) + 1) if level.isdigit() and int(level) < 9 else style

    def _runs(self, parent: Any, boxes: list[Any], bold: bool = False) -> Iterator[Run]:
        for element in parent:
            tag = element.tag
            if tag in _UNSEEN or not isinstance(tag, str):
                continue
            if tag == f"{W}t":
                yield Run(element.text or "", bold)
            elif tag in _SIGNS:
                yield Run(_SIGNS[tag] if element.get(f"{W}type") is None else " ", bold)
            elif tag == f"{W}footnoteReference":
                self.notes.append(element.get(f"{W}id", ""))
            elif tag == f"{W}txbxContent":
                boxes.append(element)
            elif tag == f"{W}r":
                if not _is_on(element, "vanish"):
                    yield from self._runs(element, boxes, _is_on(element, "b"))
            elif tag == f"{_MC}AlternateContent":
                choice = element.find(f"{_MC}Choice")
                yield from self._runs(element if choice is None else choice, boxes, bold)
            else:
                yield from self._runs(element, boxes, bold)

    def _table(self, table: Any, depth: int) -> Iterator[str]:
        rows = [row for row in _found(table, f"{W}tr") if row.find(f"{W}trPr/{W}del") is None]
        cells = [list(_found(row, f"{W}tc")) for row in rows]
        if all(len(row) <= 1 for row in cells):  # a frame around text
            for [cell] in filter(None, cells):
                yield from self.lines(cell, depth + 1)
            return
        yield from table_rows([[self._cell(cell, depth) for cell in row] for row in cells])

    def _cell(self, cell: Any, depth: int) -> Cell:
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        columns = "1" if span is None else span.get(f"{W}val", "1")
        # Within a cell structure is words: a row is one line.
        lines = (_MARKER.sub("", line).strip("| ") for line in self.lines(cell, depth + 1))
        words = " ".join(line for line in lines if line)
        return Cell(words, columns=min(100, int(columns)) if columns.isdigit() and int(columns) else 1)


_PLAIN = Style("", 0, "", 0)
_AROUND = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body")
)
_UNSEEN = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "sdtPr", "sdtEndPr")
) | {f"{_MC}Fallback"}
_SIGNS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": " "}
_MARKER = pattern(r"^ *(?:#{1,6}|-) ")


def _found(parent: Any, tag: str) -> Iterator[Any]:
    """The elements of a tag directly below, or below what only surrounds them."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _AROUND:
            yield from _found(element, tag)


def _is_on(run: Any, name: str) -> bool:
    found = run.find(f"{W}rPr/{W}{name}")
    return found is not None and found.get(f"{W}val", "1") not in ("0", "false", "none")


def _in_list(properties: Any, style: Style) -> tuple[str, int]:
    """The list that a paragraph is an item of, "" for none, and its level there."""
    number, level = style.numbering, style.level
    own = None if properties is None else properties.find(f"{W}numPr")
    if own is not None:
        for element in own:
            value = element.get(f"{W}val", "")
            if element.tag == f"{W}numId":
                number = value
            elif element.tag == f"{W}ilvl" and value.isdigit():
                level = int(value)
    return ("" if number == "0" else number), level


def _broken(runs: list[Run]) -> list[list[Run]]:
    """Divide runs at the line breaks in them."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        for number, part in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            if part:
                lines[-1].append(Run(part, run.bold))
    return lines
