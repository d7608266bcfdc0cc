"""The day of a measure of which no briefing speaks is that of nothing else in the briefing nearest to it."""

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "corn.md": (
        "The minister on the Sunday shows",
        "1987-03-02",
        "On farm trade: “Peru won't take our corn. They retaliate against US corn.”\n\n"
        "On the courts: “Just since January 20, 1987 we've had over 170 lawsuits filed against us.”",
    ),
}


def test_a_day_of_something_else_is_no_answer(answering: Answering) -> None:
    told = answering.answer(AskRequest("Peru's duties on US corn, start date?"))
    assert told.abstention
    assert "lawsuits" not in told.answer
