"""Read one source into text and metadata; there is one reader for each format.

A source gives one briefing or, like a file of articles, many; each is a `Reading`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from ingest.readers.decoding import LARGEST, decode, refuse_too_large
from ingest.readers.reading import NoBriefingsError, Reading, Unread
from vectorstore.errors import SourceError
from vectorstore.patterns import pattern

__all__ = ["FEED", "KNOWN_ENDINGS", "NoBriefingsError", "Reading", "Unread", "largest", "read"]

MARKDOWN = (".md", ".markdown")
PLAIN_TEXT = (".txt", ".text")
HTML = (".html", ".htm")
PDF = (".pdf",)
WORD = (".docx",)
MAIL = (".eml",)
JSON = (".json",)
JSON_LINES = (".jsonl", ".ndjson")
FEED = (".xml", ".rss", ".atom")
KNOWN_ENDINGS = frozenset((*MARKDOWN, *PLAIN_TEXT, *HTML, *PDF, *WORD, *MAIL, *JSON, *JSON_LINES, *FEED))

# Bytes, where it is not LARGEST: some are many briefings, some are mostly pictures.
_LARGEST = dict.fromkeys((*JSON, *JSON_LINES), 500_000_000) | dict.fromkeys((*PDF, *WORD, *MAIL), 200_000_000)


def read(name: str, content: bytes, title: str | None = None) -> Iterator[Reading | Unread]:
    """Read `content` by the ending of its name; an unknown ending is tried as plain text.

    Plain text whose `title` a person has told begins without one.

    Raises SourceError when nothing of it can be read. A part that cannot be read is yielded as Unread.
    """
    refuse_too_large(len(content), largest(name))
    for reading in _read(Path(name).suffix.lower(), content, title):
        if isinstance(reading, Unread) or reading.text.strip():
            yield reading
        elif reading.part:
            yield Unread(reading.part, _NO_TEXT)
        else:
            raise SourceError(_NO_TEXT)


def largest(name: str) -> int:
    """The most bytes that a file of this name may have."""
    return _LARGEST.get(Path(name).suffix.lower(), LARGEST)


_NO_TEXT = "It has no text after its front matter, tags and title are set aside. Add a text, or remove it."


def _read(ending: str, content: bytes, title: str | None) -> Iterator[Reading | Unread]:
    # Imported when met: a folder of Markdown pays for no HTML parser.
    if ending in HTML:
        from ingest.readers.web_page.reader import declared_encoding, read_html_page

        yield read_html_page(decode(content, declared_encoding(content)))
    elif ending in MARKDOWN:
        from ingest.readers.markdown import read_markdown

        yield read_markdown(decode(content))
    elif ending in PDF:
        from ingest.readers.pdf.reader import read_pdf

        yield read_pdf(content)
    elif ending in WORD:
        from ingest.readers.word.reader import read_docx

        yield read_docx(content)
    elif ending in MAIL:
        from ingest.readers.mail.reader import read_mail

        yield from read_mail(content, read)
    elif ending in JSON_LINES:
        from ingest.readers.json_articles import read_json_lines

        yield from read_json_lines(content)
    elif ending in JSON:
        from ingest.readers.json_articles import read_json

        yield from read_json(content)
    elif ending in FEED:
        from ingest.readers.feed_file import read_feed_file

        yield from read_feed_file(content)
    elif _PAGE.match(text := decode(content)):
        yield from _read(HTML[0], content, title)
    else:
        from ingest.readers.plain_text import read_plain_text, read_text_below

        yield read_text_below(title, text) if title else read_plain_text(text)


# A page that was saved as text; where a text only begins with a tag, it has no head or body.
_PAGE = pattern(r"\s*<(?:!doctype\s+html\b|html\b[^>]*>[^<]*<(?:!--|head|body|title|meta)\b)", re.I)
