"""Let requests through, except for the moment in which what they read is put in place of something else."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 30.0  # seconds; an answer takes one. What takes longer is a reader that has left its stream open


class Gate:
    """Any number pass at once; one closes the gate and is alone."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._passing = 0
        self._closed = False

    @contextmanager
    def passing(self) -> Iterator[None]:
        """Wait while the gate is closed, then keep it from closing. Leaving in another thread is fine."""
        with self._changed:
            self._changed.wait_for(lambda: not self._closed)
            self._passing += 1
        try:
            yield
        finally:
            with self._changed:
                self._passing -= 1
                self._changed.notify_all()

    @contextmanager
    def closed(self, patience: float = PATIENCE) -> Iterator[None]:
        """Keep newcomers out and wait for those inside, `patience` seconds at most; one at a time may."""
        with self._changed:
            self._closed = True
            self._changed.wait_for(lambda: not self._passing, patience)
        try:
            yield
        finally:
            with self._changed:
                self._closed = False
                self._changed.notify_all()
