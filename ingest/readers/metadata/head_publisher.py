"""Tell who the lines above a text say has published it: an office, a paper, a letter by its own name."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.text.dates import written_date
from ingest.text.head_lines import (
    LineKind,
    beside_date,
    is_office,
    is_paper,
    is_unit,
    kind_of,
    parts_of,
    without_date_words,
)
from ingest.text.head_words import SENT
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

FEWEST = 3  # words of the name of a letter
LONGEST_NAME = 6  # words of one that stands over a heading
SHORTEST_WORD = 4  # letters of a word that tells of something
MOST_TOLD = 0.5  # of the words of a letter's name: "Palm Oil Report"

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
        or (_own_name(head, lines) if at == head[0][0] else None)
    )


def bare(line: str) -> str:
    """A line without the marks of a heading or of emphasis."""
    return line.strip("#*_ ")


def _named(head: Sequence[Line]) -> Iterator[str]:
    """Yield who the head says has published it: an office, else a paper beside the date."""
    parts = [
        (part.strip("[]"), "date" if line[0] == "[" else kind)  # "[clipping - The Lima Herald, 3 May 1987]"
        for _, line, kind in head
        if kind
        for part in parts_of(_sender(line))
    ]
    yield from (sent["name"] for part, _ in parts if (sent := SENT.match(part)))
    yield from (_station(sent) for _, line, _ in head if (sent := _SENT_FROM.match(line)))
    offices = [part for part, _ in parts if is_office(part)]
    yield from sorted(offices, key=lambda name: bool(_PRESS_OFFICE.search(name)))
    yield from (_sender(line) for _, line, _ in head if _FROM.match(line) and is_unit(_sender(line)))
    yield from (
        match["agency"] for _, line, kind in head if kind == "date" and (match := _INITIALS.match(line))
    )
    for (_, _, above), (_, line, kind) in pairwise(head):
        if above == "byline" and kind is None and is_paper(bare(line)):
            yield _SPECIAL_TO.sub("", bare(line))
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
    return name if _has_capitals(name) and kind_of(name) != "kind" else None


def _serial(head: Sequence[Line]) -> str | None:
    """The name of a digest or a letter that is all that its first line says, above the date."""
    (_, first, kind), *below = head
    name = bare(first)
    if kind or not below or below[0][2] not in ("date", "kind"):
        return None
    return name if is_letter(name) else None


def is_letter(name: str) -> bool:
    return bool(_LETTER.fullmatch(name)) and len(name.split()) >= FEWEST


def _own_name(head: Sequence[Line], lines: Sequence[str]) -> str | None:
    """The name in the first line of a letter, beside its issue and its day or above them.

    A title is what its text speaks of, and such a name is not.
    """
    (first, line, kind), *below = head
    line = bare(line)
    numbered = _NUMBERED.match(line)
    name, issue = (numbered["name"], line) if numbered else (line, below[0][1] if below else "")
    if not numbered and (kind or find_parties(name)):
        return None
    if not (_is_name(name) and written_date(issue) and _ISSUE.search(issue)):
        return None
    words = [word.casefold() for word in _WORDS.findall(name) if len(word) >= SHORTEST_WORD]
    told = {*words} & {*_WORDS.findall(" ".join(lines[first + 1 :]))}
    return name if words and len(told) <= MOST_TOLD * len(words) else None


def _is_name(name: str) -> bool:
    return _has_capitals(name) and kind_of(name) is None


def _has_capitals(name: str) -> bool:
    """Whether a line is a few words that begin with capitals, but for small ones, and no figure or mark."""
    words = name.split()
    capitals = all(word.lstrip("(")[:1].isupper() or word in _SMALL for word in words)
    return capitals and 1 < len(words) <= LONGEST_NAME and not re.search(r"[\d:?!,;]", name)


def _sender(line: str) -> str:
    """Who a line says that the text is from: an office without its unit, of a person the unit."""
    if not _FROM.match(line):
        return line
    sender = _FROM.sub("", line)
    person = _OF_UNIT.search(sender)
    return person["unit"] if person and is_unit(person["unit"]) else _BY_UNIT.sub("", sender)


def _station(sent: re.Match[str]) -> str:
    """The name of a station that sent a telegram, as it is mostly written: "AmEmbassy Lima"."""
    return f"{_STATIONS[sent['station']]} {sent['town'].title()}"


_STATIONS = {"AMEMBASSY": "AmEmbassy", "AMCONSUL": "AmConsul", "USMISSION": "USMission", "USDEL": "USDel"}
_SENT_FROM = pattern(rf"FM (?P<station>{'|'.join(_STATIONS)}) (?P<town>[A-Z][A-Z ]*[A-Z])(?=$| \[)")
_SPECIAL_TO = pattern(r"^special to ", re.IGNORECASE)
_OF_UNIT = pattern(r"^[A-Z][^()]{2,40} \((?P<unit>[^()]{3,40})\)$")  # "Lee, Ann (Tea desk)"
_BY_UNIT = pattern(r", (?:[\w&-]+ ){1,3}(?:bureau|desk|division|section|unit|wing)$")
_PRESS_OFFICE = pattern(r"^(?:press|media|information|communications?|public relations)\b", re.IGNORECASE)
_ISSUE = pattern(
    r"#\d|\b(?:week|issue|no|nr|vol|edition|page)\.? ?\d|\bevery \w+day\b|\b\d\d[:.]\d\d\b", re.IGNORECASE
)
_NUMBERED = pattern(  # "COFFEE ALERT  No. 44/2024     Mombasa, 5 June 2024"
    r"(?P<name>\S.{2,60}?\b(?:alert|brief|briefing|bulletin|digest|gazette|journal|letter|monitor|newsletter"
    r"|report|review|weekly)),?\s+(?:no|nr|issue)\.? ?\d",
    re.IGNORECASE,
)
_WORDS = pattern(r"[^\W\d_]+")
_SMALL = ("of", "the", "and", "&", "for", "de", "in", "to")
_LETTER = pattern(
    r"(?:[^\W\d_a-z][\w’'&-]* ){1,6}(?:Digest|DIGEST|Newsletter|NEWSLETTER|Letter|LETTER|Weekly|WEEKLY)"
)
_FROM = pattern(r"^\W{0,3}(?:From|FROM|Issued by|Prepared by|Published by): ")
_BY = pattern(r"^(?:posted |published )?by ", re.IGNORECASE)
_INITIALS = pattern(r"(?P<agency>[A-Z]{3,6}) \| (?![A-Z]+ )[A-Z][^|\d]+ \| ")  # "ABC | Lima | 3 May 2025"
_AGENCY = pattern(r"\(([A-Z]{3,}|[A-Z][a-z]+)\) (?=[\d/. ]+$)")  # "(ABC) 15/11/2025"
