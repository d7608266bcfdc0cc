"""A day asked for in a follow-up is the newest one told, not that of the briefing quoted before."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn

# name -> (title, date, text)
BRIEFINGS = {
    "imposed.md": (
        "Duty on tin from Peru",
        "1987-03-02",
        "The ministry today imposed a duty of 40 percent on tin from Peru. The duty on tin will take effect "
        "on April 1, 1987.",
    ),
    "postponed.md": (
        "Peru's tin: later",
        "1987-03-28",
        "The ministry said that it needs time. The duty on Peru's tin will now take effect on May 15, 1987.",
    ),
    "suspended.md": (
        "Chile's duty on salt waits",
        "1987-06-02",
        "Chile suspends its duty on salt for 90 days, it said in Lima, where a truce on salt duties had been "
        "agreed. The suspension of the duty on salt in Chile runs until 31 August 1987.",
    ),
    "trucks.md": (
        "Kenya charges trucks",
        "1987-06-09",
        "Kenya's minister signed on June 9, 1987 an order for a duty of 25 percent on trucks. The duty on "
        "trucks in Kenya is paid on or after July 1, 1987.",
    ),
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Chile's salt duty, til when is it suspended", "31 August 1987"),
        ("since when is the duty on trucks in force in Kenya", "July 1, 1987"),
    ],
)
def test_the_day_from_or_until_which_something_holds_leads(
    answering: Answering, question: str, told: str
) -> None:
    assert told in answering.answer(AskRequest(question)).answer.partition("[1]")[0]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("as_of", "told"), [(None, "May 15, 1987"), (date(1987, 3, 10), "April 1, 1987")], ids=["now", "before"]
)
def test_the_day_is_the_newest_one(answering: Answering, as_of: date | None, told: str) -> None:
    first = AskRequest("how many percent is the duty on tin from Peru?", as_of=as_of)
    answer = answering.answer(first)
    assert "40 percent" in answer.answer
    history = (Turn("user", first.question), Turn("assistant", answer.answer))
    then = answering.answer(AskRequest("when does it start", history, as_of))
    assert told in then.answer.partition("[1]")[0]


def test_a_rate_since_a_day_may_have_been_set_before_it(answering: Answering) -> None:
    asked = AskRequest("how high is the duty on trucks since July 1, 1987?")
    assert "25 percent on trucks" in answering.answer(asked).answer
