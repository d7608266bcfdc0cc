"""Make briefings ready to be stored: cut, embed, and compare with what they may be re-issues of."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from ingest.preparing.chunking import embedded_text, passages_of
from ingest.preparing.duplicates import near_ones, sketch_of
from ingest.text.events import events_in
from vectorstore.briefing import Briefing
from vectorstore.encoder.embedding import Encoder
from vectorstore.store import Prepared, Store
from vectorstore.tables.near_rows import Sketch

SLICE = 64  # passages embedded between two looks at whether one is to stop: a second on 2 cores, 5 busy ones
WHOLE = 192  # passages embedded in one go: those of most batches; slices of it pad more


def cut(briefing: Briefing, encoder: Encoder) -> tuple[Briefing, tuple[str, ...]]:
    """Return a briefing with its passages, and what is embedded and indexed of each."""
    passages = tuple(
        replace(passage, events=tuple(events_in(passage.text, briefing.published, passage.start)))
        for passage in passages_of(briefing, encoder.word_pieces, encoder.window)
    )
    briefing = replace(briefing, passages=passages)
    return briefing, tuple(embedded_text(briefing, passage) for passage in passages)


def prepare(store: Store, batch: Sequence[tuple[Briefing, Sequence[str]]]) -> list[Prepared]:
    """Embed the passages of a batch together and find the near-duplicates of its briefings."""
    preparing = prepare_in_steps(store, batch)
    while True:
        try:
            next(preparing)
        except StopIteration as done:
            prepared: list[Prepared] = done.value
            return prepared


def prepare_in_steps(
    store: Store, batch: Sequence[tuple[Briefing, Sequence[str]]]
) -> Generator[int, None, list[Prepared]]:
    """Do so, and yield how many passages are embedded, now and then: closing it there stops it."""
    texts = [text for _, indexed in batch for text in indexed]
    size = SLICE if len(texts) > WHOLE else len(texts) or 1
    slices = []
    for start in range(0, len(texts), size):
        if start or size == SLICE:
            yield start
        slices.append(store.encoder.encode(texts[start : start + size]))
    vectors = np.concatenate(slices) if slices else store.encoder.encode([])
    sketches = sketched(store, {briefing.id: briefing.text for briefing, _ in batch})
    prepared = []
    at = 0
    for briefing, indexed in batch:
        end = at + len(indexed)
        prepared.append(Prepared(briefing, vectors[at:end], tuple(indexed), sketches[briefing.id]))
        at = end
    return prepared


def sketched(store: Store, texts: Mapping[str, str]) -> dict[str, Sketch]:
    """Sketch texts by briefing, and find the near-duplicates of each on file and among those before it."""
    sketches = {id: sketch_of(text) for id, text in texts.items()}
    on_file = store.near.sketches(sorted({sketch.facts for sketch in sketches.values()}))
    known: dict[str, dict[str, Sketch]] = {}  # by facts: only those of equal facts can be near
    for id, sketch in on_file.items():
        if id not in texts:
            known.setdefault(sketch.facts, {})[id] = sketch

    def read(ids: Sequence[str]) -> dict[str, str]:
        stored = store.catalogue.current([id for id in ids if id not in texts])
        return {
            id: texts[id] if id in texts else stored[id].text for id in ids if id in texts or id in stored
        }

    found: dict[str, Sketch] = {}
    for id, sketch in sketches.items():
        others = known.setdefault(sketch.facts, {})
        found[id] = replace(sketch, near=tuple(near_ones(texts[id], sketch, others, read)))
        others[id] = sketch
    return found
