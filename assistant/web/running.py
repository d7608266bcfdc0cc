"""Answers under way: each goes on in a thread of its own, whoever looks on, and is kept when it is done.

So a page that is reloaded in the middle finds its question, and the answer when that is there.
"""

import logging
import threading
from collections.abc import Callable, Iterator, Sequence

from assistant.desk import Desk
from assistant.web.events import AT_ONCE
from assistant.web.render import status_html
from assistant.web.turn import LOOKING, Step, run_turn, stopped
from vectorstore.conversation import Exchange
from vectorstore.errors import BriefingsError, NotFoundError

logger = logging.getLogger(__name__)

LOOK_SECONDS = 0.5  # between looks at whether somebody still looks on


class _Run:
    """One answer under way, and how far it has come."""

    def __init__(self, exchange: Exchange, keep: Callable[[Exchange], None]) -> None:
        self.changed = threading.Condition()
        self.step = Step(exchange, status_html(LOOKING))
        self.count = 1  # of steps so far
        self._keep = keep

    def take(self, step: Step) -> bool:
        """Go on to a step; False when it was ended already. What is final is kept before it is shown."""
        with self.changed:
            if self.step.final:
                return False
            if step.final:
                self._keep(step.exchange)
            self.step, self.count = step, self.count + 1
            self.changed.notify_all()
            return True


class Running:
    """All answers under way of one server, by exchange."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._runs: dict[str, _Run] = {}
        self._watched: dict[str | None, str] = {}  # session -> exchange
        self._places = threading.Semaphore(AT_ONCE)

    def start(self, owner: str, id: str, exchange: Exchange, earlier: Sequence[Exchange]) -> None:
        """Begin to answer a question of a conversation, where it has been written down already."""
        run = _Run(exchange, lambda done: self._keep(owner, id, done))
        self._runs[exchange.id] = run

        def go() -> None:
            try:
                with self._places:
                    for step in run_turn(self._desk, exchange, earlier):
                        if not run.take(step):
                            return
            finally:
                self._runs.pop(exchange.id, None)

        threading.Thread(target=go, name=f"answer-{exchange.id[:8]}", daemon=True).start()

    def goes_on(self, exchange_id: str) -> bool:
        return exchange_id in self._runs

    def watch(self, session: str | None, exchange_id: str | None) -> None:
        """Say what a tab of a browser looks on; whatever it looked on before is followed no further."""
        if exchange_id is None:
            self._watched.pop(session, None)
        else:
            self._watched[session] = exchange_id

    def follow(self, session: str | None, exchange_id: str) -> Iterator[Step]:
        """Yield the steps from where it is now while a tab looks on; nothing when it does not go on."""
        run = self._runs.get(exchange_id)
        seen = 0
        while run is not None and self._watched.get(session) == exchange_id:
            with run.changed:
                if run.count == seen:
                    run.changed.wait(LOOK_SECONDS)
                if run.count == seen:
                    continue
                step, seen = run.step, run.count
            yield step
            if step.final:
                return

    def stop(self, exchange_id: str) -> None:
        """End an answer; what the desk still does for it is left behind."""
        run = self._runs.pop(exchange_id, None)
        if run is not None:
            run.take(Step(stopped(run.step.exchange)))

    def _keep(self, owner: str, id: str, exchange: Exchange) -> None:
        try:
            self._desk.conversations.finish(owner, id, exchange)
        except NotFoundError:  # deleted while it was being answered
            return
        except BriefingsError:
            logger.exception("The answer to %r could not be kept", exchange.question[:200])
