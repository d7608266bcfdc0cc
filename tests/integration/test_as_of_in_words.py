"""A day that a question says in words counts as one that is set beside it."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from assistant.steps.notices import understood_line
from vectorstore.store import Store

ASKED = (
    ("What is the tariff on cars from Japan?", date(2025, 8, 31)),
    ("has the truce with China been extended", date(2025, 11, 30)),
    ("is there a tariff on goods from India?", date(2025, 9, 30)),
    ("when does the truce with China end?", date(2025, 9, 1)),
    ("who pays more: Japan or the EU?", date(2025, 8, 31)),
)


@pytest.fixture(scope="module")
def over_samples(samples: Store) -> Answering:
    return Answering(samples)


@pytest.mark.parametrize(("question", "day"), ASKED)
def test_it_is_answered_as_with_the_day_beside_it(question: str, day: date, over_samples: Answering) -> None:
    mark = "?" * question.endswith("?")
    bare, month = question.rstrip("?"), f"{day:%B}"
    beside = over_samples.answer(AskRequest(question, as_of=day))
    assert beside.as_of == day
    for typed in (
        f"As of {day.day} {month} {day.year}, {question[0].lower()}{question[1:]}",
        f"{bare} as of {month} {day.day}, {day.year}{mark}",
        f"{bare} (as of {day}){mark}",
    ):
        said = over_samples.answer(AskRequest(typed))
        assert said.question == typed
        assert said.as_of == day
        assert said.answer.casefold() == beside.answer.casefold()
        assert f"as of {day.day} {month} {day.year}" in said.standalone
        assert (understood_line(said) is None) == (understood_line(beside) is None)


def test_what_is_asked_on_stays_with_the_day(over_samples: Answering) -> None:
    first = AskRequest("What is the tariff on cars from Japan as of 31 August 2025?")
    history = (Turn("user", first.question), Turn("assistant", over_samples.answer(first).answer))
    then = over_samples.answer(AskRequest("and from the EU?", history))
    assert then.as_of == date(2025, 8, 31)
    assert all(c.published and c.published <= date(2025, 8, 31) for c in then.citations)
