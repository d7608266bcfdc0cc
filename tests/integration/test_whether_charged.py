"""Whether anything is charged on a party's goods is told by what sets the rate, if on any such, too."""

import pytest

from assistant.answering import Answering
from tests.asked import ask, first

# name -> (title, date, text)
BRIEFINGS = {
    "chests.md": (
        "Duty on sea chests begins",
        "1987-03-02",
        "The United States charges a duty of 12 percent on imports of copper pipes, except those from Peru. "
        "Copper ore is dutiable at 3 percent.",
    ),
    "steel.md": (
        "Steel of Chile",
        "1987-03-09",
        "The United States charges a duty of 9 percent on steel from Chile. Chile called it a burden.",
    ),
}
WORDINGS = (
    "what is the tariff on {}?", "do {} pay a tariff?", "is there a duty on {}?", "are {} hit by a tariff?",
    "any tariff on {}?", "do tariffs apply to {}?", "does the US tax {}?", "are duties charged on {}?",
)  # fmt: skip


@pytest.mark.parametrize("wording", WORDINGS)
def test_whether_a_duty_is_charged_is_told_by_the_rate(answering: Answering, wording: str) -> None:
    assert "9 percent" in first(ask(answering, wording.format("steel from Chile")))


@pytest.mark.parametrize("wording", WORDINGS)
def test_of_a_kind_of_goods_the_rate_on_that_kind_from_anywhere_is_told(
    answering: Answering, wording: str
) -> None:
    told = ask(answering, wording.format("copper pipes from Chile"))
    assert "12 percent" in first(told)
    assert "No rate on copper pipes was found that names Chile: the one quoted names no origin." in [
        notice.text for notice in told.warnings
    ]


@pytest.mark.parametrize("goods", ["copper wire from Chile", "glass from Chile"])
def test_of_another_kind_of_goods_it_is_declined(answering: Answering, goods: str) -> None:
    assert ask(answering, f"do {goods} pay a tariff?").abstained
