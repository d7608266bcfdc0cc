"""What a briefing recounts of an earlier day is not told as how things stand."""

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "may.md": (
        "Norway and Chile stop their duties on salt for a time",
        "1986-05-12",
        "Norway suspends its duty on rock salt from Chile for 90 days.",
    ),
    "august.md": (
        "Further changes to the duty on rock salt from Chile",
        "1986-08-11",
        "Section 1. Background. In Order 142 of May 12, 1986 (Duties on Rock Salt from Chile), I determined "
        "that the duty on rock salt from Chile was to be suspended for a period of 90 days. I found this "
        "suspension of the duty on rock salt from Chile to expire on August 12, 1986.\n\n"
        "Section 2. Both sides have met in Bergen. The suspension of the duty is continued until "
        "November 10, 1986.",
    ),
    "tea.md": (
        "Norway's duty on tea",
        "1986-10-02",
        "The duty on tea from Peru is a matter of talks. On April 7, 1986, the Board changed the duty on "
        "tea from Peru from 5 to 8 percent. In September importers paid the duty on tea from Peru as before.",
    ),
    "herring.md": (
        "Norway lowers its duty on herring",
        "1986-11-04",
        "In Order 195 of February 1, 1986, I found that herring from Peru harms the fisheries of Norway. I "
        "imposed a duty of 20 percent on herring from Peru.\n\n"
        "In view of its pledges, the duty on herring shall be reduced to 10 percent from November 10, 1986.",
    ),
}


def first(answer: Answer) -> str:
    return next(sentence.text for sentence in answer.sentences if sentence.role != "frame")


@pytest.mark.parametrize(
    "question",
    [
        "suspension of the rock salt duty, current expiry?",
        "what is the status of the rock salt duty suspension",
    ],
)
def test_what_is_set_now_leads(answering: Answering, question: str) -> None:
    assert "until November 10" in first(answering.answer(AskRequest(question)))


def test_as_of_a_day_before_what_was_set_then_leads(answering: Answering) -> None:
    answer = answering.answer(AskRequest("current status of the rock salt duty", as_of=date(1986, 6, 1)))
    assert "for 90 days" in first(answer)


def test_asked_for_the_earlier_act_it_is_told(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what did Norway find in February 1986 about herring from Peru?"))
    assert "harms the fisheries" in answer.answer


def test_asked_what_changed_on_a_day_gone_by_that_is_told(answering: Answering) -> None:
    answer = answering.answer(
        AskRequest("what changed for rock salt from Chile in May 1986?", as_of=date(1986, 12, 1))
    )
    assert "90 days" in first(answer)
    answer = answering.answer(AskRequest("what changed for tea from Peru in April 1986?"))
    assert "On April 7" in first(answer)


def test_what_changed_is_told_by_the_change(answering: Answering) -> None:
    answer = answering.answer(AskRequest("how did the herring duty change in November 1986?"))
    assert "reduced to 10 percent" in first(answer)
