"""Where the process that serves a home can be reached by others on this machine.

A Unix socket in the home, mode 0600; loopback with a token where there are no such sockets.
`serving.json` in the home, mode 0600, says which; it is believed only while somebody listens there.
"""

import hashlib
import json
import os
import secrets
import socket
import stat
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

UNIX_SOCKETS = hasattr(socket, "AF_UNIX")
SOCKET_NAME = "briefings.sock"
SOCKET_PATH_BYTES = 100  # sun_path holds 104 bytes on macOS and 108 on Linux, the closing zero included


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What a client needs to reach the server, and what people need to find its page."""

    pid: int
    page: str  # the page's address
    socket: str | None = None
    port: int | None = None
    token: str | None = None


def listen(home: Path, page: str) -> tuple[socket.socket, Endpoint]:
    """Listen for other processes of this user and write down where; the home must be this process's."""
    forget(home)
    if UNIX_SOCKETS:
        path = _socket_path(home)
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        before = os.umask(0o177)  # so that the socket never exists with wider rights
        try:
            listener.bind(str(path))
        finally:
            os.umask(before)
        endpoint = Endpoint(os.getpid(), page, socket=str(path))
    else:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        endpoint = Endpoint(os.getpid(), page, port=port, token=secrets.token_urlsafe(32))
    listener.listen(128)
    _write(home, endpoint)
    return listener, endpoint


def read_endpoint(home: Path) -> Endpoint | None:
    """Where the last server of this home listened; it may be gone."""
    try:
        return Endpoint(**json.loads(_file(home).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def forget(home: Path) -> None:
    """Remove what a server of this home left behind; the home must be this process's.

    Only sockets, where `listen` puts them: a note may be a copy of another home's, or name any folder.
    """
    for folder in Path(tempfile.gettempdir()).glob(f"{_prefix(home)}*"):
        with suppress(OSError):  # somebody else's, or not empty: left as it is
            if stat.S_ISDIR(folder.lstat().st_mode):
                (folder / SOCKET_NAME).unlink(missing_ok=True)
                folder.rmdir()
    (home / SOCKET_NAME).unlink(missing_ok=True)
    _file(home).unlink(missing_ok=True)


def _socket_path(home: Path) -> Path:
    path = home / SOCKET_NAME
    if len(os.fsencode(path)) <= SOCKET_PATH_BYTES:
        return path
    return Path(tempfile.mkdtemp(prefix=_prefix(home))) / SOCKET_NAME  # mkdtemp: 0700


def _prefix(home: Path) -> str:
    """How the names of this home's folders in the temporary place begin, however its path is spelt."""
    digest = hashlib.sha256(os.fsencode(home.resolve())).hexdigest()
    return f"briefings-{digest[:8]}-"  # macOS: 91 of SOCKET_PATH_BYTES with the temporary place and the name


def _write(home: Path, endpoint: Endpoint) -> None:
    scratch = home / f"serving.{endpoint.pid}.json"
    scratch.unlink(missing_ok=True)
    descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "w", encoding="utf-8") as file:
        json.dump(asdict(endpoint), file)
    scratch.replace(_file(home))  # renamed whole: a client never reads half


def _file(home: Path) -> Path:
    return home / "serving.json"
