"""What is ahead: the days to come that briefings name, soonest first, each under its day."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from assistant.steps.notices import notice_lines

# name -> (title, date, text)
BRIEFINGS = {
    "quota.md": (
        "Canada sets a quota on cheese",
        "1987-03-02",
        "Canada will apply a quota on cheese from May 4, 1987. The quota of 1986 ended on March 1.",
    ),
    "duty.md": (
        "Peru to raise its duty on maize",
        "1987-03-09",
        "Peru will raise its duty on maize to 12 percent on April 6, 1987.",
    ),
    "delay.md": (
        "Peru puts off its duty on maize",
        "1987-03-16",
        "Peru will raise its duty on maize to 12 percent on June 8, 1987, not on April 6.",
    ),
    "talks.md": (
        "Talks on beef go on",
        "1987-03-23",
        "The tariff talks between Canada and Chile will end by July 1987. "
        "A ball will be held on May 5, 1987.",
    ),
    "history.md": (
        "How the duty on tin began",
        "1987-03-30",
        "The minister announced the duty on tin on November 27 after a long dispute.",
    ),
}


def ask(answering: Answering, question: str, as_of: date | None = None) -> Answer:
    return answering.answer(AskRequest(question, as_of=as_of))


def frames(answer: Answer) -> list[str]:
    """Those of the days, behind the one that says from which on."""
    framed = [sentence.text for sentence in answer.sentences if sentence.role == "frame"]
    return framed[1:] if framed[:1] and framed[0].startswith("Days after") else framed


@pytest.mark.parametrize("question", ["what deadlines are coming up?", "What is due next?", "upcoming dates"])
def test_the_days_to_come_are_told_soonest_first(answering: Answering, question: str) -> None:
    answer = ask(answering, question)
    assert frames(answer) == ["Ahead, 4 May 1987:", "Ahead, 8 June 1987:", "Ahead, July 1987:"]
    assert "ball" not in answer.answer
    assert {sentence.role for sentence in answer.sentences} == {"frame", "current"}


def test_those_of_a_party_are_told_where_it_is_named(answering: Answering) -> None:
    assert frames(ask(answering, "next dates for Canada?")) == ["Ahead, 4 May 1987:", "Ahead, July 1987:"]
    assert frames(ask(answering, "coming deadlines on cheese")) == ["Ahead, 4 May 1987:"]


def test_under_an_as_of_date_they_are_those_ahead_of_it_and_known_by_then(answering: Answering) -> None:
    answer = ask(answering, "what deadlines are coming up?", as_of=date(1987, 3, 10))
    assert frames(answer) == ["Ahead, 6 April 1987:", "Ahead, 4 May 1987:"]


@pytest.mark.slow
def test_after_another_question_it_is_asked_of_that_and_else_of_everything(answering: Answering) -> None:
    asked = "what deadlines are coming up?"
    said = {
        before: frames(answering.answer(AskRequest(asked, (Turn("user", before),))))
        for before in ("what is the latest on Canada?", "what is the duty on Peruvian tin?")
    }
    assert [*said.values()] == [
        ["Ahead, 4 May 1987:", "Ahead, July 1987:"],
        ["Ahead, 4 May 1987:", "Ahead, 8 June 1987:", "Ahead, July 1987:"],
    ]


def test_where_no_day_is_to_come_that_is_said(answering: Answering) -> None:
    answer = ask(answering, "next deadlines for Chile?", as_of=date(1987, 3, 20))
    assert answer.declined
    assert "a day to come, after 20 March 1987" in answer.declined.not_found


def test_a_question_on_one_day_is_not_answered_with_a_list(answering: Answering) -> None:
    answer = ask(answering, "when does Canada's quota on cheese start?")
    assert "May 4, 1987" in answer.answer
    assert not any(frame.startswith("Ahead") for frame in frames(answer))


def test_an_answer_says_from_which_day_on_days_are_ahead(answering: Answering) -> None:
    answer = ask(answering, "what deadlines are coming up?")
    assert answer.answer.startswith("Days after 30 March 1987, the day of the newest briefing: Ahead, 4 May")
    assert answer.to_json()["counted_from"] == "1987-03-30"
    then = ask(answering, "what deadlines are coming up?", as_of=date(1987, 3, 10))
    assert then.answer.startswith("Days after 10 March 1987: Ahead, 6 April 1987:")
    assert ask(answering, "when does Canada's quota on cheese start?").to_json()["counted_from"] is None


def test_what_a_chat_model_writes_of_them_is_followed_by_that_day(answering: Answering) -> None:
    told = replace(ask(answering, "what deadlines are coming up?"), engine="some:model")
    assert "What is ahead is counted from 30 March 1987." in notice_lines(told)
