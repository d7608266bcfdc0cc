"""What is asked while a stream ends is answered: over HTTP, as a page does, with gradio's own queue."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator

import gradio as gr
import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from assistant.web import streams
from assistant.web.streams import LingeringStreams

LINGER, READ_WITHIN = 3.0, 2.0  # seconds, longer than in use, for a machine with other work is late
LATE = 0.5  # seconds; no more
Session = tuple[httpx.Client, Callable[..., httpx.Response]]


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A client of a page with one event, which says again what it is told, and what asks that."""
    monkeypatch.setattr(streams, "LINGER", LINGER)
    monkeypatch.setattr(streams, "READ_WITHIN", READ_WITHIN)
    with gr.Blocks() as blocks:
        said = gr.Textbox()
        said.submit(lambda text: text, said, said)
    app = FastAPI()
    app.add_middleware(LingeringStreams)
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    served = gr.mount_gradio_app(app, blocks, path="/")
    server = uvicorn.Server(uvicorn.Config(served, log_level="warning", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    with httpx.Client(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}/gradio_api/queue/") as client:

        def ask(text: str, **other: object) -> httpx.Response:
            return client.post(
                "join",
                json={"data": [text], "fn_index": 0, "session_hash": "page", "trigger_id": None, **other},
            )

        yield client, ask
    server.should_exit = True
    thread.join(10)


def messages(stream: httpx.Response) -> Iterator[dict[str, object]]:
    for line in stream.iter_lines():
        if line.startswith("data: "):
            yield json.loads(line.removeprefix("data: "))


def result(read: Iterator[dict[str, object]]) -> object:
    """What the next result says; a stream that ends before it raises."""
    output = next(message for message in read if message["msg"] == "process_completed")["output"]
    assert isinstance(output, dict)
    return output["data"]


@pytest.mark.slow
def test_what_is_asked_next_comes_on_the_stream_that_is_open(session: Session) -> None:
    client, ask = session
    assert ask("one").status_code == 200
    with client.stream("GET", "data", params={"session_hash": "page"}) as stream:
        read = messages(stream)
        assert result(read) == ["one"]
        for text in ("two", "three"):
            time.sleep(LINGER / 4)
            assert ask(text).status_code == 200
            assert result(read) == [text]
        last = time.monotonic()
        assert [message["msg"] for message in read] == ["close_stream"]
        assert time.monotonic() - last > LINGER - LATE


@pytest.mark.slow
def test_what_is_asked_just_after_the_end_waits_till_the_end_is_read(
    session: Session,
) -> None:
    client, ask = session
    ask("one")
    with client.stream("GET", "data", params={"session_hash": "page"}) as stream:
        assert [m["msg"] for m in messages(stream)][-2:] == ["process_completed", "close_stream"]
        ended = time.monotonic()
        ask("another page's", session_hash="other")
        assert time.monotonic() - ended < READ_WITHIN
        ask("two")
        assert time.monotonic() - ended > READ_WITHIN - LATE
    with client.stream("GET", "data", params={"session_hash": "page"}) as stream:
        assert result(messages(stream)) == ["two"]


def test_a_page_that_leaves_holds_nothing(session: Session) -> None:
    client, ask = session
    ask("one")
    with client.stream("GET", "data", params={"session_hash": "page"}) as stream:
        assert result(messages(stream)) == ["one"]
    time.sleep(LATE)
    begun = time.monotonic()
    ask("two")
    with client.stream("GET", "data", params={"session_hash": "page"}) as stream:
        assert result(messages(stream)) == ["two"]
        assert time.monotonic() - begun < READ_WITHIN


def test_a_request_that_names_no_session_is_left_to_gradio(session: Session) -> None:
    client, _ = session
    assert client.post("join", content=b"[1").status_code == 422
    assert client.post("join", json={"data": [], "fn_index": 0}).status_code == 400
