"""A short name is known where its words are spelled out side by side, and nowhere else."""

import pytest

from assistant.reading.initials import spells_out


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("shares of General Motors rose", "GM"),
        ("the Court of International Trade", "CIT"),
        ("the Organization for Economic Cooperation and Development", "OECD"),
        ("the new European Coal and Steel Community", "ECSC"),
        ("the White-House staff", "WH"),
        ("the Department of Labour", "DoL"),
        ("three Free Trade Agreements", "FTAs"),
        ("the Congressional Budget Office found", "cbo"),
        ("the Organization for Economic Cooperation and Development", "oecd"),
    ],
)
def test_what_is_spelled_out_is_known(text: str, name: str) -> None:
    assert spells_out(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("General Electric. Motors are dear.", "GM"),
        ("China is there", "CIT"),
        ("general motors", "GM"),
        ("General Motors", "gm"),
        ("General Motors", "G"),
        ("the Royal Court of International Trade", "cit"),
        ("", "GM"),
    ],
)
def test_what_is_not_is_not(text: str, name: str) -> None:
    assert not spells_out(text, name)
