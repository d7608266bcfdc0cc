"""A long conversation in few tokens: nothing that narrows an answer gets lost."""

from datetime import date

import pytest

from assistant.drafting.memory import condensed
from assistant.drafting.tokens import token_count

ASSUMED = date(2025, 7, 1)
CHAT = [
    "What duty do cars from Japan pay as of 8 June 2025?",
    "and from South Korea?",
    "When do the talks between Kenya and the European Union on cut flowers resume, after March 4, 2025?",
    *(f"tell me more about point number {number} of the long list of softwood mills" for number in range(60)),
    "what about rice from Thailand?",
    "and the quota?",
]


def test_a_conversation_that_fits_is_given_as_it_was_typed() -> None:
    assert condensed(CHAT[:3], 1000, ASSUMED).splitlines() == CHAT[:3]


def test_the_last_questions_stay_word_for_word() -> None:
    assert condensed(CHAT, 300, ASSUMED).splitlines()[-2:] == CHAT[-2:]


def test_parties_days_and_the_as_of_date_are_kept_however_long_ago() -> None:
    text = condensed(CHAT, 300, ASSUMED)
    before = text.splitlines()[0]
    for kept in ("Japan", "South Korea", "Kenya", "European Union", "March 4, 2025", "as of 8 June 2025"):
        assert kept in before
    assert "Thailand" in text


def test_what_is_condensed_fits_the_room() -> None:
    for room in (150, 300, 1000):
        assert token_count(condensed(CHAT, room, ASSUMED)) <= room


@pytest.mark.slow
def test_parties_and_days_are_kept_even_where_there_is_no_room() -> None:
    text = condensed(CHAT, 5, ASSUMED)
    assert "Kenya" in text
    assert "as of 8 June 2025" in text
    assert len(text.splitlines()) <= 2


def test_nothing_was_asked_before() -> None:
    assert condensed([], 100, ASSUMED) == ""
