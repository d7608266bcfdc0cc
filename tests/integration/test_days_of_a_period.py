"""Which deadlines fall in a month that is named: the days of it that were to come when they were told."""

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "quota.md": (
        "Canada sets a quota on cheese",
        "1987-03-02",
        "Canada will apply a quota on cheese from May 4, 1987. The quota of 1986 ended on March 1.",
    ),
    "duty.md": (
        "Peru to raise its duty on maize",
        "1987-03-09",
        "Peru will raise its duty on maize to 12 percent on June 8, 1987.",
    ),
    "week.md": (
        "The week of the cheese makers",
        "1987-05-11",
        "The days of May 18 to May 22, 1987, are the week of those who make cheese. "
        "On May 11, 1987, a tariff office was opened.",
    ),
}


def frames(answer: Answer) -> list[str]:
    return [sentence.text for sentence in answer.sentences if sentence.role == "frame"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("which deadlines fall in May 1987?", ["Days in May 1987:", "4 May 1987:"]),
        ("what is due in June 1987?", ["Days in June 1987:", "8 June 1987:"]),
        (
            "deadlines between 1 May and 30 June 1987",
            ["Days from 1 May 1987 to 30 June 1987:", "4 May 1987:", "8 June 1987:"],
        ),
        ("which deadlines for Peru fall in June 1987?", ["Days in June 1987:", "8 June 1987:"]),
    ],
)
def test_the_days_of_the_period_are_told_soonest_first(
    answering: Answering, question: str, told: list[str]
) -> None:
    assert frames(answering.answer(AskRequest(question))) == told


def test_where_no_day_of_the_period_is_told_the_question_is_declined(answering: Answering) -> None:
    answer = answering.answer(AskRequest("which deadlines fall in August 1987?"))
    assert answer.abstention
    assert "a day in August 1987" in answer.answer
