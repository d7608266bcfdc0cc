"""Re-issues are told from news: nearly the same words, and the same numbers and dates."""

import pytest

from ingest.preparing.duplicates import alike, near_ones, sketch_of

STORY = (
    "TOKYO, March 24 - Japan will cut its tariff on aluminium from 9 to 6 percent next year, the trade "
    "ministry said on Tuesday. Officials told reporters that the cut was asked for by the United States and "
    "by European exporters, and that makers at home had agreed to it after long talks. The ministry expects "
    "imports of aluminium to rise by half in the three years that follow the cut."
)


@pytest.mark.parametrize(
    "again",
    [
        STORY,
        STORY.replace("March 24", "March 25"),  # the dateline of its second issue
        "TRADE NEWS\n\n" + STORY,
        STORY.upper().replace("TOKYO, MARCH 24 -", "TOKYO, March 24 -"),
        STORY.replace("aluminium", "aluminium,").replace("Officials", "Ministry officials"),
    ],
)
def test_a_reissue_is_a_near_duplicate(again: str) -> None:
    assert alike(STORY, again)
    assert near_ones(again, sketch_of(again), {"it": sketch_of(STORY)}, lambda ids: {"it": STORY}) == ["it"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("6 percent", "5 percent"),
        ("Tuesday", "Friday"),
        ("three years", "four years"),
        ("had agreed", "had not agreed"),
        ("next year", "in May next year"),
        ("the cut.", "the cut, to 1,200 tonnes."),
    ],
)
def test_another_number_date_or_denial_is_another_briefing(old: str, new: str) -> None:
    other = STORY.replace(old, new)
    assert other != STORY
    assert not alike(STORY, other)
    assert near_ones(other, sketch_of(other), {"it": sketch_of(STORY)}, lambda ids: {"it": STORY}) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("Japan will", "Chile will"), ("the United States", "Canada"), ("will cut", "will raise")],
)
def test_another_party_or_the_other_way_is_another_briefing(old: str, new: str) -> None:
    other = STORY.replace(old, new)
    assert other != STORY
    assert not alike(STORY, other)
    assert near_ones(other, sketch_of(other), {"it": sketch_of(STORY)}, lambda ids: {"it": STORY}) == []


def test_a_list_that_grows_is_no_duplicate() -> None:
    mills = [f"- Mill {number}, licensed for {number * 100} tonnes a quarter" for number in range(1, 40)]
    assert not alike("\n".join(mills[:38]), "\n".join(mills))


def test_other_words_with_the_same_numbers_are_no_duplicate() -> None:
    assert not alike("Japan cut its tariff to 6 percent.", "Chile raised its quota by 6 percent after talks.")


def test_texts_without_words_are_nothing_alike() -> None:
    assert near_ones("--", sketch_of("--"), {"it": sketch_of("**")}, lambda ids: {"it": "**"}) == []


def test_a_sketch_is_the_same_in_every_process() -> None:
    sketch = sketch_of("Japan cut its tariff to 6 percent.")
    assert (sketch.facts, sketch.smallest[:8].hex()) == ("e7f6c011776e8db7", "190e81c3c283de4d")


def test_only_those_of_equal_facts_are_read() -> None:
    others = {"same": sketch_of(STORY), "other": sketch_of(STORY.replace("6 percent", "5 percent"))}
    read: list[str] = []

    def texts(ids: object) -> dict[str, str]:
        read.extend(ids)  # type: ignore[call-overload]
        return {"same": STORY}

    assert near_ones(STORY, sketch_of(STORY), others, texts) == ["same"]
    assert read == ["same"]
