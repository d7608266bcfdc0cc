"""What tells by the numbers of acts alone what it is about is shown under the title of its briefing."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "put-off.md": (
        "Levies on Tin and Wool of Peru Put Off",
        "1987-05-04",
        "The first day of the levies imposed in Orders 190, 191, and 192 shall be May 9, 1987.",
    ),
    "rice.md": (
        "Levy on Rice of Chile Put Off",
        "1987-05-04",
        "The first day of the levy on rice of Chile imposed in Order 193 shall be May 10, 1987.",
    ),
}


@pytest.mark.parametrize(
    ("asked", "frame"),
    [
        ("what is the latest on Peru", "As of 4 May 1987, “Levies on Tin and Wool of Peru Put Off”:"),
        ("what is the latest on Chile", "As of 4 May 1987:"),
    ],
)
def test_the_title_says_what_the_acts_are(answering: Answering, asked: str, frame: str) -> None:
    answer = answering.answer(AskRequest(asked))
    assert answer.sentences[0].text == frame
    assert "first day" in answer.sentences[1].text
