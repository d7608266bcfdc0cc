"""Put the lines of a plain text together again that were broken to fit a width.

A line goes on where the next one begins in the midst of a sentence, where its text is wrapped throughout,
where the next one hangs under its words, or stands out to the left of it as in an indented paragraph.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from ingest.readers.lines.aligned import is_row, with_rows
from ingest.readers.lines.hyphens import Hyphens
from ingest.text.head_words import JOINING, is_rule
from vectorstore.patterns import pattern

NARROWEST, WIDEST = 40, 110  # characters of a line that was wrapped
WELL_FILLED = 0.6  # of the usual length: a line that is shorter ends its paragraph
ROOM_LEFT = 0.85  # of the usual length: where the next word had not reached it, none was wrapped
IN_CAPITALS = 0.8  # of the letters of a text that has no others to speak of
DEEPEST = 8  # blanks before the first line of a paragraph
FEWEST = 3  # lines that begin so far to the right that it may be where a text begins its paragraphs


class Paragraph(NamedTuple):
    """A paragraph or an item of a list, one line long, and the line right above it; "" below a blank one."""

    text: str
    above: str = ""


def paragraphs(lines: Sequence[str]) -> list[Paragraph]:
    """Return the paragraphs, items and rows of a text by its lines.

    >>> found = paragraphs(["Peru cut the duty on all the tin goods by", "Friday.", "- ore", "* * *", "Lima"])
    >>> [paragraph.text for paragraph in found]
    ['Peru cut the duty on all the tin goods by Friday.', '- ore', 'Lima']
    """
    text = _Wrapped(lines)
    lines = with_rows(lines)
    found: list[list[str]] = []
    above: list[str] = []
    before = ""
    for line in lines:
        bare = line.strip()
        if not bare.strip("# ") or is_rule(bare) or is_drawn(bare):
            before = ""  # "###", which ends a press release, would head nothing
            continue
        bullet = _BULLET.match(line)
        if not is_row(bare) and bullet:
            bare = f"{' ' * (len(bullet[1]) // 2 * 2)}- {line[bullet.end() :].strip()}"
        elif not is_row(bare) and before and text.goes_on(found[-1], before, line):
            found[-1].append(bare)
            before = line
            continue
        found.append([bare])
        above.append(before)
        text.begins(line)
        before = "" if is_row(bare) else line
    hyphens = Hyphens(lines)
    return [
        Paragraph(_joined(parts, hyphens), over.strip()) for parts, over in zip(found, above, strict=True)
    ]


def wrapped_at(lines: Sequence[str]) -> int:
    """The usual length of a wrapped line, 0 when each line is a paragraph."""
    pairs = [(line, after) for line, after in pairwise(lines) if line.strip() and after.strip()]
    if len(pairs) < 3:
        return 0
    broken = [len(line) for line, _ in pairs if NARROWEST <= len(line) <= WIDEST and not _STOP.search(line)]
    longest = sum(len(line) > 120 for line in lines)
    if len(broken) < 0.6 * len(pairs) or longest > len(lines) // 10:
        return 0
    return round(median(broken))


def is_cut_off(line: str) -> bool:
    """Whether a line ends where no sentence and no name does: in a small word, or within brackets.

    >>> is_cut_off("They cut the duty on"), is_cut_off("A duty (of 3 percent"), is_cut_off("Tin (ore)")
    (True, True, False)
    """
    return line[line.rfind(" ") + 1 :] in _SMALL or _is_open(line)


def is_drawn(line: str) -> bool:
    """Whether a line only sets one part of a text off from the next.

    >>> is_drawn("* * *"), is_drawn("——"), is_drawn("- tin")
    (True, True, False)
    """
    return bool(_DRAWN.fullmatch(line))


def has_cells(line: str) -> bool:
    """Whether a line is set in columns."""
    return bool(_CELLS.search(line))


def is_in_capitals(lines: Sequence[str]) -> bool:
    """Whether capitals mark nothing in a text, as it has hardly any other letters."""
    letters = [letter for line in lines for letter in line if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > IN_CAPITALS * len(letters)


class _Wrapped:
    """What the lines of a text have in common, and where the paragraph that is being read began."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._width = wrapped_at(lines)
        self._usual = self._width or _usual(lines)
        self._indent = _first_indent(lines)
        self._capitals = is_in_capitals(lines)
        self._first = ""

    def begins(self, line: str) -> None:
        self._first = line

    def goes_on(self, paragraph: Sequence[str], before: str, line: str) -> bool:
        """Whether a line goes on with the paragraph of the line right above it."""
        bare = line.strip()
        if _MARKED.match(bare) or (_LABELLED.match(bare) and _LABELLED.match(before.strip())):
            return False
        if _NUMBERED.match(line):
            return False
        if self._hangs(before, line):
            return True
        if has_cells(bare) or has_cells(before.strip()):
            return False
        if self._indent and _indent(self._first) == self._indent:
            signed = bare.isupper() and not self._capitals and _STOP.search(before)
            return _indent(line) == 0 and len(before) >= WELL_FILLED * self._usual and not signed
        if self._indent and _indent(line) == self._indent:
            return False
        if self._width and len(before) > WELL_FILLED * self._width:
            return not self._had_room(before, bare)
        if not NARROWEST <= len(before) <= WIDEST or _COLUMNS.search(before) or _STOP.search(before):
            return False
        if self._capitals:
            return not self._had_room(before, bare)
        return bare[0].islower() or is_cut_off(" ".join(paragraph))

    def _hangs(self, before: str, line: str) -> bool:
        """Whether a line hangs under the words of an item, or of the last cell of the first line."""
        first, indent = self._first, _indent(line)
        if not indent or not NARROWEST <= len(first) <= WIDEST or len(before) < WELL_FILLED * len(first):
            return False
        ended = before.endswith(":") and not line.strip()[0].islower()
        under = [match.end() for match in _UNDER.finditer(first)]
        return indent in under and not ended and (before == first or _indent(before) == indent)

    def _had_room(self, before: str, bare: str) -> bool:
        """Whether the next line's first word had room in a line that ends no sentence: it was not wrapped."""
        if _STOP.search(before) or bare[0].islower() or is_cut_off(before.strip()) or before[-1] in ",;":
            return False
        return len(before) + 1 + len(bare.split()[0]) < ROOM_LEFT * self._usual


def _usual(lines: Sequence[str]) -> float:
    """The usual length of the lines that others follow."""
    lengths = [len(line) for line, after in pairwise(lines) if after.strip()]
    return median([length for length in lengths if NARROWEST <= length <= WIDEST] or [0])


def _first_indent(lines: Sequence[str]) -> int:
    """How far a text indents the first line of a paragraph; 0 where it does not."""
    alone: Counter[int] = Counter()
    blocks: Counter[int] = Counter()
    for line, after in pairwise(lines):
        indent = _indent(line)
        if len(line) >= NARROWEST and 1 < indent <= DEEPEST and after.strip()[:1].islower():
            alone[indent] += _indent(after) == 0
            blocks[indent] += _indent(after) == indent
    indent, proofs = max(alone.items(), key=lambda item: item[1], default=(0, 0))
    begun = sum(_indent(line) == indent for line in lines if line.strip())
    return indent if begun >= FEWEST and proofs > blocks[indent] else 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_open(text: str) -> bool:
    return text.count("(") > text.count(")")


def _joined(parts: Sequence[str], hyphens: Hyphens) -> str:
    """Unwrap; a word divided at a hyphen is closed up, a dash keeps its space."""
    pieces = [parts[0]]
    for part in parts[1:]:
        pieces[-1:] = hyphens.joined(pieces[-1], part, hyphen=False)
    return "".join(pieces)


# Words in small letters after which something is to come.
_SMALL = (JOINING - {"i", "&", "-"}) | frozenset(
    "a an at by from in into on or per than that to under until was were which who with".split()  # noqa: SIM905
)
_STOP = pattern(r"[.!?:][\"'”’)\]]*$")
_BULLET = pattern(r"( *)[-*•·▪‣◦–]\s+(?=\S)")
_NUMBERED = pattern(r" *(?:\d{1,3}[.)]|\([a-zA-Z0-9]{1,4}\)|[A-Za-z]\))\s")
_MARKED = pattern(r"[\^>|†‡§]")
_LABELLED = pattern(r"[A-Z][\w-]*(?: [\w-]+){0,2}:\s")
_DRAWN = pattern(r"(?:[*•·~_=–—-]\s+){2,}[*•·~_=–—-]|[–—]{2}")
_COLUMNS = pattern(r"\S {3,}\S|\S {2,}\S.*\S {2,}\S")  # the cells of an aligned table
_CELLS = pattern(r"[^\s.!?:;,] {3,}\S")
_UNDER = pattern(r"^\s*(?:\S{1,4}[.)]|[-*•·▪‣◦–])\s+(?=\S)|(?<=\S)\s{2,}(?=\S)")
