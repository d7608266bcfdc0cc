"""Take what a chat model streams as it arrives, and wait for it no longer than one wants to.

A provider's library waits as long as bytes come, be they signs of life alone (": PROCESSING"). So a stream
is read beside its reader, in an event loop: what he leaves is cancelled there, which ends the request. There
is one loop, in a thread of its own, for libraries keep connections that belong to the loop they were made in.
"""

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from queue import Empty, SimpleQueue
from typing import Any, Generic, TypeVar

Piece = TypeVar("Piece")


class OutOfTime(Exception):
    """Nothing more arrived before the deadline."""


class Stopped(Exception):
    """Somebody ended the wait."""


class Arriving(Generic[Piece]):
    """A stream that is being read; close it, or it is read to its end."""

    def __init__(self, stream: AsyncIterator[Piece]) -> None:
        self._arrived: SimpleQueue[tuple[Piece | None, BaseException | None]] = SimpleQueue()
        self._reading = beside(self._read(stream))

    def next(self, deadline: float) -> Piece | None:
        """Return the next piece, None at the end; raises what the stream did, OutOfTime after the deadline.

        What has arrived by then is still returned.
        """
        try:
            piece, error = self._arrived.get(timeout=max(0.0, deadline - time.monotonic()))
        except Empty:
            raise OutOfTime from None
        if time.monotonic() > deadline:
            self.close()
        if error:
            raise error
        return piece

    def stop(self) -> None:
        """End the wait of whoever waits, from any thread."""
        self._arrived.put((None, Stopped()))

    def close(self) -> None:
        """End the request, where it has not ended."""
        self._reading.cancel()

    async def _read(self, stream: AsyncIterator[Piece]) -> None:
        try:
            async for piece in stream:
                self._arrived.put((piece, None))
        except asyncio.CancelledError:
            self._arrived.put((None, OutOfTime()))
            raise
        except Exception as error:  # noqa: BLE001  # raised where the pieces are taken
            self._arrived.put((None, error))
        else:
            self._arrived.put((None, None))


def beside(work: Coroutine[Any, Any, Piece]) -> "Future[Piece]":
    """Run a coroutine in the loop of the streams."""
    return asyncio.run_coroutine_threadsafe(work, _loop())


@cache
def _loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    loop.set_default_executor(_LeftBehind())
    threading.Thread(target=loop.run_forever, name="chat-model", daemon=True).start()
    return loop


class _LeftBehind(ThreadPoolExecutor):
    """Runs each call in a thread that the program's end does not wait for, as it would for a pool's.

    Such calls are a host's name looked up, and each piece of a model whose library knows no event loop.
    """

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()

        def run() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(fn(*args, **kwargs))
            except BaseException as error:  # noqa: BLE001  # raised where the result is awaited
                future.set_exception(error)

        threading.Thread(target=run, name="chat-model-call", daemon=True).start()
        return future
