"""What is so under another law, or of tariffs on other goods, is no answer."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "drones.md": (
        "Fact sheet: tariffs on drones",
        "1987-03-02",
        "The Ministry imposed a tariff of 30 percent on drones under section 232. The tariffs will take "
        "effect on March 23, 1987.",
    ),
    "cement.md": (
        "A surcharge under section 338",
        "1987-03-09",
        "A surcharge of 50 percent is imposed on cement of Peru under section 338 of the tariff law.",
    ),
    "barley.md": (
        "Chile's barley",
        "1987-03-16",
        "Barley of Chile pays a duty of 12 percent under section 232 when it comes in by sea.",
    ),
    **{
        f"later-{day}.md": (
            f"Tariffs on goods no. {day}",
            f"1987-04-{day}",
            f"The tariff rate on goods no. {day} is {day} percent under section 338. The rate is the tariff "
            "rate that the section sets, and the tariff rate of the section is charged.",
        )
        for day in range(10, 30)
    },
    "tin.md": (
        "A surcharge for the reserves",
        "1987-02-02",
        "Section 142 was invoked today. A surcharge of 7 percent is put on tin from February 9.",
    ),
}


@pytest.mark.slow
def test_when_tariffs_on_other_goods_start_is_no_answer(answering: Answering) -> None:
    assert "March 23" in answering.answer(AskRequest("when does the drone 232 tariff start?")).answer
    answer = answering.answer(AskRequest("when does the wind turbine 232 tariff start?"))
    assert answer.declined
    assert "wind turbine" in answer.answer


def test_what_is_charged_under_another_law_is_no_answer(answering: Answering) -> None:
    assert "12 percent" in answering.answer(AskRequest("what duty does barley of Chile pay?")).answer
    answer = answering.answer(AskRequest("what duty does barley of Chile pay under section 338?"))
    assert answer.declined
    assert "section 338" in answer.answer


def test_the_rate_under_a_law_is_found_behind_newer_ones_under_another(answering: Answering) -> None:
    answer = answering.answer(AskRequest("section 142 tariff rate"))
    assert "7 percent" in answer.answer
