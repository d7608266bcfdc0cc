"""What an order says others impose has ended where what it names for that, sentences before, has ended."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

BRIEFINGS = {
    "southern.md": (
        "Imposing Duties for What Crosses the Southern Pass",
        "1986-02-03",
        "Locusts cross the Southern Pass. By the Grave Harm Act (GHA) I declare an emergency.\n\n"
        "All articles of Peru shall be subject to an additional duty of 25 percent, and coal to one of 10.",
    ),
    "all-goods.md": (
        "Regulating Imports for Balance",
        "1986-04-02",
        "By the Grave Harm Act (GHA) articles of every country shall pay an additional duty of 9 percent, "
        "but for these.\n\n"
        "I have imposed additional duties pursuant to Order 521 of February 3, 1986 (Imposing Duties for "
        "What Crosses the Southern Pass). However, all goods of Peru and Chile that do not qualify as "
        "originating are presently subject to additional duties of 25 percent, with coal and peat of Peru "
        "presently subject to the lower additional duty of 10 percent.",
    ),
    "ending.md": (
        "Ending Certain Duties",
        "1987-02-02",
        "In Order 521 of February 3, 1986 (Imposing Duties for What Crosses the Southern Pass), and in Order "
        "600 of April 2, 1986 (Regulating Imports for Balance), I found grave harm.\n\n"
        "The duties imposed under the GHA in Order 521, as amended, and Order 600, as amended, shall no "
        "longer be in effect.",
    ),
}


@pytest.mark.parametrize(
    "question",
    [
        "is the 10 percent duty on Peruvian coal still charged?",
        "is the duty on peat of Peru still in force?",
    ],
)
def test_its_end_leads(answering: Answering, question: str) -> None:
    answer = answering.answer(AskRequest(question))
    assert not answer.abstained
    assert answer.citations[0].source == "ending.md"
    assert "10 percent" in answer.answer
