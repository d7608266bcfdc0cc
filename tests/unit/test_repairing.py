"""Which line of a model's reply is to stand in the place of which refused sentence."""

import pytest

from assistant.drafting.repairing import placed

PERU = "Peru charges 8 percent on tea from Kenya. [1]"
CHILE = "Chile cuts its tariff on salmon to 3 percent. [2]"
REFUSED = [PERU, CHILE]
TEA, SALMON = (
    "Peru charges 6 percent on tea from Kenya. [1]",
    "Chile cuts its tariff on salmon to 2 percent. [2]",
)
BOTH = {0: TEA.replace(". [1]", " [1]."), 1: SALMON.replace(". [2]", " [2].")}


@pytest.mark.parametrize(
    ("reply", "places"),
    [
        (f"{TEA}\n{SALMON}", [0, 1]),
        (f"Here are the corrected sentences:\n\n{TEA}\n\n{SALMON}\n", [0, 1]),
        (f"I am sorry for the mistakes.\n{TEA}\n{SALMON}\nI hope this helps.", [0, 1]),
        (f"1. {TEA}\n2. {SALMON}", [0, 1]),
        (f"(1) {TEA}\n- {SALMON}", [0, 1]),
        (f"{SALMON}\n{TEA}", [0, 1]),
        (f"2. {SALMON}\n1. {TEA}", [0, 1]),
        (SALMON, [1]),
        (f"2. {SALMON}", [1]),
        (f"NONE\n{SALMON}", [1]),
        (f"1. NONE\n2. {SALMON}", [1]),
        (f"{TEA}\nNONE", [0]),
        (f"{TEA} {SALMON}", []),
        ("NONE\nNONE", []),
        ("", []),
    ],
)
def test_a_line_goes_where_it_belongs(reply: str, places: list[int]) -> None:
    assert placed(reply, REFUSED) == {place: BOTH[place] for place in places}


def test_a_line_that_is_like_none_goes_where_one_is_missing() -> None:
    other = "The duty on tea was lowered in May. [1]"
    assert placed(f"{SALMON}\n{other}", REFUSED)[0] == other.replace(". [1]", " [1].")


def test_numbers_that_cannot_be_places_are_not_trusted() -> None:
    assert placed(f"7. {TEA}\n7. {SALMON}", REFUSED) == BOTH
