"""Tell beside where talks with a party stand what its goods are charged since, and what has ended of that.

"Status of Japan-US talks": a duty that was set on Japan's goods last week, or ended, is where they stand,
though no talks are told of with it and its briefing is about many.
"""

from dataclasses import replace
from datetime import date

from assistant.asking.where_asked import on_its_duty, party_asked
from assistant.choosing.evidence import Evidence
from assistant.kinds.charged import OF_ANY_ORIGIN, find_charged
from assistant.kinds.latest import asks_of_pact
from assistant.steps.still_held import StillHeld
from assistant.steps.work import Work
from assistant.superseding.one_measure import said_by
from vectorstore.store import Store

SENTENCES = 2  # told at most of what was set since


class ChargedSince:
    """Looks for what a party is charged, over one open home."""

    def __init__(self, store: Store, still_held: StillHeld) -> None:
        self._store = store
        self._still_held = still_held

    def told(self, work: Work) -> Work:
        """Put first what was set on the party's goods after the latest that is told, or has ended since.

        Where a pact is asked about, what has ended alone: other duties are no news of it.
        """
        party = party_asked(work.question)
        if party is None or not work.shown or work.charged:
            return work
        asked = on_its_duty(work.question, party, work.today)
        found = find_charged(self._store, asked, work.filters)
        if found is None:
            return work
        briefings = {**work.briefings, **found.briefings}
        charged = replace(
            work,
            question=asked,
            briefings=briefings,
            evidence=found.evidence,
            shown=found.shown,
            charged=True,
            ending=None,
        )
        held = self._still_held.charged(charged)
        before = [*_ended(work), *work.evidence[: work.shown]]
        told = [*_ended(held), *(e for e in held.evidence[: held.shown] if e.score >= OF_ANY_ORIGIN)]
        if asks_of_pact(work.question):
            told = [e for e in told if said_by(e).ended]
        since = [replace(e, leads=False) for e in told if _day(e) > _day(before[0])][:SENTENCES]
        if not since:
            return work
        hits = {e.hit.passage.id: e.hit for e in since} | {hit.passage.id: hit for hit in work.hits}
        return replace(
            work,
            hits=tuple(hits.values()),
            briefings={**held.briefings, **briefings},
            evidence=(*since, *before, *work.evidence[work.shown :]),
            shown=len(since) + len(before),
            ending=None,
        )


def _ended(work: Work) -> list[Evidence]:
    return [replace(work.ending.evidence, leads=False)] if work.ending else []


def _day(e: Evidence) -> date:
    return e.hit.facts.published or date.min
