"""A figure that a newer briefing tells as grown from an older one leads, under whatever title."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "pledge.md": (
        "Peru's pledge to invest in Norway",
        "1987-03-02",
        "Peru has pledged to invest 600 million crowns in Norway over four years. Ministers met in Oslo.",
    ),
    "dinner.md": (
        "A dinner for the prime minister",
        "1987-06-15",
        "Peru raised its pledge to invest in Norway from the 600 million crowns of March to 900 million "
        "crowns, the minister said at dinner. Peru may raise it from 900 million to 2 billion crowns.",
    ),
}
ASKED = "How much has Peru pledged to invest in Norway?"


def first(answering: Answering, day: date | None = None) -> str:
    answer = answering.answer(AskRequest(ASKED, as_of=day))
    return next(sentence.text for sentence in answer.sentences if sentence.role != "frame")


def test_the_newer_figure_leads(answering: Answering) -> None:
    assert "to 900 million" in first(answering)


@pytest.mark.parametrize("day", [date(1987, 3, 2), date(1987, 6, 14)])
def test_before_it_the_older_one_holds(answering: Answering, day: date) -> None:
    assert "600 million crowns in Norway" in first(answering, day)
