import threading
from typing import Any

import pytest

from tests.prepared import prepared
from vectorstore.conversations.keeping import Conversations
from vectorstore.encoder.embedding import Encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store
from vectorstore.tables import version_rows


@pytest.mark.slow
def test_searches_go_on_beside_a_writer_and_never_see_half_a_batch(
    settings: HomeSettings, encoder: Encoder
) -> None:
    versions = [
        [prepared(encoder, f"{m}", f"Round {n} of talk {m}.\n\nTariff {n} rose.") for m in range(4)]
        for n in range(6)
    ]
    vector = encoder.encode(["Round of talks"])[0]
    done = threading.Event()
    problems: list[str] = []
    searches = [0]

    def search(store: Store) -> None:
        while not done.is_set():
            before = store.catalogue.generation
            ids = [id for id, _ in store.dense.query(vector, 100)]
            words = [id for id, _ in store.keywords.query("round tariff", 100)]
            seen = {passage.version for passage in store.catalogue.passages([*ids, *words]).values()}
            facts = {fact.version for fact in store.catalogue.facts().values()}
            if before == store.catalogue.generation and (len(seen) != 1 or len(facts) != 1):
                problems.append(f"saw versions {seen} and {facts} at once")
            searches[0] += 1

    with Store.open(settings, encoder) as store:
        store.replace(versions[0])

        def guarded() -> None:
            try:
                search(store)
            except BaseException as error:
                problems.append(repr(error))
                raise

        threads = [threading.Thread(target=guarded) for _ in range(4)]
        for thread in threads:
            thread.start()
        for batch in versions[1:]:
            store.replace(batch)
        done.set()
        for thread in threads:
            thread.join()
        assert problems == []
        assert searches[0] > 20
        assert store.verify() == []


@pytest.mark.slow
def test_writers_of_one_process_take_turns(settings: HomeSettings, encoder: Encoder) -> None:
    batches = [[prepared(encoder, f"{n}", f"Text {n}.\n\nMore.")] for n in range(8)]
    with Store.open(settings, encoder) as store:
        threads = [threading.Thread(target=store.replace, args=(batch,)) for batch in batches]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(store.catalogue.known()) == 8
        assert store.verify() == []


def test_a_question_that_is_written_in_the_midst_of_a_batch_fails_neither(
    store: Store, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    chats = Conversations(store.catalogue)
    asking = threading.Thread(target=chats.begin, args=("me", "c1", "Japan"))
    read = version_rows.before

    def beside(*args: Any) -> Any:
        found = read(*args)
        asking.start()
        asking.join(0.5)  # it is written by then, or waits for the batch
        return found

    monkeypatch.setattr(version_rows, "before", beside)
    store.replace([prepared(encoder, "a", "Tariff 1 rose.")])
    asking.join()
    assert len(store.catalogue.known()) == 1
    assert [line.id for line in chats.listed("me")] == ["c1"]
