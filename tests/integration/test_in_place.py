"""Asked what happened in a place, an answer tells what the briefings of that place say."""

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "in-title.md": (
        "Joint Statement on the Meeting of Peru and Chile in Lausanne",
        "1986-05-12",
        "Having met on trade, Peru and Chile agreed to cut their duties on copper by 4 percent on June 1, "
        "1986.",
    ),
    "dateline.md": (
        "Grain talks end",
        "1986-09-20",
        "LAUSANNE, Sept 20 - Hungary and Austria ended their talks on grain exports without an accord.",
    ),
    "recalling.md": (
        "Joint Statement on the Meeting of Peru and Chile in Uppsala",
        "1987-02-11",
        "Recalling the joint statement of Lausanne, the Lausanne accord and the Lausanne mechanism; and\n\n"
        "Peru and Chile agreed to keep the duties on copper of the Lausanne joint statement until May.",
    ),
}


def sources(answer: Answer) -> list[str]:
    return [citation.source.rsplit("/", 1)[-1] for citation in answer.citations]


@pytest.mark.parametrize("question", ["what happened in Lausanne", "what came out of the talks in lausanne?"])
def test_what_is_of_the_place_is_told_newest_first(answering: Answering, question: str) -> None:
    assert sources(answering.answer(AskRequest(question))) == ["dateline.md", "in-title.md"]


def test_of_a_period_or_as_of_a_day_only_what_was_told_then(answering: Answering) -> None:
    assert sources(answering.answer(AskRequest("what happened in Lausanne in May 1986?"))) == ["in-title.md"]
    asked = AskRequest("what happened in Lausanne", as_of=date(1986, 6, 1))
    assert sources(answering.answer(asked)) == ["in-title.md"]


def test_a_place_of_no_briefing_is_asked_about_as_any_other_word(answering: Answering) -> None:
    assert answering.answer(AskRequest("what happened in Trondheim")).abstained
