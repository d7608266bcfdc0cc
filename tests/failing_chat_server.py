"""An OpenAI-compatible server on loopback that answers as a test says: well, late, broken, not at all."""

import json
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[[BaseHTTPRequestHandler], None]


def words(text: str, finish: str | None = "stop", **delta: Any) -> Reply:
    """Stream a reply to its end."""

    def reply(request: BaseHTTPRequestHandler) -> None:
        _begin(request)
        for word in text.split(" "):
            _send(request, [_choice({"content": f"{word} ", **delta})])
        _send(request, [_choice({}, finish)])
        _send(request, [], {"prompt_tokens": 700, "completion_tokens": 60, "total_tokens": 760})
        request.wfile.write(b"data: [DONE]\n\n")

    return reply


def broken_off(text: str, **headers: str) -> Reply:
    """Stream a part of a reply, then close the connection in the middle of a piece.

    With a Content_Length the client can tell that more was to come.
    """

    def reply(request: BaseHTTPRequestHandler) -> None:
        _head(request, 200, "text/event-stream", **headers)
        _send(request, [_choice({"content": text})])
        request.wfile.write(b'data: {"id": "x", "choi')

    return reply


def status(code: int, message: str = "", kind: str = "x", **headers: str) -> Reply:
    """Answer with an error."""

    def reply(request: BaseHTTPRequestHandler) -> None:
        body = json.dumps({"error": {"message": message or f"status {code}", "type": kind}}).encode()
        _head(request, code, "application/json", **headers)
        request.wfile.write(body)

    return reply


def body(text: str, content_type: str = "text/event-stream") -> Reply:
    """Answer with these bytes."""

    def reply(request: BaseHTTPRequestHandler) -> None:
        _head(request, 200, content_type)
        request.wfile.write(text.encode())

    return reply


class FailingServer:
    """`requests` holds what was asked; `over` ends replies that hang; `left`: a client went."""

    def __init__(self, replies: Sequence[Reply]) -> None:
        self.replies = [*replies]
        self.requests: list[dict[str, Any]] = []
        self.address = ""
        self.over = threading.Event()
        self.left = threading.Event()

    def parrot(self, request: BaseHTTPRequestHandler) -> None:
        """Say the first two numbered sentences of the evidence again, word for word, each with its number."""
        given = str(self.requests[-1]["messages"][-1]["content"])
        numbered = re.findall(r"^(\[\d+\]) (.+[.!?])$", given, re.MULTILINE)[:2]
        words("\n".join(f"{sentence} {number}" for number, sentence in numbered))(request)

    def hang(self, request: BaseHTTPRequestHandler) -> None:
        """Say nothing until the test is over."""
        self.over.wait(60)

    def slow(self, request: BaseHTTPRequestHandler) -> None:
        """Begin, and go on until the test is over."""
        _begin(request)
        with suppress(BrokenPipeError, ConnectionResetError):
            while not self.over.wait(0.05):
                _send(request, [_choice({"content": "one "})])

    def live(self, request: BaseHTTPRequestHandler) -> None:
        """Say that it is still there, and nothing else, until the test is over."""
        _begin(request)
        try:
            while not self.over.wait(0.05):
                request.wfile.write(b": PROCESSING\n\n")
                request.wfile.flush()
        except (BrokenPipeError, ConnectionResetError):
            self.left.set()


@contextmanager
def failing_server(*replies: Reply | str) -> Iterator[FailingServer]:
    """Serve these replies, one a request, on a free port meanwhile.

    "hang" never answers, nor does "live", which says that it is there; "slow" never ends; "parrot" repeats
    evidence, for all requests that are still to come.
    """
    server = FailingServer([])
    named: dict[object, Reply] = {
        "hang": server.hang,
        "live": server.live,
        "slow": server.slow,
        "parrot": server.parrot,
    }
    server.replies = [reply if callable(reply) else named[reply] for reply in replies]

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.requests.append(asked)
            with suppress(BrokenPipeError, ConnectionResetError):  # the client has had enough
                at = len(server.requests) - 1
                last = server.replies[-1] if server.replies and replies[-1] == "parrot" else None
                (last if last and at >= len(server.replies) else server.replies[at])(self)
            self.close_connection = True

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listener:
        listener.daemon_threads = True
        server.address = f"http://127.0.0.1:{listener.server_port}/v1"
        thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            listener.shutdown()
            thread.join()


def _begin(request: BaseHTTPRequestHandler) -> None:
    _head(request, 200, "text/event-stream")


def _head(request: BaseHTTPRequestHandler, code: int, content_type: str, **headers: str) -> None:
    request.send_response(code)
    request.send_header("Content-Type", content_type)
    for name, value in headers.items():
        request.send_header(name.replace("_", "-"), value)
    request.end_headers()


def _choice(delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
    return {"index": 0, "delta": delta, "finish_reason": finish}


def _send(
    request: BaseHTTPRequestHandler, choices: list[dict[str, Any]], usage: dict[str, int] | None = None
) -> None:
    piece = {
        "id": "x",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "scripted",
        "choices": choices,
        **({"usage": usage} if usage else {}),
    }
    request.wfile.write(f"data: {json.dumps(piece)}\n\n".encode())
    request.wfile.flush()
