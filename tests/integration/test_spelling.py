"""A slip of the fingers is read as the word on file that was meant; a word that may be another is left."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from assistant.asking.typed.names import with_names
from assistant.asking.typed.spelling import respelled
from vectorstore.store import Store

# name -> (title, date, text)
BRIEFINGS = {
    "tariff.md": (
        "Bolivia cuts its tariffs on machinery",
        "1987-02-02",
        "Bolivia cut its tariffs on machinery from Argentina to 9 percent on February 2, 1987. Negotiations "
        "on tractors go on in La Paz.",
    ),
    "dairy.md": (
        "Denmark ends its dairy subsidy",
        "1987-02-09",
        "Denmark ended its subsidy on dairy exports. The government said that the relations with its "
        "neighbours would improve.",
    ),
    "dispute.md": (
        "Denmark and Peru end a dispute",
        "1987-02-12",
        "Denmark and Peru settled their dispute about the Callao fishery. Ships of Zbrojovka had "
        "waited off Callao since May.",
    ),
    "ending.md": (
        "Peru asks for an ending of the ban",
        "1987-02-16",
        "Peru asked for an ending of the ban. No progress of its program.",
    ),
}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("tarrifs on machinery", "tariffs on machinery"),
        ("tarifs", "tariffs"),
        ("Tarriffs in Bolivia", "Tariffs in Bolivia"),
        ("the relatoins", "the relations"),
        ("negotiatons with argentna", "negotiations with argentina"),
        ("goverment of denmark", "government of denmark"),
        ("susbidy, dairy", "subsidy, dairy"),
        ("duty on machinary", "duty on machinery"),
        ("dairy exprts", "dairy exports"),
        ("machin duties", "machinery duties"),
        ("machins duties", "machinery duties"),
        ("steel/tarrifs and counter-tarrifs", "steel/tariffs and counter-tariffs"),
        ("the jouney", "the journey"),  # no word on file, and English
        ("he was qouted", "he was quoted"),
        ("moorccan duty", "moroccan duty"),  # a party of which nothing is on file
        ("norwy's duty", "norway's duty"),
        ("japn duty", "japan duty"),  # of four letters
        ("us-caada duty", "us-canada duty"),  # beside a hyphen
    ],
)
def test_a_slip_is_read_as_what_was_meant(own_store: Store, typed: str, read: str) -> None:
    assert respelled(typed, own_store) == read


@pytest.mark.parametrize(
    "typed",
    [
        "what is Bolivia's tariff on tractors",
        "barley",  # no slip, and on no file
        "peso duty",  # one letter off no party
        "us-farmr duty",  # beside a hyphen, and no party
        "cost of mending the road",  # "ending" is on file
        "Denmarc",  # one letter in place of another
        "TARRIF",
        "Grenmark Governmet plc",  # a name of which nothing is known
        "s232 of the HTSUS, tarrif@post and x-tarif",
        "tea",
        "zbroj",  # another firm than Zbrojovka
        "the prog",  # its progress, or its program
    ],
)
def test_a_word_that_may_be_another_is_left(own_store: Store, typed: str) -> None:
    assert respelled(typed, own_store) == typed


def test_the_question_is_answered_as_it_was_meant(answering: Answering) -> None:
    told = answering.answer(AskRequest("boliva tarrif on machinery, pct"))
    assert "9 percent" in told.answer
    assert told.question == "boliva tarrif on machinery, pct"


def test_a_follow_up_reads_the_question_before_as_it_was_meant(answering: Answering) -> None:
    earlier = Turn("user", "bolivia machinery tarrif"), Turn("assistant", "9 percent.")
    told = answering.answer(AskRequest("since when?", history=earlier))
    assert "February 2, 1987" in told.answer


def test_a_unit_typed_behind_its_figure_is_read_apart(answering: Answering) -> None:
    assert "9 percent" in answering.answer(AskRequest("bolivia 9pct on machinery?")).answer


def test_what_the_briefings_write_as_a_name_is_one_however_it_is_typed(own_store: Store) -> None:
    assert with_names("was the callao dispute settled", own_store) == "was the Callao dispute settled"
    assert with_names("was the dairy dispute settled", own_store) == "was the dairy dispute settled"


def test_a_name_that_no_quoted_sentence_has_is_missed_though_typed_in_small_letters(
    answering: Answering,
) -> None:
    asked = "was the callao subsidy on dairy exports ended"
    answer = answering.answer(AskRequest(asked))
    assert answer.abstained or "Callao" in answer.answer


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("perudairy order", "Perudairy order"),  # no briefing has one word right behind the other
        ("dairyexports duty", "dairyexports duty"),
        ("the callai order", "the Callai order"),  # a letter off a name on file, which is no party
        ("the shima order", "the Shima order"),  # a letter off "ships", and short
        ("dennark order", "dennark order"),
        ("dispyte on the fishry", "dispyte on the fishry"),
        ("theyd ended it", "theyd ended it"),
        ("mchnry duties", "mchnry duties"),
        ("perus duties", "perus duties"),
    ],
)
def test_a_word_of_nothing_on_file_is_a_name_unless_it_is_short_or_a_slip(
    own_store: Store, typed: str, read: str
) -> None:
    assert with_names(typed, own_store) == read
