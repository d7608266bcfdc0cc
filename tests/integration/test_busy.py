"""What is written while an ingest goes on waits for a moment, then says so."""

import re
from collections.abc import Callable

import pytest

from assistant.answering import Answering
from assistant.desks import local
from assistant.desks.local import LocalDesk
from assistant.web.failures import in_words
from ingest.maintenance.correction import Correction
from ingest.sources.pasted import Pasted
from vectorstore.errors import BusyError
from vectorstore.store import Store

SOURCES = [Pasted(f"Peru and Chad signed accord {n} on coffee.", f"C{n}") for n in range(3)]


@pytest.fixture
def desk(store: Store, monkeypatch: pytest.MonkeyPatch) -> LocalDesk:
    monkeypatch.setattr(local, "PATIENCE_SECONDS", 0.1)
    return LocalDesk(store, Answering(store))


@pytest.mark.parametrize(
    "change",
    [
        lambda desk, briefing: desk.edit(briefing.id, Correction(title="New")),
        lambda desk, briefing: desk.restore(briefing),
        lambda desk, briefing: desk.doctor(repair=True),
    ],
    ids=["edit", "restore", "repair"],
)
def test_a_change_during_an_ingest_says_that_one_goes_on_and_is_made_afterwards(
    desk: LocalDesk, change: Callable[..., object]
) -> None:
    [*_] = desk.ingest([Pasted("Kenya and Mali signed a pact on tea.", "Tea")])
    [before] = desk.list()
    under_way = desk.ingest(SOURCES)
    next(under_way)
    with pytest.raises(BusyError, match="1 of 3 sources so far") as told:
        change(desk, before)
    assert not re.search("Error|log", in_words(told.value, "correcting a briefing"))
    assert desk.show(before.id).title == "Tea"
    [*_] = under_way
    change(desk, before)


def test_an_ingest_that_is_left_in_the_middle_is_in_nobodys_way(desk: LocalDesk) -> None:
    under_way = desk.ingest(SOURCES)
    next(under_way)
    under_way.close()  # type: ignore[attr-defined]
    assert desk.doctor(repair=True)
