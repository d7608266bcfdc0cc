"""Which sentences can be read without the one before, which is what an answer can open with."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

MINES = " ".join(
    f"Mine {number} in Peru takes zinc and pays duty changes until it is dug." for number in range(16)
)
# name -> (title, date, text)
BRIEFINGS = {
    "outlook.md": (
        "Outlook for Portugal",
        "1987-06-18",
        "Portugal sells more abroad than it did, he said. As a result, the current account surplus of "
        "Portugal will rise to 950 million dollars in 1987, the institute forecasts.",
    ),
    "changes.md": (
        "Duties on zinc lowered",
        "1987-06-01",
        f"{MINES} He heard them. These zinc duty changes are temporary, lasting until December 31, 1988. "
        "These duties on zinc are paid in Lisbon.",
    ),
    "needed.md": (
        "Emergency on fodder",
        "1987-06-29",
        "He told the herders of the north and of the south, and those who trade with them at the fairs and "
        "in the ports, that he had heard all that they had to say and that it was for others to judge. It "
        "is imperative to admit fodder from Morocco without duty because the drought has left herds without "
        "feed.",
    ),
}


@pytest.mark.parametrize(
    ("question", "opens"),
    [
        (
            "forecast for Portugal's current account surplus in 1987",
            "The current account surplus of Portugal",
        ),
        ("zinc duty changes: until when", "These zinc duty changes are temporary"),
        ("why is fodder from Morocco admitted without duty", "It is imperative to admit fodder"),
    ],
)
def test_a_sentence_that_can_be_read_alone_leads(answering: Answering, question: str, opens: str) -> None:
    answer = answering.answer(AskRequest(question)).answer
    assert answer.partition(": ")[2].startswith(opens), answer
