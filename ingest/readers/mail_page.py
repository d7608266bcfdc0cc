"""Read a mail that is written as a page: all its words, without what it only quotes.

Whoever sends a mail leaves out what surrounds an article, so nothing is searched for one.
"""

import re

from ingest.readers.fragment import fragment_lines
from ingest.readers.mail_quoting import says_forwarded
from ingest.readers.page_tree import page_tree, whole_lines


def mail_page_lines(html: str) -> list[str]:
    """The lines of a mail's page; rules and blanks that only set it out are none.

    >>> mail_page_lines("<table><tr><td><h2>Asia</h2><p>They met.</p></td></tr></table><p>***</p>")
    ['## Asia', 'They met.']
    """
    page = page_tree(html)
    if page is None:
        return fragment_lines(html)
    for element in page.root.xpath(_QUOTES):
        if element.getparent() is not None and not says_forwarded(element.text_content()[:200]):
            element.drop_tree()
    return [line for line in whole_lines(page.root) if re.search(r"[^\W_]", line) or line == "--"]


_QUOTES = (
    "//blockquote[@type='cite'] | //div[contains(concat(' ', @class, ' '), ' gmail_quote ')]"
    " | //div[contains(concat(' ', @class, ' '), ' gmail_signature ')]"
    " | //*[contains(@class, 'moz-cite-prefix')]"
)
