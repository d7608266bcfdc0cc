"""Something that goes on in a thread of its own: its newest step, for whoever looks on.

Knows nothing of what goes on, nor of gradio.
"""

import threading
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Generic, TypeVar

from anyio import to_thread

Step = TypeVar("Step")

LOOK_SECONDS = 0.5  # between looks at whether somebody still looks on


class UnderWay(Generic[Step]):
    """How far it has come; whoever comes late begins with the newest step.

    `at_end` gets the last step before anybody sees it.
    """

    def __init__(self, first: Step, at_end: Callable[[Step], None] = lambda last: None) -> None:
        self._changed = threading.Condition()
        self._at_end = at_end
        self._count = 1  # of steps so far
        self._step = first
        self._over = False

    @property
    def step(self) -> Step:
        """The newest step."""
        with self._changed:
            return self._step

    @property
    def over(self) -> bool:
        """Whether the newest step is the last."""
        with self._changed:
            return self._over

    def take(self, step: Step, last: bool = False) -> bool:
        """Go on to a step; False when it is over already."""
        with self._changed:
            if self._over:
                return False
            if last:
                self._at_end(step)
            self._step, self._count, self._over = step, self._count + 1, last
            self._changed.notify_all()
            return True

    def steps(self, looked_on: Callable[[], bool]) -> Iterator[Step]:
        """Yield the steps from the newest on, to the last one, while somebody looks on."""
        seen = 0
        while looked_on():
            with self._changed:
                if self._count == seen:
                    self._changed.wait(LOOK_SECONDS)
                if self._count == seen:
                    continue
                step, seen, over = self._step, self._count, self._over
            yield step
            if over:
                return


async def beside(steps: Iterator[Step]) -> AsyncIterator[Step]:
    """Step through what is under way in a thread, which is left behind when nobody looks on any more."""
    while (step := await to_thread.run_sync(next, steps, None, abandon_on_cancel=True)) is not None:
        yield step
