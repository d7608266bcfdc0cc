"""Read a web page saved to disk: the article without what surrounds it, and what its head says.

Nothing is fetched. The article is found by trafilatura; its day is the one that the page states of it,
in its head or beside its heading.
"""

import logging
import re
from collections.abc import Sequence
from typing import Any

from ingest.readers.lines.asked import with_questions_as_headings
from ingest.readers.lines.fragment import fragment_lines
from ingest.readers.lines.leftovers import without_actions
from ingest.readers.metadata.copyright_line import copyright_holder
from ingest.readers.metadata.document_title import short_title
from ingest.readers.metadata.masthead import read_masthead
from ingest.readers.metadata.memorandum import subject_of
from ingest.readers.metadata.opening import read_opening
from ingest.readers.reading import Reading
from ingest.readers.web_page.article import article_lines
from ingest.readers.web_page.dates import shown_dates, updated_day
from ingest.readers.web_page.head import page_head, site_in_title
from ingest.readers.web_page.lost_headings import with_lost_headings
from ingest.readers.web_page.main_block import mark_main_block
from ingest.readers.web_page.menus import drop_menus
from ingest.readers.web_page.own_part import OwnPart, own_lines, own_part
from ingest.readers.web_page.tree import page_tree, whole_lines
from ingest.text.letters import letters

HEAD = 6  # lines from the top, in which the title may stand again
SHARE_OF_LINE = 0.9  # of the letters of an article; a line of the page that holds fewer is not all of it


def read_html_page(html: str) -> Reading:
    """Read a page; one without a recognisable article is read whole."""
    page = page_tree(html)
    if page is None:
        return Reading(text="\n".join(fragment_lines(html)))
    if page.in_tables:
        drop_menus(page.root, page.cells)
    part = own_part(page.root)
    head = page_head(page.root, part)
    article = None if page.in_tables else _article(page.root, head.url)
    found = article_lines(article.body) if article is not None and article.body is not None else []
    own = own_lines(part)
    if _is_run_together(found, own):
        found = own
    lines = with_lost_headings(found, page.root)
    if not lines:
        lines = whole_lines(page.root)
    opening = read_opening([line for line in lines if line.strip("# ")])  # "###" ends a press release
    stated = head.title or subject_of(lines) or (article and article.title)
    text = opening.lines or lines
    repeated = next((at for at, line in enumerate(text[:HEAD]) if _is_heading(line, stated)), None)
    if len(text) > 1 and repeated is not None:
        text = [*text[:repeated], *text[repeated + 1 :]]
    is_labelled = any(stated.origin == "published line" for stated in opening.dates)
    return Reading(
        text="\n".join(with_questions_as_headings(without_actions(text))),
        title=stated or read_masthead(text).title or (short_title(text[0].lstrip("#|- ")) if text else None),
        publisher=head.publisher
        or opening.publisher
        or _site_of(article, stated)
        or site_in_title(page.root, part)
        or (None if head.url or opening.url else _publisher(stated or "", part, text, page.root)),
        url=head.url or opening.url,
        language=head.language,
        dates=(*head.dates, *opening.dates, *(() if is_labelled else shown_dates(part))),
        modified=max(filter(None, (head.modified, updated_day(part))), default=None),
    )


def _is_heading(line: str, title: str | None) -> bool:
    """Whether a line only repeats the title."""
    return title is not None and letters(line) == letters(title)


def _publisher(title: str, part: OwnPart, text: Sequence[str], tree: Any) -> str | None:
    """Who the lines above the heading or below it say has published the page, else its foot."""
    feet = [line for foot in tree.iter("footer") for line in foot.text_content().split("\n")]
    named = read_masthead([title, *part.above, *text]).publisher
    return named or copyright_holder(text) or copyright_holder(feet)


def _site_of(article: Any, title: str | None) -> str | None:
    """The site that trafilatura finds in the page's title, where that is not the title of the article."""
    name = article.sitename if article is not None else None
    return name if name and not _is_heading(name, title) else None


def _article(tree: Any, url: str | None) -> Any:
    """What trafilatura takes for the article of a page, and for its title and site."""
    import trafilatura

    mark_main_block(tree)
    # It warns, in words of its own, of pages without an article; those are read whole, or reported.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    for moment in list(tree.iter("time")):
        if moment.xpath("ancestor::p | ancestor::li | ancestor::td | ancestor::blockquote"):
            moment.drop_tag()  # trafilatura takes its words out of their sentence
    return trafilatura.bare_extraction(
        tree,
        url=url,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        with_metadata=True,
    )


def _is_run_together(found: Sequence[str], own: Sequence[str]) -> bool:
    """Whether the article is one line of several of the page: trafilatura's way with pages of few words."""
    if len(found) != 1:
        return False
    words = letters(found[0])
    within = [len(line) for line in map(letters, own) if line in words]
    return sum(within) >= SHARE_OF_LINE * len(words) > max(within, default=0)


def declared_encoding(content: bytes) -> str | None:
    """The encoding that a page names in its first bytes."""
    match = _CHARSET.search(content[:4096])
    return match[1].decode("ascii").lower() if match else None


_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:-]+)""")
