"""Find the briefings that are on a subject throughout, not those that only name it."""

from collections import Counter
from collections.abc import Set
from datetime import date

from assistant.reading.statements import instruments_in
from ingest.text.parties import parties_in
from vectorstore.facts import BriefingFacts
from vectorstore.filters import Filters
from vectorstore.indexes.analysis import analyse
from vectorstore.store import Store

PASSAGES = 60  # that name it best
SHARE = 0.5  # of a briefing's passages that name all of it
MOST = 6  # briefings


def briefings_on(subject: Set[str], store: Store, filters: Filters) -> list[BriefingFacts]:
    """Return the dated briefings of which SHARE of the passages name all terms of `subject`, oldest first.

    At most MOST of them, those that name it in most passages.
    """
    found = [id for id, _ in store.keywords.query(" ".join(sorted(subject)), PASSAGES, filters)]
    naming = Counter(
        p.briefing_id for p in store.versions.passages(found).values() if subject <= {*analyse(p.text)}
    )
    facts = store.versions.facts(filters.as_of)
    on_it: list[BriefingFacts] = []
    for id, count in naming.most_common():
        of = facts.get(id)
        usable = of is not None and of.published is not None and filters.allows(of)
        if of and usable and count >= SHARE * len(store.versions.passages_of(of)):
            on_it.append(of)
        if len(on_it) == MOST:
            break
    return sorted(on_it, key=lambda of: of.published or date.max)


def titled_on(
    parties: Set[str], instruments: Set[str], store: Store, filters: Filters
) -> list[BriefingFacts]:
    """Return the dated briefings whose titles name a trade measure and these parties alone, oldest first.

    At most MOST of them, the newest.
    """
    found = [
        of
        for of in store.versions.facts(filters.as_of).values()
        if of.published and filters.allows(of) and instruments_in(of.title) & instruments
        if (named := parties_in(of.title) - {"US"}) and named <= parties
    ]
    return sorted(found, key=lambda of: of.published or date.max)[-MOST:]
