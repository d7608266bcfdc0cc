"""Read plain text: a headline, labelled lines, then paragraphs, wrapped or one a line.

It finds headings by their shape alone: a short bare line above a longer paragraph.
"""

from collections.abc import Sequence, Set

from ingest.readers.lines.aligned import is_row
from ingest.readers.lines.asked import with_questions_as_headings
from ingest.readers.lines.leftovers import without_actions, without_codes
from ingest.readers.lines.wrapping import (
    NARROWEST,
    WIDEST,
    Paragraph,
    has_cells,
    is_cut_off,
    is_in_capitals,
    paragraphs,
    wrapped_at,
)
from ingest.readers.metadata.copyright_line import copyright_holder
from ingest.readers.metadata.document_title import short_title
from ingest.readers.metadata.masthead import Masthead, lines_apart, read_masthead
from ingest.readers.metadata.memorandum import subject_of
from ingest.readers.metadata.opening import dateline_in, read_opening
from ingest.readers.metadata.quoted_mail import without_older_mail
from ingest.readers.reading import Reading
from ingest.text.dates import written_date
from ingest.text.document_dates import dates_alone, says_only_when, updated_on
from ingest.text.head_words import JOINING
from ingest.text.letters import letters
from vectorstore.patterns import pattern

LONGEST_HEADLINE = 200  # characters; a first line beyond it is text


def read_plain_text(text: str) -> Reading:
    """Read a text whose first filled line is its headline, but for a date that stands above it."""
    text, notes = without_older_mail(without_codes(text))
    opening = read_opening(_lines(text))
    head = read_masthead(opening.lines)
    title, body = _titled(opening.lines, head)
    blocks = paragraphs(lines_apart(body, head))
    if not blocks and title:
        blocks = [Paragraph(title)]  # a headline alone is all that there is to cite
    return Reading(
        text="\n".join(without_actions(with_questions_as_headings(_with_headings(blocks, head.apart)))),
        title=title,
        publisher=opening.publisher
        or (None if opening.url else head.publisher or opening.agency or copyright_holder(opening.lines)),
        url=opening.url,
        dates=(*opening.dates, *dates_alone(opening.lines, opening.dates)),
        modified=updated_on(opening.lines),
        notes=notes,
    )


def read_text_below(title: str, text: str) -> Reading:
    """Read a text whose title is stated elsewhere: its first line is text, unless it is that title again."""
    text, notes = without_older_mail(without_codes(text))
    opening = read_opening(_lines(text))
    headline, body = _headline(opening.lines)
    if not headline or letters(headline) != letters(title) or not (blocks := paragraphs(body)):
        blocks = paragraphs(opening.lines)
    return Reading(
        text="\n".join(_with_headings(blocks)),
        title=title,
        publisher=opening.publisher,
        url=opening.url,
        dates=(*opening.dates, *dates_alone(opening.lines, opening.dates)),
        modified=updated_on(opening.lines),
        notes=notes,
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
    room = max(map(len, lines)) if wrapped_at(lines) else 0
    return 0 < room < len(lines[number]) + 1 + len(after.split()[0]) and not lines[number].isupper()


_SENTENCE = pattern(r"[.!:;…][\"'”’)\]]*$")  # a question may well be a headline
_SHORTENED = pattern(r"(?:[A-Z]\.){2,}$|\b(?:CO|CORP|INC|LTD)\.$")  # "DEAL WITH U.S."
_SPACES = pattern(r"[^\S\n]")
_STOP = pattern(r"[.!?:]$")
_BULLET = pattern(r"( *)[-*•·▪‣◦–]\s+(?=\S)")
_NUMBERED = pattern(r" *(?:\d{1,3}[.)]|\([a-zA-Z0-9]{1,4}\))\s")
_SECTION = pattern(r"(\d{1,2})[.)]?\s+(?=[A-ZÀ-Þ])")  # "3 Rice", above "3.1 The duty ..."
_SENTENCE_END = pattern(r"[.!?:;,…\"”’'-]$|[.!?…][\"”’']?[)\]]+$")
_COLUMNS = pattern(r"\S {3,}\S|\S {2,}\S.*\S {2,}\S")  # the cells of an aligned table
_BY = pattern(r"By |BY ")
# A byline, and the slug of a wire: "BC-PERU-CHILE-TIN (UPDATE 2)".
_NO_HEADING = pattern(r" *- |By |BY |[A-Z\d.]+(?:-[A-Z\d.]+){2,}(?: ?\([^()]*\))?$")
_QUOTE = ("'", '"', "“", "‘", "«", "(", "[")


def _with_headings(blocks: Sequence[Paragraph], apart: Set[str] = frozenset()) -> list[str]:
    texts = [block.text for block in blocks]
    dated = bool(dates_alone(texts))  # else the days that stand alone head sections
    capitals = is_in_capitals(texts)
    following = [*texts[1:], "", ""]
    return [
        f"# {text.lstrip('# ')}"
        if _is_heading(text, *following[at : at + 2])
        and not (above and (capitals or _goes_into(above)))
        and not (at and _is_credit(texts[at - 1], text))
        and text.strip("#*_ ") not in apart
        and not (dated and says_only_when(text))
        else text
        for at, (text, above) in enumerate(blocks)
    ]


def _goes_into(above: str) -> bool:
    """Whether a line goes on with the one right above it."""
    wrapped = NARROWEST <= len(above) <= WIDEST and not _SENTENCE_END.search(above)
    return wrapped and not above.isupper() and not _COLUMNS.search(above)


def _is_credit(before: str, text: str) -> bool:
    """Whether a line below a byline says for whom who wrote the text did: "Special to The Lima Herald"."""
    names = (word[0].isupper() or word in JOINING or word == "to" for word in text.split())
    return bool(_BY.match(before)) and all(names)


def _is_heading(block: str, after: str, behind: str) -> bool:
    if (number := _SECTION.match(block)) and after.startswith(f"{number[1]}.1"):
        return len(block) <= 90 and not _STOP.search(block)
    return (
        len(block) <= 90
        and len(block.split()) <= 14
        and _is_headed(block, after, behind)
        and not is_row(block)
        and not _SENTENCE_END.search(block)
        and not _COLUMNS.search(block)
        and not block.startswith(_QUOTE)
        and not _NO_HEADING.match(block)
        and not dateline_in(block)
        and not is_cut_off(block)
        and (block[0].isupper() or block[0].isdigit() or block[0] == "#")
        and not _BULLET.match(after)
    )


def _is_headed(block: str, after: str, behind: str) -> bool:
    """Whether what follows is a table, or a paragraph longer than what may head it."""
    if has_cells(after) and len(after) <= WIDEST:
        return is_row(after) or (has_cells(behind) and not written_date(block))
    return is_row(after) or len(after) > max(60, 1.5 * len(block))
