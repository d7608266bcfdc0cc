"""A desk that is told to stop while something is written says what has become of that."""

from pathlib import Path

import pytest

from assistant.answering import Answering
from assistant.desks.local import LocalDesk
from ingest.maintenance.correction import Correction
from ingest.maintenance.reindex_report import Reindexed
from vectorstore.errors import StoppingError
from vectorstore.store import Store


@pytest.fixture
def desk(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LocalDesk:
    """A desk over one briefing, which waits for no writer when it closes."""
    monkeypatch.setattr("assistant.desks.local.CLOSING_SECONDS", 0.01)
    (tmp_path / "rice.md").write_text("Peru set its duty on rice to 12 percent.")
    desk = LocalDesk(store, Answering(store))
    list(desk.ingest([str(tmp_path / "rice.md")]))
    return desk


def test_an_ingest_that_is_stopped_says_that_what_was_taken_in_is_on_file(
    desk: LocalDesk, tmp_path: Path
) -> None:
    for number in range(100):  # some batches
        (tmp_path / f"{number}.md").write_text(f"Chile set its duty on tin to {number} percent.")
    events = desk.ingest([str(tmp_path)])
    next(events)
    desk.close()
    with pytest.raises(StoppingError, match="taken in is on file; run the same command again for the rest"):
        list(events)


def test_a_reindex_that_is_stopped_says_that_what_it_did_is_kept(desk: LocalDesk) -> None:
    events = desk.reindex()
    next(events)
    desk.close()
    with pytest.raises(StoppingError, match="the reindex has done by now is kept") as caught:
        list(events)
    assert "taken in" not in str(caught.value)


def test_a_reindex_that_ended_before_the_desk_did_is_told_as_done(desk: LocalDesk) -> None:
    events = desk.reindex()
    while "indexes" not in str(next(events)):
        pass
    desk.close()
    [done] = events
    assert isinstance(done, Reindexed)


def test_a_correction_that_comes_while_a_desk_stops_is_told_as_not_made(desk: LocalDesk) -> None:
    briefing = desk.list()[0]
    desk.close()
    with pytest.raises(StoppingError, match="Nothing was changed"):
        desk.edit(briefing.id, Correction(title="Another title"))
