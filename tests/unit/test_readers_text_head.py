"""What the first lines of a plain text state of its publication."""

from datetime import date

import pytest

from ingest.readers.plain_text import read_plain_text
from ingest.text.dates import Stated, published_on
from tests.reading import LONG, read_one

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
