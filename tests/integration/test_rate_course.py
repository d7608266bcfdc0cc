"""How a duty changed is told by what set its rate, the newest first, and each other rate before."""

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn

# name -> (title, date, text)
BRIEFINGS = {
    "first.md": (
        "A duty on cement",
        "1985-03-02",
        "The ministry puts a duty of 5 percent on imports of cement. Builders were against it.",
    ),
    "raised.md": (
        "The duty on cement is raised",
        "1986-02-10",
        "The duty on cement is raised from 5 to 9 percent.",
    ),
    "again.md": (
        "The duty on cement once more",
        "1986-09-01",
        "Imports of cement pay 9 percent, the minister told builders in Bergen.",
    ),
    "lowered.md": (
        "Cement gets cheaper",
        "1987-01-20",
        "The duty on cement is lowered to 7 percent.",
    ),
    "changes.md": (
        "Tariff changes",
        "1987-02-20",
        "These tariff changes are temporary, and how the cement tariff has changed the trade nobody can say. "
        "Cement from Chile pays 2 percent.",
    ),
    "kenya.md": (
        "Duties on Kenya",
        "1986-05-05",
        "Goods of Kenya pay a tariff of 12 percent.",
    ),
    "deal.md": (
        "Norway and Kenya agree",
        "1987-03-01",
        "Norway will charge a tariff of 6 percent on all goods of Kenya.",
    ),
}


def days(answer: Answer) -> list[str]:
    return [str(citation.published) for citation in answer.citations]


@pytest.mark.parametrize(
    "question",
    [
        "how has the cement duty changed?",
        "How has the tariff on cement changed over time?",
        "history of the cement duty",
    ],
)
def test_each_rate_is_told_by_what_set_it_newest_first(answering: Answering, question: str) -> None:
    answer = answering.answer(AskRequest(question))
    assert days(answer) == ["1987-01-20", "1986-02-10", "1985-03-02"]
    assert "temporary" not in answer.answer
    assert "Chile" not in answer.answer


def test_so_is_what_a_partys_goods_are_charged(answering: Answering) -> None:
    answer = answering.answer(AskRequest("how has the tariff on Kenya changed?"))
    assert days(answer) == ["1987-03-01", "1986-05-05"]


def test_as_of_a_day_what_was_set_by_then(answering: Answering) -> None:
    answer = answering.answer(AskRequest("how has the cement duty changed?", as_of=date(1986, 3, 1)))
    assert days(answer)[0] == "1986-02-10"


def test_behind_another_question_it_is_on_what_it_names(answering: Answering) -> None:
    before = (Turn("user", "what tariff do goods from Kenya pay?"),)
    answer = answering.answer(AskRequest("how has the cement duty changed?", before))
    assert days(answer)[0] == "1987-01-20"


def test_behind_a_question_on_the_duty_it_is_on_that(answering: Answering) -> None:
    answer = answering.answer(
        AskRequest("how has it changed?", (Turn("user", "what is the duty on cement?"),))
    )
    assert days(answer) == ["1987-01-20", "1986-02-10", "1985-03-02"]
