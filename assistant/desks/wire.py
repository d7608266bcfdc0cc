"""What crosses between a remote desk and the process that has the home open, as JSON.

A stream is one object a line, each with one key: what it is.

    {"progress": {...}}  {"text": "Searching"}  {"in_reserve": {...}}  {"answer": {...}}  {"report": {...}}
    {"error": "SourceError", "message": "..."}
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from assistant.answer import Answer, InReserve
from assistant.asking.request import AskRequest
from assistant.chronicle.entries import News, NewsRequest, Timeline, TimelineRequest
from assistant.desks.desk import IngestProgress
from assistant.desks.found import Found, SearchRequest
from ingest.maintenance.correction import Corrected, Correction
from ingest.maintenance.reindex_report import Reindexed, ReindexProgress
from ingest.report import Report
from ingest.sources.pasted import Pasted
from ingest.sources.selection import EVERYTHING, Selection
from ingest.sources.uploaded import Uploaded
from ingest.web.linked import Linked
from vectorstore import errors
from vectorstore.briefing import Briefing
from vectorstore.errors import BriefingsError, HomeInUseError

Event = IngestProgress | Report | str | InReserve | Answer | ReindexProgress | Reindexed


@dataclass(frozen=True, slots=True)
class IngestRequest:
    """Sources to take in: URLs, texts, absolute paths, for the two processes stand in different folders."""

    sources: tuple[str | Pasted | Uploaded | Linked, ...]
    published: date | None = None
    selection: Selection = EVERYTHING
    prune: bool = False


@dataclass(frozen=True, slots=True)
class FollowUpRequest:
    """A question and its answer, of which further questions are made."""

    request: AskRequest
    answer: Answer


ANSWER = TypeAdapter(Answer)
ASK = TypeAdapter(AskRequest)
BRIEFING = TypeAdapter(Briefing)
BRIEFINGS = TypeAdapter(tuple[Briefing, ...])
CORRECTED = TypeAdapter(Corrected)
CORRECTION = TypeAdapter(Correction)
FOLLOW_UPS = TypeAdapter(FollowUpRequest)
FOUND = TypeAdapter(Found)
INGEST = TypeAdapter(IngestRequest)
NEWS = TypeAdapter(News)
NEWS_REQUEST = TypeAdapter(NewsRequest)
SEARCH_REQUEST = TypeAdapter(SearchRequest)
TIMELINE = TypeAdapter(Timeline)
TIMELINE_REQUEST = TypeAdapter(TimelineRequest)

_EVENTS: dict[str, tuple[type, TypeAdapter[Any]]] = {
    "progress": (IngestProgress, TypeAdapter(IngestProgress)),
    "report": (Report, TypeAdapter(Report)),
    "text": (str, TypeAdapter(str)),
    "in_reserve": (InReserve, TypeAdapter(InReserve)),
    "answer": (Answer, ANSWER),
    "reindexing": (ReindexProgress, TypeAdapter(ReindexProgress)),
    "reindexed": (Reindexed, TypeAdapter(Reindexed)),
}


def event_line(event: Event) -> bytes:
    """One line of a stream."""
    for kind, (type_, adapter) in _EVENTS.items():
        if isinstance(event, type_):
            return _line({kind: adapter.dump_python(event, mode="json")})
    raise TypeError(f"{type(event).__name__} is no event")


def error_line(error: BriefingsError) -> bytes:
    """The last line of a stream that failed."""
    return _line(error_object(error))


def read_event(line: str) -> Event:
    """The event of a line; raises the error that it carries."""
    found = json.loads(line)
    raise_error(found)
    [(kind, value)] = found.items()
    event: Event = _EVENTS[kind][1].validate_python(value)
    return event


def error_object(error: BriefingsError) -> dict[str, Any]:
    return {"error": type(error).__name__, "message": str(error)}


def raise_error(found: Any) -> None:
    """Raise the error in `found` as the class it was on the other side; do nothing when it is none."""
    if not (isinstance(found, Mapping) and "error" in found):
        return
    message = str(found.get("message", ""))
    kind = getattr(errors, str(found["error"]), None)
    if kind is HomeInUseError:
        raise HomeInUseError(message, None)
    if isinstance(kind, type) and issubclass(kind, BriefingsError):
        raise kind(message)
    raise BriefingsError(message)


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value).encode() + b"\n"
