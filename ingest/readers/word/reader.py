"""Read a Word document (.docx): its structure as text, its title and author.

Its file says when it was made, which is not when a briefing was published: that is never its date.
"""

import logging
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from ingest.readers.decoding import clean, refuse_too_large
from ingest.readers.lines.asked import with_questions_as_headings
from ingest.readers.metadata.document_title import author_of, document_title
from ingest.readers.metadata.masthead import read_masthead
from ingest.readers.metadata.opening import read_opening
from ingest.readers.reading import Reading
from ingest.readers.word.body import Body, Style
from ingest.readers.word.numbering import Numbering, W, value_of
from ingest.text.document_dates import dates_alone, updated_on
from vectorstore.errors import SourceError

logger = logging.getLogger(__name__)

LARGEST_XML = 200_000_000  # bytes unpacked; a treaty of two thousand pages has some 50 MB
LARGEST = 1_000_000_000  # bytes unpacked, pictures included
MOST_PARTS = 20_000


def read_docx(content: bytes) -> Reading:
    """Read a document; SourceError where it is none, is protected, or unpacks to too much."""
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError  # type: ignore[import-untyped]  # its stubs are a package of their own

    _refuse_other(content)
    try:
        return _read(content)
    except SourceError:
        raise
    # python-docx takes for granted that every part holds what it is said to: what it then meets is a
    # missing attribute, key or string of a damaged part.
    except (OpcError, LxmlError, zipfile.BadZipFile, EOFError, OSError, LookupError, ValueError, TypeError,
            NotImplementedError, AttributeError, AssertionError) as error:  # fmt: skip
        logger.info("A Word document could not be read", exc_info=True)
        raise SourceError(
            f"It is a Word document that is damaged ({type(error).__name__}: {str(error)[:100]}). Open it in "
            "a word processor and save it again."
        ) from error


def _read(content: bytes) -> Reading:
    import docx

    document = docx.Document(BytesIO(content))
    parts = {str(part.partname): part for part in document.part.package.iter_parts()}
    body = Body(_styles(document), Numbering(_root(parts.get("/word/numbering.xml"))))
    lines = [clean(line) for line in body.lines(document.element.body)]
    notes = _notes(body, _root(parts.get("/word/footnotes.xml")))
    refuse_too_large(sum(map(len, [*lines, *notes])))
    opening = read_opening(lines)
    properties = document.core_properties
    title, repeated = document_title(properties.title or "", opening.lines)
    text = [line for at, line in enumerate(opening.lines) if at != repeated] + notes
    return Reading(
        text="\n".join(with_questions_as_headings(text)),
        title=title,
        publisher=opening.publisher
        or read_masthead(opening.lines).publisher
        or author_of(properties.author or ""),
        url=opening.url,
        dates=(*opening.dates, *dates_alone(opening.lines, opening.dates)),
        modified=updated_on(opening.lines),
        made_on=_made_on(properties),
    )


def _refuse_other(content: bytes) -> None:
    """Say what it is when it is no .docx, before anything of it is unpacked."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise SourceError(
                "It is an office document that wants a password. Save it without one and ingest that."
            )
        raise SourceError("It is an old Word document (.doc), whatever its name says. Save it as .docx.")
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        kind = "a Word document that is damaged or cut off" if content[:2] == b"PK" else "no Word document"
        raise SourceError(f"It is {kind} ({error}). Save it again as .docx, or as .txt.") from error
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        what = next(
            (kind for folder, kind in _OTHERS if any(n.startswith(folder) for n in names)), "a ZIP archive"
        )
        raise SourceError(
            f"It is {what}, not a Word document, whatever its name says. Save its text as .docx."
        )
    written = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    unpacked = sum(part.file_size for part in parts)
    if written > LARGEST_XML or unpacked > LARGEST or len(parts) > MOST_PARTS:
        raise SourceError(
            f"It unpacks to {unpacked / 1e6:.0f} MB in {len(parts)} parts, which no briefing does. Save its "
            "text as .txt."
        )


_OTHERS = (("xl/", "a spreadsheet"), ("ppt/", "a presentation"), ("content.xml", "an OpenDocument file"))


def _styles(document: Any) -> dict[str, Style]:
    """What each paragraph style makes of a paragraph; a style takes over from the one it is based on."""
    elements = {e.get(f"{W}styleId", ""): e for e in document.styles.element.iter(f"{W}style")}
    return {id: _style(list(_chain(id, elements))) for id in elements}


def _chain(id: str, elements: dict[str, Any]) -> Iterator[Any]:
    seen: set[str] = set()
    while id in elements and id not in seen:
        seen.add(id)
        yield elements[id]
        id = value_of(elements[id], "basedOn")


def _style(chain: Sequence[Any]) -> Style:
    def first(path: str) -> str:
        return next((value for element in chain if (value := value_of(element, path))), "")

    names = [value_of(element, "name").casefold() for element in chain]
    heading = next((int(n[8:]) for n in names if n.startswith("heading ") and n[8:].isdigit()), 0)
    outline = first(f"pPr/{W}outlineLvl")
    if not heading and outline.isdigit() and int(outline) < 9:
        heading = int(outline) + 1
    if not heading and "title" in names:
        heading = 1
    level = first(f"pPr/{W}numPr/{W}ilvl")
    number = first(f"pPr/{W}numPr/{W}numId")
    deeper = re.search(r"^list (?:bullet|number) ([2-5])$", names[0])  # lists of their own, further in
    return Style(names[0], heading, number, int(deeper[1]) - 1 if deeper else int(level or 0))


def _notes(body: Body, footnotes: Any) -> list[str]:
    """The footnotes that the text refers to, below a heading."""
    if footnotes is None or not body.notes:
        return []
    by_id = {note.get(f"{W}id", ""): note for note in footnotes.iter(f"{W}footnote")}
    texts = [" ".join(body.lines(by_id[id])) for id in list(body.notes) if id in by_id]
    numbered = [f"{number}. {text}" for number, text in enumerate(map(clean, texts), start=1) if text]
    return ["# Notes", *numbered] if numbered else []


def _root(part: Any) -> Any:
    """The root element of a part; python-docx parses those that it knows."""
    from docx.oxml import parse_xml

    if part is None:
        return None
    return part.element if hasattr(part, "element") else parse_xml(part.blob)


def _made_on(properties: Any) -> date | None:
    try:
        made = properties.modified or properties.created
    except ValueError:  # not written as a date
        return None
    return made.date() if made else None
