"""The last entry of a live report leads: what stands under an earlier hour was so then."""

from assistant.answering import Answering
from tests.asked import ask, first

# name -> (title, date, text)
BRIEFINGS = {
    "live.md": (
        "Cod live: Iceland and Poland agree on a quota",
        "1987-09-03",
        "### 6:45 p.m.\n\n"
        "The two governments confirm a five-year quota deal on cod of Iceland from October 1: 9,000 "
        "tonnes pay a duty of 4 percent, and anything above pays 30 percent.\n\n"
        "### 4:10 p.m.\n\n"
        "The fishermen's union calls the reported terms of the cod deal tough but bankable.\n\n"
        "### 9:00 a.m.\n\n"
        "As the day starts, cod of Iceland pays a duty of 25 percent in Poland.\n",
    ),
}


def test_the_last_entry_leads(answering: Answering) -> None:
    answer = ask(answering, "what are the terms of the cod quota deal")
    assert first(answer).startswith("The two governments confirm")


def test_asked_of_an_earlier_hour_that_is_told(answering: Answering) -> None:
    answer = ask(answering, "what duty did cod of Iceland pay in Poland in the morning")
    assert first(answer).startswith("As the day starts")
