"""Keep a page's stream of results open for a moment after the last of them.

Gradio ends the stream with every result that leaves none outstanding. What a page asks while it has not yet
read that ending is sent on no stream: the page believes that one is open, and the answer never arrives.
Here the stream is held for what is asked next; where nothing is, what is asked just after its end is
acknowledged when the page has had time to read it.
"""

import asyncio
import json
from typing import Literal
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

LINGER = 1.0  # seconds; a page holds two of the six connections that a browser makes to one host meanwhile
READ_WITHIN = 0.25  # seconds in which a page has read that its stream ended
_ENDING = b'data: {"msg":"close_stream"'


class LingeringStreams:
    """Goes on with a session's stream when the session asks something within `LINGER` of its last result."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._asked: dict[str, asyncio.Event] = {}  # by session whose stream is held
        self._ended: set[str] = set()  # sessions whose stream ended just now

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].endswith("/queue/data") and scope["method"] == "GET":
            await self._stream(scope, receive, send)
        elif scope["type"] == "http" and scope["path"].endswith("/queue/join"):
            await self._join(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _stream(self, scope: Scope, receive: Receive, send: Send) -> None:
        session = parse_qs(scope["query_string"].decode()).get("session_hash", [""])[0]
        begun = False
        ending: Message | None = None
        asked = asyncio.Event()

        async def holding(message: Message) -> None:
            nonlocal begun, ending, asked
            if message["type"] == "http.response.start":
                if not begun:
                    await send(message)
                begun = True
            elif bytes(message["body"]).startswith(_ENDING):
                ending = message
                asked = self._asked[session] = asyncio.Event()  # from now on: gradio takes a moment to return
            elif not ending:
                await send(message)

        await self._app(dict(scope), receive, holding)
        while ending and (next_is := await _next(asked, receive)) != "nothing":
            self._forget(session, asked)
            if next_is == "gone":
                return
            ending = None
            await self._app(dict(scope), receive, holding)
        if ending:
            self._forget(session, asked)
            self._ended.add(session)
            await send(ending)
            await send({"type": "http.response.body", "body": b"", "more_body": False})
            await asyncio.sleep(READ_WITHIN)
            self._ended.discard(session)

    def _forget(self, session: str, asked: asyncio.Event) -> None:
        """Hold this stream no longer; the session may hold another one."""
        if self._asked.get(session) is asked:
            del self._asked[session]

    async def _join(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = bytearray()

        async def reading() -> Message:
            message = await receive()
            body.extend(message.get("body", b""))
            return message

        async def acknowledging(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                session = _session_in(bytes(body))
                if session in self._asked:
                    self._asked[session].set()
                elif session in self._ended:
                    await asyncio.sleep(READ_WITHIN)
            await send(message)

        await self._app(scope, reading, acknowledging)


async def _next(asked: asyncio.Event, receive: Receive) -> Literal["asked", "gone", "nothing"]:
    """Wait for something to be asked, or for whoever might to leave."""
    waiting = [asyncio.ensure_future(asked.wait()), asyncio.ensure_future(_left(receive))]
    try:
        done, _ = await asyncio.wait(waiting, timeout=LINGER, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
    if asked.is_set():
        return "asked"
    return "gone" if done else "nothing"


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _session_in(body: bytes) -> str:
    """The session that asks, "" where what it sent says none: gradio answers that itself."""
    try:
        return str(json.loads(body).get("session_hash", ""))
    except (ValueError, AttributeError):
        return ""
