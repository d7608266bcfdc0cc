"""What narrows a search: dates, parties and publishers, the same for both indexes."""

from dataclasses import dataclass
from datetime import date

from vectorstore.briefing import Briefing
from vectorstore.facts import BriefingFacts


@dataclass(frozen=True, slots=True)
class Filters:
    """Which briefings a search may use; an unset field narrows nothing.

    `as_of`, `published_from` and `published_to` are inclusive calendar days, and any of them
    leaves undated briefings out. A briefing must carry all of `parties` and come from one of
    `publishers`, in upper or lower case; it must be one of `briefings`, which are ids.
    """

    as_of: date | None = None
    published_from: date | None = None
    published_to: date | None = None
    parties: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    briefings: tuple[str, ...] = ()

    @property
    def last_day(self) -> date | None:
        """The last day that a briefing may have been published on."""
        days = [day for day in (self.as_of, self.published_to) if day is not None]
        return min(days) if days else None

    @property
    def narrow(self) -> bool:
        """Whether anything is set at all."""
        return self != Filters()

    def allows(self, facts: BriefingFacts) -> bool:
        """Say whether a briefing may be used."""
        if facts.published is None:
            if self.last_day or self.published_from:
                return False
        elif (self.last_day and facts.published > self.last_day) or (
            self.published_from and facts.published < self.published_from
        ):
            return False
        if not set(self.parties) <= set(facts.parties):
            return False
        if self.briefings and facts.id not in self.briefings:
            return False
        return not self.publishers or folded(facts.publisher) in {folded(name) for name in self.publishers}


@dataclass(frozen=True, slots=True)
class Labels:
    """What both indexes keep beside a passage, so that they can filter."""

    briefing_id: str
    published: int | None
    parties: tuple[str, ...]
    publisher: str | None


def labels_of(briefing: Briefing | BriefingFacts) -> Labels:
    """Return the labels that every passage of `briefing` gets."""
    return Labels(
        briefing_id=briefing.id,
        published=day_number(briefing.published) if briefing.published else None,
        parties=briefing.parties,
        publisher=folded(briefing.publisher),
    )


def day_number(day: date) -> int:
    """Write a day as an integer that sorts like it: 2025-06-08 -> 20250608."""
    return day.year * 10_000 + day.month * 100 + day.day


def folded(name: str | None) -> str | None:
    """Return a publisher's name as it is compared, None when there is none."""
    return " ".join(name.casefold().split()) or None if name else None
