"""A document that nothing dates has the day of a line near its top, and whoever takes it in is told."""

from datetime import date

import pytest

from ingest.preparing.intake import notes_of, take_in
from tests.reading import read_one

TEXT = "Kenya and Peru opened talks on tea, and Kenya asks for a cut to 1 per cent within two years."
DAY = date(2025, 1, 17)


def taken(text: str, name: str = "a.txt") -> tuple[date | None, str | None, tuple[str, ...]]:
    reading = read_one(name, text.encode())
    briefing = take_in(reading, "key", name).briefing
    return briefing.published, briefing.published_from, notes_of(reading, briefing)


@pytest.mark.parametrize(
    "line",
    [
        "Tea market letter - Week 3 - 17 January 2025 - Mombasa / Rotterdam",
        "Agents for the port of Mombasa and for the lakes CIRCULAR TO CLIENTS NO. 7/2025 17 Jan 2025",
        "Public Distribution Date: January 17, 2025",
        "[Issuing unit] Bureau of Tea [Number] 2025 No. 3 [Date] January 17, 2025",
        "Tea Desk Live · 17 January 2025 · blog closed at 18:10 GMT · with Ann Lee in Lima",
        "Version 9 — as of 17 January 2025, 09:00 Nairobi",
        "Position at close of 17/01/2025",
        "Registration SOR/2025-17 January 17, 2025",
        "Harbour Star (Lima) | Friday, 17th January 1925 | p. 1 | scanned by the library",
        "Page 4 of the record, by the Secretariat on 17 January 2025",
    ],
)
def test_a_day_beside_other_words_near_the_top_is_likely_that_of_the_document(line: str) -> None:
    day, origin, notes = taken(f"Kenya and Peru open talks on tea\n\n{line}\n\n{TEXT}")
    assert day in (DAY, date(1925, 1, 17))
    assert origin == "likely line"
    [note] = notes
    assert f"dated {day}" in note
    assert "`briefings edit ID --published DATE`" in note


@pytest.mark.parametrize(
    "line",
    [
        "Comments are welcome by 17 January 2025",
        "Tea Board - next auction, 17 January 2025",
        "Peru raises its duty on tea - in force 17 January 2025",
        "Deadline - 17 January 2025 - for comments",
        "- 17 January 2025 | Lima | the levy",
        "Client Alert | 05.09.2025 | 3 minutes to read, all in all",  # may be in May or in September
        "Talks from 17 January 2025 to 20 January 2025 - Lima",
    ],
)
def test_a_day_of_something_else_and_one_that_may_be_two_is_not(line: str) -> None:
    assert taken(f"Kenya and Peru open talks on tea\n\n{line}\n\n{TEXT}")[:2] == (None, None)


def test_a_day_in_a_title_is_of_what_it_tells_but_for_what_is_said_aloud() -> None:
    assert taken(f"# Peru cuts tea duty 17 January 2025\n\n{TEXT}", "a.md")[0] is None
    said = taken(f"# Press Briefing by Press Secretary Ann Lee, January 17, 2025\n\n{TEXT}", "a.md")
    assert said[:2] == (DAY, "likely line")


def test_what_is_stated_counts_more_and_so_does_a_file_s_name() -> None:
    line = "Tea market letter - Week 3 - 17 January 2025 - Mombasa / Rotterdam"
    stated = taken(f"---\npublished: 2025-01-20\n---\n# Talks on tea\n\n{line}\n\n{TEXT}", "a.md")
    assert stated[:2] == (date(2025, 1, 20), "front matter")
    assert taken(f"Talks on tea\n\n{line}\n\n{TEXT}", "2025-01-21-tea.txt")[:2] == (
        date(2025, 1, 21),
        "file name",
    )


def test_wrapped_text_has_no_line_of_its_own() -> None:
    wrapped = "The ministers of the two countries said in Lima that they would meet again on Tuesday,\n"
    assert taken(f"Talks on tea\n\n{TEXT}\n\n{wrapped}January 17, 2025 in Lima\n\n{TEXT}")[0] is None


def test_a_title_that_ends_with_a_weekday_and_its_day_is_of_that_day_s_issue() -> None:
    day = taken(f"# What the papers say: Friday 17 January 2025\n\n{TEXT}", "a.md")
    assert day[:2] == (DAY, "likely line")
    assert taken(f"# Next meeting on tea: Friday 17 January 2025\n\n{TEXT}", "a.md")[0] is None
