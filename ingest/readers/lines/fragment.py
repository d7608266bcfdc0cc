"""Read a piece of HTML inside a Markdown file: its tables become rows, its tags go, its text stays."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from ingest.readers.lines.table import Cell, table_rows
from vectorstore.patterns import pattern


def fragment_lines(html: str) -> list[str]:
    """Turn a piece of HTML into lines of text, one for each block.

    >>> fragment_lines("<table><tr><th>Rate</th></tr><tr><td>15%</td></tr></table>")
    ['| Rate |', '| 15% |']
    """
    html = _LOOSE.sub("&lt;", _MARKED.sub("", _without_comments(html)))
    parser = _parsed(html, _UNSEEN | STRUCK)
    if parser.is_unseen:  # a mark that is never closed strikes nothing
        parser = _parsed(html, _UNSEEN)
    return list(parser.finished())


STRUCK = frozenset(("del", "s", "strike"))  # what a correction takes back; its <ins> is text


def _parsed(html: str, unseen: frozenset[str]) -> "_Fragment":
    parser = _Fragment(unseen)
    parser.feed(html)
    parser.close()
    return parser


# A < that begins no whole tag. Python's parser looks for the end of each such one through all that is left,
# until 3.13.6: 400 kB of `<a href=` take it minutes.
_LOOSE = pattern(r"<(?![a-zA-Z/!?][^<>]*>)")
_MARKED = pattern(r"<!\[[^<>]*>")  # <![if !IE]>


def _without_comments(html: str) -> str:
    """Drop comments, from the last `<!--` that is never closed on as text."""
    pieces: list[str] = []
    at = 0
    while (start := html.find("<!--", at)) >= 0 and (end := html.find("-->", start + 4)) >= 0:
        pieces.append(html[at:start])
        at = end + 3
    return "".join((*pieces, html[at:].replace("<!--", "&lt;!--")))


_BLOCK_NAMES = """
address article aside blockquote br caption center dd div dl dt figcaption figure footer form header
hr li main nav ol p pre section summary table tbody tfoot thead tr ul h1 h2 h3 h4 h5 h6
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_UNSEEN = frozenset(("script", "style", "template", "noscript"))
_MOST_INDENTED = 20  # lists within lists; a broken page opens thousands and closes none
_MOST_SPANNED = 100  # columns or rows; a broken rowspan must not make a million cells


class _Fragment(HTMLParser):
    def __init__(self, unseen: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._hidden = unseen
        self._lines: list[str] = []
        self._text: list[str] = []
        self._prefix = ""
        self._rows: list[list[Cell]] | None = None
        self._cell: tuple[int, int] | None = None
        self._unseen = 0
        self._depth = 0  # of lists

    @property
    def is_unseen(self) -> bool:
        """Whether what it was fed ends within an element that is not to be seen."""
        return self._unseen > 0

    def finished(self) -> Iterator[str]:
        self._flush()
        self._end_table()
        yield from self._lines

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._hidden:
            self._unseen += 1
        elif tag == "table":
            self._flush()
            self._end_table()
            self._rows = []
        elif tag in ("tr", "td", "th"):
            self._end_cell()
            self._flush()
            if self._rows is None:
                self._rows = []
            if tag == "tr" or not self._rows:
                self._rows.append([])
            if tag != "tr":
                named = dict(attrs)
                self._cell = (_span(named.get("colspan")), _span(named.get("rowspan")))
        elif tag in _BLOCKS:
            self._break()
            if tag in ("ul", "ol"):
                self._depth += 1
            elif tag == "li":
                self._prefix = "  " * min(_MOST_INDENTED, max(0, self._depth - 1)) + "- "
            elif re.fullmatch("h[1-6]", tag):
                self._prefix = "#" * int(tag[1]) + " "

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self._hidden:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            self._unseen = max(0, self._unseen - 1)
        elif tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag == "table":
            self._end_cell()
            self._end_table()
        elif tag in _BLOCKS:
            self._break()
            if tag in ("ul", "ol"):
                self._depth = max(0, self._depth - 1)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._text.append(data)

    def _break(self) -> None:
        if self._cell is None:
            self._flush()
        else:
            self._text.append(" ")

    def _flush(self) -> None:
        text = " ".join("".join(self._text).split())
        self._text.clear()
        if text:
            self._lines.append(self._prefix + text)
            self._prefix = ""

    def _end_cell(self) -> None:
        text = " ".join("".join(self._text).split())
        if self._cell and self._rows:
            self._rows[-1].append(Cell(text, *self._cell))
            self._text.clear()
            self._cell = None

    def _end_table(self) -> None:
        if self._rows is not None:
            self._lines.extend(table_rows(self._rows))
            self._rows = None


def _span(value: str | None) -> int:
    return min(int(value), _MOST_SPANNED) if value and value.isdigit() and int(value) else 1
