"""What a reader finds in one source: its text and what it says about itself."""

from dataclasses import dataclass
from datetime import date

from ingest.text.dates import Stated
from vectorstore.errors import SourceError


@dataclass(frozen=True, slots=True)
class Reading:
    """A briefing as read; nothing in it is decided yet: see `ingest.preparing.intake`.

    `text` is in the format of `vectorstore.briefing`; `dates` are as written, the strongest first.
    `part` tells it from the others of the same source and is empty where there are none: `12` is what
    the line 12 of `news.jsonl` gave. `page_starts` says at which character each page begins, for
    sources that have pages. `modified` is the day that it says it was last changed on; `made_on` the
    day that its file was made, which is no publication date. `notes` are what a person should know
    of it, such as what was not read.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    dates: tuple[Stated, ...] = ()
    modified: date | None = None
    part: str = ""
    page_starts: tuple[int, ...] = ()
    made_on: date | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a source that could not be read, and why; the other parts can."""

    part: str
    error: str


class NoBriefingsError(SourceError):
    """A file of data that holds no briefings, such as a question set; in a folder it is passed over."""
