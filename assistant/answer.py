"""An answer that has passed its checks, and its JSON form (the stable interface)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Literal

AHEAD = "Ahead, "  # opens the frame of a day to come

Abstention = Literal["no-subject", "no-detail", "nothing-since"]
Role = Literal["current", "older", "frame"]
Counted = Literal["exactly", "about", "at least"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A checked link from a sentence to characters [start, end) of a briefing's text.

    `page`, from 1, is the one that the quote starts on, where the source has pages.
    """

    number: int
    briefing_id: str
    source: str
    title: str
    publisher: str | None
    published: date | None
    url: str | None
    quote: str
    start: int
    end: int
    page: int | None = None
    version: int | None = None  # of the briefing: under an as-of date it may be an earlier one
    also_in: tuple[str, ...] = ()  # sources of re-issues and copies that hold the very words
    superseded: str | None = None  # in what a newer statement, read beside it, replaces it, and which one

    def to_json(self) -> dict[str, Any]:
        """The object that stands for it wherever JSON is printed."""
        return {**asdict(self), "published": iso_day(self.published), "also_in": list(self.also_in)}


@dataclass(frozen=True, slots=True)
class AnswerSentence:
    """A sentence as shown. A frame ("As of 8 June 2025:") carries no fact and no citation."""

    text: str
    citations: tuple[int, ...] = ()
    role: Role = "current"


@dataclass(frozen=True, slots=True)
class Notice:
    """What the reader must know: a source is undated, edited or superseded, a rate names no origin.

    Or what is quoted was still to come, where it was asked whether it was done.
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Declined:
    """What a declined question searched for, in plain words, and what came nearest, best first."""

    searched_for: tuple[str, ...] = ()  # parties, subject, periods, the type of answer
    not_found: tuple[str, ...] = ()  # those of them that nothing near the evidence holds
    nearest: tuple[Citation, ...] = ()  # one sentence a briefing


@dataclass(frozen=True, slots=True)
class Usage:
    """What a chat model took for an answer: tokens as its provider counts them, None where it does not say.

    `cost` is in US dollars, None where no price is set. What was not read to its end is estimated: then the
    numbers are "about" so; "at least" where they lack a call of which nothing is known.
    """

    calls: int = 0
    read: int | None = None
    written: int | None = None
    cost: float | None = None
    counted: Counted = "exactly"


def together(usages: Sequence[Usage]) -> Usage:
    """Add up what several calls took, as far as it is known.

    >>> together([Usage(1, 900, 80, 0.1), Usage(2)])
    Usage(calls=3, read=900, written=80, cost=0.1, counted='at least')
    """
    told = [usage for usage in usages if usage.read is not None]
    costs = [usage.cost for usage in told if usage.cost is not None]
    lacks = any(usage.calls and usage.read is None for usage in usages)
    less_sure: tuple[Counted, ...] = ("about", "at least")
    counted = {usage.counted for usage in told} | ({"at least"} if lacks and told else set())
    return Usage(
        sum(usage.calls for usage in usages),
        sum(usage.read or 0 for usage in told) if told else None,
        sum(usage.written or 0 for usage in told) if told else None,
        sum(costs) if costs else None,
        next((word for word in less_sure if word in counted), "exactly"),
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """A question answered, or declined with the reason and the nearest briefings."""

    question: str
    standalone: str
    answer: str
    sentences: tuple[AnswerSentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    abstention: Abstention | None = None
    declined: Declined | None = None
    as_of: date | None = None
    since: date | None = None
    newest_evidence: date | None = None
    counted_from: date | None = None  # of days to come: they are those after it
    engine: str = "extractive"
    prompt: str | None = None  # fingerprint of the prompt, where a chat model wrote the answer
    dropped: int = 0  # sentences of a chat model that were not shown
    usage: Usage | None = None
    warnings: tuple[Notice, ...] = ()
    retrieved: tuple[str, ...] = field(default=(), repr=False)
    latency_ms: int = 0

    @property
    def abstained(self) -> bool:
        return self.abstention is not None

    @property
    def nearest(self) -> Citation | None:
        """The briefing that comes nearest to a declined question."""
        return self.declined.nearest[0] if self.declined and self.declined.nearest else None

    @property
    def cited(self) -> tuple[Citation, ...]:
        """Everything that is quoted to the reader: the citations, or the nearest briefings."""
        return (*self.citations, *(self.declined.nearest if self.declined else ()))

    def to_json(self, id: str | None = None) -> dict[str, Any]:
        """The object that `ask --json` prints and `eval --answers` writes a line of."""
        declined = self.declined or Declined()
        return {
            "id": id,
            "question": self.question,
            "answer": self.answer,
            "abstained": self.abstained,
            "abstention": self.abstention,
            "standalone": self.standalone,
            "since": iso_day(self.since),
            "nearest": self.nearest.to_json() if self.nearest else None,
            "searched_for": list(declined.searched_for),
            "not_found": list(declined.not_found),
            "nearest_briefings": [citation.to_json() for citation in declined.nearest],
            "warnings": [asdict(warning) for warning in self.warnings],
            "as_of": iso_day(self.as_of),
            "newest_evidence": iso_day(self.newest_evidence),
            "counted_from": iso_day(self.counted_from),
            "engine": self.engine,
            "prompt": self.prompt,
            "dropped": self.dropped,
            "usage": asdict(self.usage) if self.usage else None,
            "latency_ms": self.latency_ms,
            "sentences": [
                {"text": s.text, "citations": list(s.citations), "role": s.role} for s in self.sentences
            ],
            "citations": [citation.to_json() for citation in self.citations],
            "retrieved": list(self.retrieved),
        }


@dataclass(frozen=True, slots=True)
class InReserve:
    """What stands as the answer where one that is being written is not waited for."""

    answer: Answer


def iso_day(day: date | None) -> str | None:
    """A day as JSON has it."""
    return day.isoformat() if day else None
