"""What a timeline is made of: dated sentences, each cited, and their JSON form."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.answer import Citation


@dataclass(frozen=True, slots=True)
class TimelineRequest:
    """A negotiation or measure whose developments are wanted, with what can narrow it."""

    subject: str
    as_of: date | None = None
    published_from: date | None = None
    published_to: date | None = None
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Development:
    """What happened, in one verbatim sentence: the text is the citation's quote.

    `event` is the day that the sentence itself gives for it. `superseded_by` is the citation number
    of the newer development that replaced this one, and `reason` says in what. `also_in` cites
    briefings that say the same in nearly the same words.
    """

    citation: Citation
    event: date | None = None
    superseded_by: int | None = None
    reason: str | None = None
    also_in: tuple[Citation, ...] = ()

    @property
    def published(self) -> date | None:
        return self.citation.published

    @property
    def text(self) -> str:
        return self.citation.quote

    def to_json(self) -> dict[str, Any]:
        return {
            "published": _iso(self.published),
            "event": _iso(self.event),
            "text": self.text,
            "superseded": self.superseded_by is not None,
            "superseded_by": self.superseded_by,
            "reason": self.reason,
            "citation": self.citation.to_json(),
            "also_in": [citation.to_json() for citation in self.also_in],
        }


@dataclass(frozen=True, slots=True)
class Timeline:
    """The developments of a subject, newest first; none when the briefings tell of none."""

    subject: str
    as_of: date | None = None
    parties: tuple[str, ...] = ()
    developments: tuple[Development, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The object that `timeline --json` prints."""
        return {
            "subject": self.subject,
            "as_of": _iso(self.as_of),
            "parties": list(self.parties),
            "developments": [development.to_json() for development in self.developments],
        }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
