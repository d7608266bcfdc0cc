"""What a search finds: passages as they stand in their briefings, and their JSON form."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from assistant.answer import iso_day

SIZE = 10  # passages that a search returns unless told otherwise
MOST = 100  # and at most: more than anybody reads


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """Words to find passages by, with what can narrow them; at most `size` are found."""

    query: str
    as_of: date | None = None
    published_from: date | None = None
    published_to: date | None = None
    parties: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    size: int = SIZE


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """Characters [start, end) of a briefing in one of its versions; the larger `score`, the nearer.

    `page`, from 1, is the one that the passage starts on, where the source has pages.
    """

    briefing_id: str
    version: int
    source: str
    title: str
    publisher: str | None
    published: date | None
    url: str | None
    heading: str
    text: str
    start: int
    end: int
    score: float
    page: int | None = None

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "published": iso_day(self.published)}


@dataclass(frozen=True, slots=True)
class Found:
    """The passages found, best first; none when nothing on file may be used."""

    query: str
    as_of: date | None = None
    passages: tuple[FoundPassage, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The object that `search --json` prints."""
        return {
            "query": self.query,
            "as_of": iso_day(self.as_of),
            "passages": [passage.to_json() for passage in self.passages],
        }
