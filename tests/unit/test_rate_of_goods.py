"""A rate on goods is told from one on what is made of them, and from other figures beside them."""

from datetime import date

import pytest

from assistant.asking.question import understand
from assistant.choosing.rate_of_goods import goods_asked, sets_rate_of


@pytest.mark.parametrize(
    "text",
    [
        "The duty on rice was raised to 9 percent.",
        "Rice from Thailand will pay a flat 9%.",
        "Duties on imports of wheat, barley and rice shall be set at 9 percent.",
        "Rice duties go up to 9 pct.",
        "Peru charges 9 percent; rice is subject to it.",
        "Goods made entirely of rice shall pay 9%.",
    ],
)
def test_a_rate_on_goods_is_known(text: str) -> None:
    assert sets_rate_of("rice", text)


@pytest.mark.parametrize(
    "text",
    [
        "The duty on rice was raised.",
        "Rice mills shall pay 9 percent.",
        "The duty on rice derivatives shall be 9 percent.",
        "Derivative goods that are made of rice shall pay 9%.",
        "Exports of rice rose 9 percent.",
        "The duty on wheat is 9 percent. Rice is free.",
        "The duty on cans that hold rice is 9 percent.",
        "The board recommended a duty on rice of 9 percent.",
    ],
)
def test_another_figure_is_not(text: str) -> None:
    assert not sets_rate_of("rice", text)


@pytest.mark.parametrize(
    ("question", "goods"),
    [
        ("what is the tariff on rice?", "rice"),
        ("what rate does Thai rice face now", "rice"),
        ("rice duty rate?", "rice"),
        ("what duty on rice and wheat", None),
        ("when does the 9% duty on rice start", None),
        ("what duty does husked rice pay", None),
        ("why is there a duty on rice", None),
        ("how much rice did Peru buy", None),
    ],
)
def test_only_the_rate_of_goods_and_nothing_beside_is_asked(question: str, goods: str | None) -> None:
    assert goods_asked(understand(question, date(1987, 4, 1))) == goods
