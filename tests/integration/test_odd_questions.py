"""A question may be typed in any way."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest
from tests.asking import STATUS, ask
from tests.library import BRIEFINGS
from vectorstore.errors import QuestionError


@pytest.mark.parametrize("question", ["", " ", "\n\t", "?", "a", "…!"])
def test_an_empty_question_is_refused_with_an_example(over_library: Answering, question: str) -> None:
    with pytest.raises(QuestionError, match="Ask, for example: "):
        ask(over_library, question)


def test_a_pasted_document_is_refused_with_its_length_and_the_limit(over_library: Answering) -> None:
    with pytest.raises(QuestionError, match=r"20,000 characters; at most \d,\d{3} can be read"):
        ask(over_library, "x" * 20_000)


@pytest.mark.slow
@pytest.mark.parametrize(
    "question",
    [
        "salmon\x00talks?",
        "статус переговоров",
        "サーモン協議の状況は？",
        "\u202esalmon\u202c talks 🐟🐟",
        'title:"salmon" AND (NOT chile',
        "'; DROP TABLE briefings; --",
        "<script>alert(1)</script> salmon",
        "{question} %s ${x} \\d+",
        "9" * 300,
        "salmon " * 500,
    ],
)
def test_odd_characters_are_only_a_question(over_library: Answering, question: str) -> None:
    answer = ask(over_library, question)
    assert answer.abstained or answer.citations


@pytest.mark.parametrize("question", ["Où en sont les négociations sur le saumon ?", "переговоры о лососе"])
def test_a_question_in_another_language_is_told_which_one_is_read(
    over_library: Answering, question: str
) -> None:
    answer = ask(over_library, question)
    assert answer.abstained
    assert answer.answer.startswith("Questions are read in English")


def test_line_breaks_and_blanks_do_not_change_the_answer(over_library: Answering) -> None:
    assert ask(over_library, STATUS.replace(" ", " \n ")).answer == ask(over_library, STATUS).answer


def test_parties_publishers_and_dates_set_beside_the_question_narrow_it(over_library: Answering) -> None:
    wire = over_library.answer(AskRequest(STATUS, publishers=("Coast Trade Wire",)))
    assert {BRIEFINGS[source][1] for source in wire.retrieved} == {"Coast Trade Wire"}
    brazil = over_library.answer(AskRequest("what is the duty on steel", parties=("BR",)))
    assert all("brazil" in source for source in brazil.retrieved)
    early = over_library.answer(AskRequest(STATUS, published_to=date(2024, 3, 31)))
    assert early.newest_evidence == date(2024, 3, 4)


def test_half_a_character_in_a_question_does_no_harm(over_library: Answering) -> None:
    assert ask(over_library, "salmon \ud800 talks between Norway and Chile").question
