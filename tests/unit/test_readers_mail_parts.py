"""Mails within mails: what is forwarded, attached or nested."""

from datetime import date
from typing import Any

import pytest

from ingest.readers import Reading, Unread
from ingest.text.dates import Stated, published_on
from tests.mails import FORWARDED, LONG, TALKS, mail, only, readings
from tests.pdfs import pdf_of, text
from vectorstore.errors import SourceError


def test_a_forwarded_mail_is_the_briefing_with_its_own_head() -> None:
    reading = only(mail(f"FYI\n\n{FORWARDED}{TALKS}", Subject="Fwd: Readout"))
    assert (reading.title, reading.publisher) == ("Readout of the fifth round", "Press Office")
    assert reading.text == TALKS
    assert published_on(reading.dates, None, "").day == published_on(
        (Stated("mail header", "2025-06-06"),), None, ""
    ).day  # fmt: skip
    assert reading.notes == ("what stands above the forwarded mail was not read: FYI",)


def day_of(reading: Reading) -> date | None:
    return published_on(reading.dates, None, "").day


@pytest.mark.parametrize(
    "head",
    [
        "-----Ursprüngliche Nachricht-----\nVon: Press\nGesendet: Freitag, 6. Juni 2025 21:12\nBetreff: Reis",
        "Von: Press\nGesendet: Freitag, 6. Juni 2025 21:12\nAn: Desk\nBetreff: Reis",
        "De\u00a0: Press\nEnvoyé\u00a0: vendredi 6 juin 2025 21:12\nÀ\u00a0: Desk\nObjet\u00a0: Riz",
    ],
)
def test_the_day_of_a_forwarded_mail_is_read_in_german_and_french(head: str) -> None:
    assert day_of(only(mail(f"FYI\n\n{head}\n\n{TALKS}", Subject="WG: Reis"))) == date(2025, 6, 6)


def test_a_forwarded_mail_whose_day_cannot_be_read_is_undated_and_reported() -> None:
    head = "From: Press\nSent: 08/06/2025 21:12\nTo: Desk\nSubject: Rice"
    published = published_on(only(mail(f"FYI\n\n{head}\n\n{TALKS}", Subject="Fwd: Rice")).dates, None, "")
    assert published.day is None
    assert "may be read in two ways" in published.remarks[0]


def test_a_forwarded_mail_without_a_day_takes_that_of_the_mail_and_says_so() -> None:
    reading = only(mail(f"---------- Forwarded message ---------\nFrom: Press\nSubject: Rice\n\n{TALKS}"))
    assert day_of(reading) == date(2025, 6, 8)
    assert "says no date" in reading.notes[0]


@pytest.mark.parametrize(
    "head",
    [
        '<div class="gmail_attr">---------- Forwarded message ---------<br>From: <b>Press</b> &lt;p@x&gt;<br>'
        "Date: Fri, Jun 6, 2025 at 9:12 PM<br>Subject: Rice<br>To: Desk<br></div><br>",
        '<div class="gmail_attr">---------- Weitergeleitete Nachricht ---------<br>Von: <b>Press</b><br>'
        "Date: Fr., 6. Juni 2025 um 21:12 Uhr<br>Subject: Rice<br>To: Desk<br></div><br>",
        "<p><b>From:</b> Press<br><b>Sent:</b> Friday, June 6, 2025 9:12 PM<br><b>To:</b> Desk<br>"
        "<b>Subject:</b> Rice</p>",
        "<div>-------- Forwarded Message --------<table><tr><th>Subject: </th><td>Rice</td></tr>"
        "<tr><th>Date: </th><td>Fri, 6 Jun 2025 21:12</td></tr>"
        "<tr><th>From: </th><td>Press</td></tr></table></div>",
    ],
    ids=["Gmail", "German", "Outlook", "Thunderbird"],
)
def test_a_forwarded_page_keeps_its_own_head(head: str) -> None:
    message = mail("", Subject="Fwd: Rice")
    page = f'<p>FYI</p><div class="gmail_quote">{head}<p>{TALKS}</p></div>'
    if "gmail" not in head:
        page = page.replace(' class="gmail_quote"', "")
    message.set_content(page, subtype="html")
    reading = only(message)
    assert (reading.title, reading.publisher, day_of(reading)) == ("Rice", "Press", date(2025, 6, 6))
    assert reading.text == TALKS


def test_words_worth_reading_above_a_forwarded_mail_are_a_briefing_too() -> None:
    own, forwarded = readings(mail(f"{LONG}\n{LONG}\n{FORWARDED}{TALKS}", Subject="Fwd: Readout"))
    assert isinstance(own, Reading)
    assert isinstance(forwarded, Reading)
    assert own.text.startswith("Both sides met in Washington on June 6 for the fifth round of talks")
    assert TALKS not in own.text
    assert (own.part, own.title) == ("", "Readout")
    assert (forwarded.part, forwarded.text) == ("forwarded", TALKS)


def test_attachments_are_read_or_named() -> None:
    message = mail()
    message.add_attachment(
        pdf_of([text(LONG.replace("\n", " "))]), "application", "pdf", filename="read out.pdf"
    )
    message.add_attachment("Notes\nPublished: 2025-06-05\n\nThe duty is 25.", filename="notes.txt")
    message.add_attachment(b"PK", "application", "vnd.ms-excel", filename="figures.xlsx")
    message.add_attachment(b"%PDF-1.4", "application", "pdf", filename="broken.pdf")
    said, readout, notes, broken = readings(message)
    assert isinstance(said, Reading)
    assert said.notes == ("the attachment figures.xlsx was not read",)
    assert isinstance(readout, Reading)
    assert (readout.part, readout.page_starts) == ("read out.pdf", (0,))
    assert readout.dates == (Stated("mail header", "2025-06-08"),)  # it says none itself
    assert isinstance(notes, Reading)
    assert notes.dates == (Stated("published line", "2025-06-05"),)
    assert isinstance(broken, Unread)
    assert "damaged" in broken.error


def test_an_attached_mail_is_a_briefing_with_its_own_head() -> None:
    outer = mail("")
    tokyo = {"From": "Tokyo <t@x.jp>", "Date": "Thu, 05 Jun 2025 10:00:00 +0900"}
    outer.add_attachment(mail(LONG, Subject="Inner", **tokyo))
    [inner] = readings(outer)
    assert isinstance(inner, Reading)
    assert (inner.part, inner.title, inner.publisher) == ("Inner", "Inner", "Tokyo")
    assert inner.dates == (Stated("mail header", "2025-06-05"),)


def test_attachments_of_the_same_name_are_told_apart() -> None:
    message = mail()
    for words in ("One.", "Two."):
        message.add_attachment(f"Notes\n\n{words}", filename="notes.txt")
    assert [reading.part for reading in readings(message)] == ["", "notes.txt", "notes 2.txt"]


@pytest.mark.slow
def test_a_mail_nested_without_end_is_refused() -> None:
    parts: Any = b"".join(
        b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(2000)
    )
    with pytest.raises(SourceError, match=r"damaged|no text"):
        readings(b"From: a@b.c\nSubject: x\n" + parts)
