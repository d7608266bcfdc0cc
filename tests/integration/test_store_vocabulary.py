"""The vocabulary holds the words of the passages on file: all of them, and no others."""

import threading
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from tests.older_home import take_back
from tests.prepared import prepared
from vectorstore.encoder.embedding import Encoder
from vectorstore.errors import StorageError
from vectorstore.settings import HomeSettings
from vectorstore.store import Store
from vectorstore.tables import schema, word_rows

WINE = "Alcohol is taxed.\n\nThe duty on wine rose."
SHIPS = "Ships pay a fee.\n\nThe duty on hulls fell in 2025."
WINE_WORDS = {"alcohol", "is", "taxed", "the", "duty", "on", "wine", "rose"}
SHIPS_WORDS = {"ships", "pay", "fee", "the", "duty", "on", "hulls", "fell", "in"}


def test_words_are_learned_with_a_briefing_and_survive_reopening(
    settings: HomeSettings, encoder: Encoder
) -> None:
    with Store.open(settings, encoder) as store:
        assert store.vocabulary.words == set()
        store.replace([prepared(encoder, "wine", WINE)])
        assert store.vocabulary.words == WINE_WORDS
        store.replace([prepared(encoder, "ships", SHIPS)])
        assert store.vocabulary.words == WINE_WORDS | SHIPS_WORDS
        near = store.vocabulary.near(["booze"])
        assert "alcohol" in near[0]
    with Store.open(settings, encoder) as store:
        assert store.vocabulary.words == WINE_WORDS | SHIPS_WORDS
        assert store.vocabulary.near(["booze"]) == near
        assert store.verify() == []


def test_words_of_titles_and_headings_are_learned(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        wine = prepared(encoder, "wine", WINE)
        indexed = tuple(f"Beverages Quarterly\n{passage}" for passage in wine.indexed)
        store.replace([replace(wine, indexed=indexed)])
        assert store.vocabulary.words == WINE_WORDS | {"beverages", "quarterly"}
        assert store.verify() == []


def test_what_a_removed_briefing_alone_held_is_forgotten(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        wine = prepared(encoder, "wine", WINE)
        store.replace([wine, prepared(encoder, "ships", SHIPS)])
        store.remove(wine.briefing.id)
        assert store.vocabulary.words == SHIPS_WORDS
        assert "alcohol" not in store.vocabulary.near(["booze"], least=-1.0)[0]
        store.replace([wine])  # what was counted for the removal is kept in step
        store.remove(store.catalogue.known()["ships"].id)
        assert store.vocabulary.words == WINE_WORDS
        assert store.verify() == []
        store.remove(wine.briefing.id)
        assert store.vocabulary.words == set()
    assert set(_rows(settings)) == set()


def test_what_an_updated_briefing_no_longer_says_is_forgotten(
    settings: HomeSettings, encoder: Encoder
) -> None:
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, "wine", WINE), prepared(encoder, "list", "The wine list.")])
        store.replace([prepared(encoder, "wine", "Alcohol goes free.")])
        assert store.vocabulary.words == {"alcohol", "goes", "free", "the", "wine", "list"}
        assert store.verify() == []


def test_another_form_of_a_word_does_not_keep_it(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, "a", "Tariffs rose."), prepared(encoder, "b", "A tariff.")])
        store.remove(store.catalogue.known()["a"].id)
        assert store.vocabulary.words == {"tariff"}


def test_a_duplicate_keeps_the_words_of_its_original(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        wine = prepared(encoder, "wine", WINE)
        store.replace([wine])
        copy = prepared(encoder, "copy", WINE, date(2025, 6, 8), duplicate_of=wine.briefing.id)
        store.replace([copy])
        store.remove(wine.briefing.id)
        assert store.vocabulary.words == WINE_WORDS
        assert store.verify() == []
        store.remove(copy.briefing.id)
        assert store.vocabulary.words == set()


def test_a_change_that_fails_leaves_no_words(
    settings: HomeSettings, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StorageError("No space left on device")

    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, "wine", WINE)])
        with monkeypatch.context() as patch:
            patch.setattr(store.catalogue, "apply", fail)
            with pytest.raises(StorageError, match="No space"):
                store.replace([prepared(encoder, "ships", SHIPS)])
        assert store.vocabulary.words == WINE_WORDS
        store.replace([prepared(encoder, "ships", SHIPS)])
        assert store.verify() == []


def test_words_are_known_before_their_passages_are_visible(
    settings: HomeSettings, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(settings, encoder) as store:
        apply = store.catalogue.apply
        known: list[set[str]] = []

        def look(change: object) -> None:
            known.append(set(store.vocabulary.words))
            apply(change)  # type: ignore[arg-type]

        monkeypatch.setattr(store.catalogue, "apply", look)
        store.replace([prepared(encoder, "wine", WINE)])
        store.remove(store.catalogue.known()["wine"].id)
        assert known == [WINE_WORDS, WINE_WORDS]


def test_what_a_crash_left_too_many_is_forgotten_by_the_next_opener(
    settings: HomeSettings, encoder: Encoder
) -> None:
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, "wine", WINE)])
        half = prepared(encoder, "ships", SHIPS)
        store.catalogue.note_pending([passage.id for passage in half.briefing.passages])
        store.vocabulary.learn(half.indexed)
        assert any("ships" in problem or "fee" in problem for problem in store.verify())
    with Store.open(settings, encoder) as store:
        assert store.vocabulary.words == WINE_WORDS
        assert store.verify() == []


def test_an_older_home_is_migrated_and_its_words_are_learned_once(
    settings: HomeSettings, encoder: Encoder, caplog: pytest.LogCaptureFixture
) -> None:
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, "wine", WINE), prepared(encoder, "ships", SHIPS)])
    take_back(settings.catalogue_url, 1)
    for _ in range(2):
        with Store.open(settings, encoder) as store:
            assert store.vocabulary.words == WINE_WORDS | SHIPS_WORDS
            assert store.catalogue.meta("schema_version") == str(len(schema.MIGRATIONS) + 1)
            assert store.catalogue.known().keys() == {"wine", "ships"}
            assert store.verify() == []
    assert caplog.text.count("Learning the words of 4 passages") == 1
    assert caplog.text.count("Embedding 4 passages") == 1


def test_verify_says_which_words_are_missing_or_too_many_and_repair_brings_them_back(
    settings: HomeSettings, encoder: Encoder
) -> None:
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, "wine", WINE)])
        near = store.vocabulary.near(["booze"], least=-1.0)
        store.vocabulary.forget(["alcohol", "wine"])
        store.vocabulary.learn(["zinc"])
        assert store.verify() == [
            "2 of 8 words are missing from the vocabulary, such as alcohol",
            "1 words in the vocabulary are in no passage, for example zinc",
        ]
        assert store.repair()[-1] == "learned 8 words again"
        assert store.verify() == []
        assert store.vocabulary.near(["booze"], least=-1.0)[0] == pytest.approx(near[0], abs=0.01)


def test_repair_learns_damaged_vectors_again(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, "wine", WINE)])
        packed = {row.word: row.vector for row in store.catalogue.read(word_rows.VECTORS)}
        with store.catalogue.writing() as connection:
            word_rows.write(connection, {"alcohol": packed["rose"]})
        store.repair()
        assert "alcohol" in store.vocabulary.near(["booze"])[0]


@pytest.mark.slow
def test_two_threads_ask_while_briefings_come_and_go(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, "wine", WINE)])
        ships = prepared(encoder, "ships", SHIPS)
        done = threading.Event()
        problems: list[str] = []
        asked = [0]

        def ask() -> None:
            try:
                while not done.is_set():
                    booze = store.vocabulary.near(["booze", "vessel"])[0]
                    asked[0] += 1
                    if "alcohol" not in booze:
                        problems.append(str(booze))
            except BaseException as error:
                problems.append(repr(error))
                raise

        threads = [threading.Thread(target=ask) for _ in range(2)]
        for thread in threads:
            thread.start()
        for _ in range(5):
            store.replace([ships])
            store.remove(ships.briefing.id)
        done.set()
        for thread in threads:
            thread.join()
        assert problems == []
        assert asked[0] > 0
        assert store.verify() == []


def _rows(settings: HomeSettings) -> list[str]:
    with schema.connect(settings.catalogue_url).connect() as connection:
        return list(connection.execute(text("SELECT word FROM words")).scalars())
