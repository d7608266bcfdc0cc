"""Count the shares of all briefings that concern each party, and that each publisher has.

What nearly every briefing is about, or is published by, tells nothing. As of a day the briefings of that day
are counted: nothing published later has a part in what is answered. Remembered until the next change.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.asking.subject import OMNIPRESENT
from vectorstore.facts import BriefingFacts
from vectorstore.filters import Filters
from vectorstore.store import Store


@dataclass(frozen=True, slots=True)
class Counted:
    """The shares of the briefings seen on a day, each 0 to 1; a party that none concerns is left out."""

    parties: Mapping[str, float]
    publishers: Mapping[str, float]

    @property
    def usual(self) -> frozenset[str]:
        """The parties that most briefings concern."""
        return frozenset(party for party, share in self.parties.items() if share >= OMNIPRESENT)


class Shares:
    """Shares of the briefings of one open home. Any thread may ask."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[tuple[int, date | None], Counted] = {}

    def of(self, as_of: date | None = None) -> Counted:
        """Return the shares as of a day; without one, of the current versions, undated ones too."""
        key = (self._store.catalogue.generation, as_of)
        if (known := self._known.get(key)) is None:
            facts, seen = self._store.versions.facts(as_of), Filters(as_of=as_of)
            known = _counted([of for of in facts.values() if seen.allows(of)])
            now = (key[0], None)  # is asked for between the days
            self._known = {key: known} | {of: self._known[of] for of in self._known if of == now}
        return known


def _counted(facts: Sequence[BriefingFacts]) -> Counted:
    parties = Counter(party for of in facts for party in of.parties)
    publishers = Counter(of.publisher for of in facts if of.publisher)
    return Counted(_share_of(len(facts), parties), _share_of(len(facts), publishers))


def _share_of(briefings: int, counts: Mapping[str, int]) -> dict[str, float]:
    return {name: count / briefings for name, count in counts.items()}
