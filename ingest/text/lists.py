"""Tell which lead-in each item of a list goes on from: "The tariff shall be:", "(i) 10 percent for tin".

A list that is typed without indentation is told from the one that it stands in by its markers: "(i)" behind
"(b) These are exempt:" opens a list of its own, and "(c)" goes on with the outer one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest.text.blocks import Block, blocks_of
from ingest.text.sentences import LONG_LEAD, split_sentences
from vectorstore.patterns import pattern

Span = tuple[int, int]

_MARKER = pattern(r"\s*\(?([A-Za-z]{1,5}|\d{1,3})[.)]\s")
# A marker within a line, at the beginning of its last sentence: "Section 1. Rates. (a) The tariff shall be:".
_WITHIN = pattern(r"\(([A-Za-z]|\d{1,3}|[ivx]{1,4})\) +")
_LEANS = pattern(
    r"(?:(?:some|many|most|all|each|several|examples) of )?(?:these|those|this|that|they|such|it|them)\b",
    re.I,
)
# "Effective with respect to goods entered on or after May 4, 1987, the duty on tin shall be:".
_FROM_A_DAY = pattern(r"(?:\(\w{1,4}\) +)?Effective\b(?:[^;:]|(?<=\d):)*?\b(?:19|20)\d\d, +")
_AS_FOLLOWS = pattern(r"\b(?:as follows|the following)\W*$", re.I)
_ROMAN = pattern(r"(x{0,3})(ix|iv|v?i{0,3})")
_UNITS = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}


@dataclass(slots=True)
class _List:
    """An open list: what its last marker may count as, by kind, and the lead-in of its items."""

    level: int
    last: dict[str, int]
    lead: Span | None


class LeadIns:
    """Follows the blocks of a section, in their order."""

    def __init__(self, heading: Span | None = None, longest: int = LONG_LEAD) -> None:
        """Begin a section; `heading` is its heading's span where that leads in.

        A lead-in of more words than `longest` leads nothing in.
        """
        self._longest = longest
        self._lists: list[_List] = []
        self._open = heading  # the lead-in that the block before ended with, where it is short
        self._opened = heading is not None

    def of(self, block: Block, text: str) -> Span | None:
        """Return the lead-in of an item, None for what has none; the block counts as read."""
        opened, self._open = self._open, None
        opens, self._opened = self._opened, False
        if block.kind != "item":
            self._lists = []
            return None
        marker = _counts(text[block.line : block.end])
        inside = [*takewhile(lambda of: of.level <= block.level, self._lists)]
        for at in reversed(range(len(inside))):
            if _goes_on(inside[at], marker, block.level):
                inside[at].last = marker
                self._lists = inside[: at + 1]
                return inside[at].lead
        if not opens and inside and not _is_first(marker):
            self._lists = []  # of a list that was not seen to begin
            return None
        indented = bool(inside) and block.level > inside[-1].level
        lead = opened or (inside[-1].lead if indented and not opens else None)
        self._lists = [*inside, _List(block.level, marker, lead)]
        return lead

    def read(self, block: Block, text: str, sentences: Sequence[Span]) -> None:
        """Take in a block of these sentences; the last one is a lead-in where it ends with a colon.

        One that speaks of what was said before it leads in behind that: "Tin is exempt. This includes:".
        """
        if text[block.end - 1] != ":":
            return
        last = sentences[-1]
        whole = (sentences[-2][0], last[1]) if len(sentences) > 1 and _LEANS.match(text, last[0]) else last
        self._open = next((of for of in (whole, last) if _is_short(text[slice(*of)])), None)
        if self._open is None and self._longest > LONG_LEAD:
            self._open = self._of_long(text, *last)
        self._opened = True
        within = _WITHIN.match(text, last[0])
        if block.kind == "paragraph" and within:
            self._lists = [_List(block.level, _counts(within[0]), None)]

    def _of_long(self, text: str, start: int, end: int) -> Span | None:
        """Return what of a long lead-in leads in, without the day from which it is so.

        None where that is long as well, or says nothing of the items: "I do hereby proclaim as follows:".
        """
        from_a_day = _FROM_A_DAY.match(text, start, end)
        start = from_a_day.end() if from_a_day else start
        lead = text[start:end]
        return None if _AS_FOLLOWS.search(lead) or len(lead.split()) > self._longest else (start, end)


def lead_ins(text: str, longest: int) -> dict[int, Span]:
    """Return the lead-ins of the items of a text, by where an item starts.

    >>> text = "The duty shall be:\\n(a) 4 percent for tin; and\\n(b) 9 percent for zinc."
    >>> {text[at : at + 3]: text[slice(*of)] for at, of in lead_ins(text, 50).items()}
    {'(a)': 'The duty shall be:', '(b)': 'The duty shall be:'}
    """
    found: dict[int, Span] = {}
    follows = LeadIns(longest=longest)
    for block in blocks_of(text):
        if block.kind == "heading":
            of_all = (block.start, block.end) if text[block.start : block.end].endswith(":") else None
            follows = LeadIns(of_all, longest)
        elif block.kind != "row":
            if lead := follows.of(block, text):
                found[block.start] = lead
            if text[block.end - 1] == ":":
                follows.read(block, text, [*split_sentences(text, block.start, block.end)])
    return found


def _goes_on(of: _List, marker: dict[str, int], level: int) -> bool:
    """Whether a marker is the next of a list, or one of its bullets."""
    if not marker:
        return not of.last and of.level == level
    return any(of.last.get(kind) == count - 1 for kind, count in marker.items())


def _is_short(lead: str) -> bool:
    return len(lead.split()) <= LONG_LEAD


def _is_first(marker: dict[str, int]) -> bool:
    return not marker or 1 in marker.values()


def _counts(line: str) -> dict[str, int]:
    """Say what the marker of a line counts as, by kind; nothing for a bullet.

    >>> _counts("(c) tin"), _counts("(v) tin"), _counts("2. tin"), _counts("- tin")
    ({'letter': 3}, {'letter': 22, 'roman': 5}, {'number': 2}, {})
    """
    found = _MARKER.match(line)
    return dict(_kinds(found[1])) if found else {}


def _kinds(marker: str) -> Iterator[tuple[str, int]]:
    if marker.isdigit():
        yield "number", int(marker)
        return
    small = marker.lower()
    case = "" if marker == small else "capital "
    if len(marker) == 1:
        yield f"{case}letter", ord(small) - ord("a") + 1
    if roman := _ROMAN.fullmatch(small):
        yield f"{case}roman", 10 * len(roman[1]) + _UNITS[roman[2]]
