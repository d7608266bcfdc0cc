"""Tell which files of watched folders are new, changed or gone, once nobody is writing them any more.

What the folders hold is compared with what they held; a message of the system that something changed
only says when to look. So nothing is missed that happened unseen, and a restart begins from nothing:
what is on file decides then.
"""

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.report import Failure
from ingest.sources.finding import files_in
from ingest.sources.selection import Selection

SETTLE_SECONDS = 2.0  # without a change: writers flush more often, and nobody minds the wait
LOOK_SECONDS = 60.0  # without a message: shared folders send none. 14,000 files are looked at in 0.2 s
WAKE_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class FileState:
    """What changes with a file's content, or when another file takes its name."""

    size: int
    modified: int  # ns
    number: int  # inode


class WatchedFolder:
    """A folder, what was taken in of it, and what its files were like when they were last looked at."""

    def __init__(self, path: Path, selection: Selection) -> None:
        self.path = path
        self.failures: tuple[Failure, ...] = ()  # of the last look
        self._selection = selection
        self._taken: dict[str, FileState] = {}
        self._seen: dict[str, tuple[FileState, float]] = {}  # and since when they are so

    def look(self, now: float, wall: float) -> tuple[dict[str, FileState | None], int]:
        """Return the files that changed and are settled, None for those that are gone, and how many are not.

        `now` is monotonic, `wall` the time of day that files are stamped with, both in seconds.
        """
        current = self._current()
        if any(failure.source == str(self.path) for failure in self.failures):
            return {}, 0  # it cannot be looked into just now; nothing in it is gone for that
        self._seen = {
            path: before if (before := self._seen.get(path)) and before[0] == state else (state, now)
            for path, state in current.items()
        }
        changed: dict[str, FileState | None] = {path: None for path in self._taken if path not in current}
        unsettled = 0
        for path, (state, since) in self._seen.items():
            if state == self._taken.get(path):
                continue
            if now - since >= SETTLE_SECONDS or wall - state.modified / 1e9 >= SETTLE_SECONDS:
                changed[path] = state
            else:
                unsettled += 1
        return changed, unsettled

    def took(self, changed: dict[str, FileState | None]) -> None:
        """Take down that these files were taken in as they were."""
        for path, state in changed.items():
            if state is None:
                self._taken.pop(path, None)
            else:
                self._taken[path] = state

    def _current(self) -> dict[str, FileState]:
        current: dict[str, FileState] = {}
        failures: list[Failure] = []
        for found in files_in(self.path, self._selection):
            if isinstance(found, Failure):
                failures.append(found)
                continue
            try:
                state = found.path.stat()
            except OSError:  # it went this moment, or is a link to nowhere
                continue
            current[str(found.path)] = FileState(state.st_size, state.st_mtime_ns, state.st_ino)
        self.failures = tuple(failures)
        return current


def wakes(folders: Sequence[Path]) -> Iterator[bool]:
    """Yield every half second, or at once when something in the folders changed: then True.

    Ends by raising KeyboardInterrupt on SIGINT, and on SIGTERM where that is made to.
    """
    if not folders:
        while True:
            time.sleep(WAKE_SECONDS)
            yield False
    from watchfiles import watch

    milliseconds = int(WAKE_SECONDS * 1000)
    for changes in watch(
        *folders, watch_filter=None, debounce=milliseconds, rust_timeout=milliseconds, yield_on_timeout=True
    ):
        yield bool(changes)


def handed_over(paths: Sequence[str]) -> tuple[str, ...] | None:
    """The paths for a selection; None, which means every file, where one cannot be written as text."""
    try:
        os.fsencode("".join(paths)).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return tuple(paths)
