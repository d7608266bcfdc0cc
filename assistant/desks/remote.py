"""A desk whose work is done by the process that has the home open."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx

from assistant.answer import Answer, InReserve
from assistant.asking.request import AskRequest
from assistant.chronicle.entries import News, NewsRequest, Timeline, TimelineRequest
from assistant.desks.chats import Chats
from assistant.desks.desk import IngestProgress
from assistant.desks.endpoint import Endpoint
from assistant.desks.found import Found, SearchRequest
from assistant.desks.wire import (
    ANSWER,
    ASK,
    BRIEFING,
    BRIEFINGS,
    CORRECTED,
    CORRECTION,
    FOLLOW_UPS,
    FOUND,
    INGEST,
    NEWS,
    NEWS_REQUEST,
    SEARCH_REQUEST,
    TIMELINE,
    TIMELINE_REQUEST,
    Event,
    FollowUpRequest,
    IngestRequest,
    raise_error,
    read_event,
)
from ingest.maintenance.correction import Corrected, Correction
from ingest.maintenance.reindex_report import Reindexed, ReindexProgress
from ingest.report import Report
from ingest.sources.pasted import Pasted
from ingest.sources.selection import EVERYTHING, Selection
from ingest.sources.uploaded import Uploaded
from ingest.web.linked import Linked
from vectorstore.briefing import Briefing
from vectorstore.errors import BriefingsError, SourceError

CONNECT_SECONDS = 2.0  # it is on this machine


class RemoteDesk:
    """Hands every call over and raises the other side's errors as its own."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._pid = endpoint.pid
        self._client = httpx.Client(
            transport=httpx.HTTPTransport(uds=endpoint.socket),
            base_url=f"http://127.0.0.1:{endpoint.port or 80}",
            headers={"Authorization": f"Bearer {endpoint.token}"} if endpoint.token else {},
            trust_env=False,  # a proxy has no business here
            timeout=httpx.Timeout(None, connect=CONNECT_SECONDS),  # an ingest may be silent for long
        )

    def answers(self) -> bool:
        """Whether somebody listens there."""
        try:
            return self._client.get("/health", timeout=CONNECT_SECONDS).status_code == 200
        except httpx.TransportError:
            return False

    def ask(self, request: AskRequest) -> Answer:
        return ANSWER.validate_json(self._call("POST", "/ask", ASK.dump_json(request)))

    def ask_events(self, request: AskRequest) -> Iterator[str | InReserve | Answer]:
        for event in self._stream("/ask/events", ASK.dump_json(request), Answer):
            if isinstance(event, str | InReserve | Answer):
                yield event

    def follow_ups(self, request: AskRequest, answer: Answer) -> tuple[str, ...]:
        found = self._call("POST", "/follow-ups", FOLLOW_UPS.dump_json(FollowUpRequest(request, answer)))
        return tuple(json.loads(found))

    @property
    def conversations(self) -> Chats:
        from assistant.desks.remote_chats import RemoteChats

        return RemoteChats(self._call)

    def search(self, request: SearchRequest) -> Found:
        return FOUND.validate_json(self._call("POST", "/search", SEARCH_REQUEST.dump_json(request)))

    def timeline(self, request: TimelineRequest) -> Timeline:
        return TIMELINE.validate_json(self._call("POST", "/timeline", TIMELINE_REQUEST.dump_json(request)))

    def news(self, request: NewsRequest) -> News:
        return NEWS.validate_json(self._call("POST", "/news", NEWS_REQUEST.dump_json(request)))

    def ingest(
        self,
        sources: Sequence[str | Pasted | Uploaded | Linked],
        published: date | None = None,
        selection: Selection = EVERYTHING,
        prune: bool = False,
    ) -> Iterator[IngestProgress | Report]:
        """Hand the sources over; closing the iterator stops the other side after its batch at hand."""
        request = IngestRequest(
            tuple(_absolute(source) if isinstance(source, str) else source for source in sources),
            published,
            selection,
            prune,
        )
        for event in self._stream("/ingest", INGEST.dump_json(request), Report):
            if isinstance(event, IngestProgress | Report):
                yield event

    def list(self) -> list[Briefing]:
        return [*BRIEFINGS.validate_json(self._call("GET", "/briefings"))]

    def show(self, briefing_id: str, version: int | None = None) -> Briefing:
        which = "" if version is None else f"?version={version}"
        return BRIEFING.validate_json(self._call("GET", f"{_path(briefing_id)}{which}"))

    def edit(self, briefing_id: str, correction: Correction) -> Corrected:
        found = self._call("PATCH", _path(briefing_id), CORRECTION.dump_json(correction))
        return CORRECTED.validate_json(found)

    def remove(self, briefing_id: str) -> Briefing:
        return BRIEFING.validate_json(self._call("DELETE", _path(briefing_id)))

    def restore(self, briefing: Briefing) -> Briefing:
        return BRIEFING.validate_json(self._call("POST", "/briefings", BRIEFING.dump_json(briefing)))

    def doctor(self, repair: bool = False) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self._call("POST", f"/doctor?repair={str(repair).lower()}"))
        return found

    def check_chat(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self._call("POST", "/check-chat"))
        return found

    def encoder_digest(self) -> str:
        return str(json.loads(self._call("GET", "/encoder")))

    def reindex(self, encoder: str | None = None) -> Iterator[ReindexProgress | Reindexed]:
        which = "" if encoder is None else f"?encoder={quote(encoder, safe='')}"
        for event in self._stream(f"/reindex{which}", b"", Reindexed):
            if isinstance(event, ReindexProgress | Reindexed):
                yield event

    def export(self, target: Path) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(
            self._call("POST", f"/export?target={quote(str(target), safe='')}")
        )
        return found

    def close(self) -> None:
        self._client.close()

    def _call(self, method: str, path: str, body: bytes | None = None) -> bytes:
        with self._explained(path):
            response = self._client.request(method, path, content=body, headers=_JSON)
            self._check(response)
            return response.content

    def _stream(self, path: str, body: bytes, last: type) -> Iterator[Event]:
        sent = self._client.stream("POST", path, content=body, headers=_JSON)
        with self._explained(path), sent as response:
            if response.status_code != 200:
                response.read()
                self._check(response)
            event: Event | None = None
            for line in response.iter_lines():
                event = read_event(line)
                yield event
        if not isinstance(event, last):
            raise self._gone(path)

    def _check(self, response: httpx.Response) -> None:
        if response.status_code == 422:
            raise_error(response.json())
        if response.status_code != 200:
            raise BriefingsError(
                f"Process {self._pid}, which serves this home, answered {response.status_code}: "
                f"{response.text[:200]!r}. Its own output says more; restarting `briefings serve` may help."
            )

    @contextmanager
    def _explained(self, path: str) -> Iterator[None]:
        try:
            yield
        except httpx.TransportError as error:
            raise self._gone(path) from error

    def _gone(self, path: str) -> BriefingsError:
        ended = (
            f"Process {self._pid}, which has this home open and was to do this, ended before it was done. "
        )
        if path == "/ingest":
            again = "What was taken in by then is on file; run the same command again for the rest."
        else:
            again = "Run the same command again: it does its work itself now."
        return BriefingsError(ended + again)


_JSON = {"Content-Type": "application/json"}


def _path(briefing_id: str) -> str:
    return f"/briefings/{quote(briefing_id, safe='')}"


def _absolute(source: str) -> str:
    """The other process stands in another folder."""
    if "://" in source or not source.strip():  # of no name it would make the folder worked in
        return source
    path = os.path.abspath(os.path.expanduser(source))
    try:
        path.encode()
    except UnicodeEncodeError as error:  # JSON carries text only
        raise SourceError(
            f"The name of {path!r} is not UTF-8 text, and such a name cannot be handed to the process "
            "that serves this home. Name the folder that it is in, or rename it."
        ) from error
    return path
