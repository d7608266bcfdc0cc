"""A way to a server on which some of what is asked for takes its time."""

import socket
import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


class SlowWay(socketserver.ThreadingTCPServer):
    """Hands on what comes to a free port of 127.0.0.1.

    A request that begins with `slow` is late by `seconds`.
    """

    daemon_threads = True
    block_on_close = False  # whoever looks on may keep a stream open

    def __init__(self, port: int, seconds: float) -> None:
        super().__init__(("127.0.0.1", 0), _Connection)
        self.port, self.seconds, self.slow = port, seconds, b"\0"
        self.address = f"http://127.0.0.1:{self.server_address[1]}/"


class _Connection(socketserver.BaseRequestHandler):
    server: SlowWay

    def handle(self) -> None:
        with socket.create_connection(("127.0.0.1", self.server.port)) as there:
            threading.Thread(target=self._hand_on, args=(there, self.request), daemon=True).start()
            self._hand_on(self.request, there)

    def _hand_on(self, one: socket.socket, other: socket.socket) -> None:
        try:
            while sent := one.recv(65536):
                if sent.startswith(self.server.slow):
                    time.sleep(self.server.seconds)
                other.sendall(sent)
            other.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # either end has left


@contextmanager
def slow_way(address: str, seconds: float) -> Iterator[SlowWay]:
    with SlowWay(int(address.rstrip("/").rpartition(":")[2]), seconds) as way:
        threading.Thread(target=way.serve_forever, daemon=True).start()
        yield way
        way.shutdown()
