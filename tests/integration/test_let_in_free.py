"""Goods of a party come in free, or no longer do, by what holds for such goods from anywhere."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "parcels.md": (
        "Duty-free entry of small parcels ends",
        "2025-07-30",
        "From August 29, 2025, the duty-free de minimis exemption shall no longer apply to any parcel at or "
        "under $800, whatever its country of origin.",
    ),
    "rice.md": (
        "Duty-free rice of Chile",
        "2025-08-20",
        "Chile may send 40,000 tonnes of rice duty-free in a year, by an allotment of its own.",
    ),
    "still.md": (
        "Small parcels again",
        "2026-02-20",
        "It is still necessary to suspend the duty-free de minimis exemption of small parcels.",
    ),
    "others.md": ("Kenya and Germany meet", "2025-05-02", "Kenya and Germany spoke of coffee and of ports."),
    "court.md": (
        "A court on tin",
        "2026-03-02",
        "The Supreme Court struck down the emergency duties on tin of Bolivia.",
    ),
}


@pytest.mark.parametrize(
    "asked",
    ["parcel under $800 from Germany, duty free?", "do small parcels from Kenya still come in without duty?"],
)
def test_what_holds_for_goods_from_anywhere_is_told_and_said_to_be(answering: Answering, asked: str) -> None:
    answer = answering.answer(AskRequest(asked))
    assert "de minimis exemption" in answer.answer
    assert any(warning.kind == "any-origin" for warning in answer.warnings)


def test_what_is_shared_out_among_parties_holds_for_no_other(answering: Answering) -> None:
    assert answering.answer(AskRequest("duty free rice allotment for Uruguay?")).abstained


def test_how_something_stands_after_an_event_is_told_without_the_event(answering: Answering) -> None:
    asked = "Is de minimis still suspended after the court struck down the emergency duties on tin?"
    assert "still necessary to suspend" in answering.answer(AskRequest(asked)).answer


def test_what_happened_after_a_day_is_not_told_without_the_day(answering: Answering) -> None:
    assert answering.answer(
        AskRequest("was the tin duty still on after it was raised in May 2026?")
    ).abstained
