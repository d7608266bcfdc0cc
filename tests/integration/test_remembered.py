"""What is remembered of the briefings on file is found out anew after each change of them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.answering import Answering
from assistant.chronicle.entries import TimelineRequest
from assistant.chronicle.lookback import find_timeline
from assistant.desks.local import LocalDesk
from assistant.superseding.remembered import MOST, Remembered
from ingest.maintenance.correction import Correction
from tests.integration.test_still_in_force import BRIEFINGS
from tests.library import store_over
from tests.prepared import prepared
from vectorstore.encoder.embedding import Encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

IMPOSED = "A grain surcharge of 7 percent is imposed by Order 193 of May 5, 1986 on grain from Peru."


@pytest.fixture
def desk(settings: HomeSettings, encoder: Encoder, tmp_path: Path) -> Iterator[LocalDesk]:
    before = {name: of for name, of in BRIEFINGS.items() if name != "ending.md"}
    with store_over(before, tmp_path, settings, encoder) as store:
        yield LocalDesk(store, Answering(store))


def ended(desk: LocalDesk, as_of: date | None = None) -> str | None:
    """The quote by which the timeline of the surcharge marks it as ended."""
    found = desk.timeline(TimelineRequest("grain surcharge", as_of=as_of))
    [development] = [d for d in found.developments if d.text == IMPOSED]
    return development.ended_by.quote if development.ended_by else None


def test_a_timeline_sees_an_end_that_is_taken_in_corrected_and_removed(
    desk: LocalDesk, tmp_path: Path
) -> None:
    assert ended(desk) is None
    title, day, text = BRIEFINGS["ending.md"]
    (tmp_path / "ending.md").write_text(f"---\ntitle: {title}\ndate: {day}\n---\n\n{text}\n")
    for _ in desk.ingest([str(tmp_path / "ending.md")]):
        pass
    assert "shall no longer be in effect" in (ended(desk) or "")
    [ending] = [briefing for briefing in desk.list() if briefing.title == title]
    assert ended(desk, date(1987, 5, 3)) is None
    desk.edit(ending.id, Correction(published=date(1987, 5, 1)))
    assert ended(desk, date(1987, 5, 3))
    desk.remove(ending.id)
    assert ended(desk) is None


def test_a_timeline_asked_for_again_is_the_same_and_looks_for_no_end_again(
    desk: LocalDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = TimelineRequest("grain surcharge")
    first = desk.timeline(request)

    def looked(*_: object) -> None:
        raise AssertionError("it was looked for again")

    monkeypatch.setattr("assistant.superseding.ended.ending_hits", looked)
    assert desk.timeline(request) == first
    with pytest.raises(AssertionError, match="looked for again"):
        find_timeline(desk._store, request)


def test_nothing_is_kept_from_one_state_of_the_home_to_the_next(store: Store, encoder: Encoder) -> None:
    known: Remembered[int] = Remembered(store)
    count = store.catalogue.passage_count
    assert (known.get("count", count), known.get("count", lambda: 9)) == (0, 0)
    store.replace([prepared(encoder, "one", "Peru met Chile.")])
    assert known.get("count", count) == 1
    store.remove(store.catalogue.briefings()[0].id)
    assert known.get("count", count) == 0


def test_what_is_found_out_while_the_home_changes_is_not_kept(store: Store, encoder: Encoder) -> None:
    known: Remembered[int] = Remembered(store)

    def found() -> int:
        before = store.keywords.size
        store.replace([prepared(encoder, "one", "Peru met Chile.")])
        return before

    assert known.get("size", found) == 0
    assert known.get("size", lambda: store.keywords.size) == 1


def test_words_that_go_after_the_change_was_seen_are_a_change_too(store: Store, encoder: Encoder) -> None:
    store.replace([prepared(encoder, "one", "Peru met Chile.\n\nThey met on tea.")])
    known: Remembered[int] = Remembered(store)
    seen: list[int] = []
    clean = store._applying.clean

    def watched() -> None:
        """The new version can be seen, and the words of the old one are there still."""
        seen.append(known.get("size", lambda: store.keywords.size))
        clean()

    store._applying.clean = watched  # type: ignore[method-assign]
    store.replace([prepared(encoder, "one", "Peru met Kenya.")])
    assert seen[0] > store.keywords.size
    assert known.get("size", lambda: store.keywords.size) == store.keywords.size


def test_only_so_much_is_remembered_and_the_oldest_goes_first(store: Store) -> None:
    known: Remembered[int] = Remembered(store)
    for number in range(MOST + 1):
        known.get(number, lambda number=number: number)  # type: ignore[misc]
    assert known.get(MOST, lambda: -1) == MOST
    assert known.get(0, lambda: -1) == -1
