"""A chat model that is written to, for one answer and the next."""

from assistant.answer import Usage
from prompts import Filled
from tests.scripted_chat import asked_of, scripted_chat

PROMPT = Filled("Count.", "To two.")


def test_what_there_is_no_time_for_is_not_asked() -> None:
    chat = scripted_chat("one two", timeout=0.0).for_an_answer()
    assert [*chat.stream(PROMPT)] == []
    assert asked_of(chat) == []
    assert chat.took == Usage()


def test_an_answer_knows_nothing_of_the_one_before() -> None:
    chat = scripted_chat(ValueError("no"), "one two")
    first, second = chat.for_an_answer(), chat.for_an_answer()
    assert [*first.stream(PROMPT), *first.stream(PROMPT)] == []
    assert "".join(second.stream(PROMPT)) == "one two"
    assert (first.took, second.took) == (Usage(1), Usage(1))


def test_a_chat_that_is_closed_has_no_words() -> None:
    chat = scripted_chat("one two")
    chat.close()
    assert [*chat.for_an_answer().stream(PROMPT)] == []
