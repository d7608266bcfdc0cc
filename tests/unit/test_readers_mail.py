"""Mails: what the writer says, and not what they quote; forwarded and attached briefings on their own."""

import pytest

from ingest.text.dates import Stated, published_on
from tests.mails import FORWARDED, LONG, TALKS, mail, only, readings
from vectorstore.errors import SourceError


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
