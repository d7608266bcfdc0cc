"""Turn an article, as trafilatura marks it up (TEI: head, p, list, item, table), into lines of text."""

import re
from collections.abc import Iterator
from typing import Any

from ingest.readers.lines.table import Cell, table_rows


def article_lines(body: Any) -> list[str]:
    """Write one line for each heading, paragraph, list item and table row below an lxml element."""
    lines: list[str] = []
    _add(body, lines)
    return lines


_INLINE = ("hi", "ref", "code")


def _add(parent: Any, lines: list[str]) -> None:
    loose: list[str] = [parent.text or ""]

    def end_line() -> None:
        if words := " ".join("".join(loose).split()):
            lines.append(words)
        loose.clear()

    for element in parent:
        if element.tag in _INLINE:
            loose.extend(_pieces(element))
        elif isinstance(element.tag, str):
            end_line()
            if element.tag == "head":
                level = re.sub(r"\D", "", element.get("rend") or "") or "1"
                if words := _words(element):
                    lines.append(f"{'#' * min(6, max(1, int(level)))} {words}")
            elif element.tag == "list":
                _add_items(element, lines, depth=0, ordered=element.get("rend") == "ol")
            elif element.tag == "table":
                rows = [[Cell(_words(cell)) for cell in row.iter("cell")] for row in element.iter("row")]
                lines.extend(table_rows(rows))
            elif element.tag != "lb":
                _add(element, lines)
        loose.append(element.tail or "")
    end_line()


def _add_items(parent: Any, lines: list[str], depth: int, ordered: bool) -> None:
    for number, item in enumerate(parent.findall("item"), start=1):
        words = [item.text or ""]
        nested = []
        for child in item:
            if child.tag == "list":
                nested.append(child)
            else:
                words += _piece(child)
            words.append(child.tail or "")
        if line := " ".join("".join(words).split()):
            lines.append(f"{'  ' * depth}{f'{number}.' if ordered else '-'} {line}")
        for child in nested:
            _add_items(child, lines, depth + 1, ordered=child.get("rend") == "ol")


def _words(element: Any) -> str:
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield from _piece(child)
        yield child.tail or ""


def _piece(element: Any) -> Iterator[str]:
    """The words of an element; what stands in a block of its own touches no other word."""
    apart = "" if element.tag in _INLINE else " "
    yield apart
    yield from _pieces(element)
    yield apart
