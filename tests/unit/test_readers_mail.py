"""Mails: what the writer says, and not what they quote; forwarded and attached briefings on their own."""

from datetime import date
from email.message import EmailMessage
from typing import Any

import pytest

from ingest.readers import Reading, Unread, read
from ingest.text.dates import Stated, published_on
from tests.pdfs import pdf_of, text
from vectorstore.errors import SourceError

TALKS = "Both sides met in Washington on June 6 for the fifth round."
LONG = (
    "Both sides met in Washington on June 6 for the fifth round of talks, and said\n"
    "that they had gone well. They will meet again in the middle of June, before the\n"
    "leaders of the seven largest economies meet in Canada, and hope for a deal there.\n"
)


def mail(body: str = TALKS, **headers: str) -> EmailMessage:
    message = EmailMessage()
    known = {
        "From": "Trade Desk <desk@example.org>", "To": "all@example.org", "Subject": "Japan talks",
        "Date": "Sun, 08 Jun 2025 23:30:00 -0400",
    }  # fmt: skip
    for name, value in (known | {name.replace("_", "-"): value for name, value in headers.items()}).items():
        if value:
            message[name] = value
    message.set_content(body)
    return message


def readings(message: EmailMessage | bytes) -> list[Reading | Unread]:
    return list(read("a.eml", message if isinstance(message, bytes) else message.as_bytes()))


def only(message: EmailMessage | bytes) -> Reading:
    [reading] = readings(message)
    assert isinstance(reading, Reading), reading
    return reading


def test_headers_are_title_publisher_and_the_day_in_the_senders_zone() -> None:
    message = mail(Subject="Fwd: RE: Zölle steigen")
    message["Content-Language"] = "de"
    reading = only(message)
    assert (reading.title, reading.publisher, reading.language) == ("Zölle steigen", "Trade Desk", "de")
    assert reading.dates == (Stated("mail header", "2025-06-08"),)
    assert reading.text == TALKS


def test_a_sender_without_a_name_is_known_by_its_host_and_a_bad_date_is_reported() -> None:
    reading = only(f"From: desk@example.org\nDate: 8.6.\nSubject: x\n\n{TALKS}".encode())
    assert reading.publisher == "example.org"
    assert "8.6." in published_on(reading.dates, None, "a.eml").remarks[0]


def test_wrapped_and_flowed_lines_are_put_together() -> None:
    assert only(mail(LONG)).text == " ".join(LONG.split())
    flowed = mail("Both sides met \nin June.\n\nThey will \nmeet again.")
    flowed.set_param("format", "flowed")
    assert only(flowed).text == "Both sides met in June.\nThey will meet again."


@pytest.mark.parametrize("mark", ["-- ", "--"])
def test_the_signature_goes_and_is_noted(mark: str) -> None:
    reading = only(mail(f"{TALKS}\n\n{mark}\nA. Desk\n+1 555 0100"))
    assert (reading.text, reading.notes) == (TALKS, ("a signature was left out: A. Desk +1 555 0100",))


def test_the_signature_of_a_forwarded_mail_is_noted() -> None:
    reading = only(mail(f"{FORWARDED}{TALKS}\n\n-- \nPress", Subject="Fwd: Readout"))
    assert (reading.text, reading.notes) == (TALKS, ("a signature was left out: Press",))


def test_what_a_page_quotes_and_is_signed_with_goes_and_is_noted() -> None:
    message = mail("")
    quote = '<div class="gmail_quote">On Friday A wrote: <p>The duty is 25.</p></div>'
    signed = '<div class="gmail_signature"><div>A. Desk</div> <div>Trade</div></div>'
    message.set_content(f"<p>{TALKS}</p>{signed}{quote}", subtype="html")
    reading = only(message)
    assert reading.text == TALKS
    assert reading.notes == (
        "words that it quotes of an earlier mail were left out",
        "a signature was left out: A. Desk Trade",
    )


@pytest.mark.parametrize("mark", ["-- ", "--"])
def test_a_newsletter_is_not_cut_at_the_marks_between_its_items(mark: str) -> None:
    items = [TALKS, "Korea kept its duty on cars at 8 percent.", "India met the EU in Delhi on June 7."]
    reading = only(mail(f"\n{mark}\n".join([*items, "A. Desk"])))
    assert [line for line in reading.text.split("\n") if line.strip() != "--"] == items


def test_a_sentence_below_a_lone_mark_is_no_signature() -> None:
    assert "8 percent" in only(mail(f"{TALKS}\n--\nKorea kept its duty on cars at 8 percent.")).text


@pytest.mark.parametrize(
    "quote",
    [
        "On Sat, Jun 7, 2025 at 9:00 AM Other <o@example.org> wrote:\n> The duty is 25 percent.\n> Is it?",
        "On Saturday, June 7, 2025, one of a long name\n<other@example.org> wrote:\n\n> The duty is 25.",
        "-----Original Message-----\nFrom: Other\nSent: June 7, 2025\nSubject: Duty\n\nThe duty is 25.",
        "From: Other\nSent: Saturday, June 7, 2025\nTo: Desk\nSubject: Duty\n\nThe duty is 25.",
    ],
)
def test_what_an_answer_quotes_is_left_out_and_noted(quote: str) -> None:
    reading = only(mail(f"{TALKS}\n\n{quote}\n", Subject="Re: Duty"))
    assert reading.text == TALKS
    assert reading.notes == ("words that it quotes of an earlier mail were left out",)


def test_an_answer_right_below_the_line_that_it_quotes_is_kept() -> None:
    body = "See below.\n\n> What is the duty on tin from Peru?\n4 percent since May.\n> And zinc?\n6 percent."
    assert only(mail(body, Subject="Re: Tin")).text == "See below.\n4 percent since May.\n6 percent."


def test_a_mail_that_is_only_a_quotation_is_its_words() -> None:
    assert only(mail("> Both sides met.\n>\n> They will meet again.")).text == (
        "Both sides met.\nThey will meet again."
    )


FORWARDED = (
    "---------- Forwarded message ---------\nFrom: Press Office <press@example.gov>\n"
    "Date: Fri, Jun 6, 2025 at 5:00 PM\nSubject: Readout of the fifth round\nTo: <list@example.gov>\n\n"
)


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


def test_a_page_is_read_when_the_plain_text_only_points_to_it() -> None:
    message = mail("See this mail in your browser.")
    paragraphs = "".join(f"<p>{LONG} Paragraph {n}.</p>" for n in range(3))
    quote = '<div class="gmail_quote">On Friday A wrote: <p>The duty is 25 percent.</p></div>'
    message.add_alternative(f"<html><body>{paragraphs}{quote}</body></html>", subtype="html")
    reading = only(message)
    assert "Paragraph 2." in reading.text
    assert "25 percent" not in reading.text
    assert reading.title == "Japan talks"
    both = mail(LONG)
    both.add_alternative(f"<p>{LONG}</p>", subtype="html")
    assert only(both).text == " ".join(LONG.split())


def test_a_newsletter_laid_out_in_tables_is_read_as_blocks() -> None:
    message = mail("")
    items = "<ul><li>India met the EU</li><li>Brazil sued</li></ul>"
    rows = f"<tr><td><h2>Europe</h2><p>They met.</p><p>They parted.</p></td></tr><tr><td>{items}</td></tr>"
    message.set_content(f"<table>{rows}</table>", subtype="html")
    assert only(message).text.split("\n") == [
        "## Europe",
        "They met.",
        "They parted.",
        "- India met the EU",
        "- Brazil sued",
    ]


def test_a_table_of_figures_in_a_mail_stays_one() -> None:
    message = mail("")
    row = "<tr><td><p>{}</p></td><td><p>{}</p></td></tr>"
    message.set_content(
        f"<table>{row.format('Goods', 'Rate')}{row.format('Cars', '15%')}</table>", subtype="html"
    )
    assert only(message).text == "| Goods | Rate |\n| Cars | 15% |"


def test_a_mail_that_is_a_page_keeps_its_first_paragraph() -> None:
    message = mail("")
    message.set_content("<p>Kenya cut its duty to 4 percent.</p><p>Uganda will follow.</p>", subtype="html")
    assert only(message).text == "Kenya cut its duty to 4 percent.\nUganda will follow."


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


def test_a_charset_that_is_wrong_or_unknown_loses_no_letter() -> None:
    raw = b"Subject: x\nContent-Type: text/plain; charset=%s\nContent-Transfer-Encoding: 8bit\n\n%s"
    for charset in (b"nonsense", b"us-ascii", b"utf-8"):
        assert only(raw % (charset, "Zölle für Stahl".encode("cp1252"))).text == "Zölle für Stahl"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"Just words, and no mail.", "no mail: it has no From, Date or Subject"),
        (b"From: a@b.c\nContent-Type: multipart/encrypted; boundary=x\n\n--x--", "encrypted mail"),
        (b"From: a@b.c\nSubject: x\n\n", "no text"),
    ],
)
def test_what_is_no_mail_to_read_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        readings(content)


def test_a_mail_nested_without_end_is_refused() -> None:
    parts: Any = b"".join(
        b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(2000)
    )
    with pytest.raises(SourceError, match=r"damaged|no text"):
        readings(b"From: a@b.c\nSubject: x\n" + parts)
