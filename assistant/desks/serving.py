"""Serve the page to people and the local API to other commands, in one process."""

import asyncio
import errno
import ipaddress
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import uvicorn
from fastapi import FastAPI

from assistant.desks.desk import Desk
from assistant.desks.endpoint import forget, listen
from assistant.desks.local_api import build_local_api
from vectorstore.errors import SettingsError

PAGE_GRACE_SECONDS = 1  # an answer takes less; open pages keep a stream open for ever
API_GRACE_SECONDS = 10  # an ingest that was handed over comes to its next stop and says so


def listen_for_people(host: str, port: int, allow_public: bool) -> tuple[socket.socket, str]:
    """Listen where the page will be, before anything slow; returns its address too."""
    if not _is_loopback(host) and not allow_public:
        raise SettingsError(
            f"Refused to serve on {host}: everybody who can reach this machine could read and change the "
            "briefings, for there is no login yet. Leave --host out, or set BRIEFINGS_ALLOW_PUBLIC=1 where "
            "something in front of it asks who they are."
        )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        # Listening at once keeps the port: two sockets may bind to one, only one may listen.
        listener = socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        raise SettingsError(_why_not(host, port, error)) from error
    shown = f"[{host}]" if ":" in host else host
    return listener, f"http://{shown}:{listener.getsockname()[1]}"


def serve_page(app: FastAPI, listener: socket.socket) -> None:
    """Serve the page until SIGINT or SIGTERM; both arrive as a KeyboardInterrupt at the end."""
    logging.getLogger("uvicorn.error").addFilter(_is_no_farewell)
    config = uvicorn.Config(
        app, log_config=None, access_log=False, timeout_graceful_shutdown=PAGE_GRACE_SECONDS
    )
    uvicorn.Server(config).run(sockets=[listener])


@contextmanager
def other_commands(desk: Desk, home: Path, page: str) -> Iterator[None]:
    """Let other commands hand their work over meanwhile; closes the desk at the end.

    The local API runs in a thread with a loop of its own, so that a busy page does not delay it.
    """
    listener, endpoint = listen(home, page)
    config = uvicorn.Config(
        build_local_api(desk, endpoint.token),
        loop="asyncio",  # uvloop is not made for a Unix socket that is already open
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=API_GRACE_SECONDS,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(
        target=server.run, kwargs={"sockets": [listener]}, name="local-api", daemon=True
    )
    thread.start()
    try:
        yield
    finally:
        forget(home)
        server.should_exit = True
        desk.close()  # lets an ingest come to its next stop
        thread.join(API_GRACE_SECONDS)


def leave() -> None:
    """End the process, whatever its threads still compute: nothing of that would be kept."""
    if threading.active_count() > 1:
        logging.shutdown()
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(0)


def stop_on_sigterm() -> None:
    """Let SIGTERM unwind like Ctrl-C, so that the home is given up in good order."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


class Stops:
    """Whether SIGINT or SIGTERM came. Both raise KeyboardInterrupt, which Python drops in a destructor."""

    def __init__(self) -> None:
        self.asked = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._stop)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.asked = True
        raise KeyboardInterrupt


def _is_no_farewell(record: logging.LogRecord) -> bool:
    """Leave out that streams to open pages are cut off when the server stops: that is no error."""
    cut_off = record.exc_info and isinstance(record.exc_info[1], asyncio.CancelledError)
    return not cut_off and "graceful shutdown exceeded" not in record.getMessage()


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:  # a name may lead anywhere
        return False


def _why_not(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} on {host} is in use by another program. Choose another one with "
            "--port, or --port 0 for any that is free."
        )
    if error.errno == errno.EACCES:
        return f"Port {port} needs rights that you lack. Choose one above 1023 with --port."
    return f"Cannot serve on {host} port {port}: {error.strerror or error}. Choose with --host and --port."
