"""Goods, and names, that no briefing cited speaks of are not answered with what is near to them."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "wine.md": (
        "Norwegian wine exports rose",
        "1987-03-02",
        "Norwegian wine exports rose 15 percent to 34 million crowns in 1986, the ministry said. Most of it "
        "went to France.",
    ),
    "curbs.md": (
        "Japan drops its curbs on herring",
        "1987-03-20",
        "Japan has agreed to drop its curbs on herring caught by Norwegians. Kato announced it in Oslo.",
    ),
    "works.md": (
        "Car makers build in Peru",
        "1987-04-03",
        "Toyota will invest 40 million dollars in a works in Lima because of the duty on cars. Volvo of "
        "Sweden will invest 20 million dollars in a works in Callao.",
    ),
}


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("norway's beer exports in 1986?", "beer"),
        ("japan squid curbs, what changed", "squid"),
        ("when does japan drop its curbs on tuna", "tuna"),
        ("how much will mazda invest in peru", "Mazda"),
        ("Subaru: what works is it building because of the car duty", "Subaru"),
    ],
)
def test_it_is_declined_by_its_name(answering: Answering, question: str, missing: str) -> None:
    answer = answering.answer(AskRequest(question))
    assert answer.declined is not None, answer.answer
    assert any(missing in part for part in answer.declined.not_found)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("norway's alcohol exports in 1986?", "34 million crowns"),
        ("japan fish curbs, what changed", "drop its curbs on herring"),
        ("how much will toyota invest in peru", "40 million dollars"),
        ("how much will toyotta invest in peru", "40 million dollars"),
    ],
)
def test_a_whole_by_its_part_and_a_slip_are_answered(answering: Answering, question: str, told: str) -> None:
    assert told in answering.answer(AskRequest(question)).answer
