"""A question is read with the conversation before it: as a follow-up, or as asking for the state before."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from tests.asked import asked

# name -> (title, date, text)
BRIEFINGS = {
    "first.md": (
        "Brazil taxes Turkish cotton",
        "1986-11-03",
        "Brazil imposed a duty of 20 percent on cotton from Turkey on November 3, 1986.",
    ),
    "second.md": (
        "Brazil raises the duty on Turkish cotton",
        "1987-01-12",
        "Brazil raised the duty on cotton from Turkey to 35 percent on January 12, 1987.",
    ),
    "third.md": (
        "Brazil raises the duty on Turkish cotton again",
        "1987-03-02",
        "Brazil raised the duty on cotton from Turkey to 50 percent on March 2, 1987.",
    ),
    "maize.md": (
        "Hungary sells maize to Austria",
        "1987-03-09",
        "Hungary sold 40,000 tonnes of maize to Austria on March 9, 1987.",
    ),
    "policy.md": (
        "Chile has a new trade policy",
        "1987-03-10",
        "Chile has a new trade policy for three years. It frees 136 items from import licences.",
    ),
    "purchase.md": (
        "Sweden buys American wheat",
        "1986-12-01",
        "Sweden agreed to buy 70,000 tonnes of wheat. Goods of Sweden pay a tariff of 14 percent.",
    ),
    "swedish-goods.md": (
        "The tariff on Swedish goods is lowered",
        "1987-02-02",
        "The United States sets a tariff of 9 percent on all goods of Sweden.",
    ),
    "licences.md": (
        "Norway keeps its import licences",
        "1987-03-16",
        "Norway freed 12 items from import licences and keeps them for all other goods.",
    ),
}

DUTY = "what duty does Brazil charge on Turkish cotton now?"


@pytest.mark.parametrize(
    "back", ["and before that?", "what was it before?", "before then", "ok, and previously?"]
)
def test_the_state_before_is_told(answering: Answering, back: str) -> None:
    assert "50 percent" in asked(answering, DUTY).sentences[1].text
    before = asked(answering, DUTY, back)
    assert "35 percent" in before.sentences[1].text
    assert "50 percent" not in before.answer
    assert before.as_of == date(1987, 3, 1)


@pytest.mark.slow
def test_each_time_one_step_more_and_then_nothing(answering: Answering) -> None:
    steps = [DUTY, "and before that?", "and before that?", "and before that?"]
    first = asked(answering, *steps[:3])
    assert "20 percent" in first.answer
    assert "35 percent" not in first.answer
    none = asked(answering, *steps)
    assert none.abstained
    assert "2 November 1986" in none.answer


def test_what_is_asked_after_that_goes_on_from_there(answering: Answering) -> None:
    answer = asked(answering, DUTY, "and before that?", "since when is that?")
    assert "35 percent" in answer.answer
    assert "50 percent" not in answer.answer


def test_an_earlier_date_set_beside_the_question_holds(answering: Answering) -> None:
    answer = asked(answering, DUTY, "and before that?", as_of=date(1987, 2, 1))
    assert "20 percent" in answer.answer
    assert answer.as_of == date(1987, 1, 11)


def test_nothing_is_before_a_refusal(answering: Answering) -> None:
    answer = asked(answering, "what quota does Peru set on Chilean wine?", "and before that?")
    assert answer.abstained


@pytest.mark.slow
@pytest.mark.parametrize("message", ["??", "wheat " * 1000])
def test_what_cannot_be_asked_is_not_asked_again(answering: Answering, message: str) -> None:
    history = (Turn("user", message), Turn("assistant", "It cannot be read."))
    assert answering.answer(AskRequest("and before that?", history)).abstained


def test_a_question_of_its_own_is_not_set_back(answering: Answering) -> None:
    assert asked(answering, DUTY, "did Hungary sell maize to Austria before?").as_of is None
    assert asked(answering, "what was it before?").as_of is None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "short", "told"),
    [
        ("what did Hungary sell to Austria?", "which trade policy is for three years?", "Chile has a new"),
        ("what is Chile's new trade policy?", "when was the maize sold?", "March 9, 1987"),
        (DUTY, "how much maize was sold?", "40,000 tonnes"),
    ],
)
def test_a_question_on_something_else_is_not_answered_with_what_came_before(
    answering: Answering, before: str, short: str, told: str
) -> None:
    after = asked(answering, before, short)
    assert after.standalone == short
    assert told in after.sentences[1].text
    assert len({c.briefing_id for c in after.citations}) == 1


def test_a_question_that_may_be_a_follow_up_is_read_as_one_where_that_is_answered(
    answering: Answering,
) -> None:
    short = "how many items were freed from import licences?"
    assert "12 items" in asked(answering, short).sentences[1].text
    after = asked(answering, "what is Chile's new trade policy?", short)
    assert "136 items" in after.answer
    assert "12 items" not in after.answer
    assert after.standalone == f"{short} (what is Chile's new trade policy?)"


def test_what_is_new_is_asked_of_everything(answering: Answering) -> None:
    assert asked(answering, DUTY, "what is new?").standalone == "what is new?"


def test_and_as_one_of_its_own_where_it_is_not(answering: Answering) -> None:
    short = "how many items were freed from import licences?"
    after = asked(answering, "what did Hungary sell to Austria?", short)
    assert "12 items" in after.answer
    assert after.standalone == short


def test_a_question_that_lacks_only_the_partys_name_has_the_answer_to_the_direct_one(
    answering: Answering,
) -> None:
    direct = asked(answering, "what tariff does Sweden pay?")
    behind = asked(answering, "what did Sweden agree to buy?", "what tariff do they pay?")
    assert "9 percent" in direct.answer
    assert (behind.answer, behind.standalone) == (direct.answer, direct.standalone)


def test_another_day_and_now_have_the_answers_to_the_questions_in_full(answering: Answering) -> None:
    duty = "duty of Brazil on Turkish cotton"
    then = asked(answering, duty, "as of last January?")
    assert "35 percent" in then.answer
    assert (then.answer, then.as_of) == (asked(answering, f"{duty} as of last January").answer, then.as_of)
    now = asked(answering, duty, "as of last January?", "and now?")
    assert (now.answer, now.as_of) == (asked(answering, duty).answer, None)


def test_what_was_asked_in_between_does_not_keep_a_follow_up_from_its_answer(answering: Answering) -> None:
    between = "what did Sweden agree to buy?", "since when?", "how much is that?"
    assert "70,000 tonnes" in asked(answering, *between).answer
    assert asked(answering, *between).standalone == f"{between[-1]} ({between[0]})"
