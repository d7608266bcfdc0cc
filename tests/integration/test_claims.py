"""A claim that somebody wants checked is answered, or declined, as the direct question is."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from tests.asked import ask, first

# name -> (title, date, text)
BRIEFINGS = {
    "tin.md": (
        "Norway raises its duty on tin",
        "1986-03-10",
        "Norway raised its duty on tin from Peru to 14 percent on March 9. Peru is to be heard in June.",
    ),
    "talks.md": (
        "Talks of Norway with Peru",
        "1986-06-02",
        "Talks of Norway with Peru on fish meal broke off on Monday. They go on in Lima on June 20, 1986.",
    ),
}


@pytest.mark.parametrize(
    "said",
    [
        "My editor says Norway raised its duty on tin from Peru to 14 percent. Is she right?",
        "Norway raised its duty on tin from Peru to 14 percent, right?",
        "fact check: Norway raised its duty on tin from Peru to 14 percent",
        "I read somewhere that Norway raised its duty on tin from Peru to 14 percent - true?",
        "Can you confirm that Norway raised its duty on tin from Peru to 14 percent? Thanks!",
    ],
)
def test_a_claim_is_answered_as_the_direct_question_is(answering: Answering, said: str) -> None:
    told = ask(answering, said)
    assert told.standalone == "Did Norway raise its duty on tin from Peru to 14 percent?"
    assert told.sentences == ask(answering, told.standalone).sentences
    assert "14 percent" in first(told)


@pytest.mark.parametrize(
    "said", ["I heard Chile raised its duty on tin. True?", "Chile raised its duty on tin, right?"]
)
def test_a_claim_that_nothing_on_file_is_on_is_declined(answering: Answering, said: str) -> None:
    told = ask(answering, said)
    assert told.abstained
    assert "Did Chile raise its duty on tin" in told.answer


def test_what_is_told_before_a_question_gives_it_its_subject(answering: Answering) -> None:
    told = ask(answering, "I read that Norway raised its duty on tin. When did it?")
    assert told.standalone == "When did Norway raise its duty on tin?"
    assert "March 9" in first(told)


def test_a_claim_may_go_on_from_the_question_before(answering: Answering) -> None:
    before = Turn("user", "What is the duty of Norway on tin from Peru?"), Turn("assistant", "...")
    told = answering.answer(AskRequest("It was raised in March, right?", before))
    assert told.question == "It was raised in March, right?"
    assert "tin" in told.standalone
    assert not told.abstained


def test_what_the_assistant_is_held_to_is_no_claim_of_others(answering: Answering) -> None:
    before = Turn("user", "What is the duty of Norway on tin from Peru?"), Turn("assistant", "...")
    told = answering.answer(AskRequest("You said 14 percent. Are you sure?", before))
    assert "14 percent" in first(told)


def test_what_puts_a_question_right_is_no_claim(answering: Answering) -> None:
    before = Turn("user", "What is the duty of Norway on tin from Chile?"), Turn("assistant", "...")
    told = answering.answer(AskRequest("no sorry, I meant Peru", before))
    assert "14 percent" in first(told)
