"""A duty on whoever buys something has ended, whichever word for buying is used: the act says imports."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

BRIEFINGS = {
    "order.md": (
        "Surcharging Countries Importing Chilean Saltpetre",
        "1986-02-03",
        "Chile keeps locusts. Saltpetre pays for them.\n\nUnder the Grave Harm Act (GHA) a surcharge of 25 "
        "percent may be put on goods of any country that imports Chilean saltpetre.",
    ),
    "note.md": (
        "Fact sheet: a surcharge for Chilean saltpetre",
        "1986-02-04",
        "Yesterday the minister signed an order. Goods of any country that buys saltpetre from Chile pay a "
        "surcharge of 25 percent. The surcharge lapses one year after a country ceases to import it.",
    ),
    "remarks.md": (
        "The minister on saltpetre",
        "1986-05-04",
        "The minister said that tariffs on countries buying Chilean saltpetre work, and that buyers of "
        "Chilean saltpetre pay a surcharge.",
    ),
    "ending.md": (
        "Ending Certain Surcharges",
        "1987-02-02",
        "In Order 521 of February 3, 1986 (Surcharging Countries Importing Chilean Saltpetre), and in Order "
        "522 of February 3, 1986 (Surcharging What Crosses the Western Pass), I found grave harm.\n\n"
        "The surcharges imposed under the GHA in Order 521, as amended; Order 522, as amended; and Order 530 "
        "shall no longer be in effect.",
    ),
}


@pytest.mark.parametrize(
    "question",
    [
        "are surcharges on countries buying Chilean saltpetre still in force?",
        "is the surcharge on buyers of Chilean saltpetre still on?",
        "surcharges on countries that buy saltpetre from Chile - still in effect?",
        "are surcharges on countries importing Chilean saltpetre still in force?",
    ],
)
def test_its_end_leads(answering: Answering, question: str) -> None:
    answer = answering.answer(AskRequest(question))
    assert not answer.abstained
    assert answer.citations[0].source == "ending.md"
