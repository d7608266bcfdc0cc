"""The lines that may date an undated briefing are pointed out."""

from datetime import date

from ingest.preparing.intake import notes_of, take_in
from ingest.readers import Reading
from tests.reading import read_one

TEXT = "Kenya and Peru opened talks on tea tariffs, and Kenya asks for a cut to 1 per cent within two years."


def taken(text: str) -> tuple[date | None, tuple[str, ...], Reading]:
    reading = read_one("a.txt", text.encode())
    intake = take_in(reading, "key", "a.txt")
    return intake.briefing.published, intake.remarks, reading


def test_of_two_days_that_nothing_tells_apart_none_is_taken_and_both_are_pointed_out() -> None:
    text = f"Kenya and Peru open talks on tea\n24 March 2026\n\nGeneva, 17 January 2025\n\n{TEXT}"
    reading = taken(text)[2]
    briefing = take_in(reading, "key", "a.txt").briefing
    assert briefing.published is None
    assert notes_of(reading, briefing) == (
        "undated; “24 March 2026” may say when it was published: 2026-03-24",
        "undated; “Geneva, 17 January 2025” may say when it was published: 2025-01-17",
    )


def test_what_nothing_settles_is_told_with_its_line() -> None:
    day, remarks, reading = taken(f"Kenya and Peru open talks on tea\n\n03/06/25\n\n{TEXT}")
    assert day is None
    assert remarks == (
        "its published line says '03/06/25', which may be read in two ways; write it as YYYY-MM-DD",
    )
    [note] = notes_of(reading, take_in(reading, "key", "a.txt").briefing)
    assert "“03/06/25”" in note
    assert note.endswith(": 2025-06-03 or 2025-03-06")


def test_a_month_whose_name_is_not_known_is_pointed_out() -> None:
    reading = taken(f"Tea talks\n\nCelrà, 7 de gener de 2026\n\n{TEXT}")[2]
    [note] = notes_of(reading, take_in(reading, "key", "a.txt").briefing)
    assert "“Celrà, 7 de gener de 2026”" in note
    assert note.endswith("may say when it was published")


def test_a_briefing_without_such_a_line_has_no_note_and_a_dated_one_neither() -> None:
    for head in (
        "Kenya and Peru open talks",
        "Kenya and Peru open talks\nPublished 8 June 2025\nNext meeting\n5 August 2026",
    ):
        reading = taken(f"{head}\n\n{TEXT}")[2]
        assert notes_of(reading, take_in(reading, "key", "a.txt").briefing) == ()
