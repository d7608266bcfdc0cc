"""Read a briefing's text back into blocks: headings, paragraphs, list items, table rows.

The format, one block a line, is described in `vectorstore.briefing`. Offsets count characters
of the text and leave the line's marker out, so that a block can be quoted as it stands.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vectorstore.patterns import pattern

_HEADING = pattern(r"#{1,6} +")
_ITEM = pattern(r"( *)(?:[-*•] +|(?:\d{1,3}[.)]|\([a-zA-Z0-9]{1,4}\)) +)")
_BULLET = pattern(r" *[-*•] +")
_ROW = pattern(r"\| ?")


@dataclass(frozen=True, slots=True)
class Block:
    """Characters [start, end) of the text; `line` is where its line starts, marker included."""

    kind: Literal["heading", "paragraph", "item", "row"]
    line: int
    start: int
    end: int
    level: int = 0


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the blocks of a text in order.

    >>> [(b.kind, text[b.start:b.end]) for text in ["# Talks\\nBoth met.\\n- Japan"] for b in blocks_of(text)]
    [('heading', 'Talks'), ('paragraph', 'Both met.'), ('item', 'Japan')]
    """
    at = 0
    for raw in text.split("\n"):
        line = at
        at += len(raw) + 1
        raw = raw.rstrip()  # a marker with nothing after it marks nothing
        end = line + len(raw)
        if not raw.replace("|", "").strip():
            continue
        if match := _HEADING.match(raw):
            yield Block("heading", line, line + match.end(), end, raw.index(" "))
        elif match := _ROW.match(raw):
            yield Block("row", line, line + match.end(), line + len(raw.rstrip("|").rstrip()))
        elif match := _ITEM.match(raw):
            # A number or letter is part of what is quoted; a bullet is not.
            start = line + (match.end() if _BULLET.match(raw) else len(match.group(1)))
            yield Block("item", line, start, end, len(match.group(1)) // 2 + 1)
        else:
            yield Block("paragraph", line, line + len(raw) - len(raw.lstrip()), end)
