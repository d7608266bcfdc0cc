"""Correct what a briefing on file says about itself, as a person says it; later ingests leave that alone."""

from dataclasses import replace

from ingest.maintenance.completing import complete
from ingest.maintenance.correction import Corrected, Correction
from ingest.preparing.batch import cut, prepare
from ingest.preparing.intake import LONGEST_TITLE, content_hash
from ingest.text.parties import parties_of
from vectorstore.briefing import Briefing
from vectorstore.errors import BriefingsError
from vectorstore.store import Prepared, Store


def correct(store: Store, briefing_id: str, correction: Correction) -> Corrected:
    """Store a correction in one step, embedding the passages anew; a date is that of all versions.

    The corrected briefing is a new version, so that `show` tells what was there before.
    """
    before = store.catalogue.briefing(briefing_id)

    def made() -> list[Prepared]:
        corrected = _corrected(store.catalogue.briefing(before.id), correction)
        original = store.catalogue.by_hash(corrected.content_hash)
        if original not in (None, before.id):
            return prepare(store, [(replace(corrected, duplicate_of=original), ())])
        return prepare(store, [cut(corrected, store.encoder)])

    store.replace_with(made)
    complete(store)
    return Corrected(before, store.catalogue.briefing(before.id))


def _corrected(briefing: Briefing, correction: Correction) -> Briefing:
    title, publisher = briefing.title, briefing.publisher
    corrected = set(briefing.corrected)
    if correction.title is not None:
        title = " ".join(correction.title.split())[:LONGEST_TITLE]
        corrected.add("title")
        if not title:
            raise BriefingsError("The title is empty. Give the words that people know the briefing by.")
    if correction.publisher is not None:
        publisher = " ".join(correction.publisher.split()) or None
        corrected.add("publisher")
    dated = correction.undated or correction.published is not None
    published = correction.published if dated else briefing.published
    return replace(
        briefing,
        title=title,
        publisher=publisher,
        published=published,
        published_from="person" if dated else briefing.published_from,
        content_hash=content_hash(title, briefing.text, published, publisher),
        parties=parties_of(title, briefing.text),
        corrected=tuple(sorted(corrected)),
        duplicate_of=None,
        known_from=None,
    )
