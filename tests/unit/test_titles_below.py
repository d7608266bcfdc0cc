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
        "a0371----\nr i  BC-KENYA-TEA-1STLD     04-01 0388\n^BC-KENYA-TEA, 1st Lead - Writethru, a0344",
        "30-DEC-1986 17:41:18.22\ntea  trade\nkenya  peru\nu f B C f1204 lakewire\nr f BC-TALK   12-30 0121",
        "Lake News Agency\nKE-TEA-TALKS | 1st story | 26 Apr 2022 14:05 EAT",
        "Ministry of Tea of Peru\n(English courtesy version)",
        "Gazette / Vol. 90, No. 11 / Friday, January 17, 2025 / Notices\n\nTitle 9--The Board of Tea",
        "The Lima Herald       Friday 17 January 2025\nBusiness p. 9",
        "THE TEA MONITOR           Vol. 4, No. 22\nLima bureau        January 17, 2025",
        "Skip to main content  |  English | Español",
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


def test_the_key_of_a_wire_story_stays_in_the_text_as_a_line_of_its_own() -> None:
    head = "Lake News Agency\nKE-TEA-TALKS | 1st story | 26 Apr 2022 14:05 EAT"
    lines = read_one("a.txt", f"{head}\n{TITLE}\nAnn Lee\n\n{TEXT}".encode()).text.split("\n")
    assert lines[:2] == head.split("\n")


@pytest.mark.parametrize(
    "line", ["KENYA-PERU TEA TALKS OPEN", "tea and copper, trade of both", "BC-Alberta line"]
)
def test_a_headline_with_a_hyphen_or_in_small_letters_stays_one(line: str) -> None:
    assert read_one("a.txt", f"{line}\n\n{TEXT}".encode()).title == line


def test_an_agency_above_a_headline_is_the_one_of_its_dateline() -> None:
    text = f"Lakewire\nBC-KENYA-TEA (UPDATE 2)\n{TITLE}\n\nNAIROBI, May 19, 2020 (Lakewire) - {TEXT}"
    reading = read_one("a.txt", text.encode())
    assert (reading.title, reading.publisher) == (TITLE, "Lakewire")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("JOINT STATEMENT\n\nby the Ministers of Tea of Kenya and Peru\n\nLima, 17 January 2025",
         "JOINT STATEMENT by the Ministers of Tea of Kenya and Peru"),
        ("Gazette / Vol. 90, No. 11 / Friday, January 17, 2025\n\nProclamation 97 of January 9, 2025\n\n"
         "Adjusting Imports of Tea", "Proclamation 97 of January 9, 2025: Adjusting Imports of Tea"),
        ("Press release 12 of 17 January 2025\n\nKenya and Peru talk", "Kenya and Peru talk"),
    ],
)  # fmt: skip
def test_what_stands_above_a_title_is_part_of_it_where_it_begins_it(head: str, title: str) -> None:
    assert read_one("a.txt", f"{head}\n\n{TEXT}".encode()).title == title


def test_a_record_of_what_was_said_aloud_below_those_who_spoke_is_titled_by_its_occasion() -> None:
    head = "MINISTER FOR TEA  -  MINISTER FOR MINES\nTRANSCRIPT -- PRESS CONFERENCE, LIMA\n17 January 2025"
    reading = read_one("a.txt", f"{head}\nE&OE\n\nSUBJECTS: Tea talks\n\nLEE: {TEXT}".encode())
    assert reading.title == "TRANSCRIPT -- PRESS CONFERENCE, LIMA: Tea talks"
    assert reading.publisher == "Minister for Tea"


def test_a_second_heading_below_the_name_of_a_ministry_is_the_title() -> None:
    text = f"# MINISTRY OF TEA — Press & Public Relations Unit\n## What the papers say\n\n{TEXT}"
    reading = read_one("a.md", text.encode())
    assert (reading.title, reading.publisher) == ("What the papers say", "Ministry of Tea")


def test_initials_in_brackets_at_the_end_of_a_heading_are_no_credit_of_a_picture() -> None:
    heading = "First round of the economic partnership agreement (EPA)"
    text = f"Ministry of Tea of Peru\n\n[Español](#)  |  Press Releases\n\n# {heading}\n\n{TEXT}"
    assert read_one("a.md", text.encode()).title == heading


MAIL = "From: Lee, Ann (Tea desk)\nTo: desk-all\nCc: Lima office\nSent: Friday, 17 January 2025 16:22\n"


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_the_subject_of_a_letter_is_its_title_without_the_marks_of_an_answer(name: str) -> None:
    reading = read_one(name, f"{MAIL}Subject: RE: RE: Tea from Kenya\n\nHi all,\n\n{TEXT}".encode())
    assert reading.title == "Tea from Kenya"
    assert "Cc: Lima office" in reading.text.split("\n")


def test_a_note_of_an_embassy_is_called_what_it_is_about() -> None:
    head = "EMBASSY OF KENYA (Lima) - Agri-food section - MARKET NOTE 2023/31\nDistribution: all offices"
    reading = read_one(
        "a.txt", f"{head}\n\nRE: TEA DUTY LIFTED\n\nPeru has lifted its duty on tea.\n".encode()
    )
    assert (reading.title, reading.publisher) == ("Tea Duty Lifted", "EMBASSY OF KENYA (Lima)")


def test_a_wrapped_note_above_a_stated_subject_stays_one_line() -> None:
    head = "(To be published in the Gazette of Kenya Extraordinary\nPart-II, Section-3, Sub-Section (ii))"
    wrapped = "\n".join(["The duty on tea that was set in the spring falls to one per"] * 6)
    text = read_one("a.txt", f"{head}\n\nGovernment of Kenya\n\nSubject: Tea\n\n{wrapped}".encode()).text
    assert text.split("\n")[0] == head.replace("\n", " ")
