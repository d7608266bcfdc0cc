"""What kill -9, a failing disk and a damaged folder leave behind."""

import shutil

import pytest
from sqlalchemy import event

from tests.prepared import prepared
from vectorstore.encoder.embedding import Encoder
from vectorstore.errors import StorageError
from vectorstore.filters import labels_of
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

TEXT = "Round {n} of the talks ended.\n\nTariffs on item {n} rose.\n\nA new round follows."


@pytest.mark.slow
@pytest.mark.parametrize(
    "broken",
    [
        "vocabulary.learn",
        "dense.upsert",
        "keywords.add",
        "keywords.commit",
        "catalogue.apply",
        "dense.delete",
    ],
)
def test_a_step_that_fails_leaves_the_store_as_it_was_and_a_retry_works(
    settings: HomeSettings, encoder: Encoder, broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, "a", TEXT.format(n=1))])
        part, method = broken.split(".")
        calls: list[int] = []

        def fail(*_: object) -> None:
            calls.append(1)
            raise StorageError("No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(getattr(store, part), method, fail)
            batch = [prepared(encoder, "a", TEXT.format(n=2)), prepared(encoder, "b", TEXT.format(n=3))]
            if broken == "dense.delete":
                store.replace(batch)  # visible by then: what is left to delete waits for the next opener
                assert store.catalogue.briefings()[0].version == 2
            else:
                with pytest.raises(StorageError, match="No space"):
                    store.replace(batch)
                assert store.catalogue.known().keys() == {"a"}
                assert store.catalogue.briefings()[0].version == 1
                assert len(store.catalogue.passages([id for id, _ in store.keywords.query("round", 50)])) == 2
        assert calls
    with Store.open(settings, encoder) as store:
        assert store.verify() == []
        store.replace(batch)
        assert store.verify() == []
        assert store.catalogue.passage_count() == 6


def test_a_crash_before_the_switch_is_cleaned_by_the_next_opener(
    settings: HomeSettings, encoder: Encoder
) -> None:
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, "a", TEXT.format(n=1))])
        half = prepared(encoder, "b", TEXT.format(n=2))
        ids = [passage.id for passage in half.briefing.passages]
        store.catalogue.note_pending(ids)
        store.dense.upsert(ids, half.vectors, [labels_of(store.catalogue.briefings()[0])] * 3)
        assert any("not on file" in problem for problem in store.verify())
    with Store.open(settings, encoder) as store:
        assert store.verify() == []
        assert store.dense.size == 3


def test_a_removal_that_was_cut_off_before_its_commit_can_be_done_again(
    settings: HomeSettings, encoder: Encoder
) -> None:
    commit = settings.home / "keywords" / "meta.json"
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, key, TEXT.format(n=n)) for n, key in enumerate("ab")])
        first, second = store.catalogue.briefings()
    before = commit.read_bytes()
    with Store.open(settings, encoder) as store:
        store.keywords.delete([passage.id for passage, _ in store.catalogue.passages_of(first.id)])
        store.keywords.commit()
    commit.write_bytes(before)  # all but the commit itself was on the disk
    with Store.open(settings, encoder) as store:
        store.remove(first.id)
        assert store.verify() == []
        assert [briefing.id for briefing in store.catalogue.briefings()] == [second.id]


@pytest.mark.parametrize("folder", ["chroma", "keywords"])
def test_a_deleted_index_is_rebuilt_from_the_catalogue(
    settings: HomeSettings, encoder: Encoder, folder: str
) -> None:
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, str(n), TEXT.format(n=n)) for n in range(3)])
        before = (
            store.keywords.query("item 2", 9),
            [id for id, _ in store.dense.query(encoder.encode(["x"])[0], 9)],
        )
    shutil.rmtree(settings.home / folder)
    with Store.open(settings, encoder) as store:
        assert store.verify() == []
        after = (
            store.keywords.query("item 2", 9),
            [id for id, _ in store.dense.query(encoder.encode(["x"])[0], 9)],
        )
        assert after == before


def test_verify_says_what_is_missing_and_repair_brings_it_back(
    settings: HomeSettings, encoder: Encoder
) -> None:
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, str(n), TEXT.format(n=n)) for n in range(3)])
        ids = store.catalogue.passage_ids()
        store.dense.delete(ids[:2])
        store.keywords.delete(ids[2:3])
        store.keywords.commit()
        problems = store.verify()
        assert "2 of 9 passages are missing from the vectors" in problems[0]
        assert "1 of 9 passages are missing from the keyword index" in problems[1]
        assert store.repair() == [
            "wrote the vectors of 9 passages again",
            "indexed the words of 9 passages again",
            "learned 11 words again",
        ]
        assert store.verify() == []


def test_what_is_acknowledged_is_on_the_disk(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        modes: list[tuple[str, int]] = []

        @event.listens_for(store.catalogue._engine, "checkout")
        def look(connection: object, *_: object) -> None:
            cursor = connection.cursor()  # type: ignore[attr-defined]
            journal = cursor.execute("PRAGMA journal_mode").fetchone()[0]
            modes.append((journal, cursor.execute("PRAGMA synchronous").fetchone()[0]))

        store.replace([prepared(encoder, "a", TEXT.format(n=1))])
        assert set(modes) == {("wal", 2)}  # 2 is FULL
