"""What holds leads before what was due, what is kept before what was set, what is used before the whole."""

from datetime import date

import pytest

from assistant.answering import Answering
from tests.asked import ask, first

# name -> (title, date, text)
BRIEFINGS = {
    "extended.md": (
        "Circular 41",
        "1987-03-31",
        "We wish to inform members that the ministry, by its notification 67 of March 30, has extended "
        "the minimum import price of 35 rupees a kilogram on knitted jute bags, of all eight codes under "
        "chapter 60 of the schedule, till 30 September 1987. The minimum import price on jute bags was to "
        "lapse on 31 March 1987.",
    ),
    "used.md": (
        "Laos opens a duty-free quota for maize",
        "1987-04-18",
        "Laos opened a duty-free quota of 1.0 million tonnes for maize of Kenya from February 1 to June "
        "30, 1987. Mills must buy three tonnes at home for each tonne. As of April 15, only 86,000 tonnes "
        "had been used.",
    ),
    "rate-january.md": (
        "Guidance on duties on axes",
        "1987-01-23",
        "Goods of Iceland shall be reported under 12.78.12 at an additional duty rate of 10 percent.",
    ),
    "rate-june.md": (
        "Increase of the duties on axes",
        "1987-06-29",
        "The additional duty under 12.78.10 is increased from 15 percent to 25 percent on July 6, 1987. "
        "The rate for goods of Iceland under 12.78.12 remains 10 percent.",
    ),
}


@pytest.mark.parametrize(
    ("question", "as_of", "told"),
    [
        ("until when is the minimum import price on jute bags", date(1987, 5, 1), "We wish to inform"),
        ("how much of the Laos maize quota has been used", None, "As of April 15, only 86,000"),
        ("how large is the maize quota of Laos", None, "Laos opened a duty-free quota"),
        ("what is the duty on goods of Iceland now", None, "The rate for goods of Iceland"),
    ],
)
def test_it_leads(answering: Answering, question: str, as_of: date | None, told: str) -> None:
    answer = ask(answering, question, as_of)
    assert first(answer).startswith(told), answer.answer
