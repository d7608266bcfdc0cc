"""Read Markdown, with the HTML in it, into one line for each heading, paragraph, item and table row.

Links stay as their words; pictures and emphasis go. Bold words that stand for a heading become one.
"""

from collections.abc import Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.readers.lines.asked import with_questions_as_headings
from ingest.readers.lines.emphasis import heading_or_text, lines_of, words_of
from ingest.readers.lines.fragment import fragment_lines
from ingest.readers.lines.guarding import guarded
from ingest.readers.lines.leftovers import without_actions, without_footnote_marks
from ingest.readers.lines.line_breaks import keep_breaks
from ingest.readers.lines.table import Cell, table_rows
from ingest.readers.lines.wrapping import is_drawn
from ingest.readers.metadata.copyright_line import copyright_holder
from ingest.readers.metadata.document_title import short_title
from ingest.readers.metadata.front_matter import split_front_matter
from ingest.readers.metadata.masthead import Masthead, lines_apart, read_masthead, without_headings
from ingest.readers.metadata.memorandum import subject_of
from ingest.readers.metadata.opening import labelled_lines_apart, read_opening
from ingest.readers.metadata.quoted_mail import without_older_mail
from ingest.readers.reading import Reading
from ingest.text.document_dates import dates_alone, says_only_when, updated_on
from ingest.text.letters import letters
from vectorstore.patterns import pattern


def read_markdown(text: str) -> Reading:
    """Read a Markdown text with or without YAML front matter."""
    matter, body = split_front_matter(text)
    body, notes = without_older_mail(without_footnote_marks(body))
    head = Masthead() if matter.title else read_masthead(body.split("\n"))
    apart = "\n".join(lines_apart(body.split("\n"), head)) if head.apart else body
    opening = read_opening(without_headings(markdown_lines(labelled_lines_apart(apart)), head))
    title, lines = _title(matter.title or _subject(body) or head.title, opening.lines)
    dates = (*matter.dates, *opening.dates)
    url = matter.url or opening.url
    return Reading(
        text="\n".join(with_questions_as_headings(without_actions(lines))),
        title=title,
        publisher=matter.publisher
        or opening.publisher
        or (None if url else head.publisher or opening.agency or copyright_holder(lines)),
        url=url,
        language=matter.language,
        dates=(*dates, *dates_alone(opening.lines, dates)),
        modified=matter.modified or updated_on(opening.lines),
        notes=notes,
    )


def markdown_lines(text: str) -> list[str]:
    """Turn Markdown into lines in the format of `vectorstore.briefing`.

    >>> markdown_lines("**TALKS:** Both\\nmet.\\n\\n-   Japan\\n    -   [Tokyo](https://example.org)")
    ['# TALKS', 'Both met.', '- Japan', '  - Tokyo']
    """
    lines = _Lines()
    html: list[str] = []
    for token in _parser().parse(_tables_in_one_piece(text)):
        if token.type == "html_block":
            html.append(token.content)
            continue
        if html:
            lines.add_fragment("".join(html))
            html.clear()
        lines.add(token)
    if html:
        lines.add_fragment("".join(html))
    return lines.finished


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    # Indented text is text here: web pages turned into Markdown indent it, and none of it is a program.
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")
    # Addresses are dropped: spelling them one way took a fourteenth of the time.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # its own way to be told
    return parser


def _subject(text: str) -> str | None:
    """What the head of a letter says that it is about; a heading above it is the title."""
    return None if text.lstrip().startswith("#") else subject_of(text.split("\n"))


def _title(stated: str | None, lines: Sequence[str]) -> tuple[str | None, list[str]]:
    """The title, and the lines without the heading that only repeats it."""
    at = next((at for at, line in enumerate(lines) if not says_only_when(line)), len(lines))
    first = lines[at] if at < len(lines) else ""
    heading = first.lstrip("#").strip() if first.startswith("#") else ""
    title = stated or heading or (short_title(first) if first else None)
    if heading and title and letters(heading) == letters(title) and len(lines) > 1:
        return title, [*lines[:at], *lines[at + 1 :]]
    return title, list(lines)


class _Lines:
    """The lines so far, and where in the lists and tables the parser is."""

    def __init__(self) -> None:
        self.finished: list[str] = []
        self._lists: list[int | None] = []  # the next number of each open list, None for bullets
        self._item: list[str] = []  # marker and words of the open item, until it ends or holds a list
        self._rows: list[list[Cell]] = []
        self._inside = ""  # "heading", "cell" or ""
        self._marks = ""

    def add(self, token: Token) -> None:
        kind = token.type
        if kind == "inline":
            self._add_words(token)
        elif kind == "heading_open":
            self._inside, self._marks = "heading", "#" * int(token.tag[1])
        elif kind in ("bullet_list_open", "ordered_list_open"):
            self._end_item()
            self._lists.append(int(token.attrGet("start") or 1) if kind[0] == "o" else None)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif kind == "list_item_open":
            self._item = [self._marker()]
        elif kind == "list_item_close":
            self._end_item()
        elif kind == "tr_open":
            self._rows.append([])
        elif kind in ("th_open", "td_open"):
            self._inside = "cell"
            self._rows[-1].append(Cell(""))
        elif kind == "table_close":
            self._end_item()
            self.finished.extend(table_rows(self._rows))
            self._rows = []
        elif kind == "fence":
            self._end_item()
            self.finished.extend(
                guarded(" ".join(line.split())) for line in token.content.split("\n") if line.strip()
            )
        elif kind in ("heading_close", "th_close", "td_close"):
            self._inside = ""

    def add_fragment(self, html: str) -> None:
        self._end_item()
        self.finished.extend(fragment_lines(html))

    def _add_words(self, token: Token) -> None:
        if not self._inside and not self._lists:
            keep_breaks(token)
        parts = [part for part in lines_of(token) if not is_drawn(words_of(part))]
        words = " ".join(words_of(part) for part in parts)
        if not words:
            return
        if self._inside == "cell":
            self._rows[-1][-1] = Cell(words)
        elif self._inside == "heading":
            self._end_item()
            self.finished.append(f"{self._marks} {words}")
        elif self._item:
            self._item.append(words)
        elif self._lists:
            self.finished.append(guarded(words))
        else:
            for part in parts:
                heading, text = heading_or_text(part)
                if heading:
                    self.finished.append(f"# {heading}")
                if text:
                    self.finished.append(guarded(text))

    def _marker(self) -> str:
        indent, number = "  " * (len(self._lists) - 1), self._lists[-1]
        if number is None:
            return f"{indent}-"
        self._lists[-1] = number + 1
        return f"{indent}{number}."

    def _end_item(self) -> None:
        if len(self._item) > 1:
            self.finished.append(" ".join(self._item))
        self._item = []


def _tables_in_one_piece(text: str) -> str:
    """Close the blank lines inside HTML tables, at which Markdown would end them."""
    parts: list[str] = []
    at = 0
    while (start := text.find("<table", at)) >= 0 and (end := text.find("</table>", start)) >= 0:
        parts += [text[at:start], _BLANK_LINES.sub("\n", text[start:end])]
        at = end
    return "".join([*parts, text[at:]]) if parts else text


_BLANK_LINES = pattern(r"\n(?:[ \t]*\n)+")
