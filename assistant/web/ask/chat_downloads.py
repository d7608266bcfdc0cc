"""Conversations and thumbs as files, for the browser that owns them."""

import re
from collections.abc import Callable

from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse, Response

from assistant.desks.desk import Desk
from assistant.desks.feedback import question_lines
from assistant.web.ask.conversation_file import conversation_json, conversation_markdown
from assistant.web.browser import owner_of
from assistant.web.failures import in_words
from vectorstore.conversations.conversation import Conversation
from vectorstore.errors import NotFoundError

_KINDS: dict[str, tuple[Callable[[Conversation], str], str]] = {
    "md": (conversation_markdown, "text/markdown"),
    "json": (conversation_json, "application/json"),
}


def add_chat_downloads(app: FastAPI, desk: Desk) -> None:
    """Answer `/conversations/ID.md`, `/conversations/ID.json` and `/feedback.jsonl`."""

    @app.get("/conversations/{name}")
    def conversation(name: str, request: Request) -> Response:
        id, _, kind = name.rpartition(".")
        if kind not in _KINDS:
            return PlainTextResponse("A conversation is a .md or a .json file.", 404)
        write, media_type = _KINDS[kind]
        try:
            found = desk.conversations.open(owner_of(request), id)
        except NotFoundError as error:
            return PlainTextResponse(str(error), 404)
        except Exception as error:  # noqa: BLE001  # the top of a request: logged there, plain words here
            return PlainTextResponse(in_words(error, "writing a conversation"), 422)
        return _file(write(found), media_type, f"{_name(found.title)}.{kind}")

    @app.get("/feedback.jsonl")
    def feedback(request: Request) -> Response:
        try:
            given = desk.conversations.feedback(owner_of(request))
        except Exception as error:  # noqa: BLE001  # the top of a request: logged there, plain words here
            return PlainTextResponse(in_words(error, "writing thumbs"), 422)
        return _file(question_lines(given), "application/jsonl", "thumbs.jsonl")


def _file(text: str, media_type: str, name: str) -> Response:
    return Response(
        text.encode("utf-8"),
        media_type=f"{media_type}; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",  # one address for all browsers, for each its own
        },
    )


def _name(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "conversation"
