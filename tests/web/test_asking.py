"""Undo of an edited question, beside another tab."""

import time
from collections.abc import Iterator
from typing import Any

import pytest

from assistant.answer import Answer
from assistant.asking.request import AskRequest
from assistant.web.ask.asking import Asking, Begun
from assistant.web.ask.place import At
from tests.web.fake_desk import FakeDesk, make_briefing, quoting
from vectorstore.errors import QuestionError

SAID = "The talks went on in May."


class Request:
    """A browser that is known by its cookie."""

    cookies = {"briefings_browser": "A" * 43}  # noqa: RUF012
    session_hash = "session"


REQUEST: Any = Request()


@pytest.fixture
def asking() -> Asking:
    briefing = make_briefing("a1", "Talks", SAID)

    def script(request: AskRequest) -> Iterator[str | Answer]:
        yield quoting(request, briefing, SAID)

    return Asking(FakeDesk([briefing], script))  # type: ignore[arg-type]


def ask(asking: Asking, at: At, question: str) -> Begun:
    begun = asking.begin(REQUEST, at, question, ("", "", "", [], []), 1)
    deadline = time.monotonic() + 10
    while asking.running.goes_on(begun.exchange.id) and time.monotonic() < deadline:
        time.sleep(0.02)
    return begun


def questions(asking: Asking, at: At) -> list[str]:
    return [exchange.question for exchange in asking.opened(REQUEST, at).exchanges]


@pytest.fixture
def edited(asking: Asking) -> Begun:
    first = ask(asking, At(), "One?")
    ask(asking, first.at, "Two?")
    return ask(asking, At(first.at.conversation, editing=first.exchange.id), "One, reworded?")


def test_undo_of_an_edit_has_the_conversation_as_it_was(asking: Asking, edited: Begun) -> None:
    asking.put_back(REQUEST, edited)
    assert questions(asking, edited.at) == ["One?", "Two?"]


def test_undo_of_an_edit_drops_no_question_that_another_tab_asked_since(
    asking: Asking, edited: Begun
) -> None:
    ask(asking, At(edited.at.conversation), "And in June?")
    with pytest.raises(QuestionError, match="went on in another tab"):
        asking.put_back(REQUEST, edited)
    assert questions(asking, edited.at) == ["One, reworded?", "And in June?"]
