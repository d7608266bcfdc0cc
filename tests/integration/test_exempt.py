"""Asked what a measure does not apply to, an answer names that, and not what it applies to."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "surcharge.md": (
        "Balance-of-payments surcharge on imports into Norway",
        "1987-03-02",
        "I impose a balance-of-payments surcharge of 10 percent on imports into Norway for 150 days. The "
        "balance-of-payments surcharge on imports into Norway takes effect on March 9. The surcharge on "
        "imports into Norway shall not apply to goods of heading 9903.\n\n"
        "For the needs of the economy it shall not apply to these goods: (a) certain ores; (b) bullion; (c) "
        "bananas and coffee.",
    ),
}


@pytest.mark.parametrize(
    "question",
    [
        "what is carved out of norway's balance-of-payments surcharge on imports?",
        "which goods were spared the balance-of-payments surcharge of Norway",
        "list the exemptions from norway's balance-of-payments surcharge",
    ],
)
def test_what_is_exempt_leads(answering: Answering, question: str) -> None:
    answer = answering.answer(AskRequest(question))
    assert not answer.abstained
    first = next(sentence.text for sentence in answer.sentences if sentence.role != "frame")
    assert "shall not apply to these goods" in first
    assert "bananas" in answer.answer


def test_a_list_within_a_line_has_its_lead_in_once(answering: Answering) -> None:
    answer = answering.answer(
        AskRequest("which goods were spared the balance-of-payments surcharge of Norway")
    )
    assert answer.answer.count("shall not apply to these goods") == 1
    assert "(a) certain ores; (b) bullion; (c) bananas and coffee." in answer.answer
