"""What all pay until a day that is over is not told as what a party is charged."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "pact.md": (
        "Pact with Kenya",
        "1986-02-12",
        "The tariff on goods of Kenya shall be kept at 15 percent. The cabinet welcomed it.",
    ),
    "surcharge.md": (
        "A surcharge for a time",
        "1986-02-20",
        "All articles imported into the country shall be subject to a surcharge of 10 percent. The reserves "
        "had fallen for a year. The surcharge shall be charged until July 24, 1986.",
    ),
}


@pytest.mark.parametrize(
    ("as_of", "rate"), [(date(1986, 5, 1), "10 percent"), (date(1986, 9, 1), "15 percent")]
)
def test_what_all_pay_leads_until_its_last_day(answering: Answering, as_of: date, rate: str) -> None:
    answer = answering.answer(AskRequest("what tariff does Kenya pay", as_of=as_of))
    assert rate in next(sentence.text for sentence in answer.sentences if sentence.role != "frame")
