"""Tables that a plain text draws are rows, each with its cells."""

from tests.reading import read_one

MARGINS = """Tea margins

The ministry finds that the following weighted-average margins exist
for the makers of black tea that it has asked for the year 2024, as it
did in the year before, and that no other maker has asked for a review:

------------------------------------------------------------
                                               Weighted-
                  Maker                         average
                                                margin
------------------------------------------------------------
Rift Tea Corporation....................            3.18
Lake Tea Joint Stock Company............            0.00
------------------------------------------------------------

Comments are due in May.
"""
RATES = """Tea weekly

DUTIES AT A GLANCE

Country      Good            Apr 2025        May 2025
Kenya        Tea duty        4%              6%
Peru         Tea import duty 16.5%           27.5%

Kenya raised its duty.
"""


def test_dots_lead_from_a_cell_to_the_next_below_the_header_between_the_rules() -> None:
    lines = read_one("a.txt", MARGINS.encode()).text.split("\n")
    assert lines[-4:] == [
        "| Maker | Weighted-average margin |",
        "| Rift Tea Corporation | 3.18 |",
        "| Lake Tea Joint Stock Company | 0.00 |",
        "Comments are due in May.",
    ]


def test_a_table_drawn_with_blanks_has_the_columns_of_its_header() -> None:
    lines = read_one("a.txt", RATES.encode()).text.split("\n")
    assert lines[:4] == [
        "# DUTIES AT A GLANCE",
        "| Country | Good | Apr 2025 | May 2025 |",
        "| Kenya | Tea duty | 4% | 6% |",
        "| Peru | Tea import duty | 16.5% | 27.5% |",
    ]


def test_a_table_that_stands_in_from_the_margin_is_one_where_it_has_a_header() -> None:
    table = (
        "Tea\n\nThey grew.\n\n  Imports, Mt       2019    2020\n  Kenya             2.32    1.48\n"
        "  Peru              1.49    1.62\n\n"
    )
    rows = ["| Imports, Mt | 2019 | 2020 |", "| Kenya | 2.32 | 1.48 |", "| Peru | 1.49 | 1.62 |"]
    assert read_one("a.txt", table.encode()).text.split("\n")[1:] == rows
    listed = "  Up:     $4.5 bn   +1%\n  Down:   $2.5 bn   +3%\n  Level:  $1.5 bn   0%"
    lines = read_one("a.txt", f"Tea\n\nThey grew.\n\n{listed}".encode()).text.split("\n")
    assert lines[1:] == [line.strip() for line in listed.split("\n")]


def test_a_question_heads_the_answer_right_below_it() -> None:
    page = (
        "<html><head><title>Tea duty</title></head><body><h1>Tea duty</h1>"
        "<p><b>Q1. When does it start?</b></p><p>A. On 1 May 2025.</p>"
        "<p><b>Q2. Which goods pay?</b></p><p>A. Tea and coffee pay it.</p></body></html>"
    )
    assert "# Q1. When does it start?\nA. On 1 May 2025." in read_one("a.html", page.encode()).text
    text = "Tea duty\n\nQ1. When does it start?\n\nA. In May.\n\nQ: Why?\n\nKenya: It was asked to.\n"
    assert "# Q1. When does it start?" in read_one("a.txt", text.encode()).text
    assert "# Q: Why?" not in read_one("a.txt", text.encode()).text
