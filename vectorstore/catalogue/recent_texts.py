"""Keep the texts that were read lately: every search slices its passages out of a few of them."""

import threading
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

ROOM = 10_000_000  # characters, 10 to 40 MB: some hundreds of briefings, or one monster


class TextKey(NamedTuple):
    """What a text never changes under; the hash tells apart a briefing removed and ingested again."""

    briefing_id: str
    version: int
    content_hash: str


class RecentTexts:
    """Texts by key, the longest unused dropped when there is no room."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._texts: dict[TextKey, str] = {}  # in the order of their last use
        self._lock = threading.Lock()

    def get(
        self, keys: AbstractSet[TextKey], read: Callable[[Sequence[TextKey]], dict[TextKey, str]]
    ) -> dict[TextKey, str]:
        """Return the texts of `keys`, calling `read` for those that are not kept."""
        with self._lock:
            found = {key: self._texts[key] for key in keys if key in self._texts}
        missing = [key for key in keys if key not in found]
        if missing:
            found |= read(missing)
        with self._lock:
            for key, text in found.items():
                self._texts.pop(key, None)
                self._texts[key] = text
            used = sum(map(len, self._texts.values()))
            while used > self._room:
                used -= len(self._texts.pop(next(iter(self._texts))))
        return found

    def clear(self) -> None:
        """Keep none of them: a briefing was removed."""
        with self._lock:
            self._texts.clear()
