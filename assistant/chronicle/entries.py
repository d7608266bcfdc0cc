"""What a timeline and the news are made of: dated sentences, each cited, and their JSON forms."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from assistant.answer import Citation, iso_day


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
    of the newer development that replaced this one, and `reason` says in what. `ended_by` cites what ended
    the measure, which may be no development of the subject: it names an act by its number alone. `also_in`
    cites briefings that say the same in nearly the same words. `to_come`: its briefing is dated on a day
    still to come, which cannot be right.
    """

    citation: Citation
    event: date | None = None
    superseded_by: int | None = None
    reason: str | None = None
    also_in: tuple[Citation, ...] = ()
    ended_by: Citation | None = None
    to_come: bool = False

    @property
    def published(self) -> date | None:
        return self.citation.published

    @property
    def text(self) -> str:
        return self.citation.quote

    @property
    def end_told(self) -> str:
        """That the measure has ended, as a sentence begins; empty where it has not."""
        reason = self.reason or ""
        return reason[:1].upper() + reason[1:] if self.ended_by else ""

    def to_json(self) -> dict[str, Any]:
        return {
            "published": iso_day(self.published),
            "event": iso_day(self.event),
            "text": self.text,
            "superseded": self.superseded_by is not None,
            "superseded_by": self.superseded_by,
            "ended": self.ended_by is not None,
            "reason": self.reason,
            "citation": self.citation.to_json(),
            "ended_by": self.ended_by.to_json() if self.ended_by else None,
            "also_in": [citation.to_json() for citation in self.also_in],
            "to_come": self.to_come,
        }


@dataclass(frozen=True, slots=True)
class Timeline:
    """The developments of a subject, newest first; none when the briefings tell of none.

    Undated ones come last, and behind them those dated on a day still to come.
    """

    subject: str
    as_of: date | None = None
    parties: tuple[str, ...] = ()
    developments: tuple[Development, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The object that `timeline --json` prints."""
        return {
            "subject": self.subject,
            "as_of": iso_day(self.as_of),
            "parties": list(self.parties),
            "developments": [development.to_json() for development in self.developments],
        }


@dataclass(frozen=True, slots=True)
class NewsRequest:
    """Since when news is wanted, and of which parties: briefings about any of them.

    `briefings` are ids: of these alone, where any are named.
    """

    since: date
    parties: tuple[str, ...] = ()
    ingested: bool = False  # by the day it was taken in rather than published
    briefings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewsItem:
    """A briefing, or a section of a round-up, and the sentence of it that matters.

    No citation where none can stand alone. `named_elsewhere` are the parties asked for that the briefing
    names, where neither its title nor the sentence names any of them.
    """

    briefing_id: str
    source: str
    title: str
    publisher: str | None
    published: date | None
    ingested_at: str
    parties: tuple[str, ...]
    citation: Citation | None
    also_in: tuple[str, ...] = ()  # sources with the same content
    section: str | None = None  # its heading
    named_elsewhere: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            **asdict(self),
            "published": iso_day(self.published),
            "parties": list(self.parties),
            "text": self.citation.quote if self.citation else None,
            "citation": self.citation.to_json() if self.citation else None,
            "also_in": list(self.also_in),
            "named_elsewhere": list(self.named_elsewhere),
        }


@dataclass(frozen=True, slots=True)
class NewsGroup:
    """What arrived about one party; `party` is None for briefings about none."""

    party: str | None
    items: tuple[NewsItem, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What arrived since a day, by party, newest first; apart what is undated, or dated on a day to come."""

    since: date
    ingested: bool = False
    parties: tuple[str, ...] = ()
    groups: tuple[NewsGroup, ...] = ()
    undated: tuple[NewsItem, ...] = ()
    to_come: tuple[NewsItem, ...] = ()

    @property
    def dated(self) -> int:
        """How many dated briefings arrived."""
        return len({item.briefing_id for group in self.groups for item in group.items})

    def to_json(self) -> dict[str, Any]:
        """The object that `new --json` prints."""
        return {
            "since": self.since.isoformat(),
            "ingested": self.ingested,
            "parties": list(self.parties),
            "groups": [
                {"party": group.party, "briefings": [item.to_json() for item in group.items]}
                for group in self.groups
            ],
            "undated": [item.to_json() for item in self.undated],
            "to_come": [item.to_json() for item in self.to_come],
        }
