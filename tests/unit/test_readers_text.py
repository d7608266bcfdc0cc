"""Plain text is parted into a title, paragraphs, headings."""

import time

import pytest

from ingest.readers import Reading
from ingest.readers.plain_text import read_plain_text, read_text_below
from ingest.sources.pasted import Pasted
from tests.reading import LONG, read_one


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_release_mark_is_no_title(name: str) -> None:
    text = f"FOR IMMEDIATE RELEASE\n\nTalks go on\n\n{LONG}"
    assert read_one(name, text.encode()).title == "Talks go on"


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


@pytest.mark.slow
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
