"""A turn of the chat, step by step, with a scripted desk and no browser."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, cast

import pytest

from assistant.answer import Answer, AnswerSentence, InReserve
from assistant.asking.request import AskRequest, Turn
from assistant.desks.desk import Desk
from assistant.web.ask.turn import Step, answer_of, asked, narrowing_of, read_as_of, run_turn, stopped
from assistant.web.narrowing import Narrowing
from vectorstore.conversations.conversation import Exchange
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


QUESTION = asked("Q?", Narrowing(as_of=date(2025, 6, 8)))


def run(*events: Any, earlier: tuple[Exchange, ...] = ()) -> tuple[list[Step], list[AskRequest]]:
    desk = Scripted([*events])
    return list(run_turn(cast(Desk, desk), QUESTION, earlier)), desk.requests


def test_a_turn_says_what_is_done_then_grows_the_answer() -> None:
    steps, _ = run("Searching 12 briefings", said("One."), said("One.", "Two."))
    assert "Searching 12 briefings" in steps[1].shown_html
    assert "One." in steps[2].shown_html
    assert "Two." not in steps[2].shown_html
    assert [step.final for step in steps] == [False] * 4 + [True]
    assert (steps[-1].exchange.state, steps[-1].exchange.said) == ("answered", "One. Two.")
    assert answer_of(steps[-1].exchange) == said("One.", "Two.")


def test_the_history_holds_plain_words_and_leaves_failures_out() -> None:
    earlier = (
        Exchange("e1", "First?", "2026-01-01", state="answered", said="Yes."),
        Exchange("e2", "Failed?", "2026-01-01", state="failed", said="The disk is full."),
        Exchange("e3", "Stopped?", "2026-01-01", state="stopped", said="Stopped."),
    )
    _, requests = run(said("One."), earlier=earlier)
    assert requests == [
        AskRequest("Q?", (Turn("user", "First?"), Turn("assistant", "Yes.")), date(2025, 6, 8))
    ]


def test_an_unexpected_failure_is_one_polite_line_with_an_id_that_is_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR):
        steps, _ = run("Searching", ValueError("secret path /etc"))
    failed = steps[-1].exchange
    assert failed.state == "failed"
    error_id = re.search(r"Error ([0-9a-f]{8})", failed.said)
    assert error_id
    assert "secret" not in failed.said
    assert error_id[1] in caplog.text
    assert "secret path /etc" in caplog.text


def test_our_own_errors_are_kept_in_their_words() -> None:
    assert "The disk is full." in run(StorageError("The disk is full."))[0][-1].exchange.said
    told = run(QuestionError("The question is too long."))[0][-1].exchange.said
    assert told == "The question is too long."


def test_a_stopped_turn_says_so_and_a_finished_one_stays() -> None:
    assert (stopped(QUESTION).state, stopped(QUESTION).said) == ("stopped", "Stopped.")
    finished = replace(QUESTION, state="answered", said="whole")
    assert stopped(finished) == finished


def test_stopped_while_a_model_is_waited_for_a_turn_is_answered_with_what_stands() -> None:
    standing: list[Answer] = []
    desk = Scripted(["Searching", "Writing with x:y", InReserve(said("In their words."))])
    steps = list(run_turn(cast(Desk, desk), QUESTION, (), standing.append))
    assert [step.exchange.state for step in steps] == ["asked", "asked", "asked", "failed"]
    kept = stopped(QUESTION, standing[-1])
    assert (kept.state, kept.said) == ("answered", "In their words.")
    [notice] = (answer_of(kept) or said()).warnings
    assert notice.text == (
        "You stopped before the answer was finished: this answer is made of the briefings' own words."
    )
    begun = stopped(QUESTION, replace(said("One."), engine="x:y"))
    assert "what x:y had written by then is shown" in str(begun.answer)


def test_an_answer_that_a_later_version_cannot_read_is_kept_as_its_words() -> None:
    older = replace(QUESTION, state="answered", said="Yes. [1]", answer={"sentences": "of another form"})
    assert answer_of(older) is None
    assert narrowing_of(replace(older, narrowed={"parties": 7})) == Narrowing()


def test_the_as_of_field_takes_a_calendar_date_or_nothing() -> None:
    assert read_as_of("") is None
    assert read_as_of(" 2025-06-08 ") == date(2025, 6, 8)
    for typed in ("June", "2025-02-30", "08.06.2025", "20250608", "2025-W23-1"):
        with pytest.raises(QuestionError, match="such as 2025-06-08 or 8 June 2025"):
            read_as_of(typed)
