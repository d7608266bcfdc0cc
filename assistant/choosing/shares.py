"""Count the shares of all briefings that concern each party, and that each publisher has.

What nearly every briefing is about, or is published by, tells nothing. Remembered until the next change.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.asking.subject import OMNIPRESENT
from vectorstore.facts import BriefingFacts
from vectorstore.store import Store


@dataclass(frozen=True, slots=True)
class _Counted:
    """The shares of one generation of the catalogue, each 0 to 1."""

    generation: int
    parties: Mapping[str, float]
    publishers: Mapping[str, float]


class Shares:
    """Shares of the briefings of one open home, in their current versions. Any thread may ask."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._counted = _Counted(-1, {}, {})

    @property
    def parties(self) -> Mapping[str, float]:
        """Party code -> share; a party that no briefing concerns is left out."""
        return self._now().parties

    @property
    def publishers(self) -> Mapping[str, float]:
        """Publisher -> share."""
        return self._now().publishers

    @property
    def usual(self) -> frozenset[str]:
        """The parties that most briefings concern."""
        return frozenset(party for party, share in self.parties.items() if share >= OMNIPRESENT)

    def _now(self) -> _Counted:
        counted, generation = self._counted, self._store.catalogue.generation
        if counted.generation != generation:
            facts = list(self._store.catalogue.facts().values())
            counted = _Counted(generation, *_counted(facts))
            self._counted = counted
        return counted


def _counted(facts: list[BriefingFacts]) -> tuple[dict[str, float], dict[str, float]]:
    parties = Counter(party for of in facts for party in of.parties)
    publishers = Counter(of.publisher for of in facts if of.publisher)
    return _share_of(len(facts), parties), _share_of(len(facts), publishers)


def _share_of(briefings: int, counts: Mapping[str, int]) -> dict[str, float]:
    return {name: count / briefings for name, count in counts.items()}
