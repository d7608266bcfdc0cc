"""What a reader finds in one source: its text and what it says about itself."""

from dataclasses import dataclass

from ingest.dates import Stated


@dataclass(frozen=True, slots=True)
class Reading:
    """A source as read; nothing in it is decided yet: see `ingest.intake`.

    `text` is in the format of `vectorstore.briefing`; `dates` are as written, the strongest first.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    dates: tuple[Stated, ...] = ()
