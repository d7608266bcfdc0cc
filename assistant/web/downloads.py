"""Files that the page's links download, made when they are asked for; nothing is kept."""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated

from fastapi import FastAPI, Query
from fastapi.responses import PlainTextResponse, Response

from assistant.chronicle import Timeline, TimelineRequest
from assistant.desk import Desk
from assistant.web.failures import in_words
from assistant.web.timeline_file import timeline_csv, timeline_markdown

_KINDS: dict[str, tuple[Callable[[Timeline], str], str]] = {
    "csv": (timeline_csv, "text/csv"),
    "md": (timeline_markdown, "text/markdown"),
}


def add_downloads(app: FastAPI, desk: Desk) -> None:
    """Answer `/timeline.csv` and `/timeline.md`, with the subject, parties and as-of date in the address."""

    @app.get("/timeline.{kind}")
    def timeline(
        kind: str, subject: str, party: Annotated[tuple[str, ...], Query()] = (), as_of: date | None = None
    ) -> Response:
        if kind not in _KINDS:
            return PlainTextResponse("A timeline is a .csv or a .md file.", 404)
        write, media_type = _KINDS[kind]
        try:
            found = desk.timeline(TimelineRequest(subject, as_of, parties=party))
        except Exception as error:  # noqa: BLE001  # the top of a request: logged there, plain words here
            return PlainTextResponse(in_words(error, "writing a timeline"), 422)
        name = re.sub(r"[^a-z0-9]+", "-", subject.lower()).strip("-")[:60] or "timeline"
        return Response(
            write(found).encode("utf-8-sig" if kind == "csv" else "utf-8"),  # sheets know UTF-8 by its mark
            media_type=f"{media_type}; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}.{kind}"'},
        )
