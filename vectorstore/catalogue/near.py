"""Near-duplicates on file, and the groups they make.

Pairs are stored, not groups: when a member goes its pairs go, and those that are left make the
groups anew. Which two briefings are a pair is `ingest.preparing.duplicates`' business.
"""

import threading
from collections.abc import Iterable, Mapping, Sequence

from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.tables import near_rows
from vectorstore.tables.near_rows import Sketch
from vectorstore.tables.slices import sliced


class Near:
    """The sketches and groups of an open catalogue. Any thread may read."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._groups: tuple[int, dict[str, tuple[str, ...]]] | None = None
        self._lock = threading.Lock()

    def groups(self) -> dict[str, tuple[str, ...]]:
        """Return for each briefing that has near-duplicates its whole group; kept until the next change."""
        with self._lock:
            generation = self._catalogue.generation
            if self._groups is None or self._groups[0] != generation:
                pairs = [(row.briefing_id, row.other_id) for row in self._catalogue.read(near_rows.PAIRS)]
                self._groups = (generation, groups_of(pairs))
            return self._groups[1]

    def others(self, briefing_id: str) -> list[str]:
        """Return the ids of a briefing's near-duplicates."""
        return [id for id in self.groups().get(briefing_id, ()) if id != briefing_id]

    def sketches(self, facts: Sequence[str]) -> dict[str, Sketch]:
        """Return the sketches with any of these digests of facts, by briefing."""
        parts = [near_rows.with_facts(part) for part in sliced(facts)]
        rows = [row for part in parts for row in self._catalogue.read(part)]
        return {row.briefing_id: Sketch(row.facts, row.smallest) for row in rows}

    def lacking(self) -> list[str]:
        """Return the briefings without a sketch: those of a home older than schema version 6."""
        return [row.id for row in self._catalogue.read(near_rows.LACKING)]

    def add(self, sketches: Mapping[str, Sketch]) -> None:
        """Write the sketches and pairs of briefings that have none."""
        with self._catalogue.writing() as connection:
            near_rows.write(connection, sketches)
        self._catalogue.generation += 1


def groups_of(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return for each briefing in a pair its whole group, by id.

    >>> groups_of([("a", "b"), ("b", "d"), ("x", "y")])["d"]
    ('a', 'b', 'd')
    """
    group: dict[str, set[str]] = {}
    for one, other in pairs:
        joined = group.get(one, {one}) | group.get(other, {other})
        group |= dict.fromkeys(joined, joined)
    return {id: tuple(sorted(members)) for id, members in group.items()}


__all__ = ["Near", "Sketch", "groups_of"]
