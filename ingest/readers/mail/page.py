"""Read a mail that is written as a page: all its words, without what it only quotes.

Whoever sends a mail leaves out what surrounds an article, so nothing is searched for one.
"""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from ingest.readers.lines.fragment import fragment_lines
from ingest.readers.mail.quoting import says_forwarded
from ingest.readers.web_page.tree import page_tree, whole_lines


class MailPage(NamedTuple):
    """The lines of a mail's page, and what was left out of them."""

    lines: list[str]
    quoted: bool = False  # whether words of an earlier mail were
    signature: str = ""


def mail_page(html: str) -> MailPage:
    """Read the page of a mail; rules and blanks that only set it out are no lines.

    >>> mail_page("<table><tr><td><h2>Asia</h2><p>They met.</p></td></tr></table><p>***</p>").lines
    ['## Asia', 'They met.']
    """
    page = page_tree(html)
    if page is None:
        return MailPage(fragment_lines(html))
    quotes = [quote for quote in page.root.xpath(_QUOTES) if not says_forwarded(quote.text_content()[:200])]
    quoted = bool(_dropped(quotes))
    signature = _dropped(page.root.xpath(_SIGNATURES))
    lines = [line for line in whole_lines(page.root) if re.search(r"[^\W_]", line) or line == "--"]
    return MailPage(lines, quoted, signature)


def _dropped(elements: Iterable[Any]) -> str:
    """Take elements out of their page; return their words."""
    words: list[str] = []
    for element in elements:
        if element.getparent() is not None:
            words += element.text_content().split()
            element.drop_tree()
    return " ".join(words)


_QUOTES = (
    "//blockquote[@type='cite'] | //div[contains(concat(' ', @class, ' '), ' gmail_quote ')]"
    " | //*[contains(@class, 'moz-cite-prefix')]"
)
_SIGNATURES = "//div[contains(concat(' ', @class, ' '), ' gmail_signature ')]"
