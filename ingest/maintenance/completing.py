"""Give briefings on file what they lack since they were taken in: sketches, passages of earlier versions.

Homes of an older schema lack them, and earlier versions of a briefing that a person dated anew.
"""

import logging

from ingest.preparing.batch import cut, sketched
from vectorstore.store import Store

logger = logging.getLogger(__name__)

PART = 256  # briefings sketched at a time


def complete(store: Store) -> None:
    """Add what is lacking, each part in a step of its own; nothing is done where nothing lacks."""
    lacking = store.near.lacking()
    if len(lacking) > PART:
        logger.warning("Comparing %s briefings with each other, once", len(lacking))
    for at in range(0, len(lacking), PART):
        briefings = store.catalogue.current(lacking[at : at + PART])
        store.near.add(sketched(store, {id: briefing.text for id, briefing in briefings.items()}))
    for version in store.versions.uncut():
        briefing, indexed = cut(version, store.encoder)
        passages = zip(briefing.passages, indexed, strict=True)
        prefixes = [text[: len(text) - len(passage.text)] for passage, text in passages]
        store.versions.add(briefing, prefixes, store.encoder.encode(indexed))
