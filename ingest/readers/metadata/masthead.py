"""Choose the title below a letterhead: the line above the text that says what the document is about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.readers.lines.aligned import is_dotted
from ingest.readers.metadata.capitals import in_readable_case
from ingest.readers.metadata.head_publisher import Line, bare, is_letter, publisher_in
from ingest.readers.metadata.memorandum import subject_of
from ingest.readers.metadata.newspaper import paper_above
from ingest.readers.metadata.title_rows import title_rows
from ingest.text.act_days import day_of_act
from ingest.text.document_dates import says_only_when
from ingest.text.head_lines import is_cited, is_office, kind_of, parts_of
from ingest.text.head_words import SAID_ALOUD, is_rule
from vectorstore.patterns import pattern

LOOKED_AT = 16  # filled lines, in which a letterhead, a title and a date line have room
FEWEST = 3  # words of a title below a letterhead; one below that is a place, a rubric, a name
LONGEST = 200  # characters of a title


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the head of a document says: `at` is the line of `title`; None where the first line is as good.

    `rows` is how many lines it has. `apart` are the lines above the text that are none of it, by their words.
    """

    title: str | None = None
    at: int | None = None
    rows: int = 1
    publisher: str | None = None
    apart: frozenset[str] = frozenset()


def read_masthead(lines: Sequence[str]) -> Masthead:
    """Read the lines above the text; a title in the first line is left to the reader.

    >>> head = read_masthead(["HALE & ROWE LLP", "Client Alert", "PERU: TIN LEVY CUT", "", "Peru cut it."])
    >>> head.title, head.publisher
    ('Peru: Tin Levy Cut', 'Hale & Rowe LLP')
    """
    head = list(_head(lines))
    if not head:
        return Masthead()
    if paper := paper_above(head, lines):
        head[0] = (*head[0][:2], head[0][2] or "office")
    text = "\n".join(lines)
    at = _title_at(head, lines)
    kinds = {number: kind for number, _, kind in head}
    rows = title_rows(lines, at) if kinds[at] is None and at != head[0][0] else 1
    if at != head[0][0]:
        title = " ".join(line.strip("#*_^ ") for line in lines[at : at + rows]).rstrip(":;")
        title = f"{_begun_above(title, at, head)}{title}"
    else:
        title = _of_first(head[0][1].lstrip("# "))
    subject = subject_of(lines)
    offices = [of for of in head if of[0] != at or (of[2] and subject)]
    if title and at == head[0][0]:
        offices = [(at, head[0][1].replace(title, " "), kinds[at]), *offices]
    publisher = paper or publisher_in(head, offices, at, lines)
    if (
        title
        and at != head[0][0]
        and kinds[at] == "kind"
        and _SERIAL.search(title)
        and (of := _committee(offices))
    ):
        title = f"{of}: {title}"
    if title and _ALOUD.match(title) and (subjects := _subjects(head)):
        title = f"{title}: {subjects}"
    return Masthead(
        title=in_readable_case(title, text) if title else None,
        at=at if title else None,
        rows=rows,
        publisher=in_readable_case(publisher, text) if publisher and " " in publisher else publisher,
        apart=frozenset(
            bare(line)
            for number, line, kind in head
            if kind
            and number != at
            and not says_only_when(line)
            and not (kind == "form" and (subject or number + 1 != at) and _goes_on(lines, number))
        ),
    )


def _begun_above(title: str, at: int, head: Sequence[Line]) -> str:
    """What the kind of document above a title says of it: "Announcement No. 7", over "on the duty on tin"."""
    above = [(line, kind) for number, line, kind in head if number < at]
    kinds = [bare(line) for line, kind in above if kind == "kind"]
    if not kinds:
        return ""
    if title[0].islower():
        return f"{kinds[-1]} " if _SERIAL.search(kinds[-1]) or above[-1][0].endswith(kinds[-1]) else ""
    return f"{kinds[-1]}: " if day_of_act(kinds[-1]) and above[-1][1] == "kind" else ""


def _goes_on(lines: Sequence[str], at: int) -> bool:
    """Whether a field of a form is wrapped: text stands right below it."""
    below = lines[at + 1].strip() if at + 1 < len(lines) else ""
    return bool(below) and kind_of(below) is None


def lines_apart(lines: Sequence[str], head: Masthead) -> list[str]:
    """Put the lines that are not text between blank ones, so that none is read on with another."""
    return [part for line in lines for part in (("", line, "") if bare(line) in head.apart else (line,))]


def without_headings(lines: Sequence[str], head: Masthead) -> list[str]:
    """Take the marks of a heading off the lines that are not text, which head no section."""
    return [bare(line) if line.startswith("#") and bare(line) in head.apart else line for line in lines]


def _head(lines: Sequence[str]) -> Iterator[Line]:
    """Yield the lines above the text, each with what it is, the rows of a title as one.

    A section's heading is below them.
    """
    filled = [(at, line.strip()) for at, line in enumerate(lines) if line.strip() and not is_rule(line)]
    read = 0  # lines
    for number, (at, line) in enumerate(filled[:LOOKED_AT]):
        if at < read:
            continue
        kind = kind_of(line)
        if kind == "notice":
            read = next((n for n in range(at, len(lines)) if not lines[n].strip()), at)
        under_title = filled[0][1][0] == "#" and kind_of(filled[0][1]) is None
        below = number > 0 and (_NUMBERED.match(line) or (line[0] == "#" and under_title))
        if kind is None and number > 0:
            read = at + title_rows(lines, at)
            line = " ".join(row.strip() for row in lines[at:read])
        if kind is None and (
            below
            or (line[-1] in _ENDS and line[0] != "#")
            or len(line) > LONGEST
            or (line[0] in "-*•|" and not _BOLD.match(line))
            or is_dotted(line)
        ):
            return
        yield at, line, kind


def _title_at(head: Sequence[Line], lines: Sequence[str]) -> int:
    """The line of the title; else of the kind of document, below a letterhead; else the first."""
    first, line, kind = head[0]
    if (heading := _main_heading(head, lines)) is not None:
        return heading
    if kind is None or any(map(is_letter, parts_of(line))) or (kind == "kind" and _SERIAL.search(head[0][1])):
        return first
    kinds = [
        at
        for at, line, of in head
        if of == "kind" and (_SERIAL.search(line) or _ALOUD.match(bare(line))) and len(line.split()) >= FEWEST
    ]
    left = [(at, line) for at, line, of in head if of is None and not line.startswith("##")]
    titles = [at for at, line in left if _may_be_title(line)]
    if not titles and len(left) == 1 and is_cited(line):
        titles = [left[0][0]]
    return next(iter((*titles, *kinds)), first)


def _main_heading(head: Sequence[Line], lines: Sequence[str]) -> int | None:
    """The line of a head that is marked as its heading: of the first rank, or the only one of the highest."""
    none = {at for at, _, kind in head if kind}
    ranks = [
        len(line) - len(line.lstrip("#"))
        for at, line in enumerate(lines)
        if line.startswith("#") and at not in none
    ]
    marked = [(at, line) for at, line, kind in head if line.startswith("#") and kind is None]
    if not marked or (head[0][1].startswith("#") and head[0][2] is None):
        return None
    at, line = marked[0]
    rank = len(line) - len(line.lstrip("#"))
    few = len(bare(line).split()) < FEWEST
    return None if few or rank > min(ranks) or (rank > 1 and ranks.count(rank) > 1) else at


def _of_first(line: str) -> str:
    """What of a first line is the title, where that is not all of it; else nothing."""
    letters = [part for part in parts_of(line) if is_letter(part)]
    title = letters[0] if letters else _DATED.sub("", line)
    return "" if title == line else title


def _may_be_title(line: str) -> bool:
    few = 2 if _ALOUD.match(line) or ": " in line else FEWEST
    is_place = _PLACE.fullmatch(line) and not _ALOUD.match(line)
    return len(line.split()) >= few and not (is_place or line.endswith((",", " by", " of")))


def _subjects(head: Sequence[Line]) -> str | None:
    """What a record of what was said aloud says that it is about; the occasion alone tells nothing."""
    found = (_SUBJECTS.match(bare(line)) for _, line, kind in head if kind == "form")
    return next((match["subjects"].rstrip(".;") for match in found if match), None)


def _committee(head: Sequence[Line]) -> str | None:
    """The body named below another one, to which it belongs: the committee of a forum."""
    named = [part for _, line, kind in head if kind == "office" for part in parts_of(line) if is_office(part)]
    return named[-1] if len(named) > 1 else None


_WORD = r"[A-Z][\w’'-]*"
_PLACE = pattern(rf"{_WORD}(?: {_WORD}){{0,2}}, {_WORD}(?: {_WORD})?")  # "Vanijya Bhawan, New Delhi"
_BOLD = pattern(r"[*|]{2}[^*|\s]|\*[^*\s]|\*\*\* ")
_ENDS = (".", ";", "…", "”", '"')
_NUMBERED = pattern(r"#* ?\d{1,2}(?:[.)]|\s)\s*\S")
_SERIAL = pattern(
    r"\b(?:bulletin|digest|newsletter|report|review|minutes|record|notification|announcement|circular"
    r"|order|decision)\b.*\d",
    re.IGNORECASE,
)
# "date 2025-08-07 Duties in force": a page's label that was copied with its title
_DATED = pattern(
    r"^(?:date|published|posted)\b:? (?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})[ |:–-]+(?=\S+ \S+ \S)",
    re.I,
)
_ALOUD = pattern(rf"(?:{SAID_ALOUD})\b", re.IGNORECASE)
_SUBJECTS = pattern(r"(?:subjects?|topics?)\s?:\s+(?P<subjects>\S.{0,160})$", re.IGNORECASE)
