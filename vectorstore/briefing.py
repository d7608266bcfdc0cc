"""Briefings, passages and sentences: the frozen data that everything else passes around.

A briefing's text holds one block a line, so that structure can be read back from it:

    # Heading            a heading (one to six #)
    - item               a list item, two more spaces of indent for each level; `1. item` when ordered
    | cell | cell |      a table row
    anything else        a paragraph

Blank lines separate; no paragraph is wrapped. Every offset counts characters of this text.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

PublishedFrom = Literal[
    "person", "front matter", "date field", "mail header", "meta tag", "published line", "dateline",
    "url", "file name", "feed", "command", "likely line",
]  # fmt: skip
YEARS = range(1000, 3000)  # that a day may be of: beyond them there is no day before or after to count to


@dataclass(frozen=True, slots=True)
class Sentence:
    """The smallest thing that can be quoted: characters [start, end) of the briefing's text.

    `lead` is the span of the words that it cannot be understood without: a list item's
    lead-in, a table row's header.
    """

    start: int
    end: int
    kind: Literal["prose", "item", "row"] = "prose"
    lead: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Days `first` to `last` that characters [start, end) of the briefing's text speak of."""

    start: int
    end: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Passage:
    """Part of one section of one briefing: the unit that is embedded, retrieved and cited."""

    briefing_id: str
    version: int
    number: int
    start: int
    end: int
    heading: str
    text: str
    sentences: tuple[Sentence, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def id(self) -> str:
        """Unique over every briefing and version: `0a1b2c3d4e5f6071.1.0`."""
        return f"{self.briefing_id}.{self.version}.{self.number}"


def local_day(moment: str) -> date | None:
    """Return the day of a moment by the clock of this machine, where days are typed; None where it is none.

    One without a zone is as it stands.

    >>> local_day("2026-03-02T06:00:00"), local_day("")
    (datetime.date(2026, 3, 2), None)
    """
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        return None
    return (at.astimezone() if at.tzinfo else at).date()


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a briefing, as `show` lists it; `known_from` is None for one that was corrected."""

    number: int
    title: str
    published: date | None
    known_from: date | None
    ingested_at: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """One briefing as published, in one of its versions.

    `key` decides sameness (canonical URL, else real path); `source` is the label that people
    see: the path relative to the ingested folder, a single file's name, or the URL. `known_from`
    is the day from which this version could be read: the day that its source says it was modified,
    else the day of publication, of a later version that of its ingest. `corrected` names the
    fields that a person corrected. `versions` and `also_in`, the sources of its near-duplicates,
    and `passage_count` are filled in where a person looks at it.
    """

    id: str
    key: str
    source: str
    title: str
    text: str
    content_hash: str
    publisher: str | None = None
    published: date | None = None
    published_from: PublishedFrom | None = None
    url: str | None = None
    language: str | None = None
    parties: tuple[str, ...] = ()
    version: int = 1
    ingested_at: str = ""
    duplicate_of: str | None = None
    page_starts: tuple[int, ...] = ()  # the character that each page begins with, where there are pages
    known_from: date | None = None
    corrected: tuple[str, ...] = ()
    versions: tuple[Version, ...] = ()
    also_in: tuple[str, ...] = ()
    passage_count: int = 0
    passages: tuple[Passage, ...] = field(default=(), repr=False)

    @property
    def edited(self) -> bool:
        """Whether its words are known to be from after its publication."""
        return self.published is not None and self.known_from is not None and self.known_from > self.published

    def page_at(self, character: int) -> int | None:
        """The page, from 1, that a character of the text stands on; None in a text without pages.

        >>> Briefing("a1", "/a", "a.pdf", "Talks", "One two.", "", page_starts=(0, 4)).page_at(4)
        2
        """
        return bisect_right(self.page_starts, character) or None
