"""Parse a page without what is none of its words: pictures, what it strikes out, tables as its frame."""

from copy import deepcopy
from typing import Any, NamedTuple

from ingest.readers.lines.fragment import STRUCK, fragment_lines
from ingest.text.letters import letters
from vectorstore.patterns import pattern


class Page(NamedTuple):
    """The root of a page; `in_tables` where tables lay most of it out, as in newsletters."""

    root: Any
    in_tables: bool
    cells: list[Any]  # of these tables


def page_tree(html: str) -> Page | None:
    """The tree of a page that is ready to be read, and nothing where it cannot be parsed."""
    import lxml.etree  # type: ignore[import-untyped]  # its stubs are a package of their own
    import lxml.html  # type: ignore[import-untyped]

    html = _INLINE_DATA.sub('""', html)  # pictures inside the page: megabytes that hold no word
    try:
        tree = lxml.html.document_fromstring(_XML_DECLARATION.sub("", html))
    except (lxml.etree.LxmlError, ValueError):
        return None
    for struck in list(tree.iter(*STRUCK)):
        struck.drop_tree()
    laid_out, cells = _unwrap(tree)
    marked = next(tree.iter("article", "main"), None) is not None
    return Page(tree, not marked and laid_out > SHARE_IN_TABLES * len(letters_of(tree)), cells)


def whole_lines(tree: Any) -> list[str]:
    """Every line that the body of a page shows."""
    import lxml.html

    body = deepcopy(tree.find("body")) if tree.find("body") is not None else deepcopy(tree)
    for element in body.xpath(".//*[@hidden or contains(translate(@style, ' ', ''), 'display:none')]"):
        if element.getparent() is not None:
            element.drop_tree()  # a preview for lists of mails, a menu
    return fragment_lines(lxml.html.tostring(body, encoding="unicode"))


SHARE_IN_TABLES = 0.5  # of the letters
PARAGRAPH = 50  # letters; what stands in the cells of figures and of lists is shorter
_INLINE_DATA = pattern(r""""data:[\w.+/-]*[;,][^"]*"|'data:[\w.+/-]*[;,][^']*'""")
_XML_DECLARATION = pattern(r"^\s*<\?xml[^>]*\?>")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = ("p", "div", "ul", "ol", "blockquote", *_HEADINGS)


def _unwrap(tree: Any) -> tuple[int, list[Any]]:
    """Make blocks of the tables that only lay a page out, and words of the lists in others.

    Returns how many letters the former hold, and their cells.
    """
    laid: list[Any] = []
    tables = [(table, _is_frame(table)) for table in tree.iter("table")]
    outermost = [table for table, is_frame in tables if is_frame and not table.xpath("ancestor::table")]
    laid_out = sum(len(letters_of(table)) for table in outermost)
    for table, is_frame in tables:
        for row in _rows(table):
            for cell in _cells(row):
                if is_frame:
                    cell.tag = "div"
                    laid.append(cell)
                else:
                    _flatten(cell)
            if is_frame:
                row.tag = "div"
        if is_frame:
            for part in table.iterchildren("thead", "tbody", "tfoot", "caption"):
                part.tag = "div"
            table.tag = "div"
    return laid_out, laid


def _is_frame(table: Any) -> bool:
    """Whether a table lays out blocks; the cells of one of figures may be a paragraph each, too.

    It does where it says so, where a cell holds a table or a section, or most of it in paragraphs, and where
    all is in one column.
    """
    if table.get("role") in ("presentation", "none"):
        return True
    rows = [list(_cells(row)) for row in _rows(table)]
    cells = [cell for row in rows for cell in row]
    if any(next(cell.iter("table"), None) is not None or _is_section(cell) for cell in cells):
        return True
    if any(_is_story(cell, len(letters_of(table))) for cell in cells):
        return True
    is_column = all(sum(bool(letters_of(cell)) for cell in row) <= 1 for row in rows)
    return is_column and any(next(cell.iter(*_BLOCKS), None) is not None for cell in cells)


def _is_section(cell: Any) -> bool:
    """Whether a cell holds a heading and something below it."""
    heading = next(cell.iter(*_HEADINGS), None)
    return cell.tag == "td" and heading is not None and len(letters_of(heading)) < len(letters_of(cell))


def _is_story(cell: Any, of: int) -> bool:
    """Whether a cell holds several paragraphs, and most of the letters `of` its table."""
    paragraphs = [p for p in cell.iter("p") if len(letters_of(p)) >= PARAGRAPH]
    return len(paragraphs) > 1 and len(letters_of(cell)) > SHARE_IN_TABLES * of


def _flatten(cell: Any) -> None:
    """Write the lists in a cell as words: the article's finder leaves such lists out."""
    for element in cell.iter("ul", "ol", "li"):
        element.tag = "div"


def _rows(table: Any) -> list[Any]:
    return list(table.xpath("./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr"))


def _cells(row: Any) -> list[Any]:
    return list(row.iterchildren("td", "th"))


def letters_of(element: Any) -> str:
    """The letters of an element and all within it."""
    return letters(element.text_content())
