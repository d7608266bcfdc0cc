"""Two briefings for a store, and what is found of them."""

from vectorstore.filters import Filters
from vectorstore.store import Store

TALKS = "Japan and the United States met in Washington.\n\nNo agreement on cars was reached.\n\nTalks go on."
SOY = "China bought soybeans again.\n\nThe tariff on soybeans was cut to ten percent."


def found(store: Store, query: str, filters: Filters | None = None) -> tuple[set[str], set[str]]:
    """Return the keys of the briefings that each leg finds, through the catalogue as a search does."""
    vector = store.encoder.encode([query])[0]
    keys = {briefing.id: briefing.key for briefing in store.catalogue.briefings()}
    legs = (store.dense.query(vector, 50, filters), store.keywords.query(query, 50, filters))
    dense, keywords = (store.catalogue.passages([id for id, _ in hits]).values() for hits in legs)
    return {keys[p.briefing_id] for p in dense}, {keys[p.briefing_id] for p in keywords}
