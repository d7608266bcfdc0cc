"""Choose what a document is called: what its file states is often a file's name or a template's words."""

import re
from collections.abc import Sequence

from ingest.readers.metadata.masthead import read_masthead
from ingest.readers.metadata.memorandum import subject_of
from ingest.text.head_lines import kind_of
from ingest.text.letters import letters
from vectorstore.patterns import pattern

HEADINGS_WITHIN = 6  # lines from the top; a heading further down is one of a section
SHORT_TITLE = 90  # characters a title is cut to where the text begins without a headline


def document_title(stated: str, lines: Sequence[str]) -> tuple[str | None, int | None]:
    """Return the title, and the number of the line that only repeats it.

    What the file states counts when the document shows it; else the largest heading at the top does. A
    memorandum is called what it is about.

    >>> document_title("Microsoft Word - a.docx", ["## Desk", "# Where the talks stand", "Both met."])
    ('Where the talks stand', 1)
    >>> document_title("", ["# MEMORANDUM", "To: Desk", "Subject: Rice in Japan", "The quota is full."])
    ('Rice in Japan', None)
    """
    if subject := subject_of(lines):
        return subject, None
    stated = " ".join(stated.split())
    headings = [at for at, line in enumerate(lines[:HEADINGS_WITHIN]) if line.startswith("#")]
    headings = [at for at in headings if kind_of(lines[at]) is None] or headings  # no letterhead, no "Alert"
    largest = min(headings, key=lambda at: lines[at].index(" "), default=None)
    title: str | None
    if len(stated.split()) > 1 and letters(stated) in letters(" ".join(lines)):
        title = stated
    elif largest is not None:
        title = lines[largest].lstrip("# ")
    elif len(stated.split()) > 2 and not _NO_TITLE.search(stated):
        title = stated
    else:
        title = read_masthead(lines).title or (short_title(lines[0].lstrip("#|- ")) if lines else None)
    repeated = (at for at in headings if title and letters(lines[at]) == letters(title))
    return title, next(repeated, None) if len(lines) > 1 else None


def short_title(text: str) -> str:
    """The beginning of a text, cut between two words."""
    start = " ".join(text[: SHORT_TITLE * 4].split())
    if len(start) <= SHORT_TITLE:
        return start
    return start[:SHORT_TITLE].rsplit(" ", 1)[0] + " …"


def author_of(stated: str) -> str | None:
    """Who a file says has written it, unless that is a program or nobody.

    >>> author_of("Microsoft Office User"), author_of("(anonymous)"), author_of("Trade Desk")
    (None, None, 'Trade Desk')
    """
    stated = " ".join(stated.split()).strip("()[]<>")
    return stated if re.search(r"[^\W\d_]{2}", stated) and not _NOBODY.search(stated) else None


_NO_TITLE = pattern(r"^microsoft |\.(?:docx?|pdf|indd|qxd|rtf|html?|pptx?|xlsx?)\b|[\\/_]", re.IGNORECASE)
_NOBODY = pattern(
    r"^(?:author|anonymous|unknown|untitled|unspecified|admin\w*|default|(?:windows |office )?user|owner|root"
    r"|python-docx|microsoft.*|hp|dell|lenovo|test|scan\w*)$",
    re.IGNORECASE,
)
