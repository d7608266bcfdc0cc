"""Whatever a chat model's server does, the person gets a usable answer with a note: over real HTTP."""

import time
from typing import Any

import pytest

from assistant.answer import Answer, Usage
from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from assistant.build import make_chat
from assistant.drafting.chat import Chat
from assistant.settings import ChatSettings
from tests.failing_chat_server import FailingServer, Reply, body, broken_off, failing_server, status, words
from vectorstore.store import Store

QUESTION = AskRequest("when does the Mexican tomato agreement expire")
EXPIRES = "The agreement on Mexican tomatoes expires on September 19, 2029."
SECRET = "sk-a-key-of-someone"
TIMEOUT = 1.5  # seconds


def chat_with(server: FailingServer, pauses: list[float] | None = None, timeout: float = 30.0) -> Chat:
    settings = ChatSettings(
        "openai", "scripted", server.address, SECRET, window=8192, price=(1.0, 2.0), timeout=timeout
    )
    waited = pauses if pauses is not None else []
    return make_chat(settings, sleep=waited.append)


def ask(library: Store, server: FailingServer, **more: Any) -> Answer:
    return Answering(library, chat_with(server, **more)).answer(QUESTION)


@pytest.fixture(scope="module")
def expires(library: Store) -> str:
    """The sentence with the number that it is offered under."""
    with failing_server(words("NO ANSWER")) as server:
        ask(library, server)
    given = server.requests[0]["messages"][-1]["content"]
    [line] = [line for line in given.splitlines() if line.endswith(EXPIRES)]
    return f"{EXPIRES} {line.split()[0]}"


def test_a_reply_over_http_is_streamed_checked_and_counted(library: Store, expires: str) -> None:
    with failing_server(words(expires)) as server:
        answer = ask(library, server)
    assert answer.answer == f"2 September 2024: {EXPIRES} [1]"
    assert answer.engine == "openai:scripted"
    assert answer.usage == Usage(1, 700, 60, (700 * 1.0 + 60 * 2.0) / 1e6)
    assert server.requests[0]["stream"] is True


@pytest.mark.parametrize("passing", [status(429), status(500), status(503)])
def test_what_passes_is_tried_again_after_longer_and_longer_pauses(
    library: Store, expires: str, passing: Reply
) -> None:
    pauses: list[float] = []
    with failing_server(passing, passing, words(expires)) as server:
        answer = ask(library, server, pauses=pauses)
    assert answer.engine == "openai:scripted"
    assert len(server.requests) == 3
    assert 0.5 <= pauses[0] <= 0.75 <= 1.0 <= pauses[1] <= 1.5


@pytest.mark.parametrize(
    "told",
    ['{"message": "Service overloaded", "code": 503}', '{"message": "Wait", "type": "overloaded_error"}'],
)
def test_an_error_that_passes_is_one_within_a_reply_too(library: Store, expires: str, told: str) -> None:
    with failing_server(body(f'data: {{"error": {told}}}\n\n'), words(expires)) as server:
        answer = ask(library, server)
    assert answer.engine == "openai:scripted"
    assert len(server.requests) == 2


def test_a_server_that_names_a_pause_is_left_alone_that_long(library: Store, expires: str) -> None:
    pauses: list[float] = []
    with failing_server(status(429, Retry_After="7"), words(expires)) as server:
        ask(library, server, pauses=pauses)
    assert pauses == [7.0]


@pytest.mark.parametrize(
    ("replies", "why"),
    [
        ([status(429)] * 4, "takes no more questions for now (429)"),
        ([status(500)] * 4, "answered with an error (500)"),
        ([status(429, Retry_After="3600")], "takes no more questions for now (429)"),
        ([status(429, "No more.", "insufficient_quota")], "nothing left to spend (429): “No more”"),
        ([status(402, "Insufficient Balance")], "nothing left to spend (402): “Insufficient Balance”"),
        ([status(400, f"No temperature.\nKey: {SECRET}")], "answered with an error (400): “No temperature”"),
        ([status(500, f"Bad {SECRET}")] * 4, "answered with an error (500): “Bad …”"),
        ([status(401)], "refused the key (401)"),
        ([status(404)], "is not known there (404)"),
        ([status(400)], "answered with an error (400)"),
        ([status(400, "the request exceeds the available context size")], "Set BRIEFINGS_CHAT_WINDOW"),
        ([body('data: {"choices": [{"delta"\n\n')], "cannot be read"),
        ([body('data: {"choices": []}\n\ndata: [DONE]\n\n')], "sent no words"),
        ([body("")], "sent no words|cannot be read"),
        ([body("<html>welcome</html>", "text/html")], "sent no words|cannot be read"),
        ([words("", finish="content_filter")], "refused to answer"),
        ([words("", refusal="I cannot.")], "refused to answer|sent no words"),
        ([broken_off("The agreement on Mexican")], "broke off"),
        ([broken_off("The agreement on Mexican", Content_Length="9999")], "broke off"),
    ],
)
def test_a_server_that_fails_leaves_the_verbatim_answer_with_a_note(
    library: Store, replies: list[Reply], why: str
) -> None:
    with failing_server(*replies) as server:
        answer = ask(library, server)
    verbatim = Answering(library).answer(QUESTION)
    assert (answer.answer, answer.citations) == (verbatim.answer, verbatim.citations)
    assert len(server.requests) == len(replies)
    [warning] = answer.warnings
    assert warning.kind == "model"
    assert any(part in warning.text for part in why.split("|")), warning.text


def test_a_server_that_hangs_is_given_up_in_time(library: Store, caplog: pytest.LogCaptureFixture) -> None:
    started = time.monotonic()
    with failing_server("hang") as server:
        answer = ask(library, server, timeout=TIMEOUT)
        took = time.monotonic() - started
    assert took < 10 * TIMEOUT  # a machine under load; the server would hang for a minute
    assert "try 1: it did not answer within" in caplog.text
    assert "did not answer within" in answer.warnings[0].text
    assert answer.citations


@pytest.mark.slow
@pytest.mark.parametrize("lasting", [status(401), status(404), "hang"])
def test_a_follow_up_at_which_a_server_fails_for_good_is_the_last_it_is_asked(
    library: Store, lasting: Reply | str
) -> None:
    before = (Turn("user", "when was the Mexican tomato agreement signed?"), Turn("assistant", "."))
    request = AskRequest("and when does it expire?", before)
    with failing_server(lasting, words("NO ANSWER")) as server:
        answer = Answering(library, chat_with(server, timeout=TIMEOUT)).answer(request)
    assert not answer.abstained
    assert len(server.requests) == 1
    assert [warning.kind for warning in answer.warnings] == ["model"]


def test_each_failing_try_is_one_line_in_the_log_with_the_traceback_for_those_who_debug(
    library: Store, caplog: pytest.LogCaptureFixture
) -> None:
    quoting = status(503, f"Overloaded; you sent the key {SECRET}.")
    with caplog.at_level("DEBUG", "assistant"), failing_server(*[quoting] * 4) as server:
        ask(library, server)
    ours = [record for record in caplog.records if record.name.startswith("assistant")]
    told = [record.getMessage() for record in ours if record.levelname == "WARNING"]
    assert len(told) == 4
    assert all(f"openai:scripted, try {n}: " in line for n, line in enumerate(told, start=1))
    assert all("503" in line and "\n" not in line for line in told)
    traced = [record.getMessage() for record in ours if record.levelname == "DEBUG"]
    assert sum("Traceback" in text and "you sent the key …" in text for text in traced) == 4
    assert SECRET not in caplog.text


@pytest.mark.slow
def test_signs_of_life_are_no_answer_and_the_request_is_ended(library: Store) -> None:
    started = time.monotonic()
    with failing_server("live") as server:
        answer = ask(library, server, timeout=TIMEOUT)
        took = time.monotonic() - started
        assert server.left.wait(10)
    assert took < 10 * TIMEOUT
    assert "did not answer within" in answer.warnings[0].text
    assert answer.citations


def test_a_server_that_is_not_there_is_said_not_to_be(library: Store) -> None:
    with failing_server() as server:
        pass
    answer = ask(library, server)
    assert "could not be reached: nothing listens there" in answer.warnings[0].text
    assert "Check BRIEFINGS_CHAT_BASE_URL." in answer.warnings[0].text
    assert answer.citations


@pytest.mark.parametrize("headers", [{}, {"Content_Length": "9999"}])
def test_what_was_finished_before_the_connection_broke_is_shown(
    library: Store, expires: str, headers: dict[str, str]
) -> None:
    with failing_server(broken_off(f"{expires}\nMexico and the", **headers)) as server:
        answer = ask(library, server)
    assert answer.answer == f"2 September 2024: {EXPIRES} [1]"
    assert "broke off" in answer.warnings[0].text


def test_a_model_that_reasons_where_nobody_knows_it_is_given_room_for_its_thoughts(
    library: Store, expires: str
) -> None:
    with failing_server(words("", finish="length"), words(expires), words(expires)) as server:
        chat = chat_with(server)
        first, second = (Answering(library, chat).answer(QUESTION) for _ in range(2))
    assert [request["max_completion_tokens"] for request in server.requests] == [900, 4096, 4096]
    assert first.answer == second.answer == f"2 September 2024: {EXPIRES} [1]"


@pytest.mark.parametrize("thought", ["", "<think>Tomatoes.\nMexico"])
def test_thoughts_without_end_are_said_to_be_cut_off_and_what_to_set(library: Store, thought: str) -> None:
    with failing_server(*[words(thought, finish="length")] * 2) as server:
        answer = ask(library, server)
    assert len(server.requests) == 2
    assert answer.engine == "extractive"
    assert "cut off at 4,096 tokens, before its first word" in answer.warnings[0].text
    assert "BRIEFINGS_CHAT_REPLY" in answer.warnings[0].text


def test_a_reply_at_its_longest_is_shown_without_its_torn_end(library: Store, expires: str) -> None:
    with failing_server(words(f"{expires}\nMexico and the", finish="length")) as server:
        answer = ask(library, server)
    assert answer.answer == f"2 September 2024: {EXPIRES} [1]"
    assert "cut off" in answer.warnings[0].text
