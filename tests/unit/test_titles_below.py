"""The title stands below what a document's publisher puts over it, and that is who published it."""

import pytest

from tests.reading import read_one

TEXT = "Kenya and Peru opened talks on tea, and Kenya asks for a cut to 1 per cent within two years.\n" * 2
TITLE = "Kenya and Peru open talks on tea"


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("WESTERN HERDSMAN  ::  OPINION\n\n# {}", "Western Herdsman"),
        ("Harbour Star (Lima) | Friday, 17th January 1925 | p. 1\n\n# {}", "Harbour Star (Lima)"),
        ("The Envoy's Notebook | issue 41 | 14.10.2026 | Conversations\n\n## {}", "The Envoy's Notebook"),
        ("Ministry of Trade of Peru\n\n[Español](#)  |  Press Releases\n\n# {}", "Ministry of Trade of Peru"),
        ("You are here: Home > Press area > Press releases\n\nPRESS RELEASE No. 297\n\n# {}", None),
        ("[Press corner](https://example.org/a) > Press release\n\n# {}", None),
        ("From: **Department of Tea**\n\nBackgrounder\n\n# {}", "Department of Tea"),
        ("# Policy paper\n# {}", None),
        ("![logo](a.gif)\n\n**Boletín 118/11**\nLima, 7 de julio de 2011\n\n### {}", None),
    ],
)
def test_a_marked_heading_is_the_title(head: str, publisher: str | None) -> None:
    reading = read_one("a.md", f"{head.format(TITLE)}\n\n{TEXT}".encode())
    assert (reading.title, reading.publisher) == (TITLE, publisher)


@pytest.mark.parametrize(
    "head",
    [
        "MOFA Peru > Press Releases > 2025",
        "LNA0417 4 ECO 0389 (4) LNA-TRADE-KENYA-PERU",
        "PRESS ASSOCIATES / LIMA / 21JAN26 13:26CET",
        "*** THE BAY MONITOR *** FINAL EDITION *** NOVEMBER 18, 1993 ***",
        "You are subscribed to the tea messages of the service, which have been\nupdated and are now there.",
        "METI / News and Speeches",
        "WTO NEWS: 1999 NEWS ITEMS\n\n9 April 1999\nDISPUTE SETTLEMENT",
        "SECRETARÍA DE ECONOMÍA\nComunicación Social\n\nComunicado de prensa núm. 032 (English version)",
        "Trade Authority\nNorth House, 21-23 Valpy Street, Lima RG1 1AF",
    ],
)
def test_navigation_mastheads_slugs_and_addresses_are_no_title(head: str) -> None:
    assert read_one("a.txt", f"{head}\n\n{TITLE}\n\n{TEXT}".encode()).title == TITLE


def test_several_headings_of_one_rank_head_the_parts_of_a_digest() -> None:
    parts = f"### Kenya: final finding on tea\n\n{TEXT}\n### Peru: duty on tin\n\n{TEXT}"
    title = read_one("a.md", f"**LAKE CHAMBERS — WEEKLY DIGEST**\n\n{parts}".encode()).title
    assert title == "LAKE CHAMBERS — WEEKLY DIGEST"


def test_who_sent_a_wire_story_stands_in_its_dateline() -> None:
    text = f"GENEVA, March 4 (Lake News Agency) - {TEXT}"
    for name in ("a.txt", "a.md"):
        assert read_one(name, f"{TITLE}\n\n{text}".encode()).publisher == "Lake News Agency"
    assert read_one("a.txt", f"{TITLE}\n\nGENEVA, March 4 (adds quotes) - {TEXT}".encode()).publisher is None


def test_a_number_and_what_it_is_on_are_one_title() -> None:
    head = "**MINISTRY OF TRADE**\n\n**Announcement No. 47 of 2025**\n\n*on extending the inquiry into tea*"
    reading = read_one("a.md", f"{head}\n\n{TEXT}".encode())
    assert reading.title == "Announcement No. 47 of 2025 on extending the inquiry into tea"
