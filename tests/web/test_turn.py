"""A turn of the chat, step by step, with a scripted desk and no browser."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

import pytest

from assistant.answer import Answer, AnswerSentence
from assistant.desk import AskRequest, Desk, Turn
from assistant.web.turn import Exchange, read_as_of, run_turn, stopped
from vectorstore.errors import QuestionError, StorageError


@dataclass
class Scripted:
    """A desk that yields, or raises, what it is given."""

    events: list[Any]
    requests: list[AskRequest] = field(default_factory=list)

    def ask_events(self, request: AskRequest) -> Iterator[str | Answer]:
        self.requests.append(request)
        for event in self.events:
            if isinstance(event, Exception):
                raise event
            yield event


def said(*words: str) -> Answer:
    return Answer("Q?", "Q?", " ".join(words), tuple(AnswerSentence(w) for w in words))


def run(*events: Any, earlier: tuple[Exchange, ...] = ()) -> tuple[list[Exchange], list[AskRequest]]:
    desk = Scripted([*events])
    return list(run_turn(cast(Desk, desk), "Q?", date(2025, 6, 8), earlier)), desk.requests


def test_a_turn_says_what_is_done_then_grows_the_answer() -> None:
    exchanges, _ = run("Searching 12 briefings", said("One."), said("One.", "Two."))
    shown = [exchange.shown_html for exchange in exchanges]
    assert "Searching 12 briefings" in shown[1]
    assert "One." in shown[2]
    assert "Two." not in shown[2]
    assert "One. Two." in shown[-1]
    assert exchanges[-1].answer == "One. Two."


def test_the_history_holds_plain_words_and_leaves_failures_out() -> None:
    earlier = (Exchange("First?", "<b>", "<i>", "Yes."), Exchange("Failed?", "<b>", "<i>", None))
    _, requests = run(said("One."), earlier=earlier)
    assert requests == [
        AskRequest("Q?", (Turn("user", "First?"), Turn("assistant", "Yes.")), date(2025, 6, 8))
    ]


def test_an_unexpected_failure_is_one_polite_line_with_an_id_that_is_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR):
        exchanges, _ = run("Searching", ValueError("secret path /etc"))
    shown = exchanges[-1].shown_html
    error_id = re.search(r"Error ([0-9a-f]{8})", shown)
    assert error_id
    assert "secret" not in shown
    assert error_id[1] in caplog.text
    assert "secret path /etc" in caplog.text


def test_our_own_errors_are_shown_in_their_words() -> None:
    assert "The disk is full." in run(StorageError("The disk is full."))[0][-1].shown_html
    shown = run(QuestionError("The question is too long."))[0][-1].shown_html
    assert "The question is too long." in shown
    assert "Error" not in shown


def test_a_stopped_turn_says_so_and_a_finished_one_stays() -> None:
    assert "Stopped." in stopped(Exchange("Q?", "", "<p>draft</p>")).shown_html
    finished = Exchange("Q?", "", "<p>whole</p>", "whole")
    assert stopped(finished) == finished


def test_the_as_of_field_takes_a_calendar_date_or_nothing() -> None:
    assert read_as_of("") is None
    assert read_as_of(" 2025-06-08 ") == date(2025, 6, 8)
    for typed in ("June", "2025-02-30", "08.06.2025", "20250608", "2025-W23-1"):
        with pytest.raises(QuestionError, match="YYYY-MM-DD"):
            read_as_of(typed)
