"""Asked for a rate, an answer leads with the one that was set, not with one that was proposed."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "order.md": (
        "Rates on grain under the dumping law",
        "1987-03-02",
        "The Commission proposed a dumping duty of 14 percent on grain dumped by Chile and Peru under the "
        "dumping law.\n\nThe Minister shall impose a duty of 9 percent on grain of Chile, Paraguay and Peru.",
    ),
    "salt.md": (
        "Salt, and what may be charged",
        "1987-03-09",
        "The Commission proposed a duty of 20 percent on salt of Bolivia.",
    ),
    "hides.md": (
        "Duties to offset what Uruguay does to hides",
        "1987-03-16",
        "Section 45 authorizes the Minister, if he finds that it serves the public, to offset what another "
        "country does to hides by new duties on hides, in force after 30 days. The new duties on hides of "
        "Uruguay take effect on April 9, 1987.",
    ),
    "chairs.md": (
        "Duty on chairs put off",
        "1987-03-12",
        "I further stated that on January 1 the duty on chairs of Uruguay would rise from 25 percent to 50 "
        "percent. The present duty of 25 percent on chairs of Uruguay remains.",
    ),
}


def test_what_a_speaker_once_said_would_come_is_not_what_is_charged(answering: Answering) -> None:
    answer = answering.answer(AskRequest("duty on chairs of Uruguay?"))
    told = [sentence.text for sentence in answer.sentences if sentence.role != "frame"]
    assert "remains" in told[0]


@pytest.mark.parametrize(
    "question",
    [
        "dumping duty rate on grain of Peru?",
        "which countries got the dumping duty on grain?",
        "where does the grain dumping duty stand",
        "is there a dumping duty on grain",
    ],
)
def test_what_was_set_leads(answering: Answering, question: str) -> None:
    answer = answering.answer(AskRequest(question))
    told = [sentence.text for sentence in answer.sentences if sentence.role != "frame"]
    assert "9 percent" in told[0]


def test_who_asks_for_the_proposal_is_told_of_it(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what dumping duty was proposed on grain of Peru?"))
    told = [sentence.text for sentence in answer.sentences if sentence.role != "frame"]
    assert "14 percent" in told[0]


def test_where_nothing_else_is_told_the_proposal_is(answering: Answering) -> None:
    assert "proposed a duty of 20 percent" in answering.answer(AskRequest("duty on Bolivian salt?")).answer


def test_what_a_law_lets_a_minister_do_is_not_what_is_done(answering: Answering) -> None:
    answer = answering.answer(AskRequest("new duties on hides: in force yet?"))
    told = [sentence.text for sentence in answer.sentences if sentence.role != "frame"]
    assert "April 9, 1987" in told[0]


def test_who_asks_for_the_law_is_told_what_it_lets_a_minister_do(answering: Answering) -> None:
    answer = answering.answer(AskRequest("which law lets the minister put new duties on hides?"))
    assert "Section 45 authorizes" in answer.answer
