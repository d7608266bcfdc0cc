"""Who has published a document is read from the lines above its text, and from its own name."""

import pytest

from tests.reading import read_one

TITLE = "Kenya and Peru open talks on tea"
TEXT = "Kenya and Peru opened talks, and Kenya asks for a cut to 1 per cent within two years.\n" * 2


def publisher(text: str, name: str = "a.txt") -> str | None:
    return read_one(name, text.encode()).publisher


@pytest.mark.parametrize(
    ("head", "named"),
    [
        ("OFICINA DE PRENSA / PRESS OFFICE\nMINISTRY OF TEA OF PERU", "Ministry of Tea of Peru"),
        ("Press Office", "Press Office"),
        ("FACT SHEET | 17 January 2025 | Tea Importers' Alliance (Lima)", "Tea Importers' Alliance (Lima)"),
        ("Kenyan–Peruvian Tea Observatory · Newsletter no. 61\nLima, 17 January 2025",
         "Kenyan–Peruvian Tea Observatory"),
        ("GOVERNMENT GAZETTE SUPPLEMENT, Friday, 17th January, 2025", "Government Gazette Supplement"),
        ("DIARIO DE COMERCIO — English extract for subscribers\nLima, 17 January 2025", "Diario de Comercio"),
        ("Tea Wing, High Commission — compiled from the press", "Tea Wing, High Commission"),
        ("HARBOUR SHIP AGENCIES, INC.\nCallao - Mombasa - Linz\n\nCIRCULAR 7", "Harbour Ship Agencies, Inc."),
        ("[clipping - Lake Trade Gazette, 17 January 2025, front page]", "Lake Trade Gazette"),
        ("Quota sheet\nPrepared by: Peru Tea Association, statistics desk", "Peru Tea Association"),
        ("Prepared by: Ann Lee", None),
    ],
)  # fmt: skip
def test_an_office_in_the_head_has_published_the_text(head: str, named: str | None) -> None:
    assert publisher(f"{head}\n\n{TITLE}\n\n{TEXT}") == named


@pytest.mark.parametrize(
    ("sender", "named"),
    [
        ("FROM: ROYAL EMBASSY, LIMA", "Royal Embassy, Lima"),
        ("FM AMEMBASSY LIMA [copy, tea file]", "AmEmbassy Lima"),
        ("From: Lee, Ann (Tea desk)", "Tea desk"),
        ("From: Ann Lee", None),
    ],
)
def test_who_sent_a_cable_or_a_letter_has_published_it(sender: str, named: str | None) -> None:
    assert publisher(f"{sender}\nTO: TEA SECTION\n\nSUBJ: TALKS ON TEA\n\n{TEXT}") == named


@pytest.mark.parametrize(
    ("head", "named"),
    [
        ("LEAFLINE WEEKLY\nTea letter . Week 3 . 17 January 2025 . Lima / Linz", "Leafline Weekly"),
        ("LEAF & BUD\ntea and herbs, every Friday            17 January 2025   #233", "Leaf & Bud"),
        ("TEA SHIPPERS' ALERT  No. 44/2025            Lima, 17 January 2025", "Tea Shippers' Alert"),
        ("TALKS GO ON\nTea letter . Week 3 . 17 January 2025", None),  # what the text tells
        ("LEAF & BUD\n17 January 2025", None),  # no issue
        ("LEAF & BUD OF PERU\nWeek 3 . 17 January 2025", None),
        ("TEA SHIPPERS' ORDER  No. 44/2025            Lima, 17 January 2025", None),
    ],
)
def test_a_letter_above_its_issue_is_published_under_its_own_name(head: str, named: str | None) -> None:
    assert publisher(f"{head}\n\nPrices: 1\n\n{TEXT} The talks go on.\n") == named


def test_an_agency_stands_below_a_writer_or_behind_the_name() -> None:
    text = (
        f"{TITLE}\n   By ANN LEE\n   Special to Lake Telegraph News\n\n   LIMA, April 1, 1983 (LTN) -- {TEXT}"
    )
    assert publisher(text) == "Lake Telegraph News"
    assert publisher(f"{TITLE}\n    By Ann Lee, LakeWire\n\n    LIMA, April 1, 1983 - {TEXT}") == "LakeWire"
    assert publisher(f"{TITLE}\n    By Ann Lee, Lima\n\n    LIMA, April 1, 1983 - {TEXT}") is None
    assert publisher(f"{TITLE}\n\nLIMA/LINZ, Dec 13 (Lake Newswire) - {TEXT}") == "Lake Newswire"
