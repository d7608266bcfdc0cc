"""Files that the page's links download, made when they are asked for; nothing is kept."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, TypeVar
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

# How what a tab shows is written, by the ending of the file.
_TIMELINE: dict[str, Callable[[Timeline], str]] = {"csv": timeline_csv, "md": timeline_markdown}
_NEWS: dict[str, Callable[[News], str]] = {"csv": news_csv, "md": news_markdown}
_MEDIA_TYPES = {"csv": "text/csv", "md": "text/markdown"}

_Shown = TypeVar("_Shown", Timeline, News)


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
        name = re.sub(r"[^a-z0-9]+", "-", subject.lower()).strip("-")[:60] or "timeline"
        request = TimelineRequest(subject, as_of, parties=party)
        return _written(_TIMELINE, kind, "a timeline", name, lambda: desk.timeline(request))

    @app.get("/news.{kind}")
    def news(
        kind: str, since: date, party: Annotated[tuple[str, ...], Query()] = (), ingested: bool = False
    ) -> Response:
        request = NewsRequest(since, party, ingested)
        return _written(_NEWS, kind, "news", f"news-since-{since}", lambda: desk.news(request))

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


def _written(
    ways: Mapping[str, Callable[[_Shown], str]], kind: str, what: str, name: str, find: Callable[[], _Shown]
) -> Response:
    """What a tab shows as a file of a kind, to be saved under a name; or why there is none."""
    if kind not in ways:
        return PlainTextResponse(f"{what.capitalize()} is a .csv or a .md file.", 404)
    try:
        text = ways[kind](find())
    except Exception as error:  # noqa: BLE001  # the top of a request: logged there, plain words here
        return PlainTextResponse(in_words(error, f"writing {what}"), 422)
    media_type = _MEDIA_TYPES[kind]
    return Response(
        text.encode("utf-8-sig" if media_type == "text/csv" else "utf-8"),  # sheets know UTF-8 by its mark
        media_type=f"{media_type}; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.{kind}"'},
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
