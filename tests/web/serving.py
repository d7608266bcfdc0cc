"""Serve pages on free ports of 127.0.0.1, and stop what was started."""

import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from assistant.desks.desk import Desk
from assistant.web.app import LOOPBACK, build_app


@contextmanager
def serving() -> Iterator[Callable[[Desk], str]]:
    running: list[tuple[uvicorn.Server, threading.Thread]] = []
    homes = tempfile.TemporaryDirectory()

    def start(
        desk: Desk, mcp: bool = False, home: Path | None = None, hosts: Sequence[str] = LOOPBACK
    ) -> str:
        home = home or Path(tempfile.mkdtemp(dir=homes.name))
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(
            uvicorn.Config(
                build_app(desk, home, hosts, mcp=mcp), log_level="warning", timeout_graceful_shutdown=1
            )
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        running.append((server, thread))
        deadline = time.monotonic() + 30
        while not server.started:
            assert time.monotonic() < deadline, "the server did not start within 30 s"
            time.sleep(0.02)
        return f"http://127.0.0.1:{listener.getsockname()[1]}/"

    yield start
    for server, _ in running:
        server.should_exit = True
    for _, thread in running:
        thread.join(10)
    homes.cleanup()
