"""Tell the name of a paper, a station or a house that stands over the headline of a text.

It is told by what it is called ("Herald", "Radio"), or by its place above a day and a headline; a title is
what its text speaks of, and such a name is not.
"""

import re
from collections.abc import Sequence

from ingest.readers.metadata.opening import dateline_in
from ingest.text.dates import written_date
from ingest.text.head_lines import LineKind, is_paper, kind_of, parts_of
from ingest.text.letters import letters
from ingest.text.parties import find_parties, party_code, party_name
from vectorstore.patterns import pattern

LONGEST_NAME = 5  # words of a name that does not say what it is
FEWEST_OF_HEADLINE = 4  # words
SHORTEST_WORD = 4  # letters of a word that tells of something
LONG = 400  # characters of a text that would speak of what its title does
DATELINE_WITHIN = 12  # lines below the name
MOST_TOLD = 0.5  # of the words of a paper's name: "Trade Monitor"

Line = tuple[int, str, LineKind | None]  # its number, what it says, what it is


def paper_above(head: Sequence[Line], lines: Sequence[str]) -> str | None:
    """The name, where the first line of a head holds nothing else and a headline stands below.

    >>> lines = ["The Lima Herald", "17 May 2025", "", "Peru cuts the levy on tin", "", "It fell."]
    >>> kinds = (None, "date", None)
    >>> paper_above([(at, lines[at], kind) for at, kind in zip((0, 1, 3), kinds)], lines)
    'The Lima Herald'
    """
    if not head:
        return None
    (at, line, kind), *below = head
    if kind == "date":
        return _beside_place(line) if any(_is_headline(one) for one in below) else None
    if kind not in (None, "kind"):
        return None
    name = parts_of(line)[0]
    if _has_sent(name, lines[at + 1 : at + 1 + DATELINE_WITHIN]):
        return name
    if kind == "kind":
        return name if is_paper(name) else None
    if line.strip("*_ ") != name or not below:
        return None
    dated = below[0][2] in ("date", "kind")
    headline = next((one for one in below if one[2] is None), None)
    if headline is None or not (dated or _is_apart(headline, at, lines)):
        return None
    words = [word.casefold() for word in _WORDS.findall(name) if len(word) >= SHORTEST_WORD]
    text = " ".join(lines[at + 1 :])
    if is_paper(name):
        told = {*words} & {*_WORDS.findall(text)}  # not its town, which has a capital
        return name if len(told) <= MOST_TOLD * len(words) else None
    may_be = below[0][::2] == (at + 1, "date") and _is_headline(headline) and _may_be_name(name)
    may_be = may_be and len(text) >= LONG and not find_parties(name)
    return name if may_be and {*words}.isdisjoint(_WORDS.findall(text.casefold())) else None


def _is_headline(line: Line) -> bool:
    return line[2] is None and len(line[1].split()) >= FEWEST_OF_HEADLINE


def _is_apart(headline: Line, above: int, lines: Sequence[str]) -> bool:
    """Whether a headline stands right below a name that has no day, or above its own."""
    between = [line for line in lines[above + 1 : headline[0]] if line.strip()]
    return _is_headline(headline) and all(kind_of(line) == "form" for line in between)


def _has_sent(name: str, below: Sequence[str]) -> bool:
    """Whether a dateline below a name has it in brackets: it is the agency's."""
    datelines = (match[0] for line in below if (match := dateline_in(line.strip())))
    return any(f"({name})".casefold() in dateline.casefold() for dateline in datelines)


def _may_be_name(name: str) -> bool:
    words = name.split()
    is_name = all(word[0].isupper() or word in ("of", "the", "and", "&", "for") for word in words)
    return is_name and len(words) <= LONGEST_NAME and not re.search(r"[\d:?!,;]", name)


def _beside_place(line: str) -> str | None:
    """The name before a capital and a day: "Mintage, New Delhi, 2 May 2019", not "Lima, Peru, 2 May 2019"."""
    day = written_date(line)
    parts = [part.strip() for part in line[: day.start()].split(",")] if day else []
    parts = [part for part in parts if part and not _WEEKDAY.fullmatch(part)]
    if len(parts) != 2 or not all(map(_may_be_name, parts)) or find_parties(parts[0]):
        return None
    name, town = parts
    of = party_code(town)
    return name if of and letters(party_name(of)) != letters(town) else None


_WEEKDAY = pattern(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_WORDS = pattern(r"[^\W\d_]+")
