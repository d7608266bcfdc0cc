"""Set lines of a record, and what is put to a minister in writing, say nothing; a look back is no news."""

from datetime import date

import pytest

from assistant.asking.answer_type import answer_type
from assistant.reading.developments import is_whole
from assistant.reading.leaning import leans_back
from assistant.reading.recounting import recounts
from assistant.reading.telling import says_something
from assistant.reading.turns import question_before, turn_at


@pytest.mark.parametrize(
    "text",
    [
        "Ordered by the Assembly of Peru to be printed on 16 June 1986.",
        "Ms. Vola (Lima): To ask the Minister of Trade, what estimate she has made of the tea let in.",
        "Members present: Ana Rojas (Chair); Li Wei; Per Holm.",
    ],
)
def test_a_set_line_says_nothing(text: str) -> None:
    assert not says_something(text)
    assert not is_whole(text)


def test_an_order_to_print_money_says_something() -> None:
    assert says_something("Peru ordered its mint to print new notes by June 16, 1986.")


def test_what_was_a_year_ago_is_recounted() -> None:
    told = "A year ago this month tea of Kenya got a 39 percent duty."
    assert recounts(told, date(1987, 5, 4)) == date(1986, 5, 4)
    assert recounts("A year from now tea of Kenya pays 39 percent.", date(1987, 5, 4)) is None


def test_what_is_denied_in_turn_leans_on_what_was_denied_before() -> None:
    assert leans_back("Neither was barley, at 25 percent.")
    assert not leans_back("Neither side has signed.")


def test_a_numbered_question_of_a_hearing_is_asked() -> None:
    text = "Q12 Chair: The levy was dropped in May.\n\nMS. VOLA: It was not."
    asked = turn_at(text, 12)
    assert asked is not None
    assert asked.name == ""
    assert turn_at("Q1 exports rose.", 12) is None


@pytest.mark.parametrize(
    ("asked", "rate"),
    [
        ("what does Peru charge on Chilean tin", True),
        ("what does Peru charge for a visa", False),
        ("what is the cap on Chilean tin", True),
    ],
)
def test_what_is_charged_on_goods_is_a_rate(asked: str, rate: bool) -> None:
    assert ("rate" in answer_type(asked)[1]) is rate


PRESSER = """Transcript
Li Yong: Good afternoon. Now I will take your questions.
Harbour News: The suspension runs out in May. Will Peru prolong it?
Li Yong: Both sides are in communication.
Lake TV: It is said that an inquiry is to come. What is the comment?
Li Yong: We are not aware of it."""


def test_who_asks_may_stand_by_the_name_of_a_paper() -> None:
    asked = turn_at(PRESSER, PRESSER.index("It is said"))
    answered = turn_at(PRESSER, PRESSER.index("We are not"))
    assert asked
    assert answered
    assert (asked.name, answered.name) == ("", "Li Yong:")
    assert question_before(PRESSER, PRESSER.index("We are not")).endswith("What is the comment?")


@pytest.mark.parametrize(
    "listed",
    ["Rice: up 3 pct.\nTin: down?\nRice: up.\nOil: flat.", "Lima: They met. Will it last?\nGeneva: No.\n"],
)
def test_labels_of_goods_and_places_are_no_turns(listed: str) -> None:
    assert turn_at(listed, len(listed) - 2) is None
