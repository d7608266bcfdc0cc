"""Choose the title below a letterhead: the line above the text that says what the document is about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.readers.metadata.capitals import in_readable_case
from ingest.text.document_dates import says_only_when
from ingest.text.head_lines import (
    LineKind,
    beside_date,
    is_office,
    is_paper,
    kind_of,
    parts_of,
    without_date_words,
)

LOOKED_AT = 12  # filled lines, in which a letterhead, a title and a date line have room
FEWEST = 3  # words of a title below a letterhead; one below that is a place, a rubric, a name
LONGEST = 200  # characters of a title


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the head of a document says: `at` is the line of `title`; None where the first line is as good.

    `apart` are the lines above the text that are none of it, by their words.
    """

    title: str | None = None
    at: int | None = None
    publisher: str | None = None
    apart: frozenset[str] = frozenset()


def read_masthead(lines: Sequence[str]) -> Masthead:
    """Read the lines above the text; a title in the first line is left to the reader.

    >>> head = read_masthead(["HALE & ROWE LLP", "Client Alert", "PERU: TIN LEVY CUT", "", "Peru cut it."])
    >>> head.title, head.publisher
    ('Peru: Tin Levy Cut', 'Hale & Rowe LLP')
    """
    head = list(_head([(at, line.strip()) for at, line in enumerate(lines) if line.strip()]))
    if not head:
        return Masthead()
    text = "\n".join(lines)
    at = _title_at(head)
    title = (
        _DATED.sub("", head[0][1].lstrip("# ")) if at == head[0][0] else lines[at].strip("#*_ ").rstrip(":;")
    )
    if at == head[0][0] and title == head[0][1].lstrip("# "):
        title = ""
    offices = [of for of in head if of[0] != at]
    publisher = next(_publishers(offices), None) or _serial(head)
    if title and at != head[0][0] and _SERIAL.search(title) and (of := _committee(offices)):
        title = f"{of}: {title}"
    return Masthead(
        title=in_readable_case(title, text) if title else None,
        at=at if title else None,
        publisher=in_readable_case(publisher, text) if publisher and " " in publisher else publisher,
        apart=frozenset(
            _bare(line) for number, line, kind in head if kind and number != at and not says_only_when(line)
        ),
    )


def lines_apart(lines: Sequence[str], head: Masthead) -> list[str]:
    """Put the lines that are not text between blank ones, so that none is read on with another."""
    return [part for line in lines for part in (("", line, "") if _bare(line) in head.apart else (line,))]


def without_headings(lines: Sequence[str], head: Masthead) -> list[str]:
    """Take the marks of a heading off the lines that are not text, which head no section."""
    return [_bare(line) if line.startswith("#") and _bare(line) in head.apart else line for line in lines]


def _bare(line: str) -> str:
    return line.strip("#*_ ")


_Line = tuple[int, str, LineKind | None]


def _head(filled: Sequence[tuple[int, str]]) -> Iterator[_Line]:
    """Yield the lines above the text, each with what it is; a section's heading is below them."""
    for number, (at, line) in enumerate(filled[:LOOKED_AT]):
        kind = kind_of(line)
        below = number > 0 and (_NUMBERED.match(line) or (line[0] == "#" and filled[0][1][0] == "#"))
        if kind is None and (below or line[-1] in _ENDS or len(line) > LONGEST or line[0] in "-*•|"):
            return
        yield at, line, kind


def _title_at(head: Sequence[_Line]) -> int:
    """The line of the title; else of the kind of document, below a letterhead; else the first."""
    first, _, kind = head[0]
    if kind is None or (kind == "kind" and _SERIAL.search(head[0][1])):
        return first
    kinds = [
        at for at, line, of in head if of == "kind" and _SERIAL.search(line) and len(line.split()) >= FEWEST
    ]
    titles = [at for at, line, of in head if of is None and _may_be_title(line)]
    return next(iter((*titles, *kinds)), first)


def _may_be_title(line: str) -> bool:
    return len(line.split()) >= FEWEST and not line.endswith((",", " by", " of"))


def _publishers(head: Sequence[_Line]) -> Iterator[str]:
    """Yield who the head says has published it: an office, else a paper beside the date."""
    parts = [(part, kind) for _, line, kind in head if kind for part in parts_of(line)]
    yield from (part for part, _ in parts if is_office(part))
    for part, kind in parts:
        around = beside_date(part)
        if agency := _AGENCY.match(part):
            yield agency[1]
        elif kind in ("date", "byline"):
            name = _BY.sub("", part) if around is None else without_date_words(around)
            if is_office(name) or is_paper(name):
                yield name


def _committee(head: Sequence[_Line]) -> str | None:
    """The body named below another one, to which it belongs: the committee of a forum."""
    named = [part for _, line, kind in head if kind == "office" for part in parts_of(line) if is_office(part)]
    return named[-1] if len(named) > 1 else None


def _serial(head: Sequence[_Line]) -> str | None:
    """The name of a digest or a letter that is all that its first line says, above the date."""
    (_, first, kind), *below = head
    name = _bare(first)
    if kind or not below or below[0][2] not in ("date", "kind"):
        return None
    return name if _LETTER.fullmatch(name) and len(name.split()) >= FEWEST else None


_ENDS = (".", ";", "…", "”", '"')
_NUMBERED = re.compile(r"#* ?\d{1,2}(?:[.)]|\s)\s*\S")
_SERIAL = re.compile(r"\b(?:bulletin|digest|newsletter|report|review|minutes|record)\b.*\d", re.IGNORECASE)
# "date 2025-08-07 Duties in force": a page's label that was copied with its title
_DATED = re.compile(
    r"^(?:date|published|posted)\b:? (?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})[ |:–-]+(?=\S+ \S+ \S)",
    re.I,
)
_LETTER = re.compile(
    r"(?:[^\W\d_a-z][\w’'&-]* ){1,6}(?:Digest|DIGEST|Newsletter|NEWSLETTER|Letter|LETTER|Weekly|WEEKLY)"
)
_BY = re.compile(r"^(?:posted |published )?by ", re.IGNORECASE)
_AGENCY = re.compile(r"\(([A-Z]{3,}|[A-Z][a-z]+)\) (?=[\d/. ]+$)")  # "(TASS) 15/11/2025"
