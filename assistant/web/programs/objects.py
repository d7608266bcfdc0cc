"""What the page's endpoints and tools return: the objects that the commands print with --json, typed.

A day is written YYYY-MM-DD. Offsets count characters of a briefing's text, in the version named.
"""

from typing_extensions import TypedDict  # pydantic reads that of typing from Python 3.12 on


class CitationObject(TypedDict):
    """The words quoted, and where in which briefing they stand."""

    number: int
    briefing_id: str
    source: str
    title: str
    publisher: str | None
    published: str | None
    url: str | None
    quote: str
    start: int
    end: int
    page: int | None
    version: int | None
    also_in: list[str]
    superseded: str | None


class SentenceObject(TypedDict):
    """A sentence of an answer, and the numbers of its citations; `role` is current, older or frame."""

    text: str
    citations: list[int]
    role: str


class WarningObject(TypedDict):
    """Something that the reader must know of a source."""

    kind: str
    text: str


class UsageObject(TypedDict):
    """What a chat model took: tokens, and US dollars where a price is set.

    `counted` is exactly, about or at least.
    """

    calls: int
    read: int | None
    written: int | None
    cost: float | None
    counted: str


class AnswerObject(TypedDict):
    """An answer; `abstention` is no-subject, no-detail, nothing-since, or null for an answer."""

    id: str | None
    question: str
    answer: str
    abstained: bool
    abstention: str | None
    standalone: str
    since: str | None
    nearest: CitationObject | None
    searched_for: list[str]
    not_found: list[str]
    nearest_briefings: list[CitationObject]
    warnings: list[WarningObject]
    as_of: str | None
    newest_evidence: str | None
    counted_from: str | None
    engine: str
    prompt: str | None
    dropped: int
    usage: UsageObject | None
    latency_ms: int
    sentences: list[SentenceObject]
    citations: list[CitationObject]
    retrieved: list[str]


class PassageObject(TypedDict):
    """A passage as it stands in its briefing; the larger `score`, the nearer."""

    briefing_id: str
    version: int
    source: str
    title: str
    publisher: str | None
    published: str | None
    url: str | None
    heading: str
    text: str
    start: int
    end: int
    score: float
    page: int | None


class FoundObject(TypedDict):
    """The passages found, best first."""

    query: str
    as_of: str | None
    passages: list[PassageObject]


class DevelopmentObject(TypedDict):
    """What happened, in one quoted sentence; `superseded_by` is the number of the one that replaced it.

    `ended_by` cites what ended the measure, where something did. `to_come`: its briefing is dated on a day
    still to come, which cannot be right.
    """

    published: str | None
    event: str | None
    text: str
    superseded: bool
    superseded_by: int | None
    ended: bool
    reason: str | None
    citation: CitationObject
    ended_by: CitationObject | None
    also_in: list[CitationObject]
    to_come: bool


class TimelineObject(TypedDict):
    """The developments of a subject, newest first."""

    subject: str
    as_of: str | None
    parties: list[str]
    developments: list[DevelopmentObject]


class FailureObject(TypedDict):
    """What could not be taken in, and why."""

    source: str
    error: str


class ForeignObject(TypedDict):
    """A briefing in a language that the encoder does not know."""

    source: str
    language: str


class NoteObject(TypedDict):
    """Something to know of what was taken in."""

    source: str
    note: str


class ReportObject(TypedDict):
    """What an ingest did: added + updated + unchanged + duplicates + failed = sources seen."""

    added: int
    updated: int
    unchanged: int
    duplicates: int
    undated: int
    missing: int
    pruned: list[str]
    kept: list[str]
    suspicious: list[str]
    failed: list[FailureObject]
    foreign: list[ForeignObject]
    notes: list[NoteObject]
    passages: int
    seconds: float


class TurnObject(TypedDict):
    """An earlier message of the conversation; `role` is user or assistant."""

    role: str
    content: str
