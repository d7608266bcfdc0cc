"""Say of a citation which other briefings on file hold the very words: re-issues and copies of its own."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Citation
from vectorstore.filters import Filters
from vectorstore.indexes.analysis import plain
from vectorstore.store import Store


def with_also_in(
    store: Store,
    citations: Sequence[Citation],
    filters: Filters = Filters(),  # noqa: B008  # frozen
) -> tuple[Citation, ...]:
    """Add the sources that hold a citation's quote too, of those that the filters allow."""
    others = others_of(store, [citation.briefing_id for citation in citations], filters)
    wanted = [id for ids in others.values() for id in ids]
    briefings = store.versions.briefings(wanted, filters.as_of) if wanted else {}
    found = []
    for citation in citations:
        same = [briefings[id] for id in others[citation.briefing_id] if id in briefings]
        words = plain(citation.quote)
        found.append(replace(citation, also_in=tuple(b.source for b in same if words in plain(b.text))))
    return tuple(found)


def others_of(
    store: Store,
    ids: Sequence[str],
    filters: Filters = Filters(),  # noqa: B008  # frozen
) -> dict[str, list[str]]:
    """Return for each briefing the near-duplicates and copies that the filters allow, by their sources."""
    facts = store.versions.facts(filters.as_of)
    originals = {id: of.duplicate_of or id for id, of in facts.items()}
    wanted = {originals.get(id, id) for id in ids}
    copies: dict[str, list[str]] = {}
    for id, original in originals.items():
        if original in wanted:
            copies.setdefault(original, []).append(id)
    found = {}
    for id in ids:
        mates = [*store.near.others(id), *copies.get(originals.get(id, id), ())]
        allowed = {other for other in mates if other in facts and filters.allows(facts[other])} - {id}
        found[id] = sorted(allowed, key=lambda other: facts[other].source)
    return found
