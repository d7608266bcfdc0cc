"""Put first what a later briefing says to have ended, where an answer rests on it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from assistant.acts import Act, acts_in
from assistant.announced import Announced
from assistant.asked import others_than_us
from assistant.endings import Ending, acts_asked_of, acts_behind, asks_still, ending_hits, ending_of
from assistant.evidence import Evidence
from assistant.judging import Judging
from assistant.own_acts import OwnActs
from assistant.work import Work
from vectorstore.store import Store


class StillHeld:
    """Looks for what has ended of what was found, over one open home."""

    def __init__(self, store: Store, judging: Judging) -> None:
        self._store = store
        self._judging = judging
        self._acts = OwnActs(store)
        self._announced = Announced(store, self._acts)

    def charged(self, work: Work) -> Work:
        """Say what has ended of the newest sentence shown; leave out older ones of which something has."""
        newest = self.with_ending(work)
        if newest.ending or work.shown == 1 or len(others_than_us(work.question)) > 1:
            return newest
        before = self.with_ending(replace(work, evidence=work.evidence[1:]))
        return replace(work, shown=1) if before.ending else work

    def with_ending(self, work: Work) -> Work:
        """Put first what a later briefing says to have ended, where the evidence rests on it."""
        ended = self._ended(work, acts_behind(work.evidence, work.texts, self._acts))
        if not asks_still(work.question):
            return ended
        if not ended.ending:
            behind = acts_asked_of(work.question, work.evidence, lambda e: self._resting_on(work, e))
            ended = self._ended(work, behind)
        return _led_by_its_end(ended, ended.ending) if ended.ending else work

    def _resting_on(self, work: Work, e: Evidence) -> frozenset[Act]:
        facts = e.hit.facts
        named = acts_in(e.said) | self._acts.of(facts, work.texts.get(facts.id, ""))
        return named or self._announced.of(e, work.filters)

    def _ended(self, work: Work, behind: Mapping[Act, tuple[Evidence, ...]]) -> Work:
        """Put first what a later briefing says to have ended of these acts; the same work where none does."""
        found = ending_hits(behind, work.question, work.filters, self._store) if behind else []
        if not found:
            return work
        hits = [hit for hit, _ in found]
        briefings = self._store.versions.briefings(list({hit.facts.id for hit in hits}), work.question.as_of)
        said = self._judging.of_hits(replace(work, hits=tuple(hits), briefings=briefings))
        newest = max(said, key=lambda e: (e.hit.facts.published or date.min, e.score))
        act = next(act for hit, act in found if hit.passage.sentences == newest.hit.passage.sentences)
        ending = ending_of(newest, act, behind[act])
        return replace(
            work,
            question=replace(work.question, latest=True, periods=()),
            briefings={**briefings, **work.briefings},
            ending=ending,
        )


def _led_by_its_end(work: Work, ending: Ending) -> Work:
    """Put the end first, whatever was told later: that is on something else, or looks back.

    Where an answer is made of the newest sentences alone, those are left out.
    """
    day = ending.evidence.hit.facts.published or date.max
    shown = [e for e in work.evidence[: work.shown] if (e.hit.facts.published or date.min) <= day]
    return replace(
        work,
        ending=replace(ending, evidence=replace(ending.evidence, leads=True)),
        evidence=(*shown, *work.evidence[work.shown :]),
        shown=len(shown),
    )
