"""What is known of a briefing without its text: for an ingest, and for a search."""

from dataclasses import dataclass
from datetime import date

from vectorstore.briefing import PublishedFrom


@dataclass(frozen=True, slots=True)
class Known:
    """What an ingest compares a source with; `corrected` names the fields that a person corrected."""

    id: str
    source: str
    version: int
    content_hash: str
    published: date | None
    published_from: PublishedFrom | None
    title: str = ""
    publisher: str | None = None
    corrected: tuple[str, ...] = ()
    known_from: date | None = None


@dataclass(frozen=True, slots=True)
class BriefingFacts:
    """What a search needs to know of a briefing in one version."""

    id: str
    version: int
    source: str
    title: str
    publisher: str | None
    published: date | None
    url: str | None
    parties: tuple[str, ...]
    duplicate_of: str | None
    content_hash: str
    known_from: date | None = None
