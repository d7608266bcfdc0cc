"""What an order on a party decides is on that party's timeline, though only its title names the party."""

import pytest

from assistant.chronicle import lookback
from assistant.chronicle.entries import TimelineRequest
from assistant.chronicle.lookback import find_timeline
from vectorstore.store import Store

_GROUNDS = (
    "In Order 430 the Ministry found that Bolivia keeps out flour, and that the flour trade of Bolivia with "
    "others is free. Bolivia was heard on it in March, and Bolivia asked for time. "
)
_FILLED = (
    "The Council may redelegate what it is given here. The customs offices shall keep lists of it. " * 12
)

# name -> (title, date, text)
BRIEFINGS = {
    "imposed.md": (
        "Surcharging Salt From Bolivia",
        "1987-03-02",
        "A surcharge of 50 percent is imposed on salt of Bolivia.",
    ),
    "put-off.md": (
        "Putting Off a Surcharge on Salt From Bolivia",
        "1987-03-20",
        f"{_GROUNDS * 6}\n\n{_FILLED}\n\nThe surcharge imposed by Order 430 is suspended until May 4, 1987.",
    ),
    "shoes.md": (
        "Duties on Shoes",
        "1987-04-02",
        f"Bolivia and Peru were heard. {_FILLED}\n\n{_FILLED}\n\n"
        "A duty of 10 percent is imposed on shoes of Bolivia.",
    ),
}


def test_what_is_decided_far_from_the_partys_name_is_found(
    own_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookback, "PASSAGES", 3)  # as among many others: those that name the party most
    developments = find_timeline(own_store, TimelineRequest("Bolivia")).developments
    assert [d.published.isoformat() for d in developments if d.published] == [
        "1987-04-02",
        "1987-03-20",
        "1987-03-02",
    ]
    assert "is suspended until May 4, 1987" in developments[1].text


def test_the_newest_is_there_however_many_others_come_nearer(
    own_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookback, "PASSAGES", 1)
    newest = find_timeline(own_store, TimelineRequest("Bolivia")).developments
    assert [d.text for d in newest[:1]] == ["A duty of 10 percent is imposed on shoes of Bolivia."]
