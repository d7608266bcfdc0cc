"""Take in what a person dropped, named or pasted, and show how it goes.

Knows nothing of gradio. A failure becomes one line with an id that is in the log.
"""

import os
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.answer import Citation
from assistant.chronicle.entries import NewsRequest
from assistant.desks.desk import Desk
from assistant.web.briefings.cut_off import Course
from assistant.web.briefings.report_html import OPENED, progress_html, report_html
from assistant.web.failures import in_words
from assistant.web.markup import note
from ingest.report import Report
from ingest.sources.pasted import Pasted
from ingest.sources.uploaded import Uploaded
from ingest.web.linked import Linked
from vectorstore.briefing import Briefing
from vectorstore.errors import BriefingsError, QuestionError

SHOWN_EVERY = 0.2  # seconds between two steps of the bar: a browser draws no more of them


@dataclass(frozen=True, slots=True)
class Taking:
    """What to show of an ingest; `done` when all of it is on file, and what was typed may go.

    `goes_on` while it can be stopped; it is `settled` when a person need not be told of it once more.
    """

    html: str
    done: bool = False
    goes_on: bool = False
    settled: bool = False


NOBODYS = Course("", ())
BEGUN = Taking(progress_html(None), goes_on=True)


def take_in(
    desk: Desk,
    sources: Sequence[str | Pasted | Uploaded | Linked],
    published: date | None = None,
    course: Course = NOBODYS,
    noted: Callable[[Course], None] = lambda course: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Taking]:
    """Yield how it goes, the report last; uploads are deleted when they have been read.

    Once it is `stopped` it ends at its next step: what it stored is on file, whole. Each step of its `course`
    is `noted`.
    """
    yield BEGUN
    shown_at = 0.0
    try:
        events = desk.ingest(sources, published)
        for event in events:
            if not isinstance(event, Report):
                course = course.after(event)
                noted(course)
                if stopped():
                    if isinstance(events, Generator):
                        events.close()
                    yield Taking(course.html("Stopped."), settled=True)
                    return
            if isinstance(event, Report):
                ids = frozenset(event.came)
                came = [briefing for briefing in desk.list() if briefing.id in ids] if ids else []
                yield Taking(report_html(event, came, _told(desk, came)), done=not event.failed, settled=True)
            elif time.monotonic() - shown_at >= SHOWN_EVERY:
                shown_at = time.monotonic()
                yield Taking(progress_html(event), goes_on=True)
    except Exception as error:  # noqa: BLE001  # the top of an ingest: logged there, one polite line here
        yield Taking(note(in_words(error, "taking briefings in")))
    finally:
        for source in sources:
            if isinstance(source, Uploaded):
                _delete(Path(source.path))


def _told(desk: Desk, came: Sequence[Briefing]) -> dict[str, Citation]:
    """The sentence that matters of each briefing that the report names, by id; the first of a round-up's."""
    if not came:
        return {}
    ids = tuple(briefing.id for briefing in came[:OPENED])
    try:
        news = desk.news(NewsRequest(date.min, ingested=True, briefings=ids))
    except BriefingsError:  # all is on file: the report says so without them
        return {}
    items = [*(item for group in news.groups for item in group.items), *news.undated, *news.to_come]
    return {item.briefing_id: item.citation for item in reversed(items) if item.citation}


def addresses_in(typed: str) -> list[str]:
    """The web addresses in a field, one a line or between spaces; never a file of this machine."""
    addresses = typed.split()
    if not addresses:
        raise QuestionError("Type a web address first, such as https://example.org/talks.")
    for address in addresses:
        if not address.lower().startswith(("http://", "https://")):
            told = address if len(address) <= 60 else address[:60] + "…"
            raise QuestionError(
                f"“{told}” is no web address. Expected one that begins with https:// or http://."
            )
    return addresses


def _delete(file: Path) -> None:
    """Delete an upload and the folder that was made for it."""
    with suppress(OSError):
        os.unlink(file)
    with suppress(OSError):
        os.rmdir(file.parent)
