from datetime import date

from vectorstore.catalogue.catalogue import BriefingFacts
from vectorstore.filters import Filters


def facts(published: date | None = date(2025, 6, 8), publisher: str | None = "The Wire") -> BriefingFacts:
    return BriefingFacts("1", 1, "a.md", "A", publisher, published, None, ("JP", "US"), None, "hash")


def test_no_filter_allows_everything() -> None:
    assert Filters().allows(facts(published=None, publisher=None))
    assert not Filters().narrow


def test_the_as_of_day_itself_is_allowed_and_the_day_after_is_not() -> None:
    assert Filters(as_of=date(2025, 6, 8)).allows(facts())
    assert not Filters(as_of=date(2025, 6, 7)).allows(facts())


def test_both_ends_of_a_range_are_allowed() -> None:
    day = date(2025, 6, 8)
    assert Filters(published_from=day, published_to=day).allows(facts())
    assert not Filters(published_from=date(2025, 6, 9)).allows(facts())
    assert not Filters(published_to=date(2025, 6, 7)).allows(facts())


def test_the_earlier_of_as_of_and_the_end_of_the_range_counts() -> None:
    assert Filters(as_of=date(2025, 1, 1), published_to=date(2026, 1, 1)).last_day == date(2025, 1, 1)


def test_an_undated_briefing_is_left_out_by_any_date() -> None:
    undated = facts(published=None)
    assert not Filters(as_of=date(2030, 1, 1)).allows(undated)
    assert not Filters(published_from=date(2000, 1, 1)).allows(undated)
    assert not Filters(published_to=date(2030, 1, 1)).allows(undated)


def test_a_briefing_must_carry_every_party() -> None:
    assert Filters(parties=("US", "JP")).allows(facts())
    assert not Filters(parties=("US", "CN")).allows(facts())


def test_any_of_the_publishers_will_do_in_any_case() -> None:
    assert Filters(publishers=("Other", "THE  wire")).allows(facts())
    assert not Filters(publishers=("Other",)).allows(facts())
    assert not Filters(publishers=("Other",)).allows(facts(publisher=None))


def test_only_the_briefings_named_are_allowed() -> None:
    assert Filters(briefings=("2", "1")).allows(facts())
    assert not Filters(briefings=("2",)).allows(facts())
