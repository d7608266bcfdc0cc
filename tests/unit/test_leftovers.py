"""What only steers a machine or offers what can be done with a page is no text, and nothing else goes."""

import pytest

from tests.reading import read_one

WIRE = (
    "TIN TALKS GO ON\n{codes}\nLIMA, Jan 29 - Peru cut the duty on tin.\n"
    "Chile did so, too, and so did Bolivia.\n{end}\n"
)


def test_the_codes_of_a_wire_go_with_the_station_that_signs_above_and_below() -> None:
    text = WIRE.format(codes="ABX\nu f B C f2277 andean\n", end=" ABX\n&#3;")
    assert read_one("a.txt", text.encode()).text.split("\n") == [
        "LIMA, Jan 29 - Peru cut the duty on tin.",
        "Chile did so, too, and so did Bolivia.",
    ]


def test_a_word_in_capitals_above_and_below_stays_without_codes_beside_it() -> None:
    text = WIRE.format(codes="TIN", end="TIN")
    assert read_one("a.txt", text.encode()).text.split("\n").count("TIN") == 2


def test_a_character_that_can_be_shown_is_kept_as_it_is_written() -> None:
    text = "Tin\n\nPeru &#38; Chile cut it&#x3;.\n"
    assert read_one("a.txt", text.encode()).text == "Peru &#38; Chile cut it."


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_row_of_what_can_be_done_with_a_page_is_no_text(name: str) -> None:
    rows = ["Peru cut the duty on tin.", "Print | Cite this page | Report an error", "Report on tin | Lima"]
    html = f"<html><head><title>Tin</title></head><body>{''.join(f'<p>{row}</p>' for row in rows)}</body>"
    text = html if name == "a.html" else "\n\n".join(["Tin in Peru", *rows])
    read = read_one(name, text.encode()).text
    assert "Report an error" not in read
    assert "Report on tin | Lima" in read


def test_the_mark_of_a_footnote_goes_from_its_sentence_and_stays_at_the_note() -> None:
    text = "# Tin\n\nPeru cut it by 4 pct[^1]. It rose[^x].\n\nThey met.\n\n[^1]: Provisional\n"
    assert read_one("a.md", text.encode()).text.split("\n") == [
        "Peru cut it by 4 pct. It rose[^x].",
        "They met.",
        "[1] Provisional",
    ]
