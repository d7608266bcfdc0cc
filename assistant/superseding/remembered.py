"""Remember what was found out about the briefings on file, until the next change of their home."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from vectorstore.store import Store

MOST = 2000  # things found out; a timeline asks for some 20 endings, of some 10 briefings

V = TypeVar("V")


class Remembered(Generic[V]):
    """What was found out, by what it was asked with. Any thread may ask.

    Nothing is kept from one state of the home to the next. What is found out while the home changes belongs
    to the state before, and so goes with it.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: tuple[tuple[int, int], dict[Hashable, V]] = ((-1, -1), {})
        self._lock = Lock()

    def get(self, key: Hashable, find: Callable[[], V]) -> V:
        """Return what is known under the key, which says all that `find` depends on beside the home."""
        state = self._store.state
        with self._lock:
            if self._known[0] != state:
                self._known = (state, {})
            known = self._known[1]
            if key in known:
                return known[key]
        found = find()
        with self._lock:
            while len(known) >= MOST:
                del known[next(iter(known))]
            known[key] = found
        return found
