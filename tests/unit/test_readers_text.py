"""Plain text: headline, labelled lines, dateline, wrapped or unwrapped paragraphs, headings, encodings."""

import time
from datetime import date

import pytest

from ingest.readers import Reading
from ingest.readers.plain_text import read_plain_text, read_text_below
from ingest.sources.pasted import Pasted
from ingest.text.dates import Stated, published_on
from tests.reading import read_one
from vectorstore.errors import SourceError

LONG = "The fifth round of talks took place in Washington, and both sides noted further progress there."
WIRE = """JAPAN, U.S. TO HOLD TALKS
Published: 1987-03-02
Source: Reuters

TOKYO, March 2 - Japan and the United States will hold talks, officials said on Monday.

The talks begin on Tuesday.
"""


def test_a_wire_story_gives_headline_date_and_source() -> None:
    reading = read_plain_text(WIRE)
    assert reading.title == "JAPAN, U.S. TO HOLD TALKS"
    assert reading.publisher == "Reuters"
    assert reading.dates == (Stated("published line", "1987-03-02"), Stated("dateline", "March 2"))
    assert reading.text.split("\n") == [
        "TOKYO, March 2 - Japan and the United States will hold talks, officials said on Monday.",
        "The talks begin on Tuesday.",
    ]


@pytest.mark.parametrize(
    ("start", "written"),
    [
        ("WASHINGTON, March 15 - The", "March 15"),
        ("TAUPO, New Zealand, March 23 - The", "March 23"),
        ("TAUPO, New Zealand, March 23, Reuter - The", "March 23"),
        ("BRUSSELS, June 6, 2025 (Reuters) – The", "June 6, 2025"),
        ("Santiago, april 9 - the", "april 9"),
        ("BRUSSELS, 8 June 2025 (Reuters) - The", "8 June 2025"),
        ("NEW DELHI, 08 Jun 2025 - The", "08 Jun 2025"),
        ("Rio de Janeiro, 8 June – The", "8 June"),
        ("WASHINGTON (Reuters), June 8, 2025 - The", "June 8, 2025"),
        ("Washington, D.C. – June 8, 2025 – The", "June 8, 2025"),
        ("BRUSSELS, Belgium (8 June 2025) — The", "8 June 2025"),
        ("GENEVA, June 8, 2025 /Newswire/ -- The", "June 8, 2025"),
    ],
)
def test_a_dateline_is_read_and_stays_in_the_text(start: str, written: str) -> None:
    reading = read_plain_text(f"Headline\n\n{start} minister spoke.")
    assert reading.dates == (Stated("dateline", written),)
    assert reading.text == f"{start} minister spoke."


@pytest.mark.parametrize(
    "line",
    [
        "Published: 8 June 2025, updated June 10, 2025",
        "Published: June 8, 2025 (updated 2025-06-10)",
        "Date: updated June 10, 2025; published June 8, 2025",
    ],
)
def test_the_day_of_publication_counts_before_that_of_an_update(line: str) -> None:
    reading = read_plain_text(f"Headline\n{line}\n\nThe minister spoke.")
    assert published_on(reading.dates, None, "a.txt").day == date(2025, 6, 8)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_the_date_of_an_event_is_text_and_no_day_of_publication(name: str) -> None:
    notice = "Round table\n\nDate: June 12, 2025\nTime: 10:00\nVenue: Geneva\n"
    reading = read_one(name, notice.encode())
    assert reading.dates == ()
    assert "Date: June 12, 2025" in reading.text


def test_a_day_behind_the_source_is_no_part_of_its_name() -> None:
    reading = read_plain_text(f"Talks go on\nSource: Reuters, June 8, 2025\n\n{LONG}")
    assert (reading.publisher, reading.text) == ("Reuters", LONG)
    assert reading.dates == (Stated("published line", "June 8, 2025"),)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_several_labels_may_stand_in_a_line(name: str) -> None:
    line = "**Published:** June 8, 2025 | **Source:** Trade Desk"
    reading = read_one(name, f"# Talks go on\n\n{line}\n\n{LONG}".encode())
    assert (reading.publisher, reading.text) == ("Trade Desk", LONG)
    assert reading.dates == (Stated("published line", "June 8, 2025"),)


@pytest.mark.parametrize("line", ["June 8, 2025", "Published June 8, 2025", "By Jane Doe, June 8, 2025"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_date_in_a_line_of_its_own_is_read_and_is_no_title(name: str, line: str) -> None:
    heading = "# Talks go on" if name == "a.md" else "Talks go on"
    for lines in ((heading, line), (line, heading)):
        reading = read_one(name, "\n\n".join([*lines, LONG]).encode())
        assert reading.title == "Talks go on"
        assert reading.dates == (Stated("published line", "June 8, 2025"),)
        assert reading.text == f"{line}\n{LONG}"


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_release_mark_is_no_title(name: str) -> None:
    text = f"FOR IMMEDIATE RELEASE\n\nTalks go on\n\n{LONG}"
    assert read_one(name, text.encode()).title == "Talks go on"


def test_days_that_head_sections_are_headings_and_no_date() -> None:
    reading = read_plain_text(f"Day by day\n\nJune 8, 2025\n{LONG}\nJune 9, 2025\n{LONG}")
    assert reading.dates == ()
    assert reading.text.split("\n")[0] == "# June 8, 2025"


@pytest.mark.parametrize(
    "start",
    [
        "The deadline – June 8, 2025 – was missed.",
        "Both rounds (8 June 2025) — they",
        "On Sunday, 8 June 2025, the",
    ],
)
def test_a_day_within_a_sentence_is_no_dateline(start: str) -> None:
    assert read_plain_text(f"Headline\n\n{start} minister spoke.").dates == ()


def test_a_dateline_without_a_date_gives_none() -> None:
    assert read_plain_text("Headline\n\nBRUSSELS (Reuters) - The minister spoke.").dates == ()


def test_wrapped_lines_are_joined_to_paragraphs() -> None:
    reading = read_plain_text(
        "Headline\n\n"
        "The two governments agreed on Friday to go on with their talks on trade-\n"
        "related measures until the end of June, officials of both of them said in\n"
        "the evening. The next round will be held in Washington when the ministers\n"
        "have seen the text.\n"
        "- steel, which both of them want to see settled before the summer begins,\n"
        "  and cars\n\n"
        "A second paragraph."
    )
    assert reading.text.split("\n") == [
        "The two governments agreed on Friday to go on with their talks on trade-related measures until the "
        "end of June, officials of both of them said in the evening. The next round will be held in "
        "Washington when the ministers have seen the text.",
        "- steel, which both of them want to see settled before the summer begins, and cars",
        "A second paragraph.",
    ]


def test_a_word_divided_at_the_end_of_a_line_is_closed_up() -> None:
    reading = read_plain_text(
        "Headline\n\n"
        "The two governments agreed on Friday to go on with their talks in Wash-\n"
        "ington until the end of June, officials of both of them said. The next\n"
        "round of the talks will be held in Ottawa when the ministers have seen\n"
        "the text.\n"
    )
    assert "in Washington until" in reading.text


def test_the_row_of_an_aligned_table_is_no_heading() -> None:
    rows = ["Country   Rate  From", "Malaysia  25%  August 1", "Tunisia      30%"]
    reading = read_plain_text("\n".join(["Rates", *rows, "", LONG]))
    assert reading.text.split("\n") == [*rows, LONG]


def test_a_paragraph_a_line_stays_one_and_bare_lines_are_headings() -> None:
    reading = read_plain_text(
        f"Trade Watch: Progress\n{LONG}\nJapan-U.S. Talks Continue, but No Deal Yet\n{LONG}\n{LONG}"
    )
    assert reading.title == "Trade Watch: Progress"
    assert reading.text.split("\n") == [LONG, "# Japan-U.S. Talks Continue, but No Deal Yet", LONG, LONG]


def test_a_sentence_a_quote_and_an_item_are_no_headings() -> None:
    for line in ("They met again.", '"We met', "- Japan", "By Jane Doe"):
        assert read_plain_text(f"Title\n{line}\n{LONG}").text.split("\n")[0] == line


def test_a_headline_alone_is_the_text() -> None:
    reading = read_plain_text("JAPAN RAISES QUOTA\nPublished: 1987-03-02\n")
    assert (reading.title, reading.text) == ("JAPAN RAISES QUOTA", "JAPAN RAISES QUOTA")


LEAD = "The EU agreed on a ceiling of 15 percent for cars on Friday"


@pytest.mark.parametrize(
    "lead",
    [
        f"{LEAD}.",
        f"“{LEAD}.”",
        "Kenya cut its duty.",
        "The parties agreed on these rates:",
        f"BRUSSELS, June 8, 2025 — {LEAD}",
        f"{LEAD}, officials\nsaid in the evening.",
    ],
)
def test_a_first_sentence_is_title_and_text(lead: str) -> None:
    reading = read_plain_text(f"{lead}\n\nIt will hold from August 1, 2025.")
    assert reading.title
    assert reading.text.replace("\n", " ").startswith(lead.replace("\n", " "))


def test_a_line_that_filled_the_width_is_no_headline() -> None:
    text = (
        "The two governments agreed on Friday to go on with their talks on trade with\n"
        "Canada until the end of June, officials of both of them said in the evening\n"
        "in Ottawa. The next round will be held in Washington when the ministers have\n"
        "seen the text and the leaders of both of the countries have met in Canada.\n"
    )
    assert read_plain_text(text).text == " ".join(text.split())


@pytest.mark.parametrize(
    "headline",
    ["Will Canada agree to a ceiling?", "CHINA CALLS FOR BETTER TRADE DEAL WITH U.S.", "Talks go on"],
)
def test_a_headline_is_title_and_no_text(headline: str) -> None:
    reading = read_plain_text(f"{headline}\n\n{LEAD}.")
    assert (reading.title, reading.text) == (headline, f"{LEAD}.")


def test_below_a_title_the_first_line_is_text_unless_it_repeats_it() -> None:
    assert read_text_below("Tea", f"{LEAD}\n\nMore follows.").text == f"{LEAD}\nMore follows."
    assert read_text_below("Talks go on", f"TALKS GO ON\n\n{LEAD}.").text == f"{LEAD}."


def test_a_pasted_text_with_a_title_loses_no_line() -> None:
    (reading,) = Pasted(f"{LEAD}\n\nMore follows.", title="Cars").read()
    assert isinstance(reading, Reading)
    assert (reading.title, reading.text) == ("Cars", f"{LEAD}\nMore follows.")


def test_a_text_without_a_headline_keeps_its_first_line() -> None:
    line = "Japan and the United States met on Friday. They will meet again. " * 5
    reading = read_plain_text(line)
    assert reading.text == line.strip()
    assert reading.title is not None
    assert reading.title.endswith("…")
    assert len(reading.title) < 100


TEXT = "Café talks\n\nThe minister’s “offer” to Türkiye: 15 % – Brasília agreed to São Paulo’s plan."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_a_text_is_read_in_any_usual_encoding(encoding: str) -> None:
    reading = read_one("a.txt", TEXT.encode(encoding))
    assert reading.title == "Café talks"
    assert reading.text == TEXT.split("\n")[2]


@pytest.mark.parametrize("word", ["café", "É", "Zölle é", "São—"])
def test_a_few_letters_of_windows_are_not_taken_for_damage(word: str) -> None:
    assert read_one("a.txt", f"Title\n\nThe word {word}".encode("cp1252")).text == f"The word {word}"


def test_latin_1_and_cyrillic_texts_are_read() -> None:
    assert (
        read_one("a.txt", "Título\n\nMéxico negociará después del año.".encode("latin-1")).text
        == "México negociará después del año."
    )
    russian = "Переговоры о торговле между странами продолжаются в Женеве, сообщили представители."
    assert read_one("a.txt", f"Торговля\n\n{russian}".encode("cp1251")).text == russian


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Peru’s duty — long disputed — stays. São".encode()[:-2], "Peru’s duty — long disputed — stays. S"),
        ("Peru’s duty stays. ".encode() + "São Paulo".encode("latin-1"), "Peru’s duty stays. São Paulo"),
    ],
)
def test_a_bad_byte_in_utf_8_spoils_no_other(content: bytes, text: str) -> None:
    assert read_one("a.txt", b"Title\n\n" + content).text == text


def test_odd_line_ends_spaces_and_controls_are_made_plain() -> None:
    reading = read_one(
        "a.txt", "Title\r\n\r\nFive\u00a0rounds\u202f– zero\u200bwidth\x07.\rNext\u2028line.".encode()
    )
    assert reading.text.split("\n") == ["Five rounds – zerowidth.", "Next", "line."]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "ZIP archive"),
        (bytes(range(256)) * 40, "not text"),
        (b"\xff\xfea\x00b\x00\x00\xd8c\x00", "damaged at byte"),
        (b"Published: 2025-06-08\nSource: X\n", "no text"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(content: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read_one("a.md" if content[:1] != b"P" or content[:2] == b"PK" else "a.txt", content)


def test_twenty_megabytes_are_the_most() -> None:
    with pytest.raises(SourceError, match=r"It has 50 MB; a briefing may have 20 MB\. Split it"):
        read_one("a.txt", b"word " * 10_000_000)


def test_a_line_of_two_megabytes_is_read_in_seconds() -> None:
    line = "Japan and the U.S. met. " * 84_000
    began = time.perf_counter()
    for name in ("a.md", "a.txt"):
        assert len(read_one(name, line.encode()).text) >= 2_000_000
    assert time.perf_counter() - began < 20


def test_a_short_text_that_is_wrapped_is_put_together_where_a_sentence_goes_on() -> None:
    text = (
        "Accord on sardines\n\nMorocco and the European Union have amended their protocol on\n"
        "fisheries. Vessels pay 52 million euros a year, and\nthe duty on sardines is suspended.\n"
    )
    assert read_one("a.txt", text.encode()).text == (
        "Morocco and the European Union have amended their protocol on fisheries. Vessels pay 52 million "
        "euros a year, and the duty on sardines is suspended."
    )
    listed = (
        "Goods\n\nfrozen chicken\nolive oil\nThe quota of these goods is 40,000 tonnes for each year:\nrice"
    )
    assert read_one("a.txt", listed.encode()).text.split("\n") == listed.split("\n")[2:]


@pytest.mark.parametrize(
    "head",
    [
        "MEMORANDUM\n\nTo: Trade desk\nFrom: Customs unit\nDate: 27 May 2026\nSubject: Parcels in Japan",
        "FM EMBASSY TOKYO\nTO FOREIGN OFFICE\nSUBJECT: Parcels in Japan",
        "VERMERK\n\nAn: Referat\nVon: Zoll\nBetreff: Parcels in Japan",
    ],
)
def test_a_memorandum_is_called_what_it_is_about(head: str) -> None:
    reading = read_one("a.txt", f"{head}\n\nJapan ends the exemption for parcels in April 2028.\n".encode())
    assert reading.title == "Parcels in Japan"
    assert reading.text.split("\n")[0] == head.split("\n")[0]
    assert reading.text.endswith("Japan ends the exemption for parcels in April 2028.")


def test_a_subject_that_nobody_is_addressed_with_is_no_title() -> None:
    text = "Reading list\n\nSubject: rice\n\nJapan keeps its quota for rice, the ministry said."
    assert read_one("a.txt", text.encode()).title == "Reading list"


def test_the_mark_that_ends_a_press_release_heads_nothing() -> None:
    text = "Peru opens its market\n\nPeru opened its market for beef.\n\n###\n"
    assert read_one("a.txt", text.encode()).text == "Peru opened its market for beef."
    page = (
        "<title>Peru</title><article><h1>Peru</h1><p>Peru opened its market for beef.</p><p>###</p></article>"
    )
    assert read_one("a.html", page.encode()).text == "Peru opened its market for beef."
