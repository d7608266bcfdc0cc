"""A search finds by words and by meaning, inside its filters, and nothing twice."""

from datetime import date

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.library import BRIEFINGS
from vectorstore import search as module
from vectorstore.briefing import Passage
from vectorstore.catalogue.catalogue import BriefingFacts
from vectorstore.filters import Filters
from vectorstore.search import search
from vectorstore.store import Store

SALMON = "Norway-Chile salmon talks"
PASTA = "1987-02-18-ec-pasta.md"
UNDATED = "peru-asparagus.md"
SECOND_ROUND = "2024-06-12-norway-chile-second-round.md"


def sources(store: Store, query: str, filters: Filters | None = None, recency: float = 0.0) -> list[str]:
    hits = search(store, query, filters=filters or Filters(), recency_weight=recency)
    return list(dict.fromkeys(hit.facts.source for hit in hits))


@pytest.fixture(params=[200, 3], ids=["pool of all", "pool of three"])
def pool(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """With a pool of three the filters must be pushed down into both indexes."""
    monkeypatch.setattr(module, "POOL", request.param)
    return int(request.param)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("countervailing licence brokers quarter", "lumber-list"),
        ("fish trade between Santiago and Oslo", "norway-chile"),
        ("price of tomatoes", "mexico-tomatoes"),
        ("pharmaceutical intellectual property", "india-medicines"),
    ],
)
def test_a_briefing_is_found_by_its_words_or_by_its_meaning(library: Store, query: str, first: str) -> None:
    assert first in sources(library, query)[0]


def test_hits_come_best_first_and_the_same_each_time(library: Store) -> None:
    hits = search(library, SALMON)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(0 <= hit.dense <= 1 and 0 <= hit.keyword <= 1 for hit in hits)
    assert search(library, SALMON) == hits


@pytest.mark.parametrize(
    ("as_of", "there"), [(date(2024, 6, 11), False), (date(2024, 6, 12), True), (date(2024, 6, 13), True)]
)
def test_an_as_of_date_includes_its_own_day(library: Store, pool: int, as_of: date, there: bool) -> None:
    assert (SECOND_ROUND in sources(library, SALMON, Filters(as_of=as_of))) is there


def test_nothing_published_after_the_as_of_date_is_found(library: Store, pool: int) -> None:
    for day in (date(1987, 12, 31), date(2024, 4, 15), date(2024, 10, 7)):
        for source in sources(library, SALMON, Filters(as_of=day)):
            published = BRIEFINGS[source][2]
            assert published is not None
            assert date.fromisoformat(published) <= day


def test_a_filter_is_pushed_down_when_the_nearest_passages_do_not_pass_it(
    library: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "POOL", 3)
    assert PASTA not in sources(library, SALMON)
    assert sources(library, SALMON, Filters(as_of=date(1990, 1, 1))) == [PASTA]


def test_more_neighbours_are_looked_at_before_a_filter_is_pushed_down(
    library: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "POOL", 3)
    asked: list[tuple[int, Filters | None]] = []
    nearest = library.nearest

    def noted(vector: NDArray[np.float32], size: int, filters: Filters | None) -> list[tuple[str, float]]:
        asked.append((size, filters))
        return nearest(vector, size, filters)

    monkeypatch.setattr(library, "nearest", noted)
    first_round = Filters(as_of=date(2024, 3, 4))
    search(library, SALMON, filters=first_round, size=2)  # one of the three passes, enough of all
    assert asked == [(3, None), (module.WIDE_POOL, None)]
    asked.clear()
    search(library, SALMON, filters=Filters(as_of=date(1990, 1, 1)), size=2)  # none of the three: no hope
    assert [size for size, _ in asked] == [3, 3]


def test_undated_briefings_are_found_unless_a_date_is_asked_for(library: Store, pool: int) -> None:
    query = "Peruvian asparagus fumigated in Miami"
    assert sources(library, query)[0] == UNDATED
    for filters in (
        Filters(as_of=date(2099, 1, 1)),
        Filters(published_from=date(1900, 1, 1)),
        Filters(published_to=date(2099, 1, 1)),
    ):
        found = sources(library, query, filters)
        assert found
        assert UNDATED not in found


def test_a_published_range_includes_both_of_its_days(library: Store, pool: int) -> None:
    both = Filters(published_from=date(2024, 8, 9), published_to=date(2024, 9, 2))
    assert set(sources(library, "trade agreement", both)) == {
        "2024-08-09-india-medicines.md",
        "2024-09-02-mexico-tomatoes.md",
    }


@pytest.mark.parametrize("parties", [("BR",), ("NO", "CL"), ("US", "MX")])
def test_a_briefing_must_carry_every_party(library: Store, pool: int, parties: tuple[str, ...]) -> None:
    hits = search(library, "talks on lumber and pasta", filters=Filters(parties=parties))
    assert hits
    assert all(set(parties) <= set(hit.facts.parties) for hit in hits)


@pytest.mark.parametrize("name", ["Harbour Notes", "harbour  NOTES"])
def test_a_publisher_is_matched_in_upper_or_lower_case(library: Store, pool: int, name: str) -> None:
    hits = search(library, "steel, beef and tomatoes", filters=Filters(publishers=(name,)))
    assert hits
    assert {hit.facts.publisher for hit in hits} == {"Harbour Notes"}


def test_filters_that_nothing_passes_find_nothing(library: Store, pool: int) -> None:
    assert sources(library, SALMON, Filters(parties=("BR", "NO"))) == []


def test_a_reissued_text_is_shown_once_and_one_with_another_number_beside_it(library: Store) -> None:
    found = [source for source in sources(library, "licensed softwood lumber mills") if "lumber" in source]
    assert len(found) == 2
    assert "2025-01-02-canada-lumber-list.md" in found


def test_recency_puts_the_newest_on_a_subject_first(library: Store) -> None:
    found = [source for source in sources(library, SALMON, recency=2.0) if "norway" in source]
    assert len(found) == 3
    assert found == sorted(found, reverse=True)


def test_what_is_preferred_rises(library: Store) -> None:
    def pasta(passage: Passage, facts: BriefingFacts) -> float:
        return 2.0 if facts.source == PASTA else 0.0

    assert search(library, SALMON, prefer=pasta)[0].facts.source == PASTA


def test_other_wordings_reach_the_keyword_leg(library: Store) -> None:
    plain = {hit.facts.source: hit.keyword for hit in search(library, "spaghetti")}
    wider = {hit.facts.source: hit.keyword for hit in search(library, "spaghetti", "pasta")}
    assert plain[PASTA] == 0
    assert wider[PASTA] == 1


def test_no_more_hits_are_returned_than_asked_for(library: Store) -> None:
    assert len(search(library, "duty", size=4)) == 4


@pytest.mark.parametrize(
    "query", ['"', "title:(", "a AND OR NOT", "\\", "*", "日本", "salmon\x00talks", "+-!^~[]{}"]
)
def test_a_query_is_words_and_never_a_query_language(library: Store, query: str) -> None:
    assert len(search(library, query)) > 0
