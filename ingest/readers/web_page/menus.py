"""Take the menus out of a page that is laid out in tables: cells and tables that hold links and little else.

Old pages mark nothing: no <nav>, no <article>. What stands in one cell with the article is left alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ingest.readers.web_page.own_part import page_heading
from ingest.readers.web_page.tree import letters_of

MOST_LINKED = 0.5  # of the letters of a cell; the limit of Readability and trafilatura for longer ones
SHORT = 25  # letters of a link, on average: a section of a site, where a headline is longer
SENTENCE = 80  # letters; a page that keeps fewer is made of its links
FILLED = 0.8  # of the filled cells of a table hold links alone; one of figures has others in each row


def drop_menus(tree: Any, cells: Sequence[Any]) -> None:
    """Take them out of a tree, whose `cells` lay it out.

    Headlines that are linked go only beside an article, and sections only where a sentence is left: on a page
    that is a list of them they are its words.
    """
    menus = list(_menus(tree, cells))
    short, long = [m for m in menus if _are_short(m)], [m for m in menus if not _are_short(m)]
    if _unlinked(tree) > sum(map(_linked, long)):
        short += long
    if len(letters_of(tree)) - sum(len(letters_of(menu)) for menu in short) > SENTENCE:
        for menu in short:
            menu.drop_tree()


def _menus(tree: Any, cells: Sequence[Any]) -> Iterator[Any]:
    """Cells that hold no other, and tables in cells, none within another."""
    laid_out = set(cells)
    above = {cell: next((a for a in cell.iterancestors() if a in laid_out), None) for cell in cells}
    own = _own_cell(tree, cells, above)
    found = set()
    for cell in laid_out - set(above.values()):
        if cell is not own and _is_menu(cell):
            found.add(cell)
            yield cell
    for table in tree.iter("table"):  # those left are no frames
        around = list(table.iterancestors())
        if own not in around and found.isdisjoint(around) and _holds_links_alone(table):
            yield table


def _own_cell(tree: Any, cells: Sequence[Any], above: Mapping[Any, Any | None]) -> Any | None:
    """The innermost cell around the heading of the page; without one, that with the most words of its own."""
    heading = page_heading(tree)
    around = () if heading is None else heading.iterancestors()
    found = next((element for element in around if element in above), None)
    if found is not None:
        return found
    words = {cell: _unlinked(cell) for cell in cells}
    for cell, outer in above.items():
        if outer is not None:
            words[outer] -= _unlinked(cell)
    return max((cell for cell in cells if words[cell]), key=words.__getitem__, default=None)


def _is_menu(cell: Any) -> bool:
    linked = _linked(cell) > MOST_LINKED * len(letters_of(cell))
    return linked and all(map(_holds_links_alone, cell.iter("table")))


def _holds_links_alone(table: Any) -> bool:
    cells = [cell for cell in table.iter("td", "th") if letters_of(cell)]
    alone = [cell for cell in cells if _linked(cell) == len(letters_of(cell))]
    return len(alone) > FILLED * len(cells)


def _are_short(menu: Any) -> bool:
    links = [length for link in _links(menu) if (length := len(letters_of(link)))]
    return sum(links) < SHORT * len(links)


def _unlinked(element: Any) -> int:
    return len(letters_of(element)) - _linked(element)


def _linked(element: Any) -> int:
    return sum(len(letters_of(link)) for link in _links(element))


def _links(element: Any) -> list[Any]:
    return [link for link in element.iter("a") if link.get("href") is not None]
