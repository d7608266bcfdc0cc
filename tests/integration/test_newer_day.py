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
}


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
