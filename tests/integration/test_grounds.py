"""Asked why a measure was imposed, an answer leads with the grounds, in whatever words it is asked."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from tests.asked import ask, first

# name -> (title, date, text)
BRIEFINGS = {
    "imposed.md": (
        "Norway acts against cheap tin",
        "1986-03-10",
        "Norway imposed a duty of 20 percent on tin to counter dumping by foreign mills. The mills had asked "
        "for it for years. The duty on tin is collected at the port.",
    ),
    "rate.md": (
        "Order on the duty on tin",
        "1986-08-04",
        "The order sets the duty on tin at 25 percent. The duty imposed on tin is paid on its full value. "
        "The ministry delayed the next rise of the duty on tin because of the talks.",
    ),
    "chile.md": (
        "Norway and Chile quarrel",
        "1986-05-05",
        "Norway placed a duty on Chile's copper in retaliation for a ban on herring. Chile imposed a duty "
        "on herring to protect its fishermen.",
    ),
    "wool.md": (
        "Proclamation 104 of April 7, 1986",
        "1986-04-07",
        "Proclamation 104 imposed a duty of 9 percent on raw wool of Peru to protect its shepherds.",
    ),
    "wool-ends.md": (
        "The duty on raw wool ends",
        "1986-09-01",
        "The duty on wool of Peru imposed in Proclamation 104 shall no longer be in effect.",
    ),
    "paper.md": (
        "Duties of the year",
        "1986-09-01",
        "Norway imposed a duty of 8 percent on paper in May. It brought 4 million crowns.",
    ),
}


@pytest.mark.parametrize(
    "asked",
    [
        "why was the duty on tin imposed?",
        "what is the reason for the duty on tin?",
        "rationale for the tin duty",
        "what's the duty on tin for?",
        "why is there a duty on tin",
    ],
)
def test_the_grounds_of_a_measure_lead_in_whatever_words(answering: Answering, asked: str) -> None:
    assert "to counter dumping" in first(ask(answering, asked))


def test_why_asks_behind_a_question_on_a_measure_for_its_grounds(answering: Answering) -> None:
    before = (Turn("user", "what is the duty on tin?"), Turn("assistant", "..."))
    for asked in ("why was it imposed?", "why?", "last question, why was that introduced?"):
        assert "to counter dumping" in first(answering.answer(AskRequest(asked, before)))


def test_what_a_party_did_itself_is_no_ground_for_what_is_done_to_it(answering: Answering) -> None:
    assert "in retaliation for a ban" in first(ask(answering, "why was a duty on Chile imposed?"))


def test_what_a_party_did_is_told_where_its_own_grounds_are_asked_for(answering: Answering) -> None:
    assert "to protect its fishermen" in first(ask(answering, "why did Chile put a duty on herring?"))


def test_a_measure_of_which_no_grounds_are_told_is_not_given_those_of_another(answering: Answering) -> None:
    told = ask(answering, "what is the rationale for the duty on paper?").answer
    assert "dumping" not in told
    assert "retaliation" not in told


def test_that_the_measure_has_ended_since_is_said_beside_its_grounds(answering: Answering) -> None:
    told = ask(answering, "what justifies the duty on wool of Peru?")
    assert "to protect its shepherds" in first(told)
    assert any("has ended" in notice.text for notice in told.warnings)


def test_the_grounds_of_a_duty_on_another_kind_of_good_do_not_lead(answering: Answering) -> None:
    assert "shepherds" not in ask(answering, "why was the duty on synthetic wool imposed?").answer


@pytest.mark.parametrize("asked", ["why was the ban on tin imposed?", "what justifies the quota on honey?"])
def test_the_grounds_of_what_nobody_imposed_are_declined(answering: Answering, asked: str) -> None:
    assert ask(answering, asked).abstained
