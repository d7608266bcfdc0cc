"""Behind an answer "since when?" asks for the day of the very measure that was told, never another's."""

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn

# name -> (title, date, text)
BRIEFINGS = {
    "order.md": (
        "Adjusting Imports of Tin from Peru",
        "1987-03-02",
        "All imports of tin from Peru shall be subject to a duty of 40 percent. This duty shall be effective "
        "with respect to goods entered for consumption on or after 12:01 a.m. on April 1, 1987. The ministry "
        "also opened an inquiry into salt from Peru. Effective January 1, 1988, the rate of the duty shall "
        "increase to 50 percent.",
    ),
    "sheet.md": (
        "Fact Sheet: the ministry adjusts imports of tin from Peru",
        "1987-03-02",
        "The ministry today imposed a duty of 40 percent on imports of tin from Peru. Peru also promised to "
        "invest 5 billion pesos in smelters by June 1990.",
    ),
    "undated.md": (
        "The duty on rice from Chile",
        "1987-05-04",
        "The ministry shall impose a duty of 9 percent on rice from Chile. Chile will spend 3 billion pesos "
        "on canals by June 1990.",
    ),
    "other.md": (
        "Peru's duty on trucks from Kenya",
        "1987-05-20",
        "Since April 9, 1987 Peru has charged a duty of 25 percent on trucks from Kenya.",
    ),
    "salt.md": (
        "The duty on salt from Fiji",
        "1987-01-20",
        "The ministry shall impose a duty of 12 percent on salt from Fiji. This duty shall be effective on "
        "or after February 3, 1987.",
    ),
    "ended.md": (
        "The duty on salt from Fiji has ended",
        "1987-07-01",
        "The duty on salt from Fiji shall no longer be in effect, the ministry decided today.",
    ),
    "listed.md": (
        "Relief for makers of cans",
        "1987-03-20",
        "The duty on the products listed in Annex 3 is 10 percent until December 31, 1989. These changes of "
        "the duty on tin products are temporary, lasting until December 31, 1989.",
    ),
    "beef.md": (
        "More beef from Kenya",
        "1987-06-09",
        "The ministry today raised the quota of beef from Kenya by 800 tonnes. The first part will open on "
        "July 1, 1987, and the last part of the quota will close on December 31, 1987.",
    ),
}


def _then(answering: Answering, question: str, *follow_ups: str) -> Answer:
    answer = answering.answer(AskRequest(question))
    history: tuple[Turn, ...] = ()
    for text in follow_ups:
        history = (*history, Turn("user", answer.question), Turn("assistant", answer.answer))
        answer = answering.answer(AskRequest(text, history))
    return answer


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "follow_up", "told"),
    [
        ("the duty on tin from Peru", "since when?", "April 1, 1987"),
        ("the duty on tin from Peru", "when does it go up?", "January 1, 1988"),
        ("the quota of beef from Kenya", "until when?", "December 31, 1987"),
    ],
)
def test_the_day_is_that_of_the_measure_told(
    answering: Answering, question: str, follow_up: str, told: str
) -> None:
    answer = _then(answering, question, follow_up).answer
    assert told in answer
    assert "1990" not in answer


def test_an_act_without_such_a_day_is_told_with_that_of_its_publication(answering: Answering) -> None:
    answer = _then(answering, "the duty on rice from Chile", "since when?")
    assert "1990" not in answer.answer
    told = [notice.text for notice in answer.warnings if notice.kind == "no-day"]
    assert told == ["Not told: from which day it holds. [1] was published on 4 May 1987."]


def test_a_promise_by_a_year_is_no_end_of_a_duty(answering: Answering) -> None:
    assert _then(answering, "the duty on rice from Chile", "until when?").abstained


def test_behind_an_end_the_day_is_not_that_of_the_beginning(answering: Answering) -> None:
    answer = _then(answering, "is the duty on salt from Fiji still on?", "since when?")
    assert "1 July 1987" in answer.answer
    assert "February 3" not in answer.answer


def test_a_question_in_full_has_the_day_of_the_measure_it_names(answering: Answering) -> None:
    assert "April 1, 1987" in answering.answer(AskRequest("since when is tin taxed at 40 percent")).answer


@pytest.mark.slow
def test_what_only_a_list_names_ends_no_other_measure(answering: Answering) -> None:
    told = _then(answering, "what duty does tin from Peru pay", "until when?")
    assert "1989" not in told.answer


def test_of_what_was_declined_no_day_is_told(answering: Answering) -> None:
    assert _then(answering, "zinc exemption of Norway", "since when?").abstained
