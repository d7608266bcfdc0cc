"""Keep gradio to the files that browsers sent: no others are read, deleted, fetched or given out.

An event may name a file by its path. Gradio checks it where the page was launched, not mounted; it never
checks one that is an address, which it fetches. Its other ways to files are not needed here, and shut.
"""

import json
import os
from pathlib import Path
from typing import Any

from gradio.utils import get_upload_folder
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vectorstore.errors import QuestionError

API = "/gradio_api/"
EVENTS = ("queue/join", "call")
# All that the page and gradio_client ask for. What is left out gives out files, fetches addresses (file=,
# proxy=, stream), calls methods of components or keeps what it is told on the disk.
ROUTES = (
    *EVENTS,
    *("app_id", "cancel", "heartbeat", "info", "queue/data", "queue/status", "reset", "startup-events"),
    *("theme.css", "upload", "upload_progress"),
)


class SentFilesOnly:
    """Refuses events that name other files, and what of gradio's API nobody here needs."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] != "http" or not path.startswith(API):
            await self._app(scope, receive, send)
        elif not _is_one_of(path, ROUTES):
            await PlainTextResponse("There is nothing here.", 404)(scope, receive, send)
        elif _is_one_of(path, EVENTS) and scope["method"] == "POST":
            await self._event(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _event(self, scope: Scope, receive: Receive, send: Send) -> None:
        read: list[Message] = []
        while not read or read[-1].get("more_body", False):
            read.append(await receive())
        if _names_others(b"".join(message.get("body", b"") for message in read)):
            refused = PlainTextResponse("Only a file that was sent here may be named.", 403)
            await refused(scope, receive, send)
            return

        async def again() -> Message:
            return read.pop(0) if read else await receive()

        await self._app(scope, again, send)


def sent(path: str) -> str:
    """The path itself, when what lies there was sent by a browser; QuestionError otherwise."""
    if not _was_sent(path):
        raise QuestionError("Only a file that was sent here can be read. Drop it once more.")
    return path


def _was_sent(path: object) -> bool:
    """Whether it lies where uploads do, each in a folder of its own; links lead where they lead."""
    if not isinstance(path, str) or "\0" in path:
        return False
    folder = os.path.realpath(get_upload_folder())
    return os.path.isabs(path) and str(Path(os.path.realpath(path)).parent.parent) == folder


def _is_one_of(path: str, routes: tuple[str, ...]) -> bool:
    asked = path.removeprefix(API)
    return any(asked == route or asked.startswith(f"{route}/") for route in routes)


def _names_others(body: bytes) -> bool:
    """Whether a path stands anywhere in it that leads elsewhere; gradio itself refuses what is no JSON."""
    try:
        found = [json.loads(body)]
    except ValueError:
        return False
    except RecursionError:  # it may stand deeper than can be looked
        return True
    while found:
        value: Any = found.pop()
        if isinstance(value, dict):
            if "path" in value and not _was_sent(value["path"]):
                return True
            found.extend(value.values())
        elif isinstance(value, list):
            found.extend(value)
    return False
