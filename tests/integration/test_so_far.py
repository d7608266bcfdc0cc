"""What a follow-up goes on from is what was asked before as it was answered."""

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from tests.asked import asked_behind

# name -> (title, date, text)
BRIEFINGS = {
    "safeguard.md": (
        "Safeguard on ceramic tiles",
        "1986-05-02",
        "Chile takes a safeguard measure on ceramic tiles. Imported tiles pay a duty of 22 percent. Goods of "
        "Peru are exempt from the safeguard, as they are a small part of imports. It lasts three years.",
    ),
    "salt.md": (
        "Salt of Peru",
        "1986-09-12",
        "Peru is exempt from the fee that Brazil charges on salt, the minister said.",
    ),
    "tin.md": (
        "Tin accord",
        "1986-06-03",
        "The tin accord is in force since June 1, 1986. Minister Lopez signed the accord.",
    ),
    "wool-peru.md": (
        "Duty on wool of Peru",
        "1986-07-01",
        "Chile charges a duty of 12 percent on wool of Peru from July 9, 1986.",
    ),
    "wool-peru-before.md": (
        "First duty on wool of Peru",
        "1986-03-01",
        "Chile charges a duty of 4 percent on wool of Peru.",
    ),
    "wool-norway.md": (
        "Duty on wool of Norway",
        "1986-07-03",
        "Chile charges a duty of 17 percent on wool of Norway.",
    ),
}
TILES, WOOL = "what is the duty on ceramic tiles?", "what duty does wool of Peru pay?"


def sources(answer: Answer) -> set[str]:
    return {citation.source for citation in answer.citations}


def test_another_party_is_asked_the_question_that_a_detail_branched_off(answering: Answering) -> None:
    for detail in ("since when?", "why?", "who says so?"):
        assert "17 percent" in asked_behind(answering, WOOL, detail, "and Norway?").answer, detail


def test_what_it_was_before_is_asked_of_what_a_detail_branched_off(answering: Answering) -> None:
    before = asked_behind(answering, WOOL, "since when?", "what was it before?")
    assert "4 percent" in before.answer
    assert before.standalone == "what duty does wool of Peru pay as of 30 June 1986"


@pytest.mark.slow
def test_words_of_what_was_declined_are_not_carried_on(answering: Answering) -> None:
    refused, then = "where do the talks with Ghana on whisky stand?", "then what does Norway pay on wool"
    assert asked_behind(answering, refused).abstained
    assert "17 percent" in asked_behind(answering, refused, then).answer
    since = asked_behind(answering, refused, then, "since when?")
    assert since.standalone == "since when? (what does Norway pay on wool)"


@pytest.mark.parametrize(("before", "told"), [(TILES, "safeguard.md"), ("news of salt", "salt.md")])
def test_what_names_a_party_and_no_subject_is_asked_of_the_subject_before(
    answering: Answering, before: str, told: str
) -> None:
    assert sources(asked_behind(answering, before, "is Peru exempt")) == {told}


def test_what_follows_on_that_goes_on_from_the_same_subject(answering: Answering) -> None:
    longer = asked_behind(answering, TILES, "is Peru exempt", "how long does it last?")
    assert "three years" in longer.answer
    assert longer.standalone.startswith("how long does it last? (what is the duty on ceramic tiles")


def test_whether_a_measure_holds_is_asked_of_all_that_the_question_before_says(answering: Answering) -> None:
    def carried(follow_up: str) -> list[str]:
        request = AskRequest(follow_up, (Turn("user", TILES), Turn("assistant", "")))
        question = answering._understand(request).plain.question
        return [concept.typed for concept in question.concepts if concept.context]

    assert "tiles" in carried("how long is it in force?")
    assert not carried("is it still in force?")
