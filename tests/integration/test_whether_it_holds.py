"""Asked whether a measure holds, an answer leads with what was ended, put off or prolonged of it."""

import pytest

from assistant.answering import Answering
from assistant.desk import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "salt.md": (
        "Norway looks again at its salt duty",
        "1987-03-02",
        "Norway stated in January that its duty on salt would rise from 12 to 20 percent on March 1. "
        "Mills in Bergen have paid the duty of 12 percent on salt for two years. "
        "The rise of Norway's salt duty is now postponed until the autumn. "
        "The duty on salt brings in 4 million crowns a year.",
    ),
    "soap.md": (
        "Norway ends its levy on soap",
        "1987-03-09",
        "Norway charged a levy of 6 percent on soap from Denmark under a law of 1984. "
        "The levy on soap from Denmark was lifted on March 8. "
        "Danish mills sold 300 tonnes of soap to Norway in 1986.",
    ),
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("is the salt duty rise of Norway still on", "postponed until the autumn"),
        ("is Norway's levy on Danish soap still charged?", "was lifted on March 8"),
    ],
)
def test_what_became_of_it_leads(answering: Answering, question: str, told: str) -> None:
    answer = answering.answer(AskRequest(question))
    assert not answer.abstained
    assert told in answer.sentences[1].text


def test_asked_how_high_it_is_a_rate_leads(answering: Answering) -> None:
    answer = answering.answer(AskRequest("how high is Norway's duty on salt?"))
    assert "12 to 20 percent" in answer.sentences[1].text
