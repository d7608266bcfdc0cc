"""Let one process at a time open a home.

An OS lock on `lock` in the home: the system releases it when the holder dies, however it
dies. The file names the holder, for the message that others get.
"""

import errno
import json
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from vectorstore.errors import BriefingsError, HomeInUseError, StorageError

HELD = (errno.EWOULDBLOCK, errno.EACCES)  # what a system answers when another process has the lock
POLL = 0.05  # seconds between tries; nobody notices it, and 20 tries a second cost nothing


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a home open."""

    pid: int
    purpose: str  # the command: "serve", "ingest", ...


class HomeLock:
    """A held lock; `release` gives it back."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Let others open the home. Calling it twice does no harm."""
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            os.ftruncate(descriptor, 0)
            os.close(descriptor)


def hold(home: Path, purpose: str, wait: float = 0.0) -> HomeLock:
    """Take the lock of a home, trying for `wait` seconds; HomeInUseError names who has it."""
    path = home / "lock"
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StorageError(
            f"The home {home} cannot be written: {error.strerror or error}. "
            "Set BRIEFINGS_HOME to a folder that you may write to."
        ) from error
    deadline = time.monotonic() + wait
    try:
        while not _try_lock(descriptor, home):
            if time.monotonic() >= deadline:
                raise _in_use(home)
            time.sleep(POLL)
    except BriefingsError:
        os.close(descriptor)
        raise
    try:
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps({"pid": os.getpid(), "purpose": purpose}).encode(), 0)
    except OSError as error:
        os.close(descriptor)
        raise StorageError(
            f"The home {home} cannot be written: {error.strerror or error}. Free some space on its disk."
        ) from error
    return HomeLock(path, descriptor)


def holder(home: Path) -> Holder | None:
    """Return who has the home open, or None when nobody has or it is not known.

    StorageError where its file system has no locks.
    """
    try:
        descriptor = os.open(home / "lock", os.O_RDWR)
    except OSError:
        return None
    try:
        return None if _try_lock(descriptor, home) else _named_in(home / "lock")
    finally:
        os.close(descriptor)


def _in_use(home: Path) -> HomeInUseError:
    named = _named_in(home / "lock")
    who = f"process {named.pid} (briefings {named.purpose})" if named else "another process"
    stop = f"stop it (kill {named.pid})" if named else "stop it"
    return HomeInUseError(
        f"The home {home} is open in {who}, and one process at a time can open it. "
        f"Wait until it has finished, {stop}, or set BRIEFINGS_HOME to another folder.",
        named.pid if named else None,
    )


def _named_in(path: Path) -> Holder | None:
    try:
        named = json.loads(path.read_text(encoding="utf-8"))
        return Holder(int(named["pid"]), str(named["purpose"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None  # the holder took the lock a moment ago and has not written yet


def _try_lock(descriptor: int, home: Path) -> bool:
    """Take the lock, or say that another process has it."""
    try:
        _lock(descriptor)
    except OSError as error:
        if error.errno in HELD:
            return False
        raise StorageError(
            f"The home {home} cannot be locked: {error.strerror or error}. A lock keeps two processes from "
            "writing it at once, and some network folders have none. Set BRIEFINGS_HOME to a local folder."
        ) from error
    return True


if sys.platform == "win32":
    import msvcrt

    FAR = 1 << 30  # Windows refuses to read locked bytes: lock one that nobody reads

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
