"""Find the part of a page that is about its own article: not its menus, nor other stories beside it."""

import re
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from ingest.readers.lines.fragment import fragment_lines
from ingest.text.letters import letters
from vectorstore.patterns import pattern

FEWEST_OF_LOWER = 3  # words of a heading of lower rank; fewer may be a section's


@dataclass(frozen=True, slots=True)
class OwnPart:
    """A copy of that part, its heading, and whether the page marks it as one; else it is the whole body.

    It `begins` the page where nothing linked stands above its heading: then no menu does, nor another story.
    `above` are the lines of the headers of the page that stand there.
    """

    root: Any
    heading: Any | None
    is_marked: bool
    begins: bool = False
    above: tuple[str, ...] = ()


def own_part(tree: Any) -> OwnPart:
    """The article or main element around the heading of a page, without what belongs to others."""
    tree = deepcopy(tree)
    heading = page_heading(tree)
    around = [] if heading is None else heading.xpath("ancestor::article | ancestor::main")
    alone = (
        [] if heading is not None else tree.xpath("//article[count(//article) = 1]") or tree.xpath("//main")
    )
    root = (around[-1:] or alone[:1] or tree.xpath("//body") or [tree])[0]
    is_marked = root.tag in ("article", "main")
    begins, headers = False, []
    if heading is not None and not heading.xpath("preceding::a[@href]"):
        begins, headers = True, heading.xpath("preceding::header[not(ancestor::article)]")
    above = tuple(line for header in headers for line in _lines_of(header))
    kept = set() if heading is None else {heading, *heading.iterancestors()}
    only = root.tag != "article" and len(root.xpath(".//article")) == 1
    for element in list(root.iter("nav", "aside", "header", "footer", "article", "section", "div", "ul")):
        if element is root or element in kept or element.getparent() is None:
            continue
        if (
            element.tag in ("nav", "aside")
            or (
                element.tag in ("header", "footer")
                and not is_marked
                and not element.xpath("ancestor::article")
            )
            or (element.tag == "article" and not only)
            or _OTHERS.search(names := f"{element.get('class') or ''} {element.get('id') or ''}")
            or (_MENU.search(names) and _is_linked(element))
        ):
            element.drop_tree()
    return OwnPart(root, heading, is_marked, begins, above)


def own_lines(part: OwnPart) -> list[str]:
    """The lines of that part, as they stand there."""
    return _lines_of(part.root)


def _lines_of(element: Any) -> list[str]:
    import lxml.html  # type: ignore[import-untyped]  # its stubs are a package of their own

    return fragment_lines(lxml.html.tostring(element, encoding="unicode", with_tail=False))


def page_heading(tree: Any) -> Any | None:
    """The h1 that the title of the page holds, an article's first; else the h2 that it begins with or is.

    Where the title holds none, it is the first h1 of an article, or of all; an h2 where there is but one.
    """
    headings = [h for h in tree.iter("h1") if h.text_content().strip()]
    within = [h for h in headings if h.xpath("ancestor::article | ancestor::main")]
    title = "".join(letters(title.text_content()) for title in tree.xpath("//head/title"))
    named = [h for h in [*within, *headings] if letters(h.text_content()) in title]
    lower = [
        h
        for h in tree.iter("h2")
        if len(h.text_content().split()) >= FEWEST_OF_LOWER and title.startswith(letters(h.text_content()))
    ]
    second = [h for h in tree.iter("h2") if len(h.text_content().split()) >= FEWEST_OF_LOWER]
    alone = second if len(second) == 1 and not headings else []
    return next(iter([*named, *lower, *within, *headings, *alone]), None)


# Names that sites give to what stands beside an article.
_OTHERS = pattern(
    r"(?<![a-z])(?:related|sidebar|most-?(?:read|popular)|recommend\w*|trending|teasers?|comments?)(?![a-z])",
    re.IGNORECASE,
)
# And to menus, or to all of a page that has one.
_MENU = pattern(r"(?<![a-z])(?:menu|nav(?:bar|igation)?|breadcrumbs?)(?![a-z])", re.IGNORECASE)


def _is_linked(element: Any) -> bool:
    linked = sum(len(letters(link.text_content())) for link in element.iter("a"))
    return linked > len(letters(element.text_content())) / 2
