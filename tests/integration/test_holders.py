"""Asked who holds an office, the newest briefing that names the holder answers, or none does."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "before.md": (
        "Fed chairman on the dollar",
        "1987-03-26",
        "Federal Reserve Chairman Paul Volcker said that the dollar had fallen far enough.",
    ),
    "after.md": (
        "Dollar falls in Tokyo",
        "1987-10-19",
        "Traders doubt that Federal Reserve Chairman Alan Greenspan will defend the dollar.",
    ),
    "office.md": (
        "Trade Representative asks for comments",
        "1987-10-20",
        "The Office of the U.S. Trade Representative asked for comments on the wheat subsidies of the Fed's "
        "critics by December 1, 1987.",
    ),
    "premier.md": (
        "Peru's premier signs",
        "1987-04-02",
        "Premier Luis Rojas of Peru signed the wool accord in Lima.",
    ),
    "session.md": (
        "Peru and Chile to meet",
        "1987-04-21",
        "Ministers Luis Paz of Peru and Ana Rios of Chile will act as chairmen of the fifth session of "
        "a commission that will review trade. A board of bankers will attend.",
    ),
    "visit.md": (
        "Chile sums up a visit",
        "1987-05-04",
        "Chile was briefed on Premier Ana Soto's visit to Peru last week.",
    ),
}


@pytest.mark.parametrize(
    ("question", "as_of", "name"),
    [
        ("who chairs the Fed?", None, "Alan Greenspan"),
        ("who is in charge of the Fed?", None, "Alan Greenspan"),
        ("who's heading the Fed", None, "Alan Greenspan"),
        ("who is the premier of Peru?", None, "Luis Rojas"),
        ("who is the chairman of the Fed", date(1987, 6, 1), "Paul Volcker"),
    ],
)
def test_the_newest_sentence_that_names_the_holder_answers(
    answering: Answering, question: str, as_of: date | None, name: str
) -> None:
    answer = answering.answer(AskRequest(question, as_of=as_of))
    assert name in answer.sentences[1].text
    assert len(answer.citations) == 1


def test_where_none_is_named_it_is_said_so(answering: Answering) -> None:
    answer = answering.answer(AskRequest("who is the US Trade Representative"))
    assert answer.abstained
    assert "the name of who holds the office" in answer.answer


def test_who_chairs_another_body_is_no_answer(answering: Answering) -> None:
    answer = answering.answer(AskRequest("who will chair the Board of Trade"))
    assert answer.abstained
    assert "Board of Trade" in answer.answer
