"""Cut out of a briefing the paragraphs that hold its quotes, with the quotes marked.

A paragraph is the line of the text that a quote stands in. Citations into the same
paragraph share one excerpt, so that nobody reads the same words twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Citation

CONTEXT = 600  # characters kept on either side of a quote: some pages put a whole article on one line


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters [start, end) of an excerpt's text: the quote of citation `number`."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One paragraph of a briefing, or as much of it as is worth showing."""

    text: str
    marks: tuple[Mark, ...]
    cut_before: bool = False
    cut_after: bool = False


def excerpts(text: str | None, citations: Sequence[Citation]) -> list[Excerpt]:
    """Show each quote of one briefing in its paragraph, in the order of the text.

    A quote that is not where its citation says (the briefing was replaced or removed since)
    is shown alone.
    """
    found: dict[tuple[int, int], list[Citation]] = {}
    alone = []
    for citation in sorted(citations, key=lambda c: (c.start, c.end)):
        if text is None or text[citation.start : citation.end] != citation.quote:
            alone.append(Excerpt(citation.quote, (Mark(citation.number, 0, len(citation.quote)),)))
            continue
        found.setdefault(_paragraph(text, citation.start, citation.end), []).append(citation)
    return [_excerpt(text or "", start, end, cited) for (start, end), cited in found.items()] + alone


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", max(end - 1, start))
    return first, len(text) if last < 0 else last


def _excerpt(text: str, start: int, end: int, cited: Sequence[Citation]) -> Excerpt:
    first = _cut(text, start, cited[0].start, -1)
    last = _cut(text, end, max(c.end for c in cited), 1)
    first += len(text[first : cited[0].start]) - len(text[first : cited[0].start].lstrip("#->* \t"))
    marks, free = [], first
    for citation in cited:  # overlapping quotes are marked once each, the later one from where the first ends
        marks.append(
            Mark(citation.number, max(citation.start, free) - first, max(citation.end, free) - first)
        )
        free = max(citation.end, free)
    return Excerpt(text[first:last], tuple(marks), cut_before=first > start + 8, cut_after=last < end)


def _cut(text: str, edge: int, quote: int, direction: int) -> int:
    """Move a far `edge` of the paragraph closer to the quote, to the nearest space."""
    if abs(quote - edge) <= CONTEXT:
        return edge
    near = quote + direction * CONTEXT
    space = text.find(" ", near, quote) if direction < 0 else text.rfind(" ", quote, near)
    return near if space < 0 else space
