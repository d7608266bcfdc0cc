"""Whatever comes, changes and goes: each content is found once, under a briefing that carries it."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.prepared import prepared
from vectorstore.encoder.embedding import Encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Prepared, Store

KEYS = ("a", "b", "c", "d")
CONTENTS = (
    "Tariffs on cars rose.\n\nTalks go on.",
    "Soybeans were bought.",
    "Steel quotas ended.\n\nNo deal.",
)

batches = st.lists(
    st.one_of(
        st.dictionaries(st.sampled_from(KEYS), st.sampled_from(CONTENTS), min_size=1),
        st.sampled_from(KEYS),  # to be removed
    ),
    max_size=6,
)


CARS, SOY, _ = CONTENTS


@pytest.mark.slow
@example(steps=[{"a": CARS, "b": SOY}, {"a": SOY, "b": CARS}])  # two swap their texts
@example(steps=[{"a": CARS, "b": CARS, "c": CARS}, {"a": SOY, "d": CARS}, "b"])
@example(steps=[{"a": CARS, "b": CARS}, {"b": SOY, "a": SOY}, "a", {"c": SOY}, "b"])
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=batches)
def test_each_content_on_file_is_found_exactly_once(
    encoder: Encoder, models: Path, steps: Sequence[dict[str, str] | str]
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.open(HomeSettings(Path(folder), models=models), encoder) as store,
    ):
        on_file: dict[str, str] = {}
        for step in steps:
            if isinstance(step, str):
                if step in on_file:
                    store.remove(prepared(encoder, step, "").briefing.id)
                    del on_file[step]
            else:
                store.replace(as_an_ingest_prepares(store, step))
                on_file |= step
            texts = sorted(passage.text for passage in store.catalogue.passages(store.dense.ids()).values())
            expected = sorted(part for text in set(on_file.values()) for part in text.split("\n\n"))
            assert texts == expected
            assert {known.id: key for key, known in store.catalogue.known().items()}.keys() == {
                prepared(encoder, key, "").briefing.id for key in on_file
            }
            for facts in store.catalogue.facts().values():
                if facts.duplicate_of:
                    assert store.catalogue.facts()[facts.duplicate_of].content_hash == facts.content_hash
            assert store.verify() == []


def as_an_ingest_prepares(store: Store, texts: dict[str, str]) -> list[Prepared]:
    """Link a text to what is on file or earlier in the batch; leave out what is on file as it is."""
    known = store.catalogue.known()
    originals: dict[str, str] = {}
    batch: list[Prepared] = []
    for key, text in texts.items():
        new = prepared(store.encoder, key, text)
        content = new.briefing.content_hash
        if key in known and known[key].content_hash == content:
            continue
        if original := originals.get(content) or store.catalogue.by_hash(content):
            batch.append(prepared(store.encoder, key, text, duplicate_of=original))
        else:
            originals[content] = new.briefing.id
            batch.append(new)
    return batch
