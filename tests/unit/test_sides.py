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
            ["Peru, pays beef levy", "Chile, pays beef levy"],
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
            "beef levy: Peruvian goods vs Chilean goods, which is lower and by how much",
            ["beef levy: Peruvian goods, how much", "beef levy: Chilean goods, how much"],
        ),
        (
            "who gives firms longer to leave Kenya, Peru or Chile? need both dates",
            ["gives firms to leave Kenya, Peru, how long", "gives firms to leave Kenya, Chile, how long"],
        ),
        ("beef: does Peru or the EC get the higher cap?", ["beef: Peru get cap", "beef: EC get cap"]),
        (
            "is the beef cap the same for Peruvian goods and Chilean goods?",
            ["the beef cap for Peruvian goods", "the beef cap for Chilean goods"],
        ),
        (
            "is the duty of May the same for beef as it is for veal and lamb?",
            ["the duty of May for beef", "the duty of May for veal and lamb"],
        ),
        (
            "Do Peruvian kites get a better cap than Chilean ones, and what are the two rates?",
            ["Peruvian kites get cap", "Chilean kites get cap"],
        ),
        ("how do Peru and Chile differ on beef?", ["Peru beef", "Chile beef"]),
        (
            "beef plans: how does Lima's differ from Santiago's?",
            ["beef plans: Lima's", "beef plans: Santiago's"],
        ),
        (
            "which sales fell more in pct, kites or tin cans",
            ["sales fell in pct, kites, how much", "sales fell in pct, tin cans, how much"],
        ),
        (
            "Aceros against Gloria: tin shipped to Kenya, how much does each hold",
            [
                "tin shipped to Kenya, how much does Aceros hold",
                "tin shipped to Kenya, how much does Gloria hold",
            ],
        ),
        (
            "the gap with Kenya next to that with the whole of Africa, in tons",
            ["the gap with Kenya, in tons", "the gap with the whole of Africa, in tons"],
        ),
        (
            "beet area this year: Peru vs the other coast",
            ["beet area this year: Peru", "beet area this year: the other coast"],
        ),
        ("UK trade, 1986 v 1985, better or worse", ["UK trade, 1986", "UK trade, 1985"]),
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
        "how low did the dollar get vs the yen this spring?",
        "tin quota: how much at the lower rate, tons or cans",  # a choice of units
        "are the duties charged already or still only planned? from which day",
        "beef exports this year, better or worse",
    ],
)
def test_what_compares_nothing_has_no_sides(text: str) -> None:
    assert sides(text) == []


def test_a_follow_up_is_left_whole() -> None:
    question = understand("and vs Chile? (beef levy on Peru)", DAY, text="and vs Chile?")
    assert sides_of(question, DAY) == []
