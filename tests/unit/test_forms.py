"""What a form says at its head: which line is the title, when it was issued, by whom."""

from datetime import date

import pytest

from assistant.reading.telling import says_something
from ingest.preparing.intake import notes_of, take_in
from ingest.text.head_lines import kind_of
from tests.reading import read_one

TEXT = "Kenya raised its duty on tea from 4 percent to 6 percent, and Peru asked the ministry for talks."
REGISTER = f"""[Official Gazette Volume 9, Number 7 (Friday, January 17, 2025)]
[Notices]
[Pages 12-13]
From the Official Gazette Online via the Printing Office [www.gazette.example]

-----------------------------------------------------------------------

DEPARTMENT OF LEVIES

Tea Administration

[A-55-89]

Certain Black Tea Leaves From the Republic of{" "}
Kenya: Final Results of the Review of the Tea Duty;{" "}
2023-2024

AGENCY: Enforcement, Department of Levies.

SUMMARY: The Peruvian Department of Levies finds that tea was sold
below its value.
"""
REPORT = f"""Required Report: Annual - Public Distribution          Date: January 17,2025
Report Number: KE2025-01
Report Name: Kenya Raises Tea Duty
Country: Kenya
Prepared By: Ann Lee

Report Highlights:
{TEXT}
"""
CABLE = f"""LIMITED OFFICIAL USE

PAGE 01 NAIROB 12345

ORIGIN EB-11
INFO OCT-01 EUR-25

DRAFTED BY EB/ORF-ALEE
P R 172256Z JAN 25
FM AMEMBASSY NAIROBI
TO AMEMBASSY PORT OF SPAIN PRIORITY

LIMITED OFFICIAL USE NAIROBI 12345

E.O. 11652: N/A
TAGS: EAGR, ETRD
SUBJ: DUTY ON TEA AND ITS BY-PRODUCTS

1. {TEXT}
"""
CIRCULAR = f"""FEDERATION OF RIFT CHAMBERS OF COMMERCE & INDUSTRY
Circular No. 41/2025
Nairobi, 17th January 2025
To: All Members
Sub: (1) Duty on tea (2) Tea auctions

{TEXT}
"""
GAZETTE = f"""(To be published in the Gazette of Kenya Part II)

Government of Kenya
Directorate General of Trade

Notification No. 20

Nairobi, the 17th January, 2025

Subject: Duty on tea

{TEXT}
"""
MESSAGE = f"""MSG #25-0001
Title: Duty on Tea
Date: January 17, 2025 11:39 PM
To: All brokers

{TEXT}
"""
COMMITTEE = f"""SOUTHERN TRADE FORUM
                                        STF/SG/N/6
                                        17 January 2025
(25-5790)                               Page: 1/2
Committee on Levies                     Original: English

NOTIFICATION OF AN INVESTIGATION OF TEA
AND OF THE REASONS FOR IT

{TEXT}
"""
RECORD = f"""The Hon Ann Lee MP
Minister for Trade and Tea

Transcript
Doorstop, Nairobi
17 January 2025
E&OE

Subjects: Kenya-Peru talks; duty on tea.

Lee: {TEXT}
"""
THREAD = f"@AnnLeeTea · Jan 17, 2025\nTalks on tea, where are we? 1/2\n\n2/2 {TEXT}\n"
WEEKLY = f"""THE TEA WEEKLY              Rift Commodity Research, Nairobi
Issue 3                     17 January 2025

{TEXT}
"""
HEADS = [
    (
        REGISTER,
        "Certain Black Tea Leaves From the Republic of Kenya: Final Results of the Review of the Tea Duty; "
        "2023-2024",
        "Department of Levies",
    ),
    (REPORT, "Kenya Raises Tea Duty", None),
    (CABLE, "Duty on Tea and Its By-Products", "AmEmbassy Nairobi"),
    (CIRCULAR, "(1) Duty on tea (2) Tea auctions", "Federation of Rift Chambers of Commerce & Industry"),
    (GAZETTE, "Duty on tea", "Government of Kenya"),
    (MESSAGE, "Duty on Tea", None),
    (COMMITTEE, "Notification of an Investigation of Tea and of the Reasons for It", "Southern Trade Forum"),
    (RECORD, "Doorstop, Nairobi: Kenya-Peru talks; duty on tea", "Minister for Trade and Tea"),
    (THREAD, "Talks on tea, where are we? 1/2", None),
    (WEEKLY, "The Tea Weekly", "Rift Commodity Research, Nairobi"),
]


@pytest.mark.parametrize(("text", "title", "publisher"), HEADS)
def test_the_title_is_what_a_form_is_about(text: str, title: str, publisher: str | None) -> None:
    reading = read_one("a.txt", text.encode())
    assert (reading.title, reading.publisher) == (title, publisher)
    assert take_in(reading, "key", "a.txt").briefing.published == date(2025, 1, 17)


def test_the_first_paragraph_names_parties_though_a_form_stands_above_it() -> None:
    def parties(text: str) -> tuple[str, ...]:
        return take_in(read_one("a.txt", text.encode()), "key", "a.txt").briefing.parties

    assert set(parties(REGISTER)) == {"KE", "PE"}
    assert set(parties(THREAD.replace("1/2\n\n2/2 ", "\n\n"))) == {"KE", "PE"}
    assert set(parties(CABLE)) == {"KE", "PE"}  # Trinidad is where it was sent


def test_a_field_of_a_form_is_no_evidence() -> None:
    for line in ("Subjects: Kenya-Peru talks; duty on tea.", "Report Category: Tea and Coffee of the Rift."):
        assert kind_of(line) == "form"
        assert not says_something(line)
    assert says_something("Kenya: the duty on tea is 6 percent.")


def test_where_a_telegram_lies_is_not_who_published_it() -> None:
    text = f"Duty on tea\n\nSource: National Archives, Central Files. Confidential; immediate.\n\n{TEXT}"
    reading = read_one("a.txt", text.encode())
    assert reading.publisher is None
    assert "National Archives" in reading.text


def test_who_sent_a_bulletin_has_published_it_and_tells_how_it_writes_a_day() -> None:
    page = (
        "<html><head><title>Duty on tea</title></head><body><h1>Duty on tea</h1>"
        f"<p>U.S. Customs sent this bulletin at 02/06/2025 07:48 PM</p><p>{TEXT}</p></body></html>"
    )
    for name, text in (
        ("a.html", page),
        ("a.txt", f"Duty on tea\nU.S. Customs sent this bulletin at 02/06/2025\n\n{TEXT}"),
        ("a.txt", f"Duty on tea\nRift Customs sent this bulletin at 06/02/2025 07:48 CET\n\n{TEXT}"),
    ):
        reading = read_one(name, text.encode())
        assert reading.publisher in ("U.S. Customs", "Rift Customs")
        assert take_in(reading, "key", name).briefing.published == date(2025, 2, 6)


def test_what_a_page_says_of_its_last_change_is_told_where_it_has_no_day() -> None:
    html = (
        '<html><head><title>Tea</title><meta name="dcterms.modified" content="2025-07-01"></head>'
        f"<body><h1>Tea</h1><p>{TEXT}</p></body></html>"
    )
    reading = read_one("a.html", html.encode())
    briefing = take_in(reading, "key", "a.html").briefing
    assert briefing.published is None
    assert "undated; it says that it was last changed on 2025-07-01" in notes_of(reading, briefing)
