"""A text is read back into the blocks it was written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.text.blocks import blocks_of


def read(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in blocks_of(text)]


def test_every_kind_of_block_is_read_without_its_marker() -> None:
    text = "# Talks\nBoth sides met.\n- Rice\n\n| Party | Rate |\n| Japan | 15% |"
    assert read(text) == [
        ("heading", "Talks"),
        ("paragraph", "Both sides met."),
        ("item", "Rice"),
        ("row", "Party | Rate"),
        ("row", "Japan | 15%"),
    ]


@pytest.mark.parametrize(
    ("line", "quoted"),
    [
        ("- Rice quota", "Rice quota"),
        ("* Rice quota", "Rice quota"),
        ("• Rice quota", "Rice quota"),
        ("1. Rice quota", "1. Rice quota"),
        ("12) Rice quota", "12) Rice quota"),
        ("(iv) Rice quota", "(iv) Rice quota"),
    ],
)
def test_a_bullet_is_not_quoted_and_a_number_is(line: str, quoted: str) -> None:
    assert read(line) == [("item", quoted)]


@pytest.mark.parametrize(
    "line",
    [
        "-5 percent was the change",
        "2025 was a record year",
        "#1 exporter of steel",
        "(see the annex) it says",
    ],
)
def test_what_only_looks_like_a_marker_is_prose(line: str) -> None:
    assert read(line) == [("paragraph", line)]


def test_the_depth_of_headings_and_items_is_kept() -> None:
    blocks = list(blocks_of("### Steel\n- Slabs\n  - Hot rolled\n    - Coils"))
    assert [block.level for block in blocks] == [3, 1, 2, 3]


def test_blank_lines_and_a_closing_line_break_are_no_blocks() -> None:
    assert read("\n\n  \nOne.\n\nTwo.\n") == [("paragraph", "One."), ("paragraph", "Two.")]


@pytest.mark.parametrize("line", ["|", "| |", "|  | |", "||"])
def test_a_row_of_empty_cells_is_no_block(line: str) -> None:
    assert read(f"| Rice | 5% |\n{line}\n| Beef | 9% |") == [("row", "Rice | 5%"), ("row", "Beef | 9%")]


@pytest.mark.parametrize("line", ["#", "# ", "- ", "1. "])
def test_a_marker_with_nothing_after_it_is_quoted_as_it_stands(line: str) -> None:
    assert read(line) == [("paragraph", line.strip())]


def test_a_block_knows_where_its_line_starts() -> None:
    text = "One.\n  - Rice"
    assert [block.line for block in blocks_of(text)] == [0, 5]


@given(st.text(alphabet="ab1.#-*•|() \n\t", max_size=120))
def test_blocks_are_ordered_inside_the_text_and_within_one_line(text: str) -> None:
    last = 0
    for block in blocks_of(text):
        assert last <= block.line <= block.start <= block.end <= len(text)
        assert "\n" not in text[block.line : block.end]
        last = block.end
