"""Word documents: structure as text, tracked changes accepted, and clear words for what is none."""

import zipfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Inches

from ingest.readers import Reading
from ingest.readers.word import reader
from ingest.text.dates import Stated
from tests.reading import read_one
from vectorstore.errors import SourceError

TALKS = "Both sides met in Washington on June 6 for the fifth round."


def saved(write: Callable[[Document], Any]) -> bytes:
    document = docx.Document()
    write(document)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def read(content: bytes) -> Reading:
    return read_one("talks.docx", content)


def lines(write: Callable[[Document], Any]) -> list[str]:
    return read(saved(write)).text.split("\n")


def append(document: Document, xml: str) -> None:
    """Put a paragraph of WordprocessingML at the end."""
    document.element.body.insert(-1, parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))


def repacked(
    content: bytes, change: Callable[[str, bytes], bytes] = lambda _, part: part, **new: bytes
) -> bytes:
    """The document with each part changed, and with new parts in the folder `word`."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as to:
        for name in old.namelist():
            to.writestr(name, change(name, old.read(name)))
        for name, part in new.items():
            to.writestr(f"word/{name}.xml", part)
    return written.getvalue()


def with_body(xml: bytes) -> bytes:
    whole = saved(lambda document: document.add_paragraph(TALKS))
    return repacked(whole, lambda name, part: xml if name == "word/document.xml" else part)


def test_headings_paragraphs_and_line_breaks_are_lines() -> None:
    def write(document: Document) -> None:
        document.add_heading("Japan-US talks", 0)
        document.add_heading("Where they stand", 1)
        document.add_paragraph(TALKS)
        document.add_heading("Cars", 2)
        document.add_paragraph("Cars: 25 percent\nParts:\tlater").add_run(" and ").add_text("more")
        document.add_paragraph().add_run("STEEL:").bold = True
        document.add_paragraph("# 1 supplier").add_run(" is bold").bold = True

    assert lines(write) == [
        "# Where they stand", TALKS, "## Cars", "Cars: 25 percent", "Parts: later and more", "# STEEL",
        "#\u00a01 supplier is bold",
    ]  # fmt: skip
    assert read(saved(write)).title == "Japan-US talks"


def test_lists_keep_their_levels_and_are_numbered() -> None:
    def write(document: Document) -> None:
        document.add_paragraph("They agreed:")
        for words, style in (
            ("Cars", "List Bullet"), ("Parts", "List Bullet 2"), ("Steel", "List Bullet"),
            ("First step", "List Number"), ("Second step", "List Number"),
        ):  # fmt: skip
            document.add_paragraph(words, style)
        for words, level in (("Deeper", 1), ("Deepest", 2)):
            place = f'<w:ilvl w:val="{level}"/><w:numId w:val="77"/>'
            append(document, f"<w:pPr><w:numPr>{place}</w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r>")
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="2"/><w:numFmt w:val="{form}"/></w:lvl>'
            for level, form in enumerate(("decimal", "lowerLetter", "lowerRoman"))
        )
        numbering = document.part.numbering_part.element
        numbering.insert(
            0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>')
        )
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
        )

    assert lines(write) == [
        "They agreed:", "- Cars", "  - Parts", "- Steel", "1. First step", "2. Second step", "  (b) Deeper",
        "    (ii) Deepest",
    ]  # fmt: skip


def test_a_table_is_its_rows_and_a_frame_around_text_is_its_text() -> None:
    def write(document: Document) -> None:
        table = document.add_table(rows=3, cols=3)
        for row, words in zip(
            table.rows, (("Good", "Rate", ""), ("Cars", "25", "15"), ("Steel", "50", "50")), strict=True
        ):
            for cell, word in zip(row.cells, words, strict=True):
                cell.text = word
        table.cell(0, 1).merge(table.cell(0, 2))
        document.add_table(rows=1, cols=1).cell(0, 0).text = TALKS

    assert lines(write) == ["| Good | Rate | |", "| Cars | 25 | 15 |", "| Steel | 50 | 50 |", TALKS]


def test_tracked_changes_are_accepted() -> None:
    def write(document: Document) -> None:
        append(document, '<w:r><w:t xml:space="preserve">The duty is </w:t></w:r>'
               '<w:del w:id="1" w:author="A"><w:r><w:delText>25</w:delText></w:r></w:del>'
               '<w:ins w:id="2" w:author="A"><w:r><w:t>15</w:t></w:r></w:ins>'
               '<w:moveFrom w:id="3" w:author="A"><w:r><w:t> moved</w:t></w:r></w:moveFrom>'
               '<w:r><w:t xml:space="preserve"> percent</w:t></w:r>')  # fmt: skip
        append(document, '<w:pPr><w:rPr><w:del w:id="4" w:author="A"/></w:rPr></w:pPr>'
               '<w:r><w:t xml:space="preserve">Both sides </w:t></w:r>')  # fmt: skip
        append(document, "<w:r><w:t>met.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> Hidden.</w:t></w:r>")

    assert lines(write) == ["The duty is 15 percent", "Both sides met."]


def test_links_fields_content_controls_and_text_boxes_are_read_once() -> None:
    def write(document: Document) -> None:
        append(document, '<w:hyperlink w:anchor="x"><w:r><w:t>The order</w:t></w:r></w:hyperlink>'
               '<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple w:instr="DATE"><w:r>'
               '<w:t xml:space="preserve"> of April</w:t></w:r></w:fldSimple>'
               '<w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent><w:r><w:t> 2</w:t></w:r>'
               '</w:sdtContent></w:sdt>')  # fmt: skip
        box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
        mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        append(document, f"<w:r><mc:AlternateContent {mc}><mc:Choice Requires='wps'>{box}</mc:Choice>"
               f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>")  # fmt: skip

    assert lines(write) == ["The order of April 2", "In a box."]


def test_footnotes_stand_below_the_text() -> None:
    kind = "openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    part = "/word/footnotes.xml"
    added = {
        "[Content_Types].xml": f'<Override PartName="{part}" ContentType="application/vnd.{kind}"/>',
        "word/_rels/document.xml.rels": f'<Relationship Id="rId99" Type="{link}" Target="footnotes.xml"/>',
    }

    def write(document: Document) -> None:
        append(document, f'<w:r><w:t>{TALKS}</w:t><w:footnoteReference w:id="2"/></w:r>')

    def change(name: str, part: bytes) -> bytes:
        end = b"</Types>" if name.startswith("[") else b"</Relationships>"
        return part.replace(end, added.get(name, "").encode() + end)

    notes = "".join(
        f'<w:footnote w:id="{id}"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>'
        for id, words in ((0, "A line."), (2, "Annex B."))
    )
    content = repacked(
        saved(write), change, footnotes=f"<w:footnotes {nsdecls('w')}>{notes}</w:footnotes>".encode()
    )
    assert read(content).text.split("\n") == [TALKS, "# Notes", "1. Annex B."]


def test_the_properties_give_title_and_author_and_no_date() -> None:
    def write(document: Document) -> None:
        document.core_properties.title = "Fifth round of talks"
        document.core_properties.author = "Trade Desk"
        document.core_properties.modified = datetime(2025, 6, 8, 12)
        document.add_paragraph("Friday, June 6, 2025")
        document.add_paragraph(TALKS)

    reading = read(saved(write))
    assert (reading.title, reading.publisher) == ("Fifth round of talks", "Trade Desk")
    assert reading.dates == (Stated("published line", "June 6, 2025"),)
    assert reading.made_on == datetime(2025, 6, 8).date()
    plain = read(saved(lambda document: document.add_paragraph(TALKS)))
    assert (plain.dates, plain.publisher) == ((), None)  # python-docx's own name is nobody's


def test_published_counts_before_updated() -> None:
    def write(document: Document) -> None:
        document.add_heading("Talks go on", 1)
        for line in ("Updated June 10, 2025", "Published June 8, 2025", TALKS):
            document.add_paragraph(line)

    assert read(saved(write)).dates == (Stated("published line", "June 8, 2025"),)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"Just text", "no Word document"),
        (b"\xd0\xcf\x11\xe0 old", r"old Word document \(\.doc\).*Save it as \.docx"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "wants a password"),
        (b"PK\x03\x04 cut off", "damaged or cut off"),
    ],
)
def test_what_is_no_word_document_is_refused_with_what_it_is(content: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read(content)


@pytest.mark.parametrize(
    ("name", "kind"), [("xl/workbook.xml", "a spreadsheet"), ("notes.txt", "a ZIP archive")]
)
def test_another_archive_is_called_what_it_is(name: str, kind: str) -> None:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr(name, "x")
    with pytest.raises(SourceError, match=f"It is {kind}, not a Word document"):
        read(written.getvalue())


def test_a_damaged_part_is_reported() -> None:
    with pytest.raises(SourceError, match=r"damaged \(XMLSyntaxError"):
        read(with_body(b"<w:document"))


def test_a_document_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LARGEST_XML", 1_000_000)
    bomb = repacked(saved(lambda document: document.add_paragraph(TALKS)), other=b" " * 5_000_000)
    assert len(bomb) < 100_000
    with pytest.raises(SourceError, match=r"unpacks to 6 MB in \d+ parts"):
        read(bomb)


def test_an_entity_that_grows_without_end_stays_small() -> None:
    entities = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 20}">' for n in range(8))
    body = f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>"
    content = with_body(f'<!DOCTYPE w:document [<!ENTITY a "ha">{entities}]>{body}'.encode())
    with pytest.raises(SourceError):
        read(content)


def test_tables_within_tables_beyond_reason_are_cut_not_crashed() -> None:
    def write(document: Document) -> None:
        cell: Any = document.add_table(rows=1, cols=1).cell(0, 0)
        for _ in range(80):
            cell = cell.add_table(rows=1, cols=1).cell(0, 0)
        cell.text = "Too deep."
        document.add_table(rows=1, cols=1, style=None).columns[0].width = Inches(1)
        document.add_paragraph(TALKS)

    assert lines(write) == [TALKS]
