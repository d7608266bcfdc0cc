"""Tell who the lines above a text say has published it: an office, a paper, a letter by its own name."""

import re
from collections.abc import Iterator, Sequence

from ingest.text.head_lines import (
    LineKind,
    beside_date,
    is_office,
    is_paper,
    kind_of,
    parts_of,
    without_date_words,
)
from ingest.text.head_words import SENT
from vectorstore.patterns import pattern

FEWEST = 3  # words of the name of a letter
LONGEST_NAME = 6  # words of one that stands over a heading

Line = tuple[int, str, LineKind | None]  # its number, what it says, what it is


def publisher_in(head: Sequence[Line], beside: Sequence[Line], at: int, lines: Sequence[str]) -> str | None:
    """The publisher that a head names whose title is the line `at`; `beside` are its lines without that.

    >>> head = [(0, "Ministry of Mines", "office"), (1, "Peru cuts a levy", None)]
    >>> publisher_in(head, head[:1], 1, ["Ministry of Mines", "Peru cuts a levy"])
    'Ministry of Mines'
    """
    return (
        next((name.rstrip(" ,;") for name in _named(beside)), None)
        or _serial(head)
        or _above_heading(head, at, lines)
    )


def bare(line: str) -> str:
    """A line without the marks of a heading or of emphasis."""
    return line.strip("#*_ ")


def _named(head: Sequence[Line]) -> Iterator[str]:
    """Yield who the head says has published it: an office, else a paper beside the date."""
    parts = [(part, kind) for _, line, kind in head if kind for part in parts_of(_FROM.sub("", line))]
    yield from (sent["name"] for part, _ in parts if (sent := SENT.match(part)))
    yield from (part for part, _ in parts if is_office(part))
    yield from (
        match["agency"] for _, line, kind in head if kind == "date" and (match := _INITIALS.match(line))
    )
    for part, kind in parts:
        around = beside_date(part)
        if agency := _AGENCY.match(part):
            yield agency[1]
        elif kind in ("date", "byline"):
            names = _BY.sub("", part) if around is None else without_date_words(around)
            yield from (name for name in names.split(", ") if is_office(name) or is_paper(name))


def _above_heading(head: Sequence[Line], at: int, lines: Sequence[str]) -> str | None:
    """The name that begins the first line, where a heading that is marked as such stands below it."""
    if at == head[0][0] or not lines[at].startswith("#") or head[0][2] == "navigation":
        return None
    name = parts_of(bare(head[0][1]).strip("* "))[0]
    words = name.split()
    is_name = all(word.lstrip("(")[:1].isupper() or word in _SMALL for word in words) and not re.search(
        r"[\d:?!,;]", name
    )
    return name if is_name and 1 < len(words) <= LONGEST_NAME and kind_of(name) != "kind" else None


def _serial(head: Sequence[Line]) -> str | None:
    """The name of a digest or a letter that is all that its first line says, above the date."""
    (_, first, kind), *below = head
    name = bare(first)
    if kind or not below or below[0][2] not in ("date", "kind"):
        return None
    return name if is_letter(name) else None


def is_letter(name: str) -> bool:
    return bool(_LETTER.fullmatch(name)) and len(name.split()) >= FEWEST


_SMALL = ("of", "the", "and", "&", "for", "de", "in", "to")
_LETTER = pattern(
    r"(?:[^\W\d_a-z][\w’'&-]* ){1,6}(?:Digest|DIGEST|Newsletter|NEWSLETTER|Letter|LETTER|Weekly|WEEKLY)"
)
_FROM = pattern(r"^\W{0,3}(?:From|FROM|Issued by): ")
_BY = pattern(r"^(?:posted |published )?by ", re.IGNORECASE)
_INITIALS = pattern(r"(?P<agency>[A-Z]{3,6}) \| (?![A-Z]+ )[A-Z][^|\d]+ \| ")  # "IANS | Lima | 3 May 2025"
_AGENCY = pattern(r"\(([A-Z]{3,}|[A-Z][a-z]+)\) (?=[\d/. ]+$)")  # "(TASS) 15/11/2025"
