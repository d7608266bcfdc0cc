"""A question that rests on what no briefing tells is declined, and says what of it was not found."""

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.desk import AskRequest, Turn

# name -> (title, date, text)
BRIEFINGS = {
    "accord.md": (
        "Austria and Hungary sign a wheat accord",
        "1986-03-02",
        "Austria and Hungary signed a wheat accord in Geneva. Under the accord Austria will buy "
        "300,000 tonnes of Hungarian wheat in each of 1986, 1987 and 1988.",
    ),
    "quota.md": (
        "Austria opens a beef quota for Hungary",
        "1986-06-09",
        "Austria will open a beef quota for Hungary, to make up for its duty on sheep.",
    ),
    "poland.md": (
        "Poland leaves the coal accord with Austria",
        "1986-09-15",
        "Poland ended its coal accord with Austria because Austria had not paid for the coal of 1985.",
    ),
    "peru.md": (
        "Peru raises its duty on tractors",
        "1986-09-20",
        "Peru raised its duty on tractors from Brazil to 45 percent on September 20.",
    ),
    "chile.md": (
        "Chile sells more copper",
        "1986-10-01",
        "Chile sold 100,000 tonnes of copper to Brazil in August 1986, officials said.",
    ),
}


def ask(answering: Answering, question: str) -> Answer:
    return answering.answer(AskRequest(question))


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        (
            "why did Hungary pull out of the wheat accord with Austria?",
            "anything that was ended, withdrawn or refused",
        ),
        (
            "how much Hungarian wheat did Austria actually buy in 1988?",
            "a briefing as late as that",
        ),
        (
            "tonnage of the beef quota that Austria will open for Hungary?",
            "a weight, a volume or a number of pieces",
        ),
    ],
)
def test_what_is_not_told_is_declined_and_named(answering: Answering, question: str, lacks: str) -> None:
    answer = ask(answering, question)
    assert answer.abstained
    assert answer.declined
    assert lacks in answer.declined.not_found
    assert answer.declined.nearest[0].title in (
        "Austria and Hungary sign a wheat accord",
        BRIEFINGS["quota.md"][0],
    )


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("why did Poland pull out of the coal accord with Austria?", "had not paid for the coal"),
        ("how much Hungarian wheat will Austria buy in 1988?", "300,000 tonnes"),
        ("what tonnage of Hungarian wheat does Austria take under the accord?", "300,000 tonnes"),
    ],
)
def test_what_is_told_in_other_words_is_answered(answering: Answering, question: str, stated: str) -> None:
    answer = ask(answering, question)
    assert not answer.abstained
    assert stated in answer.answer


@pytest.mark.parametrize(
    "insisting", ["are you sure?", "come on, just the reason", "roughly?", "what do you think?", "and why?"]
)
def test_insisting_does_not_get_an_answer_out_of_a_refusal(answering: Answering, insisting: str) -> None:
    asked = "why did Hungary pull out of the wheat accord with Austria?"
    refused = ask(answering, asked)
    history = (Turn("user", asked), Turn("assistant", refused.answer))
    assert answering.answer(AskRequest(insisting, history=history)).abstained


def test_another_question_after_a_refusal_is_answered(answering: Answering) -> None:
    asked = "why did Hungary pull out of the wheat accord with Austria?"
    history = (Turn("user", asked), Turn("assistant", ask(answering, asked).answer))
    answer = answering.answer(AskRequest("how much wheat will Austria buy under it?", history=history))
    assert "300,000 tonnes" in answer.answer
