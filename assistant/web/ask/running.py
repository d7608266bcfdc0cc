"""Answers under way: each goes on in a thread of its own, whoever looks on, and is kept when it is done.

So a page that is reloaded in the middle finds its question, and the answer when that is there.
"""

import logging
import threading
from collections.abc import Iterator, Sequence
from functools import partial

from assistant.answer import Answer
from assistant.desks.desk import Desk
from assistant.web.ask.render import status_html
from assistant.web.ask.turn import LOOKING, Step, run_turn, stopped
from assistant.web.events import AT_ONCE
from assistant.web.under_way import UnderWay
from vectorstore.conversations.conversation import Exchange
from vectorstore.errors import BriefingsError, NotFoundError

logger = logging.getLogger(__name__)


class Running:
    """All answers under way of one server, by exchange."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._runs: dict[str, UnderWay[Step]] = {}
        self._standing: dict[str, Answer] = {}  # exchange -> what there would be of its answer by now
        self._watched: dict[str | None, str] = {}  # session -> exchange
        self._places = threading.Semaphore(AT_ONCE)

    def start(self, owner: str, id: str, exchange: Exchange, earlier: Sequence[Exchange]) -> None:
        """Begin to answer a question of a conversation, where it has been written down already."""
        first = Step(exchange, status_html(LOOKING))
        run = UnderWay(first, lambda last: self._keep(owner, id, last.exchange))
        self._runs[exchange.id] = run

        def go() -> None:
            try:
                with self._places:
                    stands = partial(self._standing.__setitem__, exchange.id)
                    for step in run_turn(self._desk, exchange, earlier, stands):
                        if not run.take(step, step.final):
                            return
            finally:
                self._runs.pop(exchange.id, None)
                self._standing.pop(exchange.id, None)

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
        if run is not None:
            yield from run.steps(lambda: self._watched.get(session) == exchange_id)

    def stop(self, exchange_id: str) -> None:
        """End an answer with what stands of it by now; what the desk still does for it is left behind."""
        run = self._runs.pop(exchange_id, None)
        if run is not None:
            run.take(Step(stopped(run.step.exchange, self._standing.get(exchange_id))), last=True)

    def _keep(self, owner: str, id: str, exchange: Exchange) -> None:
        try:
            self._desk.conversations.finish(owner, id, exchange)
        except NotFoundError:  # deleted while it was being answered
            return
        except BriefingsError:
            logger.exception("The answer to %r could not be kept", exchange.question[:200])
