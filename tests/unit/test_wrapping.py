"""A line of plain text goes on where it was broken to fit a width, and only there."""

import pytest

from ingest.readers.plain_text import read_plain_text

WIRE = """TIN TALKS GO ON
    LIMA, Jan 29 - The government of Peru and the Andean
Community have settled their quarrel over tin,
hours before a duty of 20 pct was due, an official said.
    Chile will buy 2,000 tonnes (the board wrongly spoke of
2.3 mln) outside the pact for three years.
    The board said tin, ore and zinc sales to
Linz have since stopped. It gave no more figures.
    Both of the sides are to meet again in Lima when the
text has been seen by them.
"""
CABLE = """UNCLASSIFIED

SUBJECT: TIN TALKS

1. PERU AND CHILE REACHED AGREEMENT ON THE DUTY ON TIN ON
NOV 20. PERU WILL NOT APPLY THE 20 PERCENT DUTY ON THE ORE
WHICH WAS TO ENTER INTO FORCE DEC 5. THE MINERS ARE HOSTILE.
MAIN POINTS:
 A) TIN. SEPARATE BASE OF 5.1 MILLION TONNES A YEAR FOR THE
    SMELTERS OF LINZ.
 B) SALES TO FALL 21 PERCENT IN VOLUME OVER SIX YEARS AND MORE
    FROM 1986-90 BASE. (PERU HAD ASKED FOR 24.)
 C) SUPPORT OF SMELTERS DOWN BY 20 PERCENT, AND ALL PAYMENTS TO
    MINERS EXEMPT.

KELLY
"""


def lines(text: str) -> list[str]:
    return read_plain_text(text).text.split("\n")


def test_a_line_out_to_the_left_goes_on_with_an_indented_paragraph() -> None:
    assert lines(WIRE) == [
        "LIMA, Jan 29 - The government of Peru and the Andean Community have settled their quarrel over "
        "tin, hours before a duty of 20 pct was due, an official said.",
        "Chile will buy 2,000 tonnes (the board wrongly spoke of 2.3 mln) outside the pact for three years.",
        "The board said tin, ore and zinc sales to Linz have since stopped. It gave no more figures.",
        "Both of the sides are to meet again in Lima when the text has been seen by them.",
    ]


def test_in_a_text_of_capitals_a_line_goes_on_where_the_next_word_had_no_room() -> None:
    assert lines(CABLE)[2:] == [
        "1. PERU AND CHILE REACHED AGREEMENT ON THE DUTY ON TIN ON NOV 20. PERU WILL NOT APPLY THE "
        "20 PERCENT DUTY ON THE ORE WHICH WAS TO ENTER INTO FORCE DEC 5. THE MINERS ARE HOSTILE.",
        "MAIN POINTS:",
        "A) TIN. SEPARATE BASE OF 5.1 MILLION TONNES A YEAR FOR THE SMELTERS OF LINZ.",
        "B) SALES TO FALL 21 PERCENT IN VOLUME OVER SIX YEARS AND MORE FROM 1986-90 BASE. "
        "(PERU HAD ASKED FOR 24.)",
        "C) SUPPORT OF SMELTERS DOWN BY 20 PERCENT, AND ALL PAYMENTS TO MINERS EXEMPT.",
        "KELLY",
    ]


def test_lines_that_hang_under_the_words_of_an_entry_are_part_of_it() -> None:
    text = (
        "Diary\n\n"
        "  2 Sep 86   Pact on tin signed.\n"
        " 27 Mar 87   Peru means to raise its duty on tin to 100 pct\n"
        "             on some $300 million of goods. Reasons given:\n"
        "             sales of tin below its price ($135 mln) and more\n"
        "             (Linz denies it).\n"
        "  8 Jun 87   Duty cut.\n"
    )
    assert lines(text) == [
        "2 Sep 86   Pact on tin signed.",
        "27 Mar 87   Peru means to raise its duty on tin to 100 pct on some $300 million of goods. Reasons "
        "given: sales of tin below its price ($135 mln) and more (Linz denies it).",
        "8 Jun 87   Duty cut.",
    ]


WRAPPED = """The board of Peru has set out for each of the years how many tonnes of tin it
has sold to Linz, and the ministry of mines has told the reporters in Lima that
sales are to go on until the end of June, when the two sides will talk of them.
"""


def test_the_rows_of_a_table_are_not_run_together() -> None:
    rows = ["Tin                         in all of the year 2025", "Zinc ore of Peru and Chile  by May 2026"]
    assert lines("\n".join(["Sales", "", WRAPPED * 2, *rows]))[-2:] == rows


def test_a_line_after_which_the_next_word_had_room_is_not_run_on() -> None:
    text = (
        "Andean News\nTIN-PERU | 1st story\nPeru says that the ban on tin is to cover only refined tin\n"
        "Rosa Quispe\n\n"
        "LIMA, April 26 (AN) - The ban of Peru on tin that is sold abroad will be limited to\n"
        "refined and cast tin and will leave ore free to move, the minister of mines of Peru\n"
        "said on Tuesday in a talk with reporters that was held in the house of the ministry\n"
        "in Lima. It begins on April 28 and stays until tin at home falls to a lower price.\n"
    )
    assert "Peru says that the ban on tin is to cover only refined tin" in lines(text)
    assert "Rosa Quispe" in lines(text)


def test_marks_of_a_wire_and_labels_begin_lines_of_their_own() -> None:
    text = (
        f"Tin\n\n{WRAPPED * 2}\n"
        "^Peru raises the duty on tin tenfold in two years\n^Eds: UPDATES with the board's comment\n\n"
        "To: everybody on the desk of tin and of zinc, at\nCc: Linz office of the board of mines\n"
    )
    assert lines(text)[-4:] == [line for line in text.split("\n") if line][-4:]


def test_a_row_of_asterisks_is_no_item() -> None:
    assert lines("Tin\n\nPeru cut it.\n\n* * * * *\n\nLinz did too.") == ["Peru cut it.", "Linz did too."]


LONG = (
    "The fifth round of talks on tin took place in Lima, and both sides noted further progress on the matter."
)


@pytest.mark.parametrize(
    "line",
    [
        "LIMA, Jan 29 - The Andean states and Peru",
        "2.3 mln tonnes are bought a year.)",
        "A Pact of Peru with the",
        "BC-PERU-CHILE-TIN (UPDATE 2)",
    ],
)
def test_a_dateline_a_slug_and_the_part_of_a_sentence_are_no_headings(line: str) -> None:
    assert lines(f"Title\n\nPeru cut it.\n\n{line}\n\n{LONG}")[1] == line


def test_the_line_below_a_byline_that_names_a_paper_is_no_heading() -> None:
    assert lines(f"Peru raises duty\n\nBy Rosa Quispe\nSpecial to The Lima Herald\n\n{LONG}")[1:] == [
        "Special to The Lima Herald",
        LONG,
    ]


def test_a_line_that_the_one_above_goes_into_is_no_heading() -> None:
    above = "Peru, Chile, Bolivia and others of the states of the Andean"
    assert lines(f"Title\n\n{above}\nCommunity in Lima\n{LONG}")[:2] == [above, "Community in Lima"]
    assert lines(f"Title\n\nPeru cut it.\nTalks in Lima\n{LONG}")[1] == "# Talks in Lima"
