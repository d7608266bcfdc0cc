"""Tell beside where things stand with a party what its goods are charged since, and what has ended of that.

"Where do things stand with Japan": a duty that was set on Japan's goods last week, or ended, is of it, though
no dealing is told with it and its briefing is about many.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from assistant.asking.where_asked import on_its_duty, party_asked, party_of_news
from assistant.choosing.evidence import Evidence
from assistant.kinds.charged import OF_ANY_ORIGIN, ONE_OF_OTHERS, find_charged
from assistant.kinds.latest import narrowed
from assistant.steps.still_held import StillHeld
from assistant.steps.work import Work
from vectorstore.store import Store

SENTENCES = 2  # told at most of what was set since
WORDS = 160  # of an answer with it: how things stood before has its own length, and that of an act is long


class ChargedSince:
    """Looks for what a party is charged, over one open home."""

    def __init__(self, store: Store, still_held: StillHeld) -> None:
        self._store = store
        self._still_held = still_held

    def told(self, work: Work) -> Work:
        """Put first what was set on the party's goods after the latest that is told, or has ended since.

        Asked for the news of a period, within that.
        """
        party = party_asked(work.question) or party_of_news(work.question)
        if party is None or not work.shown or work.charged:
            return work
        asked = on_its_duty(work.question, party, work.today)
        within = narrowed(work.question, work.filters)
        found = find_charged(self._store, asked, within)
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
        least = ONE_OF_OTHERS if party_of_news(work.question) else OF_ANY_ORIGIN
        told = [*_ended(held), *(e for e in held.evidence[: held.shown] if e.score >= least)]
        newer = (e for e in told if e.published > before[0].published and within.allows(e.hit.facts))
        since = [replace(e, leads=False) for e in newer][:SENTENCES]
        if not since:
            return work
        told = _within([*since, *before], len(since) + 1)
        rest = [e for e in before if e not in told]
        hits = {e.hit.passage.id: e.hit for e in since} | {hit.passage.id: hit for hit in work.hits}
        return replace(
            work,
            hits=tuple(hits.values()),
            briefings={**held.briefings, **briefings},
            evidence=(*told, *rest, *work.evidence[work.shown :]),
            shown=len(told),
            ending=None,
        )


def _within(told: Sequence[Evidence], least: int) -> list[Evidence]:
    """Return the first `least` sentences, and as many behind them as an answer has room for."""
    words = list(accumulate(e.words for e in told))
    return [e for at, e in enumerate(told) if at < least or words[at] <= WORDS]


def _ended(work: Work) -> list[Evidence]:
    return [replace(work.ending.evidence, leads=False)] if work.ending else []
