"""Rows of a table are said with each figure behind the head of its column, and checked like any quote."""

import pytest

from assistant.checking.citations import is_word_for_word
from assistant.reading.rows import told_rows


@pytest.mark.parametrize(
    ("head", "rows", "told"),
    [
        ("Country | Rate", ["Norway | 15%"], "Norway – Rate: 15%"),
        ("Country | Rate |", ["Norway | 15% |"], "Norway – Rate: 15%"),
        ("Country | Rate", ["Norway | 15%", "Chile | 9%"], "Rate – Norway: 15%; Chile: 9%"),
        ("Country | Rate | Quota?", ["Norway | 15% | none"], "Norway – Rate: 15%, Quota? none"),
        (
            "Country | Rate | Since",
            ["Norway | 15% | May", "Chile | 9% | June"],
            "Norway – Rate: 15%, Since: May; Chile – Rate: 9%, Since: June",
        ),
    ],
)
def test_figures_stand_behind_their_heads(head: str, rows: list[str], told: str) -> None:
    assert told_rows(head, rows) == told
    assert is_word_for_word(told, [head, *rows])


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("Country | Rate", ["Norway | 15% | May"]),
        ("Country | | Since", ["Norway | 15% | May"]),
        ("Country | Rate", ["Norway | "]),
        ("Country | Rate", ["Norway | 15%", " | 9%"]),
        ("Country", ["Norway"]),
        ("", []),
    ],
)
def test_what_does_not_pair_up_is_left_as_it_is(head: str, rows: list[str]) -> None:
    assert told_rows(head, rows) is None


@pytest.mark.parametrize(
    "said", ["Norway – Rate: 9%", "Chile – Rate: 15%", "Norway – Quota: 15%", "Norway: 15%"]
)
def test_any_other_pairing_is_not_what_the_row_says(said: str) -> None:
    assert not is_word_for_word(said, ["Country | Rate | Quota", "Norway | 15% | 9 tons"])
