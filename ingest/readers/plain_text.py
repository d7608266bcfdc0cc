"""Read plain text: a headline, labelled lines, then paragraphs, wrapped or one a line.

It finds headings by their shape alone: a short bare line above a longer paragraph.
"""

import re
from collections.abc import Sequence, Set
from itertools import pairwise
from statistics import median

from ingest.readers.lines.aligned import is_row, with_rows
from ingest.readers.lines.asked import with_questions_as_headings
from ingest.readers.lines.hyphens import Hyphens
from ingest.readers.metadata.copyright_line import copyright_holder
from ingest.readers.metadata.document_title import short_title
from ingest.readers.metadata.masthead import Masthead, lines_apart, read_masthead
from ingest.readers.metadata.memorandum import subject_of
from ingest.readers.metadata.opening import dateline_in, read_opening
from ingest.readers.reading import Reading
from ingest.text.document_dates import dates_alone, says_only_when, updated_on
from ingest.text.head_words import is_rule
from ingest.text.letters import letters
from vectorstore.patterns import pattern

LONGEST_HEADLINE = 200  # characters; a first line beyond it is text
NARROWEST, WIDEST = 40, 110  # characters of a line that was wrapped


def read_plain_text(text: str) -> Reading:
    """Read a text whose first filled line is its headline, but for a date that stands above it."""
    opening = read_opening(_lines(text))
    head = read_masthead(opening.lines)
    title, body = _titled(opening.lines, head)
    blocks = _blocks(lines_apart(body, head))
    if not blocks and title:
        blocks = [title]  # a headline alone is all that there is to cite
    return Reading(
        text="\n".join(with_questions_as_headings(_with_headings(blocks, head.apart))),
        title=title,
        publisher=opening.publisher
        or (None if opening.url else head.publisher or opening.agency or copyright_holder(opening.lines)),
        url=opening.url,
        dates=(*opening.dates, *dates_alone(opening.lines, opening.dates)),
        modified=updated_on(opening.lines),
    )


def read_text_below(title: str, text: str) -> Reading:
    """Read a text whose title is stated elsewhere: its first line is text, unless it is that title again."""
    opening = read_opening(_lines(text))
    headline, body = _headline(opening.lines)
    if not headline or letters(headline) != letters(title) or not (blocks := _blocks(body)):
        blocks = _blocks(opening.lines)
    return Reading(
        text="\n".join(_with_headings(blocks)),
        title=title,
        publisher=opening.publisher,
        url=opening.url,
        dates=(*opening.dates, *dates_alone(opening.lines, opening.dates)),
        modified=updated_on(opening.lines),
    )


def _lines(text: str) -> list[str]:
    return [_SPACES.sub(" ", line).rstrip() for line in text.split("\n")]


def _titled(lines: Sequence[str], head: Masthead) -> tuple[str | None, Sequence[str]]:
    """The title, and the lines without it."""
    if subject := subject_of(lines):
        return subject, lines
    if head.at is not None:
        return head.title, [*lines[: head.at], *lines[head.at + head.rows :]]
    return _headline(lines_apart(lines, head))


def _headline(lines: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """The title, and the lines below it; a first line that is text stays among them."""
    for number, line in enumerate(lines):
        headline = line.strip().lstrip("#").strip()
        if not headline or says_only_when(headline):
            continue
        if _is_text(headline) or _goes_on(lines, number):
            return short_title(headline).rstrip(":;"), lines
        return headline, [*lines[:number], *lines[number + 1 :]]
    return None, lines


def _is_text(line: str) -> bool:
    """Whether a first line is a paragraph: longer than a headline, ended as a sentence, or a wire's lead."""
    if len(line) > LONGEST_HEADLINE or dateline_in(line):
        return True
    return bool(_SENTENCE.search(line)) and not (line.isupper() and _SHORTENED.search(line))


def _goes_on(lines: Sequence[str], number: int) -> bool:
    """Whether the next line goes on with the sentence of this one."""
    after = lines[number + 1].strip() if number + 1 < len(lines) else ""
    if not after or _BULLET.match(after) or _NUMBERED.match(after):
        return False
    if after[0].islower():
        return True
    # In wrapped text a line after which the next word had no room is no headline.
    room = max(map(len, lines)) if _wrapped_at(lines) else 0
    return 0 < room < len(lines[number]) + 1 + len(after.split()[0]) and not lines[number].isupper()


_SENTENCE = pattern(r"[.!:;…][\"'”’)\]]*$")  # a question may well be a headline
_SHORTENED = pattern(r"(?:[A-Z]\.){2,}$|\b(?:CO|CORP|INC|LTD)\.$")  # "DEAL WITH U.S."
_SPACES = pattern(r"[^\S\n]")
_STOP = pattern(r"[.!?:]$")
_BULLET = pattern(r"( *)[-*•·▪‣◦–]\s+(?=\S)")
_NUMBERED = pattern(r" *(?:\d{1,3}[.)]|\([a-zA-Z0-9]{1,4}\))\s")
_SECTION = pattern(r"(\d{1,2})[.)]?\s+(?=[A-ZÀ-Þ])")  # "3 Rice", above "3.1 The duty ..."
_SENTENCE_END = pattern(r"[.!?:;,…\"”’'-]$")
_COLUMNS = pattern(r"\S {3,}\S|\S {2,}\S.*\S {2,}\S")  # the cells of an aligned table
_QUOTE = ("'", '"', "“", "‘", "«", "(", "[")


def _blocks(lines: Sequence[str]) -> list[str]:
    """Paragraphs and list items, each one line long."""
    width = _wrapped_at(lines)
    lines = with_rows(lines)
    blocks: list[list[str]] = []
    continues = False
    for before, line in pairwise(["", *lines]):
        bare = line.strip()
        if not bare.strip("# ") or is_rule(bare):  # "###", which ends a press release, would head nothing
            continues = False
            continue
        if is_row(bare):
            blocks.append([bare])
            continues = False
            continue
        bullet = _BULLET.match(line)
        if bullet:
            blocks.append([f"{' ' * (len(bullet[1]) // 2 * 2)}- {line[bullet.end() :].strip()}"])
        elif blocks and (continues or _goes_on_in(before, bare)) and not _NUMBERED.match(line):
            blocks[-1].append(bare)
        else:
            blocks.append([bare])
        # In wrapped text a line much shorter than the others ends its paragraph.
        continues = width > 0 and len(line) > 0.6 * width
    hyphens = Hyphens(lines)
    return [_joined(parts, hyphens) for parts in blocks]


def _goes_on_in(line: str, after: str) -> bool:
    """Whether a sentence goes on in the next line, in a text too short to tell that it is wrapped."""
    long = NARROWEST <= len(line) <= WIDEST and not _COLUMNS.search(line)
    return long and after[0].islower() and not _STOP.search(line.rstrip())


def _wrapped_at(lines: Sequence[str]) -> int:
    """The usual length of a wrapped line, 0 when each line is a paragraph."""
    pairs = [(line, after) for line, after in pairwise(lines) if line.strip() and after.strip()]
    if len(pairs) < 3:
        return 0
    broken = [len(line) for line, _ in pairs if NARROWEST <= len(line) <= WIDEST and not _STOP.search(line)]
    longest = sum(len(line) > 120 for line in lines)
    if len(broken) < 0.6 * len(pairs) or longest > len(lines) // 10:
        return 0
    return round(median(broken))


def _joined(parts: Sequence[str], hyphens: Hyphens) -> str:
    """Unwrap; a word divided at a hyphen is closed up, a dash keeps its space."""
    pieces = [parts[0]]
    for part in parts[1:]:
        pieces[-1:] = hyphens.joined(pieces[-1], part, hyphen=False)
    return "".join(pieces)


def _with_headings(blocks: Sequence[str], apart: Set[str] = frozenset()) -> list[str]:
    following = [*blocks[1:], ""][: len(blocks)]
    dated = bool(dates_alone(blocks))  # else the days that stand alone head sections
    return [
        f"# {block.lstrip('# ')}"
        if _is_heading(block, after)
        and block.strip("#*_ ") not in apart
        and not (dated and says_only_when(block))
        else block
        for block, after in zip(blocks, following, strict=True)
    ]


def _is_heading(block: str, after: str) -> bool:
    if (number := _SECTION.match(block)) and after.startswith(f"{number[1]}.1"):
        return len(block) <= 90 and not _STOP.search(block)
    return (
        len(block) <= 90
        and len(block.split()) <= 14
        and (is_row(after) or len(after) > max(60, 1.5 * len(block)))
        and not is_row(block)
        and not _SENTENCE_END.search(block)
        and not _COLUMNS.search(block)
        and not block.startswith(_QUOTE)
        and not re.match(r" *- |By |BY ", block)
        and (block[0].isupper() or block[0].isdigit() or block[0] == "#")
        and not _BULLET.match(after)
    )
