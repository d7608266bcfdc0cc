"""Read one source into text and metadata; there is one reader for each format."""

from pathlib import Path

from ingest.readers.decoding import decode
from ingest.readers.reading import Reading
from vectorstore.errors import SourceError

__all__ = ["KNOWN_ENDINGS", "Reading", "read"]

MARKDOWN = (".md", ".markdown")
PLAIN_TEXT = (".txt", ".text")
HTML = (".html", ".htm")
KNOWN_ENDINGS = frozenset((*MARKDOWN, *PLAIN_TEXT, *HTML))


def read(name: str, content: bytes) -> Reading:
    """Read `content` by the ending of its name; an unknown ending is tried as plain text."""
    ending = Path(name).suffix.lower()
    # Imported when met: a folder of Markdown pays for no HTML parser.
    if ending in HTML:
        from ingest.readers.html_page import declared_encoding, read_html_page

        reading = read_html_page(decode(content, declared_encoding(content)))
    elif ending in MARKDOWN:
        from ingest.readers.markdown import read_markdown

        reading = read_markdown(decode(content))
    else:
        from ingest.readers.plain_text import read_plain_text

        reading = read_plain_text(decode(content))
    if not reading.text.strip():
        raise SourceError(
            "It has no text after its front matter, tags and title are set aside. Add a text, or remove it."
        )
    return reading
