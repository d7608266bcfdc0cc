"""Asked what somebody got, an answer tells what the other side gives, not what the one asked about gives."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "visit.md": (
        "President Soto Secures Deals with President Lau",
        "1987-05-04",
        "President Soto of Peru met President Lau of Chile in Lima. President Soto and President Lau agreed "
        "to get on well. Chile will buy two ferries of Peru by 1990 "
        "and lift its ban on fish of Peru. Peru will open its market for the wine "
        "of Chile. President Soto and President Lau will meet again.",
    ),
    "other.md": (
        "Kenya and tea",
        "1987-06-01",
        "Kenya will lower its duty on tea. President Lau said nothing of it.",
    ),
    "rice.md": ("Rice in Nepal", "1987-06-02", "Nepal harvested little rice."),
    "jute.md": ("Jute in Nepal", "1987-06-03", "Nepal will sell jute to Kenya."),
}


def told(answering: Answering, asked: str) -> str:
    answer = answering.answer(AskRequest(asked))
    return next(sentence.text for sentence in answer.sentences if sentence.role != "frame")


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("what did Peru get from Chile", "Chile will buy two ferries"),
        ("what did Chile get from Peru", "Peru will open its market"),
        ("what did Chile get", "Peru will open its market"),
    ],
)
def test_what_the_other_side_gives_is_told_first(answering: Answering, asked: str, first: str) -> None:
    assert told(answering, asked).startswith(first)


def test_between_two_who_are_no_parties_what_is_on_both_tells_it(answering: Answering) -> None:
    best, *_ = answering.drafted(AskRequest("what did Soto get from Lau")).evidence
    assert "two ferries" in best.quote or "its market" in best.quote
