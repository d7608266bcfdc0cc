"""Take a removed briefing in again, from what was on file of it."""

from dataclasses import replace

from ingest.maintenance.completing import complete
from ingest.preparing.batch import cut, prepare
from vectorstore.briefing import Briefing
from vectorstore.store import Prepared, Store


def restore(store: Store, briefing: Briefing) -> Briefing:
    """Store a briefing as it was, with its id, version, source, dates and corrections, embedding it anew.

    Only the version that it is comes back. Where it is on file again by now, nothing changes.
    """

    def made() -> list[Prepared]:
        if briefing.id in store.catalogue.facts():
            return []
        original = store.catalogue.by_hash(briefing.content_hash)
        bare = replace(briefing, duplicate_of=original, versions=(), also_in=(), passages=())
        [prepared] = prepare(store, [(bare, ()) if original else cut(bare, store.encoder)])
        return [replace(prepared, version=briefing.version)]

    store.replace_with(made)
    complete(store)
    return store.catalogue.briefing(briefing.id)
