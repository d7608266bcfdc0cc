"""Find the acts that a briefing announces without their numbers: they come at its time, and are like it.

A fact sheet on an order, a story on a regulation.
"""

from collections.abc import Iterator, Sequence, Set
from datetime import timedelta

from assistant.choosing.evidence import Evidence
from assistant.reading.acts import Act
from assistant.reading.rates import rates_in
from assistant.superseding.own_acts import OwnActs
from assistant.superseding.remembered import Remembered
from vectorstore.briefing import Passage
from vectorstore.encoder.embedding import Vectors
from vectorstore.facts import BriefingFacts
from vectorstore.filters import Filters
from vectorstore.store import Store

BEFORE, AROUND = (0, -1), (0, -1, 1)  # days from what announces an act
ALIKE = 0.7  # cosine of a passage to the one most like it of an act; orders of one day on other goods have .6


class Announced:
    """The acts that sentences rest on, where these name none; remembered. Any thread may ask."""

    def __init__(self, store: Store, own: OwnActs) -> None:
        self._store = store
        self._own = own
        self._known: Remembered[frozenset[Act]] = Remembered(store)

    def of(self, e: Evidence, filters: Filters) -> frozenset[Act]:
        """Return the acts that the briefing most like a passage is or is about, of its day or the day before.

        It states a rate of the sentence, where both state any.
        """
        rates = frozenset(rates_in(e.said))
        key = (e.hit.facts.id, e.hit.passage.id, rates, filters)
        return self._known.get(key, lambda: self._found(e.hit.facts, e.hit.passage, rates, filters))

    def alike(self, e: Evidence, filters: Filters) -> list[BriefingFacts]:
        """Return the briefings of a day around that tell of what a sentence does, the most alike first."""
        facts, rates = e.hit.facts, frozenset(rates_in(e.said))
        return [of for of, _ in self._alike(facts, e.hit.passage, rates, filters, AROUND)]

    def _found(
        self, facts: BriefingFacts, passage: Passage, rates: Set[float], filters: Filters
    ) -> frozenset[Act]:
        for of, text in self._alike(facts, passage, rates, filters, BEFORE):
            if acts := self._own.of(of, text):
                return acts
        return frozenset()

    def _alike(
        self, facts: BriefingFacts, passage: Passage, rates: Set[float], filters: Filters, days: Sequence[int]
    ) -> Iterator[tuple[BriefingFacts, str]]:
        """Yield the briefings most like a passage, of those so many days from it, with their texts."""
        if facts.published is None:
            return
        near = [facts.published + timedelta(day) for day in days]
        of_its_time = [
            of
            for id, of in self._store.versions.facts(filters.as_of).items()
            if of.published in near and id != facts.id and filters.allows(of)
        ]
        if not of_its_time:
            return
        meaning = self._store.encoder.encode([f"{facts.title}\n{passage.text}"])[0]
        alike = sorted(((self._likeness(of, meaning), of.id, of) for of in of_its_time), reverse=True)
        for likeness, id, of in alike:
            if likeness < ALIKE:
                break
            text = self._store.versions.briefings([id], filters.as_of)[id].text
            if _agree(rates_in(text), rates):
                yield of, text

    def _likeness(self, of: BriefingFacts, meaning: Vectors) -> float:
        passages = [passage.id for passage in self._store.versions.passages_of(of)]
        return max(self._store.cosines(meaning, passages).values(), default=0.0)


def _agree(one: Set[float], other: Set[float]) -> bool:
    """Whether two texts state a rate in common; what states none agrees with any."""
    return not (one and other) or not one.isdisjoint(other)
