"""Put blocks that begin on known pages together into a text, and say where in it each page begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class PagedLine:
    """One line of a text; `pages` are (character of the line, page from 0) where a page is first met."""

    text: str
    pages: tuple[tuple[int, int], ...]


def assembled(lines: Sequence[PagedLine], count: int) -> tuple[str, tuple[int, ...]]:
    """Return the text and, for each of `count` pages, the character that it begins with.

    A page without text begins where the next one does.

    >>> assembled([PagedLine("One two", ((0, 0), (4, 1))), PagedLine("four", ((0, 3),))], 4)
    ('One two\\nfour', (0, 4, 8, 8))
    """
    text = "\n".join(line.text for line in lines)
    begins = accumulate((len(line.text) + 1 for line in lines), initial=0)
    met: dict[int, int] = {}
    for line, begin in zip(lines, begins, strict=False):
        for at, page in line.pages:
            met.setdefault(page, begin + at)
    starts = [len(text)] * count
    after = len(text)
    for page in range(count - 1, -1, -1):
        after = min(after, met.get(page, after))
        starts[page] = after
    return text, (0, *starts[1:])
