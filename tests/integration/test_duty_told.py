"""Of duties on a party's goods nothing is told that is on no duty, and the name of a pact is none."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.reading.statements import instruments_in

# name -> (title, date, text)
BRIEFINGS = {
    "gatt.md": (
        "Minister on farm trade",
        "1987-04-20",
        "Kenyan Minister Otieno said if the General Agreement on Tariffs and Trade (GATT) does not give "
        "priority to farm goods it will be neglecting the area of greatest crisis.",
    ),
    "chile.md": (
        "Chilean goods",
        "1987-03-02",
        "The tariff on goods of Chile is 9 percent.",
    ),
    "chile-gatt.md": (
        "Chile at the GATT",
        "1987-05-02",
        "Chile asked for talks under the General Agreement on Tariffs and Trade. It was joined by Kenya.",
    ),
}


@pytest.mark.parametrize("asked", ["tariffs on {}", "tariffs on goods from {}", "duties on imports from {}"])
def test_a_pact_named_for_tariffs_is_no_duty(answering: Answering, asked: str) -> None:
    answer = answering.answer(AskRequest(asked.format("Kenya")))
    assert answer.declined
    told = answering.answer(AskRequest(asked.format("Chile")))
    assert "9 percent" in told.answer


def test_tariffs_beside_trade_are_still_a_measure() -> None:
    assert instruments_in("talks on tariffs and trade barriers") >= {"tariff"}
    assert not instruments_in("the General Agreement on Tariffs and Trade") & {"tariff"}
