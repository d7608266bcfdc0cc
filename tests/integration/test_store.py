"""Briefings are stored, found in both indexes, removed; what no store takes is refused."""

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from tests.prepared import prepared
from tests.stored import SOY, TALKS, found
from vectorstore.encoder.embedding import Encoder
from vectorstore.errors import HomeInUseError, NotFoundError, StorageError
from vectorstore.filters import Filters
from vectorstore.settings import HomeSettings
from vectorstore.store import Store


def test_both_legs_find_a_stored_briefing_and_the_better_match_first(
    settings: HomeSettings, encoder: Encoder
) -> None:
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, "talks", TALKS), prepared(encoder, "soy", SOY)])
        best = store.dense.query(encoder.encode(["soybean tariff"])[0], 10)
        assert store.catalogue.passages([best[0][0]])[best[0][0]].text.startswith("The tariff on soybeans")
        assert [score for _, score in best] == sorted((score for _, score in best), reverse=True)
        assert 0.4 < best[0][1] <= 1.0
        words = store.keywords.query("soybean tariff", 10)
        assert words[0][0] == best[0][0]
        assert store.verify() == []


def test_a_score_is_the_cosine(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        talks = prepared(encoder, "talks", TALKS)
        store.replace([talks])
        vector = encoder.encode(["cars"])[0]
        scores = dict(store.dense.query(vector, 3))
        for passage, row in zip(talks.briefing.passages, talks.vectors, strict=True):
            assert scores[passage.id] == pytest.approx(float(np.dot(row, vector)), abs=1e-4)


def test_an_empty_home_answers_with_nothing(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        assert found(store, "anything") == (set(), set())
        assert store.keywords.document_frequency(["tariff"]) == {"tariff": 0}
        assert store.verify() == []
        store.replace([])


def test_a_shorter_briefing_leaves_no_old_passages(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, "talks", TALKS)])
        store.replace([prepared(encoder, "talks", "Talks broke down.")])
        assert store.dense.size == store.keywords.size == 1
        assert store.catalogue.briefings()[0].version == 2
        assert store.verify() == []
        assert store.catalogue.pending() == []


def test_a_removed_briefing_is_found_by_nobody(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, "talks", TALKS), prepared(encoder, "soy", SOY)])
        id = prepared(encoder, "talks", TALKS).briefing.id
        assert store.remove(id[:8]).title == "talks"
        assert found(store, "Japan cars talks") == ({"soy"}, set())
        assert store.verify() == []
        with pytest.raises(NotFoundError):
            store.remove(id)
        store.replace([prepared(encoder, "talks", TALKS)])
        assert store.verify() == []


def test_a_home_opened_again_finds_the_same(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, "talks", TALKS), prepared(encoder, "soy", SOY)])
        before = store.dense.query(encoder.encode(["cars"])[0], 5), store.keywords.query("cars", 5)
    with Store.open(settings, encoder) as store:
        after = store.dense.query(encoder.encode(["cars"])[0], 5), store.keywords.query("cars", 5)
        assert [id for id, _ in after[0]] == [id for id, _ in before[0]]
        assert after[1] == before[1]
        assert store.verify() == []


def test_filters_hold_in_both_legs(settings: HomeSettings, encoder: Encoder) -> None:
    day = date(2025, 6, 8)
    with Store.open(settings, encoder) as store:
        store.replace(
            [
                prepared(encoder, "may", "A tariff in May.", day - timedelta(30), parties=("JP", "US")),
                prepared(encoder, "june", "A tariff in June.", day, parties=("JP",), publisher="The Wire"),
                prepared(encoder, "july", "A tariff in July.", day + timedelta(30), publisher="Ministry"),
                prepared(encoder, "undated", "A tariff some day.", parties=("US", "JP")),
            ]
        )
        facts = store.catalogue.facts()
        keys = {id: fact.source for id, fact in facts.items()}
        june = next(id for id, source in keys.items() if source == "june")
        for filters, expected in [
            (Filters(), {"may", "june", "july", "undated"}),
            (Filters(as_of=day), {"may", "june"}),
            (Filters(published_from=day), {"june", "july"}),
            (Filters(published_from=day, published_to=day), {"june"}),
            (Filters(as_of=day - timedelta(1), published_to=day), {"may"}),
            (Filters(parties=("JP",)), {"may", "june", "undated"}),
            (Filters(parties=("JP", "US")), {"may", "undated"}),
            (Filters(parties=("JP", "US"), as_of=day), {"may"}),
            (Filters(publishers=("THE WIRE", "ministry")), {"june", "july"}),
            (Filters(publishers=("nobody",)), set()),
            (Filters(briefings=("none", june)), {"june"}),
            (Filters(as_of=date(1990, 1, 1)), set()),
        ]:
            assert found(store, "tariff", filters) == (expected, expected), filters
            assert {keys[id] for id, fact in facts.items() if filters.allows(fact)} == expected, filters


def test_a_filter_does_not_change_a_score(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, "talks", TALKS, date(2025, 6, 8), parties=("JP",))])
        filters = Filters(as_of=date(2025, 6, 8), parties=("JP",))
        assert store.keywords.query("cars", 5, filters) == store.keywords.query("cars", 5)


@pytest.mark.parametrize(
    "question",
    [
        'tariff: "on" (soy) [x] {y} ^2 ~ * ? \\ / + - && || !',
        "",
        " ",
        "¿?",
        "tariff " * 3000,
        "\0",
        "AND OR NOT",
    ],
)
def test_no_question_breaks_the_keyword_leg(settings: HomeSettings, encoder: Encoder, question: str) -> None:
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, "soy", SOY)])
        hits = store.keywords.query(question, 5)
        assert bool(hits) == ("tariff" in question)


def test_words_are_counted_in_any_form(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        store.replace(
            [
                prepared(encoder, "a", "Tariffs rose.\n\nThe tariff fell.\n\nSoy."),
                prepared(encoder, "b", "Soy"),
            ]
        )
        assert store.keywords.document_frequency(["tariffs", "TARIFF", "soy", "zinc", "!"]) == {
            "tariffs": 2, "TARIFF": 2, "soy": 2, "zinc": 0, "!": 0,
        }  # fmt: skip
        assert store.keywords.size == 4


def test_text_that_no_database_takes_is_refused_before_anything_is_written(
    settings: HomeSettings, encoder: Encoder
) -> None:
    with Store.open(settings, encoder) as store:
        bad = prepared(encoder, "bad", "A text.")
        for text in ("A te\0t.", "A te\ud800t."):
            with pytest.raises(StorageError, match="UTF-8"):
                store.replace(
                    [prepared(encoder, "good", SOY), replace(bad, briefing=replace(bad.briefing, text=text))]
                )
        assert store.catalogue.known() == {}


def test_a_passage_that_is_no_slice_of_its_text_is_refused(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        bad = prepared(encoder, "bad", SOY)
        with pytest.raises(ValueError, match="no slice"):
            store.replace([replace(bad, briefing=replace(bad.briefing, text="x" + SOY))])


def test_another_opener_is_told_who_has_the_home(settings: HomeSettings, encoder: Encoder) -> None:
    with (
        Store.open(settings, encoder, purpose="serve"),
        pytest.raises(HomeInUseError, match="briefings serve"),
    ):
        Store.open(settings, encoder)
    Store.open(settings, encoder).close()


@pytest.mark.slow
def test_a_home_that_cannot_be_opened_is_left_unlocked(settings: HomeSettings, encoder: Encoder) -> None:
    (settings.home / "chroma").mkdir(parents=True)
    (settings.home / "chroma" / "chroma.sqlite3").write_bytes(b"no database " * 500)
    for _ in range(3):
        with pytest.raises(StorageError, match="not a database"):
            Store.open(settings, encoder)
    shutil.rmtree(settings.home / "chroma")
    Store.open(settings, encoder).close()


def test_closing_twice_does_no_harm(settings: HomeSettings, encoder: Encoder, tmp_path: Path) -> None:
    store = Store.open(settings, encoder)
    store.close()
    store.close()
