"""A word that is one letter off a name of hardly a passage is another name, and is left as it was typed."""

from collections.abc import Iterable, Sequence
from types import SimpleNamespace
from typing import Any, cast

import pytest

from assistant.asking.typed.spelling import respelled
from vectorstore.store import Store


def store_of(size: int, uses: dict[str, int]) -> Store:
    """A home with so many passages, in which these words stand in so many."""
    keywords = SimpleNamespace(
        size=size, document_frequency=lambda words, _: {word: uses.get(word, 0) for word in words}
    )

    def which(words: Iterable[str]) -> set[str]:
        return uses.keys() & set(words)

    def word_pieces(words: Sequence[str]) -> list[int]:
        return [3 for _ in words]

    return cast(
        Store,
        SimpleNamespace(
            keywords=keywords,
            vocabulary=SimpleNamespace(which=which, words=frozenset(uses)),
            encoder=SimpleNamespace(word_pieces=word_pieces),
        ),
    )


@pytest.mark.parametrize(
    ("size", "uses", "read"),
    [
        (5000, {"marny": 4}, "and marny?"),
        (60, {"marny": 1}, "and marny?"),  # every name is rare there
        (5000, {"marny": 2}, "and marney?"),
    ],
)
def test_a_name_is_not_read_as_one_that_is_hardly_on_file(size: int, uses: dict[str, Any], read: str) -> None:
    assert respelled("and marney?", store_of(size, uses)) == read


def test_a_slip_of_an_english_word_is_put_right_however_rare_it_is() -> None:
    assert respelled("the plantatin", store_of(5000, {"plantation": 1})) == "the plantation"
