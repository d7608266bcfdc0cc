import threading
import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from vectorstore.catalogue.catalogue import Catalogue
from vectorstore.encoder.embedding import Encoder
from vectorstore.indexes.vocabulary import Vocabulary, has_meaning, packed_word, words_of
from vectorstore.tables import word_rows

TEXTS = [
    "Alcohol, pharmaceutical goods and ships face the tariff.",
    "The minister wrote a letter about soybeans in 2025.",
]


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'catalogue.db'}"


@pytest.fixture
def vocabulary(url: str, encoder: Encoder) -> Vocabulary:
    vocabulary = Vocabulary(Catalogue(url), encoder)
    vocabulary.learn(TEXTS)
    return vocabulary


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The EU’s duty", {"the", "eu’s", "duty"}),
        ("'Steel' -- and ‘co-operation’-", {"steel", "and", "co-operation"}),
        ("25% of 1,200.5, in 2025.", {"25%", "of", "1,200.5", "in", "2025"}),
        ("Zölle ÉTÉ 関税", {"zölle", "été", "関税"}),
        ("G7 U.S. x_1", {"g7", "u", "s", "x_1"}),
        ("— … !", set()),
        ("", set()),
    ],
)
def test_words_are_taken_as_they_are_written(text: str, words: set[str]) -> None:
    assert words_of(text) == words


def test_numbers_letters_and_overlong_words_get_no_vector() -> None:
    words = ["tariff", "関税", "a" * 40, "x", "g7", "2025", "25%", "1st", "a" * 41]
    assert [word for word in words if has_meaning(word)] == ["tariff", "関税", "a" * 40]


def test_a_word_of_everyday_speech_is_near_to_the_word_on_file(vocabulary: Vocabulary) -> None:
    booze, drugmaker, hulls = vocabulary.near(["booze", "drugmaker", "hulls"])
    assert booze.keys() == {"alcohol"}
    assert next(iter(drugmaker)) == "pharmaceutical"
    assert hulls.keys() == {"ships"}


def test_a_cosine_is_that_of_the_encoder(vocabulary: Vocabulary, encoder: Encoder) -> None:
    near = vocabulary.near(["booze"], least=-1.0)[0]
    assert near.keys() == vocabulary.words
    typed = encoder.encode(["booze"])[0]
    for word, cosine in near.items():
        assert cosine == pytest.approx(float(encoder.encode([word])[0] @ typed), abs=0.01)
    assert list(near.values()) == sorted(near.values(), reverse=True)


def test_a_known_word_is_itself_and_an_unknown_one_is_not_there(vocabulary: Vocabulary) -> None:
    known, unknown = vocabulary.near(["Tariff", "tariffs"])
    assert known["tariff"] == 1.0
    assert "tariffs" not in unknown
    assert 0.8 < unknown["tariff"] < 1.0


def test_a_phrase_is_asked_as_it_is_typed(vocabulary: Vocabulary) -> None:
    assert max(vocabulary.near(["import tax"])[0].items(), key=lambda item: item[1])[0] == "tariff"


def test_every_typed_word_has_an_answer_in_its_place(vocabulary: Vocabulary) -> None:
    typed = ["booze", "", "tariff", "booze"]
    answers = vocabulary.near(typed)
    assert len(answers) == 4
    assert answers[0] == answers[3] != {}
    assert vocabulary.near([]) == []


def test_an_empty_vocabulary_is_near_to_nothing(url: str, encoder: Encoder) -> None:
    assert Vocabulary(Catalogue(url), encoder).near(["tariff"], least=-1.0) == [{}]


def test_what_is_learned_or_forgotten_counts_at_once(vocabulary: Vocabulary) -> None:
    assert "soybeans" in vocabulary.near(["soya"])[0]
    assert vocabulary.learn(["Soy and alcohol."]) == ["soy"]
    assert "soy" in vocabulary.near(["soya"])[0]
    vocabulary.forget(["soy", "never known"])
    assert "soy" not in vocabulary.near(["soya"])[0]
    assert "soybeans" in vocabulary.near(["soya"])[0]


def test_only_words_that_are_not_on_file_are_embedded_and_in_one_call(
    vocabulary: Vocabulary, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[list[str]] = []
    encode = encoder.encode

    def counted(texts: list[str]) -> object:
        calls.append(list(texts))
        return encode(texts)

    monkeypatch.setattr(encoder, "encode", counted)
    vocabulary.learn(["The tariff on steel.", "A duty on steel in 2026."])
    vocabulary.near(["steel", "iron"])
    vocabulary.near(["iron", "ore"])
    vocabulary.near(["ore", "steel"])
    assert calls == [["duty", "on", "steel"], ["iron"], ["ore"]]


def test_a_changed_answer_does_not_change_the_next(vocabulary: Vocabulary) -> None:
    vocabulary.near(["booze"])[0].clear()
    assert vocabulary.near(["booze"])[0]


def test_two_loads_give_the_same_numbers_whatever_is_asked_beside(
    vocabulary: Vocabulary, url: str, encoder: Encoder
) -> None:
    typed = ["booze", "import tax", "vessel", "minister of trade"]
    together = vocabulary.near(typed, least=-1.0)
    again = Vocabulary(Catalogue(url), encoder)
    assert again.near(typed, least=-1.0) == together
    alone = Vocabulary(Catalogue(url), encoder)
    for word, expected in zip(typed, together, strict=True):
        assert alone.near([word], least=-1.0)[0] == pytest.approx(expected, abs=2e-4)


def test_a_vector_takes_a_byte_for_each_dimension(vocabulary: Vocabulary, url: str, encoder: Encoder) -> None:
    packed = {row.word: row.vector for row in Catalogue(url).read(word_rows.VECTORS)}
    assert packed.keys() == vocabulary.words
    assert {len(vector) for vector in packed.values()} == {4 + encoder.identity.dimension}
    step = np.frombuffer(packed["alcohol"][:4], dtype="<f4")
    row = np.frombuffer(packed["alcohol"][4:], dtype=np.int8)
    assert np.allclose(row * step, encoder.encode(["alcohol"])[0], atol=float(step[0]))


def test_threads_that_ask_beside_one_that_learns_get_whole_answers(vocabulary: Vocabulary) -> None:
    expected = vocabulary.near(["booze"])[0]
    problems: list[str] = []
    done = threading.Event()
    asked = [0]

    def ask() -> None:
        while not done.is_set():
            found = vocabulary.near(["booze", "hulls"])
            asked[0] += 1
            if found[0] != expected or "ships" not in found[1]:
                problems.append(str(found))

    def guarded() -> None:
        try:
            ask()
        except BaseException as error:
            problems.append(repr(error))
            raise

    threads = [threading.Thread(target=guarded) for _ in range(2)]
    for thread in threads:
        thread.start()
    for n in range(20):
        vocabulary.learn([f"zinc{'abcdefghijklmnopqrst'[n]}"])
        vocabulary.forget([f"zinc{'abcdefghijklmnopqrst'[n]}"])
    done.set()
    for thread in threads:
        thread.join()
    assert problems == []
    assert asked[0] > 0


@pytest.mark.slow
def test_what_is_remembered_of_many_near_words_is_small(url: str, encoder: Encoder) -> None:
    catalogue, words = Catalogue(url), 4000
    vectors = np.random.default_rng(0).standard_normal((words, encoder.identity.dimension), dtype=np.float32)
    with catalogue.writing() as connection:
        word_rows.write(connection, {f"word{n}": packed_word(of) for n, of in enumerate(vectors)})
    vocabulary = Vocabulary(catalogue, encoder)
    vocabulary.near(["tariff"], least=-1.0)
    typed = [f"tariff {letter}" for letter in "abcdefghijklmnopqrst"]
    tracemalloc.start()
    try:
        assert {len(near) for near in vocabulary.near(typed, least=-1.0)} == {words}
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 10 * words * len(typed)  # bytes; a dict takes some 100 a word
