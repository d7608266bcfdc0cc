"""Say what in a catalogue contradicts itself."""

from collections.abc import Iterator

from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.tables.slices import parts


def catalogue_problems(catalogue: Catalogue) -> Iterator[str]:
    """Say what is wrong in words; nothing when it is sound."""
    if left := catalogue.pending():
        yield f"{len(left)} passages are noted as half written"
    if lacking := catalogue.lacking_vectors():
        yield f"{len(lacking)} passages have no vector, for example {lacking[0]}"
    for part in parts(catalogue.passage_ids()):
        for id, passage in catalogue.passages(part).items():
            size = passage.end - passage.start
            if passage.start < 0 or size <= 0 or len(passage.text) != size:
                yield (
                    f"the passage {id} is characters {passage.start} to {passage.end}, which its text "
                    "does not have"
                )
    facts = catalogue.facts()
    for fact in facts.values():
        original = facts.get(fact.duplicate_of) if fact.duplicate_of else None
        if fact.duplicate_of and (original is None or original.duplicate_of):
            yield (
                f"the briefing {fact.id} is a duplicate of {fact.duplicate_of}, which is no original on file"
            )
