"""A rate that a later act changes in an item of a list, behind a long lead-in, is told as changed."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "parcels.md": (
        "Duty on parcels from Chile",
        "1987-04-02",
        "By the authority of the council it is decreed, as Decree 5510, that a duty of 30 percent is charged "
        "on postal parcels from Chile.",
    ),
    "raised.md": (
        "Council answers retaliation",
        "1987-04-09",
        "To ensure that the duties charged under section 3 of this decree are not circumvented and that the "
        "purpose of Decree 5500, as changed by the decree of April 8, 1987, and of this decree is not "
        "undermined, the council also deems it necessary and appropriate to:\n\n"
        "(a) increase the rate of duty set forth in section 2 of Decree 5510 of April 2, 1987, from 30 "
        "percent to 60 percent; and\n\n"
        "(b) increase the duty per parcel from 10 to 20 crowns.",
    ),
}


@pytest.mark.parametrize(
    "asked",
    [
        "what duty do postal parcels from Chile pay?",
        "what is the duty on parcels from Chile?",
        "what duty is charged on postal parcels from Chile",
    ],
)
def test_the_rate_as_changed_is_told(answering: Answering, asked: str) -> None:
    answer = answering.answer(AskRequest(asked))
    assert "60 percent" in answer.answer
