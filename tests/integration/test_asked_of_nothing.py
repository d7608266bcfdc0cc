"""A first question about "it" or about nothing at all is declined, whatever briefing is near."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn

BRIEFINGS = {
    "tin.md": (
        "A duty on tin of Peru",
        "1986-03-01",
        "From March 1, 1986 a duty of 9 percent is charged on tin of Peru. "
        "It was signed by the minister and is still in force.",
    ),
}


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Is it still in force?", "it"),
        ("what about them?", "them"),
        ("who signed it?", "it"),
        ("when does it start?", "it"),
        ("is that still the case?", "that"),
        ("the", "the"),
        ("why?", "why"),
        ("how much?", "how much"),
    ],
)
def test_of_nothing_nothing_is_told(answering: Answering, question: str, word: str) -> None:
    answer = answering.answer(AskRequest(question))
    assert answer.abstained
    assert answer.answer.startswith(f"Nothing was asked before that “{word}” could stand for")
    greeted = Turn("user", "hello"), Turn("assistant", "...")
    assert answering.answer(AskRequest(question, greeted)).abstained


def test_behind_a_question_it_is_what_that_was_about(answering: Answering) -> None:
    history = Turn("user", "what is the duty on tin of Peru?"), Turn("assistant", "...")
    assert "9 percent" in answering.answer(AskRequest("Is it still in force?", history)).answer


def test_what_names_something_stands_for_itself(answering: Answering) -> None:
    assert not answering.answer(AskRequest("Is it still 9 percent on tin of Peru?")).abstained


@pytest.mark.parametrize("typed", ["asdf", "Asdf"])
def test_a_word_that_no_briefing_has_is_told_by_none(answering: Answering, typed: str) -> None:
    answer = answering.answer(AskRequest(typed))
    assert answer.abstained
    assert "Not found: Asdf" in answer.answer


@pytest.mark.parametrize("typed", ["test", "testing, testing", "blah blah", "123"])
def test_a_trial_of_the_keyboard_asks_nothing(answering: Answering, typed: str) -> None:
    answer = answering.answer(AskRequest(typed))
    assert answer.abstained
    assert answer.answer.startswith("Nothing was asked.")


@pytest.mark.parametrize("typed", ["xyz duties", "xyz tin", "xyz duty on tin of Peru"])
def test_no_word_of_three_letters_that_is_nowhere_is_left_out(answering: Answering, typed: str) -> None:
    answer = answering.answer(AskRequest(typed))
    assert answer.abstained
    assert "Not found: Xyz" in answer.answer


@pytest.mark.parametrize("typed", ["tin", "peru", "duties", "latest", "what's new?"])
def test_a_subject_alone_and_the_news_are_questions(answering: Answering, typed: str) -> None:
    assert not answering.answer(AskRequest(typed)).abstained
