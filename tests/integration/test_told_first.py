"""What is told before a question in one message is what the question goes on from, or no part of it."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from tests.asked import ask, first

# name -> (title, date, text)
BRIEFINGS = {
    "tin.md": (
        "Norway sets a duty on tin of Peru",
        "1986-03-10",
        "Norway charges a duty of 14 percent on tin from Peru. The duty was set in a decree.",
    ),
    "all.md": (
        "Norway sets a duty on goods of Peru",
        "1986-05-05",
        "Norway charges a duty of 3 percent on all goods from Peru. Clients were told of it by mail.",
    ),
    "talks.md": (
        "Talks of Norway with Peru",
        "1986-06-02",
        "Talks of Norway with Peru on fish meal broke off on Monday. They go on in Lima on June 20, 1986.",
    ),
}


@pytest.mark.parametrize(
    "asked",
    [
        "Our client imports tin from Peru. What duty does it pay?",
        "I have tin coming from Peru. Is there a duty on that?",
        "Good morning! We buy tin from Peru. How high is the duty? Keep it short, thanks.",
    ],
)
def test_the_goods_told_of_are_those_that_a_question_calls_it(answering: Answering, asked: str) -> None:
    told = ask(answering, asked)
    assert "14 percent" in first(told)
    assert "tin from Peru" in told.standalone


def test_a_follow_up_goes_on_from_the_goods_told_of(answering: Answering) -> None:
    before = (
        Turn("user", "Our client imports tin from Peru. What duty does it pay?"),
        Turn("assistant", "..."),
    )
    told = answering.answer(AskRequest("since when?", before))
    assert "client" not in told.standalone
    assert "tin from Peru" in told.standalone


def test_the_party_told_of_is_that_of_which_the_latest_is_asked(answering: Answering) -> None:
    told = ask(answering, "Hi, I cover Peru for a bank. What's the latest?")
    assert told.standalone == "What's the latest on Peru?"
    assert "Peru" in first(told)


@pytest.mark.parametrize(
    "asked",
    [
        "Talks with Peru broke off. Who asked for it?",
        "We buy tin from Peru and Chile. What duty does it pay?",
    ],
)
def test_what_tells_more_than_a_subject_stays_part_of_the_question(answering: Answering, asked: str) -> None:
    assert ask(answering, asked).standalone == asked


def test_a_question_with_its_own_subject_is_asked_alone(answering: Answering) -> None:
    alone = ask(answering, "Where do the talks with Peru stand?")
    told = ask(answering, "The minister flies to Lima at 9. Where do the talks with Peru stand?")
    assert not alone.abstained
    assert told.sentences == alone.sentences
    assert told.standalone == alone.standalone


def test_what_is_told_of_another_subject_stays_part_of_the_question(answering: Answering) -> None:
    assert "Chile" in ask(answering, "Chile raised its duty. What duty does Norway charge on tin?").standalone
