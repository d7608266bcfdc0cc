"""The sides of a comparison are asked about one by one."""

from datetime import date

import pytest

from assistant.asking.question import understand
from assistant.steps.sides import sides_of

DAY = date(1987, 4, 1)


def sides(text: str) -> list[str]:
    return sides_of(understand(text, DAY), DAY)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("beef levy: Peru vs Chile", ["beef levy: Peru", "beef levy: Chile"]),
        (
            "Peru or Chile, who pays the higher beef levy?",
            ["Peru, who pays the higher beef levy?", "Chile, who pays the higher beef levy?"],
        ),
        (
            "havanas farm plan vs Chile's: over how many years?",
            ["havanas farm plan: over how many years?", "farm plan Chile's: over how many years?"],
        ),
        (
            "beef levy from Peru vs from Chile vs from Kenya",
            ["beef levy from Peru", "beef levy from Chile", "beef levy from Kenya"],
        ),
        (
            "what did Peru pay in May 1986 compared with May 1985",
            ["what did Peru pay in May 1986", "what did Peru pay in May 1985"],
        ),
        ("quota rate: barley vs durum wheat", ["quota rate: barley", "quota rate: durum wheat"]),
        ("Peru's goods gap, 1986 against 1985", ["Peru's goods gap, 1986", "Peru's goods gap, 1985"]),
        (
            "beef levy: cap for Peruvian goods against Chilean goods",
            ["beef levy: cap for Peruvian goods", "beef levy: cap for Chilean goods"],
        ),
        ("mean duty of Peru next to that of Chile", ["mean duty of Peru", "mean duty of Chile"]),
        ("beef cap, Peru vs Chile/Kenya", ["beef cap, Peru", "beef cap, Chile", "beef cap, Kenya"]),
        (
            "Peruvian versus Chilean: how much beef did each promise",
            ["how much beef did Peru promise", "how much beef did Chile promise"],
        ),
        (
            "beef from Peru vs a maker with a plan of its own, which pays less?",
            ["beef from Peru", "a maker with a plan of its own"],
        ),
    ],
)
def test_each_side_has_a_question_of_its_own(text: str, told: list[str]) -> None:
    assert sides(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "what did Peru agree with Chile",
        "did Peru or Chile sign the accord",  # either will do
        "the row between Peru and Chile",
        "Peru vs Chile trade row, latest",  # one subject
        "dollar vs the yen",  # nothing stands before it that could be left out
        "what Peru buys of Chile vs what Chile buys",
        "latest on Peru",
        "what did Peru say against duties of Chile",
        "the retaliation against Chile",
    ],
)
def test_what_compares_nothing_has_no_sides(text: str) -> None:
    assert sides(text) == []


def test_a_follow_up_is_left_whole() -> None:
    question = understand("and vs Chile? (beef levy on Peru)", DAY, text="and vs Chile?")
    assert sides_of(question, DAY) == []
