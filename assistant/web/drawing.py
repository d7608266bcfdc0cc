"""Keep what a session asked for first, and is done last, from being drawn over what it asked for later."""

import itertools
import threading
from collections.abc import Callable, Set
from typing import Any

import gradio as gr

from assistant.web.events import Updates

SESSIONS = 10_000  # whose last drawing is remembered; of those before them nothing is under way any more


class Drawings:
    """Numbers requests as they begin, and remembers of each session which one was drawn."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._drawn: dict[str | None, int] = {}
        self._one_by_one = threading.Lock()

    def begin(self) -> int:
        """Return the number of a request that begins now."""
        return next(self._numbers)

    def draw(self, session: str | None, number: int) -> bool:
        """Say that a request is drawn; False when one that began later was drawn already."""
        with self._one_by_one:
            last = self._drawn.pop(session, 0)
            self._drawn[session] = max(last, number)
            if len(self._drawn) > SESSIONS:
                del self._drawn[next(iter(self._drawn))]
            return number > last


def in_order(
    drawings: Drawings, show: Callable[..., Updates], parts: Set[Any], watched: Callable[..., Updates]
) -> Callable[..., Updates]:
    """Make an event that leaves `parts` of the page as they are where a later one was drawn.

    `watched` is what becomes of the updates of one that is drawn, given its session.
    """

    def shown(request: gr.Request, *given: Any) -> Updates:
        number = drawings.begin()
        updates = show(*given)
        if parts.isdisjoint(updates):
            return updates
        if drawings.draw(request.session_hash, number):
            return watched(updates, request.session_hash)
        return {part: gr.skip() if part in parts else update for part, update in updates.items()}

    return shown
