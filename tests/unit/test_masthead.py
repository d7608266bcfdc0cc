"""Which line above a text is its title, and who has published it."""

import pytest

from ingest.readers.metadata.masthead import read_masthead
from tests.reading import read_one

TITLE = "Peru raises its levy on tin again"
TEXT = "Peru raised its export levy on tin from 4 to 6 percent on Monday, the second time in a year."

ALERT = f"""HALE & ROWE LLP
Customs | Client Alert
Issue 9 - 03/05/2025

PERU: TIN LEVY OF THE SUNAT GOES UP

1. What happened

1.1 {TEXT} The SUNAT collects it.

Hale & Rowe LLP gives no warranty for this alert.
"""

MINUTES = f"""SOUTHERN TRADE FORUM                    RESTRICTED
COMMITTEE ON LEVIES                     STF/CL/M/7
                                        16 May 2025

MINUTES OF THE MEETING HELD ON 2 MAY 2025
Chairperson: Ms Ana Diaz (Chile)

2   PERU - LEVY ON TIN

2.1. {TEXT}
"""

BULLETIN = f"""# WEEKLY BULLETIN No. 7/2025

**Ministry of Trade, Republic of Kenya – Department of Levies**
Nairobi, 3.5.2025

*For information only. Figures are provisional.*

## 1. Peru-Chile talks

- {TEXT}
"""

DIGEST = f"""THE TUESDAY TIN DIGEST
3 May 2025 | issue 12 | 4 min read

**In brief**
* **Peru**: {TEXT}
"""


@pytest.mark.parametrize(
    ("name", "content", "title", "publisher"),
    [
        ("a.txt", ALERT, "Peru: Tin Levy of the SUNAT Goes Up", "Hale & Rowe LLP"),
        (
            "a.txt",
            MINUTES,
            "Committee on Levies: Minutes of the Meeting Held on 2 May 2025",
            "Southern Trade Forum",
        ),
        ("a.md", BULLETIN, "WEEKLY BULLETIN No. 7/2025", "Ministry of Trade, Republic of Kenya"),
        ("a.md", DIGEST, "THE TUESDAY TIN DIGEST", "The Tuesday Tin Digest"),
    ],
)
def test_the_title_is_the_line_that_says_what_it_is_about(
    name: str, content: str, title: str, publisher: str | None
) -> None:
    reading = read_one(name, content.encode())
    assert (reading.title, reading.publisher) == (title, publisher)


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (f"Ministry of Trade - Press release\n{TITLE}", "Ministry of Trade"),
        (f"Skip to main content\n\nPress releasePublished on 4 May 2025\n\n{TITLE}\n", None),
        (f"  1. Home\n  2. |News\n  3. |{TITLE}\n\n{TITLE}\n", None),
        (f"BUSINESS\n\n{TITLE}\n\nTue May 6 2025", None),
        (f"Trade Minister A B Diaz | AFP\nBusiness\n\n{TITLE}\n", None),
        (f"tinman schreef op 3 mei 2025 17:41:\n{TITLE}", None),
        (f"date 2025-05-03 {TITLE}\n", None),
        (f"{TITLE}\nNews release\nMay 3, 2025 - Lima - Department of Trade\n", "Department of Trade"),
        (f"{TITLE}\ntin.news, 3 May 2025\n", "tin.news"),
        (f"{TITLE}\nThe Lima Herald | 3 May 2025\nby Ann Lee\n", "The Lima Herald"),
        (f"{TITLE}\n(TASS) 3/5/2025", "TASS"),
    ],
)
def test_what_web_pages_have_around_their_title_is_not_the_title(head: str, publisher: str | None) -> None:
    reading = read_one("a.txt", f"{head}\n{TEXT}\n".encode())
    assert (reading.title, reading.publisher) == (TITLE, publisher)


def test_the_kind_of_document_is_its_title_where_it_has_no_other() -> None:
    head = "Second Reading\n15:07\n3 May 2025\nMoved by"
    assert read_one("a.txt", f"{head}\n\n{TEXT}\n".encode()).title == "Second Reading"


@pytest.mark.parametrize(
    "first",
    [
        "BANK OF PERU CALLS FOR LONG-TERM EFFORTS ON TIN",
        "Ministry of Trade raises the levy on tin",
        "Status of the levy on tin",
        "PERU RAISES LEVY",
    ],
)
def test_a_headline_in_the_first_line_stays_the_title(first: str) -> None:
    reading = read_one("a.txt", f"{first}\n\nLIMA, May 3 - {TEXT}\n".encode())
    assert (reading.title, reading.publisher) == (first, None)


def test_a_stated_title_and_source_count_more() -> None:
    reading = read_one("a.md", f"---\ntitle: Tin\npublisher: Desk\n---\n{BULLETIN}".encode())
    assert (reading.title, reading.publisher) == ("Tin", "Desk")
    assert read_one("a.txt", f"Source: Desk\n{ALERT}".encode()).publisher == "Desk"


def test_lines_of_the_head_stay_in_the_text_as_lines_of_their_own() -> None:
    lines = read_one("a.md", BULLETIN.encode()).text.split("\n")
    assert lines[:3] == [
        "Ministry of Trade, Republic of Kenya – Department of Levies",
        "Nairobi, 3.5.2025",
        "For information only. Figures are provisional.",
    ]


def test_a_numbered_line_above_its_numbered_paragraphs_is_a_heading() -> None:
    assert "# 2   PERU - LEVY ON TIN" in read_one("a.txt", MINUTES.encode()).text
    assert "# 1. What happened" in read_one("a.txt", ALERT.encode()).text


def test_a_text_without_a_head_has_nothing_apart() -> None:
    assert not read_masthead(["Peru raises tin levy", "", TEXT]).apart
    assert not read_masthead([]).apart
