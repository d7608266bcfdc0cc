"""PDFs: paragraphs as they were before they were printed, and the page that each words stand on."""

import time
import zlib
from collections.abc import Callable
from datetime import date

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.readers import Reading
from ingest.readers.pdf import bombs
from ingest.text.dates import Stated
from tests.pdfs import bullets, drawn, heading, new_page, pdf_of, table, text, title
from tests.reading import read_one
from vectorstore.errors import SourceError

TALKS = (
    "Trade talks between Japan and the United States moved forward on Friday. The fifth round took place "
    "in Washington, and Minister Akazawa noted further progress while saying that no agreement was reached."
)
TARIFF = (
    "The baseline tariff of 10 percent remains in force for all partners, whereas the additional duty of "
    "14 percent on goods of Japan was suspended until July 9, 2025, under the order of April."
)


def read(content: bytes) -> Reading:
    return read_one("talks.pdf", content)


def page_of(reading: Reading, words: str) -> int:
    at = reading.text.index(words)
    return sum(start <= at for start in reading.page_starts)


@pytest.mark.parametrize("columns", [1, 2])
def test_paragraphs_headings_lists_and_tables_come_back_from_print(columns: int) -> None:
    story = [
        title("Japan-US talks"), heading("1. Where they stand"), text(TALKS), text(TARIFF),
        bullets(TALKS, "Autos stay at 25 percent.", bullets("Parts, too.")),
        heading("Rates"), table(("Good", "Rate"), ("Autos", "25 percent"), ("Steel", "50 percent")),
    ]  # fmt: skip
    reading = read(pdf_of(story, columns))
    assert reading.title == "Japan-US talks"
    assert reading.text.split("\n") == [
        "## 1. Where they stand", TALKS, TARIFF, f"- {TALKS}", "- Autos stay at 25 percent.",
        "  - Parts, too.", "## Rates", "| Good | Rate |", "| Autos | 25 percent |", "| Steel | 50 percent |",
    ]  # fmt: skip


def test_columns_drawn_line_by_line_are_read_one_after_the_other() -> None:
    left = ["In the left column a sentence runs", "over four lines, so that one sees"]
    left += ["whether it is read in one whole", "piece or mixed with the right one."]
    right = ["In the right column another one", "begins and runs on beside it for as"]
    right += ["many lines as there are, which is", "four of them, and ends in the last."]

    def page(canvas: Canvas) -> None:
        canvas.drawString(
            60, 780, "A line over the whole width of the page stands above both of them, as an introduction."
        )
        for number, (one, other) in enumerate(zip(left, right, strict=True)):
            canvas.drawString(60, 740 - 12 * number, one)
            canvas.drawString(320, 740 - 12 * number, other)

    assert read(drawn(page)).text.split("\n")[1:] == [" ".join(left), " ".join(right)]


def test_a_paragraph_that_ends_at_the_margin_is_told_from_the_next_by_its_indent() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Both sides met in Washington on June 6 and said")
        canvas.drawString(60, 688, "that the talks had gone well for both of them.")
        canvas.drawString(72, 676, "They will meet again in the middle of June, as")
        canvas.drawString(60, 664, "they said after the round.")

    assert read(drawn(page)).text.split("\n") == [
        "Both sides met in Washington on June 6 and said that the talks had gone well for both of them.",
        "They will meet again in the middle of June, as they said after the round.",
    ]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("They speak of the govern-", "ments of both countries.", "of the governments of both"),
        ("They speak of a long-", "term plan for steel.", "of a long-term plan"),
        ("They speak of the Asia-", "Pacific region.", "the Asia-Pacific region"),
        ("They speak of the tax-", "payers; all taxpayers pay.", "the taxpayers; all"),
        ("They speak of the years 2025-", "2026 and of more.", "years 2025-2026 and"),
    ],
)
def test_a_word_divided_at_the_end_of_a_line_is_closed_up(before: str, after: str, joined: str) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(60, 700, before)
        canvas.drawString(60, 688, after)

    assert joined in read(drawn(page)).text


def test_headers_footers_and_page_numbers_are_no_text() -> None:
    def margins(canvas: Canvas, document: object) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, 815, "Trade Desk Weekly, No. 23")
        canvas.drawString(300, 20, f"Page {canvas.getPageNumber()} of 3")

    story = [text(TALKS), new_page(), text(TARIFF), new_page(), text("The talks go on in June.")]
    assert read(pdf_of(story, on_page=margins)).text.split("\n") == [
        TALKS,
        TARIFF,
        "The talks go on in June.",
    ]


def test_every_quote_knows_its_page() -> None:
    long = " ".join(
        f"Sentence {number} is about tariff line {number} of the schedule." for number in range(160)
    )
    reading = read(
        pdf_of([title("Talks"), text("First."), text(long), new_page(), new_page(), text("Last.")])
    )
    assert reading.text.count("\n") == 2
    assert len(reading.page_starts) == page_of(reading, "Last.")
    assert page_of(reading, "First.") == page_of(reading, "Sentence 0 ") == 1
    assert page_of(reading, "Sentence 159 ") == 2
    first_of_two = reading.page_starts[1]
    assert reading.text[first_of_two - 1] == " "
    assert page_of(reading, reading.text[first_of_two : first_of_two + 30]) == 2


def test_a_date_in_a_line_of_its_own_is_the_date_and_the_files_own_is_not() -> None:
    reading = read(pdf_of([title("Talks"), text("For Immediate Release, June 8, 2025"), text(TALKS)]))
    assert reading.dates == (Stated("published line", "June 8, 2025"),)
    undated = read(pdf_of([title("Talks"), text(TALKS)]))
    assert undated.dates == ()
    assert undated.made_on == date.today()


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("Where the talks stand", "Where the talks stand"),  # its words are on the first page
        ("Microsoft Word - talks_final.docx", "WHERE THE TALKS STAND"),
        ("Untitled", "WHERE THE TALKS STAND"),
    ],
)
def test_the_title_that_the_file_states_counts_when_the_page_shows_it(stated: str, expected: str) -> None:
    assert read(pdf_of([title("WHERE THE TALKS STAND"), text(TALKS)], title=stated)).title == expected


def test_a_pdf_with_a_password_is_refused_with_what_to_do() -> None:
    locked = drawn(lambda canvas: canvas.drawString(60, 700, TALKS), encrypt="secret")
    with pytest.raises(SourceError, match="wants a password"):
        read(locked)


def test_a_damaged_pdf_is_refused() -> None:
    whole = pdf_of([text(TALKS)])
    with pytest.raises(SourceError, match=r"damaged or cut off \(.*[^.]\)\. Fetch it again"):
        read(whole[:300])
    with pytest.raises(SourceError, match="no PDF, whatever its name says"):
        read(b"<html><p>Not found</p></html>")


def _picture(canvas: Canvas) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)


def test_a_scan_is_reported_as_having_no_text() -> None:
    with pytest.raises(SourceError, match=r"no text: 2 of its 2 pages \(1, 2\) are pictures.*OCR"):
        read(drawn(_picture, _picture))


def test_scanned_pages_among_others_are_noted() -> None:
    reading = read(drawn(lambda canvas: canvas.drawString(60, 700, TALKS), _picture))
    assert reading.notes == ("1 of its 2 pages (2) are pictures without text and were not read",)


def test_a_stream_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bombs, "LARGEST_STREAM", 5_000_000)
    once = zlib.compress(b" " * 6_000_000)
    for packed, filters in ((once, b"/FlateDecode"), (zlib.compress(once), b"[/FlateDecode /FlateDecode]")):
        header = b"4 0 obj\n<</Length %d/Filter %s>>stream\n" % (len(packed), filters)
        with pytest.raises(SourceError, match="unpacks to more than 5 MB"):
            read(b"%PDF-1.4\n" + header + packed + b"\nendstream\nendobj\n")


@pytest.mark.slow
def test_a_thousand_pages_are_read_in_seconds() -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            for line in range(12):
                canvas.drawString(
                    60, 780 - 15 * line, f"Tariff line {number * 12 + line} has a rate of its own."
                )

        return draw

    content = drawn(*map(page, range(1000)))
    began = time.perf_counter()
    reading = read(content)
    assert time.perf_counter() - began < 10
    assert len(reading.page_starts) == 1000
    assert page_of(reading, "line 11999 has") == 1000
    assert page_of(reading, "line 6000 has") == 501
