"""Passages that were read lately are not read again, until something changes."""

from collections.abc import Sequence

from vectorstore.briefing import Passage
from vectorstore.catalogue.recent_passages import RecentPassages


class Reader:
    """Reads passages that say which reading they are of, and remembers what was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def __call__(self, ids: Sequence[str]) -> dict[str, Passage]:
        self.asked.append(list(ids))
        text = f"reading {len(self.asked)}"
        return {id: Passage(id, 1, 0, 0, len(text), "", text) for id in ids if id != "gone"}


def test_only_what_is_not_kept_is_read() -> None:
    recent, read = RecentPassages(), Reader()
    recent.get(1, ["a", "b"], read)
    found = recent.get(1, ["b", "c"], read)
    assert read.asked == [["a", "b"], ["c"]]
    assert {id: passage.text for id, passage in found.items()} == {"b": "reading 1", "c": "reading 2"}


def test_after_a_change_everything_is_read_again() -> None:
    recent, read = RecentPassages(), Reader()
    recent.get(1, ["a"], read)
    assert recent.get(2, ["a"], read)["a"].text == "reading 2"


def test_what_was_read_while_something_changed_is_not_kept_for_later() -> None:
    recent, read = RecentPassages(), Reader()

    def changed_meanwhile(ids: Sequence[str]) -> dict[str, Passage]:
        found = read(ids)
        recent.get(2, ["b"], read)
        return found

    assert recent.get(1, ["a"], changed_meanwhile)["a"].text == "reading 1"
    assert recent.get(2, ["a"], read)["a"].text == "reading 3"


def test_what_is_not_on_file_is_left_out_and_looked_for_again() -> None:
    recent, read = RecentPassages(), Reader()
    assert recent.get(1, ["gone"], read) == {}
    assert recent.get(1, ["gone"], read) == {}
    assert read.asked == [["gone"], ["gone"]]


def test_the_longest_unused_goes_when_there_are_too_many() -> None:
    recent, read = RecentPassages(most=2), Reader()
    recent.get(1, ["a", "b"], read)
    recent.get(1, ["a"], read)
    recent.get(1, ["c"], read)
    recent.get(1, ["a", "c", "b"], read)
    assert read.asked == [["a", "b"], ["c"], ["b"]]
