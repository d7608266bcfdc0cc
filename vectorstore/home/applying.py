"""Apply a planned change to a whole home: it becomes visible in one catalogue transaction, or not at all.

Before it, the passages that the change touches are noted as pending and written to the indexes, where no
searcher takes them for real yet; after it, the old ones are deleted. A crash in between leaves notes, and
the next opener deletes from the indexes whatever the catalogue does not hold.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace

from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.encoder.embedding import Encoder, Vectors
from vectorstore.errors import StorageError
from vectorstore.filters import Labels, labels_of
from vectorstore.home.changes import Plan
from vectorstore.indexes.pair import Indexes
from vectorstore.indexes.vocabulary import Vocabulary
from vectorstore.indexes.word_use import WordUse
from vectorstore.tables import vector_rows
from vectorstore.tables.rows import Entry

logger = logging.getLogger(__name__)


class Applying:
    """The parts of a home that a change is written to. The store's write lock guards it."""

    def __init__(
        self,
        catalogue: Catalogue,
        encoder: Encoder,
        indexes: Indexes,
        vocabulary: Vocabulary,
        word_use: WordUse,
    ) -> None:
        self._catalogue = catalogue
        self._encoder = encoder
        self._indexes = indexes
        self._vocabulary = vocabulary
        self._word_use = word_use

    def apply(self, plan: Plan, vectors: Mapping[str, Vectors]) -> None:
        """Carry out a plan; `vectors` are those of the passages of a briefing, by its id."""
        plan = self._with_vectors(plan, vectors)
        entries = [*plan.change.written, *plan.change.adopted]
        new = {id: text for entry in entries for id, text in _indexed(entry).items()}
        old = self._catalogue.indexed(plan.outdated)
        self._catalogue.note_pending([*new, *plan.outdated])
        try:
            self._vocabulary.learn(new.values())
            self._index(entries)
            self._indexes.keywords.commit()
            self._catalogue.apply(plan.change)
        finally:  # whether the change is visible by now or not: the catalogue says so
            try:
                self._word_use.follow(old, new)
                self.clean()
            except StorageError as error:
                logger.warning("Left for the next opener to clean up: %s", error)

    def clean(self) -> None:
        """Delete from the indexes what was noted and the catalogue does not hold; forget the notes."""
        noted = self._catalogue.pending()
        if not noted:
            return
        current = self._catalogue.passages(noted)
        self._indexes.delete([id for id in noted if id not in current])
        self._catalogue.clear_pending()

    def _with_vectors(self, plan: Plan, vectors: Mapping[str, Vectors]) -> Plan:
        """Put the vectors into a plan; passages that a duplicate takes over are embedded again."""

        def complete(entry: Entry) -> Entry:
            given = vectors.get(entry.briefing.id)
            if given is None or len(given) != len(entry.briefing.passages):
                given = self._encoder.encode(list(_indexed(entry).values()))
            return replace(entry, vectors=tuple(vector_rows.packed(given)))

        written, adopted = (tuple(map(complete, part)) for part in (plan.change.written, plan.change.adopted))
        return replace(plan, change=replace(plan.change, written=written, adopted=adopted))

    def _index(self, entries: Sequence[Entry]) -> None:
        """Write the passages to both indexes."""
        texts: dict[str, str] = {}
        labels: list[Labels] = []
        for entry in entries:
            texts |= _indexed(entry)
            labels += [labels_of(entry.briefing)] * len(entry.prefixes)
        self._indexes.write(texts, [vector for entry in entries for vector in entry.vectors], labels)


def _indexed(entry: Entry) -> dict[str, str]:
    """Return what is indexed of an entry's passages, by their ids."""
    passages = zip(entry.briefing.passages, entry.prefixes, strict=True)
    return {passage.id: prefix + passage.text for passage, prefix in passages}
