"""The API over which other commands hand their work to the process that has the home open."""

import hmac
import logging
from collections.abc import AsyncIterator, Generator, Iterator
from pathlib import Path
from typing import Any

import anyio
from fastapi import Depends, FastAPI, HTTPException, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse

from assistant.answer import Answer
from assistant.asking.request import AskRequest
from assistant.chronicle.entries import News, NewsRequest, Timeline, TimelineRequest
from assistant.desks.chats_api import take_calls
from assistant.desks.desk import Desk
from assistant.desks.found import Found, SearchRequest
from assistant.desks.wire import Event, FollowUpRequest, IngestRequest, error_line, error_object, event_line
from ingest.maintenance.correction import Corrected, Correction
from vectorstore.briefing import Briefing
from vectorstore.errors import BriefingsError

logger = logging.getLogger(__name__)


def build_local_api(desk: Desk, token: str | None = None) -> FastAPI:
    """The desk's calls over HTTP; every request must carry `token` when there is one."""

    def only_commands(request: Request) -> None:
        if "origin" in request.headers:  # a web page is asking, by way of somebody's browser
            raise HTTPException(403, "No web page may use this.")
        given = request.headers.get("authorization", "")
        if token is not None and not hmac.compare_digest(given.encode(), f"Bearer {token}".encode()):
            raise HTTPException(401, "The token in the home's serving.json is needed.")

    api = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, dependencies=[Depends(only_commands)])

    @api.exception_handler(BriefingsError)
    async def explain(request: Request, error: BriefingsError) -> Response:
        return JSONResponse(error_object(error), status_code=422)

    @api.get("/health")
    def health() -> dict[str, str]:
        return {"status": "serving"}

    @api.post("/ask")
    def ask(request: AskRequest) -> Answer:
        return desk.ask(request)

    @api.post("/ask/events")
    def ask_events(request: AskRequest) -> StreamingResponse:
        return _streamed(desk.ask_events(request))

    @api.post("/search")
    def search(request: SearchRequest) -> Found:
        return desk.search(request)

    @api.post("/follow-ups")
    def follow_ups(request: FollowUpRequest) -> tuple[str, ...]:
        return desk.follow_ups(request.request, request.answer)

    take_calls(api, desk)

    @api.post("/timeline")
    def timeline(request: TimelineRequest) -> Timeline:
        return desk.timeline(request)

    @api.post("/news")
    def news(request: NewsRequest) -> News:
        return desk.news(request)

    @api.post("/ingest")
    def ingest(request: IngestRequest) -> StreamingResponse:
        return _streamed(desk.ingest(request.sources, request.published, request.selection, request.prune))

    @api.get("/briefings")
    def briefings() -> list[Briefing]:
        return desk.list()

    @api.post("/briefings")
    def restore(briefing: Briefing) -> Briefing:
        return desk.restore(briefing)

    @api.get("/briefings/{briefing_id:path}")
    def show(briefing_id: str, version: int | None = None) -> Briefing:
        return desk.show(briefing_id, version)

    @api.patch("/briefings/{briefing_id:path}")
    def edit(briefing_id: str, correction: Correction) -> Corrected:
        return desk.edit(briefing_id, correction)

    @api.delete("/briefings/{briefing_id:path}")
    def remove(briefing_id: str) -> Briefing:
        return desk.remove(briefing_id)

    @api.post("/export")
    def export(target: Path) -> dict[str, Any]:
        return desk.export(target)

    @api.get("/encoder")
    def encoder() -> str:
        return desk.encoder_digest()

    @api.post("/reindex")
    def reindex(encoder: str | None = None) -> StreamingResponse:
        return _streamed(desk.reindex(encoder))

    @api.post("/check-chat")
    def check_chat() -> dict[str, Any]:
        return desk.check_chat()

    @api.post("/doctor")
    def doctor(repair: bool = False) -> dict[str, Any]:
        return desk.doctor(repair)

    return api


def _streamed(events: Iterator[Event]) -> StreamingResponse:
    return StreamingResponse(_lines(events), media_type="application/x-ndjson")


async def _lines(events: Iterator[Event]) -> AsyncIterator[bytes]:
    """Run `events` in a thread; close it when the client is gone, which ends an ingest at its next batch."""
    try:
        while (line := await anyio.to_thread.run_sync(_next_line, events)) is not None:
            yield line
    finally:
        if isinstance(events, Generator):
            with anyio.CancelScope(shield=True):
                await anyio.to_thread.run_sync(events.close)


def _next_line(events: Iterator[Event]) -> bytes | None:
    try:
        event = next(events, None)
    except BriefingsError as error:
        return error_line(error)
    except Exception:  # the top of a command, run here for another process
        logger.exception("A command handed over by another process failed")
        return error_line(
            BriefingsError("The process that serves this home failed at it; its own output says why.")
        )
    return None if event is None else event_line(event)
