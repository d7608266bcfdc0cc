"""An amount answers only where it is of what is asked: of what was done, of a duty to, of whose it is."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "accord.md": (
        "Peru and Chile sign an accord on trade",
        "1987-03-25",
        "Under an accord on trade Peru will buy 40,000 tonnes of Chilean wheat by 1989. Peru agreed to "
        "invest 90 million dollars in Chilean ports.",
    ),
    "losses.md": (
        "Kenya's insurers lose money",
        "1987-04-02",
        "Insurers of Kenya who invest abroad saw losses of 30 million dollars on bonds. "
        "They invest less now.",
    ),
    "coal.md": (
        "Norway and Chile on coal",
        "1987-04-05",
        "Norway has bought 7,000 tonnes of Chilean coal so far under its promise to buy 20,000 tonnes.",
    ),
    "tuna.md": (
        "Tuna Board on prices",
        "1987-04-20",
        "The Tuna Board said that the catch of its members pays less each year. The Tuna Board is heard by "
        "ministers. The Tuna Board's budget is 3 million dollars.",
    ),
}


@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        ("how much wheat has Peru bought?", "what has been bought"),
        ("how much wheat has Peru bought from Chile so far?", "what has been bought"),
        ("how much of the 90 million has Peru invested?", "what has been invested"),
        ("how much must Kenya invest?", "that this has to be done"),
        ("how much premium did Kenya's insurers take?", "premium"),
        ("what is the Tuna Board's catch quota?", "Tuna Board’s catch quota"),
    ],
)
def test_the_amount_of_something_else_is_no_answer(answering: Answering, asked: str, missing: str) -> None:
    answer = answering.answer(AskRequest(asked))
    assert answer.abstained
    assert missing in answer.answer


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("how much wheat will Peru buy?", "40,000 tonnes"),
        ("how much wheat must Peru buy?", "40,000 tonnes"),
        ("how much coal has Norway bought?", "7,000 tonnes"),
        ("what is the Tuna Board's budget?", "3 million dollars"),
    ],
)
def test_the_amount_of_what_is_asked_is_told(answering: Answering, asked: str, told: str) -> None:
    assert told in answering.answer(AskRequest(asked)).answer
