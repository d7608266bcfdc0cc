"""The grounds of a duty on one party's goods, and what is exempt: of that on such goods from anywhere."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "zinc.md": (
        "Duty on zinc begins",
        "1987-03-02",
        "The United States imposed a duty of 12 percent on imports of zinc to protect its smelters from a "
        "flood of cheap metal. Zinc dust is exempt from the duty on zinc.",
    ),
    "rice.md": (
        "Duty on rice from Peru",
        "1987-03-09",
        "The United States imposed a duty of 4 percent on rice from Peru because Peru subsidised its mills. "
        "Rice flour is exempt from the duty on rice from Peru.",
    ),
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("why was the duty on zinc from Chile imposed?", "to protect its smelters"),
        ("what is exempt from the duty on zinc from Chile?", "Zinc dust is exempt"),
    ],
)
def test_it_is_told_of_goods_from_anywhere_and_that_is_said(
    answering: Answering, question: str, told: str
) -> None:
    answer = answering.answer(AskRequest(question))
    assert told in answer.answer
    assert "What is quoted is on zinc of any origin: it does not name Chile." in [
        notice.text for notice in answer.warnings
    ]


@pytest.mark.parametrize(
    "question",
    ["why was the duty on rice from Chile imposed?", "what is exempt from the duty on rice from Chile?"],
)
def test_what_is_told_of_another_party_is_no_answer(answering: Answering, question: str) -> None:
    assert answering.answer(AskRequest(question)).abstention


def test_what_is_told_of_the_party_itself_needs_no_notice(answering: Answering) -> None:
    answer = answering.answer(AskRequest("why was the duty on rice from Peru imposed?"))
    assert "subsidised" in answer.answer
    assert not answer.warnings
