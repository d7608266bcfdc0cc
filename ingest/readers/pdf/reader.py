"""Read a PDF: its text in paragraphs, the page that each begins on, its title.

A PDF says when its file was made, which is not when a briefing was published: it is never its date.
"""

import re
import threading
from collections.abc import Sequence
from datetime import date
from typing import Any

from ingest.readers.decoding import refuse_too_large
from ingest.readers.metadata.document_title import author_of, document_title
from ingest.readers.metadata.masthead import read_masthead
from ingest.readers.metadata.opening import read_opening
from ingest.readers.pdf.bombs import refuse_bombs
from ingest.readers.pdf.paged import PagedLine, assembled
from ingest.readers.reading import Reading
from ingest.text.document_dates import dates_alone, updated_on
from vectorstore.errors import SourceError
from vectorstore.patterns import pattern

FEWEST_LETTERS = 20  # of a whole document; what has fewer is a picture with a stamp on it
MOST_UNREADABLE = 0.1  # of the letters, of fonts that do not say which letters they draw
SHOWN = 8  # pages named in a note

_one_at_a_time = threading.Lock()  # pdfium is not made for threads


def read_pdf(content: bytes) -> Reading:
    """Read a PDF; SourceError where it is damaged, wants a password, or has no text."""
    import pypdfium2

    from ingest.readers.pdf.layout import laid_out

    with _one_at_a_time:
        document = _opened(content)
        try:
            pages, notes = _pages(document)
            stated = document.get_metadata_dict()
        except pypdfium2.PdfiumError as error:
            raise SourceError(f"It is damaged: {error} Print it to a new PDF, or save its text.") from error
        finally:
            document.close()
    lines = laid_out(pages)
    opening = read_opening([line.text for line in lines])
    title, lines = _title(stated.get("Title", ""), _kept(lines, opening.lines))
    text, starts = assembled(lines, len(pages))
    return Reading(
        text=text,
        title=title,
        publisher=opening.publisher
        or read_masthead(opening.lines).publisher
        or author_of(stated.get("Author", "")),
        url=opening.url,
        dates=(*opening.dates, *dates_alone([line.text for line in lines], opening.dates)),
        page_starts=starts,
        modified=updated_on(opening.lines),
        made_on=_day(stated.get("CreationDate", "")),
        notes=notes,
    )


def _opened(content: bytes) -> Any:
    import pypdfium2
    import pypdfium2.raw as pdfium

    if b"%PDF-" not in content[:1024]:
        raise SourceError("It is no PDF, whatever its name says. Give it the ending of what it is.")
    refuse_bombs(content)
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise SourceError(
                "It is a PDF that wants a password. Open it, print it to a new PDF and ingest that."
            ) from error
        why = str(error).rstrip(".")
        raise SourceError(
            f"It is a PDF that is damaged or cut off ({why}). Fetch it again, or print it to a new PDF."
        ) from error


def _pages(document: Any) -> tuple[list[list[Any]], tuple[str, ...]]:
    """The lines of each page, without headers and footers, and what could not be read."""
    import pypdfium2

    from ingest.readers.pdf.columns import columns_apart
    from ingest.readers.pdf.lines import lines_of
    from ingest.readers.pdf.margins import without_margins

    pages: list[list[Any]] = []
    damaged: list[int] = []
    pictures: list[int] = []
    characters = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            damaged.append(number + 1)
            pages.append([])
            continue
        lines = lines_of(page, number)
        if not lines and _has_picture(page):
            pictures.append(number + 1)
        page.close()
        characters += sum(len(line.text) for line in lines)
        refuse_too_large(characters)
        pages.append(columns_apart(lines))
    text = "".join(line.text for lines in pages for line in lines)
    _refuse_wordless(text, len(pages), pictures, damaged)
    notes = []
    if damaged:
        notes.append(f"{_listed(damaged, len(pages))} damaged and were not read")
    if pictures:
        notes.append(f"{_listed(pictures, len(pages))} pictures without text and were not read")
    return without_margins(pages), tuple(notes)


def _refuse_wordless(text: str, count: int, pictures: Sequence[int], damaged: Sequence[int]) -> None:
    letters = sum(character.isalpha() for character in text)
    if letters < FEWEST_LETTERS:
        if pictures:
            raise SourceError(
                f"It has no text: {_listed(pictures, count)} pictures, as a scan makes them. Recognise its "
                "text with an OCR program, such as ocrmypdf, and ingest what that writes."
            )
        if damaged:
            raise SourceError(f"It is damaged: no page of {count} can be read. Fetch it again.")
        raise SourceError(f"It has no text on its {count} pages. Save its text as .txt or .md.")
    unreadable = len(_UNREADABLE.findall(text))
    if unreadable > MOST_UNREADABLE * letters:
        raise SourceError(
            "Its text cannot be read: its fonts do not say which letters they draw. Print it to a new PDF "
            "and recognise its text with an OCR program, such as ocrmypdf."
        )


_UNREADABLE = pattern("[\x00-\x08\x0e-\x1f\ufffd\ue000-\uefff]")  # bullets of old fonts are above \uefff


def _has_picture(page: Any) -> bool:
    import pypdfium2.raw as pdfium

    kinds = [pdfium.FPDF_PAGEOBJ_IMAGE]
    return next(iter(page.get_objects(filter=kinds, max_depth=3)), None) is not None


def _listed(numbers: Sequence[int], count: int) -> str:
    """`2 of its 9 pages (4, 5) are`."""
    some = ", ".join(map(str, numbers[:SHOWN])) + (", ..." if len(numbers) > SHOWN else "")
    return f"{len(numbers)} of its {count} pages ({some}) are"


def _kept(lines: Sequence[PagedLine], texts: Sequence[str]) -> list[PagedLine]:
    """The lines whose texts are left, in order."""
    left = list(reversed(texts))
    return [line for line in lines if left and line.text == left[-1] and left.pop() is not None]


def _title(stated: str, lines: list[PagedLine]) -> tuple[str | None, list[PagedLine]]:
    """The title, and the lines without the heading that only repeats it."""
    first_page = [line.text for line in lines if line.pages[0][1] == lines[0].pages[0][1]]
    title, repeated = document_title(stated, first_page)
    if repeated is not None and len(lines) > 1:
        lines = [line for at, line in enumerate(lines) if at != repeated]
    return title, lines


def _day(stated: str) -> date | None:
    """The day of a PDF's `D:20250608123000+09'00'`."""
    match = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", stated)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
