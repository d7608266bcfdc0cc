"""Files that the page's links download, made when they are asked for; nothing is kept."""

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

from fastapi import FastAPI, Query
from fastapi.responses import PlainTextResponse, Response

from assistant.chronicle.entries import News, NewsRequest, Timeline, TimelineRequest
from assistant.desks.desk import Desk
from assistant.evaluation.question_sets import QuestionSets
from assistant.evaluation.standing import last_run
from assistant.web.days import read_moment
from assistant.web.failures import in_words
from assistant.web.news.news_file import news_csv, news_markdown
from assistant.web.questions.standing_file import standing_csv, standing_page
from assistant.web.timeline.timeline_file import timeline_csv, timeline_markdown
from vectorstore.errors import QuestionError

_KINDS: dict[str, tuple[Callable[[Timeline], str], str]] = {
    "csv": (timeline_csv, "text/csv"),
    "md": (timeline_markdown, "text/markdown"),
}

_NEWS: dict[str, tuple[Callable[[News], str], str]] = {
    "csv": (news_csv, "text/csv"),
    "md": (news_markdown, "text/markdown"),
}


def add_downloads(app: FastAPI, desk: Desk, home: Path) -> None:
    """Answer `/timeline.csv` and `/timeline.md`, with the subject, parties and as-of date in the address.

    `/news.csv` and `/news.md`, with a day, parties, and whether that day is one of taking in. And
    `/questions/NAME/` with `questions.jsonl`, the set itself, `answers.csv` and `answers.html`, with the
    moment in `since` of the run to compare with.
    """

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
        return _file(write(found), media_type, f"{name}.{kind}")

    @app.get("/news.{kind}")
    def news(
        kind: str, since: date, party: Annotated[tuple[str, ...], Query()] = (), ingested: bool = False
    ) -> Response:
        if kind not in _NEWS:
            return PlainTextResponse("News is a .csv or a .md file.", 404)
        write, media_type = _NEWS[kind]
        try:
            found = desk.news(NewsRequest(since, party, ingested))
        except Exception as error:  # noqa: BLE001  # the top of a request: logged there, plain words here
            return PlainTextResponse(in_words(error, "writing news"), 422)
        return _file(write(found), media_type, f"news-since-{since}.{kind}")

    @app.get("/questions/{name}/{file}")
    def questions(name: str, file: str, since: str = "") -> Response:
        try:
            made = _of_set(desk, QuestionSets(home), home, name, file, read_moment(since))
        except Exception as error:  # noqa: BLE001  # the top of a request: logged there, plain words here
            return PlainTextResponse(in_words(error, "writing standing answers"), 422)
        if made is None:
            return PlainTextResponse("Of a set there are questions.jsonl, answers.csv and answers.html.", 404)
        text, media_type = made
        shown = "inline" if file.endswith(".html") else "attachment"
        encoded = f"{quote(name)}-{file}"
        return Response(
            text.encode("utf-8-sig" if file.endswith(".csv") else "utf-8"),
            media_type=f"{media_type}; charset=utf-8",
            headers={"Content-Disposition": f"{shown}; filename*=UTF-8''{encoded}"},
        )


def _file(text: str, media_type: str, name: str) -> Response:
    return Response(
        text.encode("utf-8-sig" if media_type == "text/csv" else "utf-8"),  # sheets know UTF-8 by its mark
        media_type=f"{media_type}; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _of_set(
    desk: Desk, sets: QuestionSets, home: Path, name: str, file: str, since: datetime | None
) -> tuple[str, str] | None:
    """A file about a set and what it is; None when there is no such file."""
    if file == "questions.jsonl":
        return sets.text(name), "application/x-ndjson"
    if file not in ("answers.csv", "answers.html"):
        return None
    standing = last_run(desk, home, sets.questions(name), since)
    if standing is None:
        raise QuestionError(f"The set {name} has not been run yet, so there are no answers. Run it first.")
    if file == "answers.csv":
        return standing_csv(standing), "text/csv"
    return standing_page(name, standing), "text/html"
