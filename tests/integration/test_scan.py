"""A small home compares a question with every vector: exact, filtered, and the same in every process."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from tests.prepared import prepared
from vectorstore.encoder.embedding import Encoder
from vectorstore.filters import Filters
from vectorstore.scans import narrow, scan
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

TEXTS = {
    "cars": "The tariff on cars rose.\n\nCar makers protest against the duty.",
    "rice": "Rice farmers get a quota.\n\nThe quota for rice opens in May.",
    "steel": "Steel mills reopen.\n\nThe duty on steel is suspended.",
}

ASK = """
import sys
from pathlib import Path
from vectorstore.encoder.embedding import load_encoder
from vectorstore.settings import DEFAULT_ENCODER, HomeSettings
from vectorstore.store import Store
encoder = load_encoder(DEFAULT_ENCODER, Path(sys.argv[2]))
with Store.open(HomeSettings(Path(sys.argv[1])), encoder) as store:
    print(store.nearest(encoder.encode(["duty on cars"])[0], 9))
"""


def fill(store: Store, encoder: Encoder) -> None:
    store.replace([prepared(encoder, name, text) for name, text in TEXTS.items()])


def test_it_finds_what_the_vectors_say_in_their_order(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        fill(store, encoder)
        ids = store.catalogue.passage_ids()
        question = encoder.encode(["duty on cars"])[0]
        vectors = encoder.encode(list(store.catalogue.indexed(ids).values()))
        cosines = dict(zip(store.catalogue.indexed(ids), vectors @ question, strict=True))
        found = store.nearest(question, 4)
        assert [id for id, _ in found] == sorted(cosines, key=lambda id: -cosines[id])[:4]
        assert [score for _, score in found] == pytest.approx([cosines[id] for id, _ in found], abs=0.001)


def test_it_follows_every_change_and_filter(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        fill(store, encoder)
        question = encoder.encode(["rice quota"])[0]
        rice = store.catalogue.known()["rice"].id

        def briefings(filters: Filters | None = None) -> set[str]:
            return {id.partition(".")[0] for id, _ in store.nearest(question, 50, filters)}

        assert len(briefings()) == 3
        assert briefings(Filters(as_of=date(1987, 1, 1))) == set()
        store.remove(rice)
        assert len(briefings()) == 2
        assert rice not in briefings()


def test_a_large_home_asks_chroma_and_agrees(
    settings: HomeSettings, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(settings, encoder) as store:
        fill(store, encoder)
        question = encoder.encode(["steel duty"])[0]
        scanned = store.nearest(question, 4)
        monkeypatch.setattr(scan, "LARGEST", 5)  # of six passages
        asked: list[int] = []
        query = store.dense.query
        monkeypatch.setattr(store.dense, "query", lambda *given: asked.append(1) or query(*given))
        found = store.nearest(question, 4)
        assert asked
        assert [id for id, _ in found] == [id for id, _ in scanned]
        assert np.allclose([score for _, score in found], [score for _, score in scanned], atol=1e-4)


def test_a_filter_that_leaves_few_passages_of_a_large_home_has_these_compared_exactly(
    settings: HomeSettings, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {**TEXTS, "plums": "The duty on plums rose."}
    days = {name: date(2025, month, 1) for month, name in enumerate(texts, 1)}
    until = Filters(published_to=days["rice"])
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, name, text, days[name]) for name, text in texts.items()])
        question = encoder.encode(["steel duty"])[0]
        exact = store.nearest(question, 9, until)
        monkeypatch.setattr(scan, "LARGEST", 5)  # of seven passages
        monkeypatch.setattr(store.dense, "query", lambda *_: pytest.fail("Chroma was asked"))
        assert [id for id, _ in exact] == [id for id, _ in store.nearest(question, 9, until)]
        assert len(exact) == 4
        # What is at hand serves a narrower filter as well, and follows a change.
        only_cars = store.nearest(question, 9, Filters(published_to=days["cars"]))
        assert {id.partition(".")[0] for id, _ in only_cars} == {store.catalogue.known()["cars"].id}
        store.remove(store.catalogue.known()["cars"].id)
        assert len(store.nearest(question, 9, until)) == 2


def test_a_filter_that_leaves_many_is_pushed_down_into_chroma(
    settings: HomeSettings, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, name, text, date(2025, 1, 1)) for name, text in TEXTS.items()])
        question = encoder.encode(["steel duty"])[0]
        filters = Filters(as_of=date(2025, 2, 1))
        exact = store.nearest(question, 4, filters)
        monkeypatch.setattr(scan, "LARGEST", 5)
        monkeypatch.setattr(narrow, "LARGEST", 5)
        asked: list[Filters | None] = []
        query = store.dense.query
        monkeypatch.setattr(store.dense, "query", lambda v, n, f=None: asked.append(f) or query(v, n, f))
        assert [id for id, _ in store.nearest(question, 4, filters)] == [id for id, _ in exact]
        assert asked == [filters]


@pytest.mark.slow
def test_two_processes_print_the_same_to_the_last_digit(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        fill(store, encoder)
    command = [sys.executable, "-c", ASK, str(settings.home), str(settings.models)]
    printed = {
        subprocess.run(
            command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
        ).stdout
        for _ in range(2)
    }
    assert len(printed) == 1
    assert printed.pop().count("(") == 6


def test_repair_embeds_nothing(
    settings: HomeSettings, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(settings, encoder) as store:
        fill(store, encoder)
        embedded: list[str] = []
        encode = encoder.encode
        monkeypatch.setattr(
            encoder, "encode", lambda texts, *more: embedded.extend(texts) or encode(texts, *more)
        )
        store.repair()
        assert not [text for text in embedded if " " in text]  # single words: the vocabulary is learned anew
        assert store.verify() == []
