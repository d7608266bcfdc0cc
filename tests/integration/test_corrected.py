"""A correction is told in the place of what it takes back, and nowhere else."""

from datetime import date

import pytest

from assistant.answering import Answering
from tests.asked import ask, first

# name -> (title, date, text)
BRIEFINGS = {
    "letter-march.md": (
        "Harbour letter: Kenya and Oman, zinc and a levy in Gabon",
        "1987-03-09",
        "Good morning.\n\n"
        "KENYA–OMAN. The second round of Kenya-Oman free trade talks opens in Muscat today and runs until "
        "Thursday.\n\n"
        "GABON. Gabon cut its export levy on timber to 1.5 percent, an official told us.\n",
    ),
    "letter-april.md": (
        "Harbour letter: Kenya-Oman wrap",
        "1987-04-16",
        "Good morning.\n\n"
        "KENYA–OMAN. Negotiators closed the second round in Muscat on Thursday without a date for the "
        "third.\n\n"
        "CORRECTION. Last Monday's edition misstated Gabon's export levy on timber. It was cut to 2.5 "
        "percent, not 1.5 percent.\n",
    ),
    "code.md": (
        "Correction: codes for chisels",
        "1987-03-12",
        "CORRECTION: A message sent on March 10, 1987 gave the code for chisels of Fiji as 12.30.14. The "
        "correct code is 12.30.16. The duties on chisels of Fiji took effect on March 10, 1987.",
    ),
    "malt.md": (
        "New rates of Peru",
        "1987-05-06",
        "Chile charges 25 percent on malt for brewing, while Peru will exempt the same from duty.",
    ),
    "malt-corrected.md": (
        "Correction: malt in Peru",
        "1987-05-13",
        "Our report of May 6 on the new rates said that Peru would exempt malt for brewing from "
        "duty. It will "
        "charge 11 percent. We regret the error.",
    ),
}


@pytest.mark.parametrize(
    ("question", "wrong", "right"),
    [
        ("what is Gabon's export levy on timber", "to 1.5 percent, an", "It was cut to 2.5 percent"),
        ("latest on Gabon's timber levy", "to 1.5 percent, an", "It was cut to 2.5 percent"),
        ("what is the correct code for chisels of Fiji", "", "The correct code is 12.30.16."),
        ("Peru's duty on malt for brewing", "while Peru will exempt", "It will charge 11 percent."),
    ],
)
def test_a_correction_is_told_with_what_it_corrects(
    answering: Answering, question: str, wrong: str, right: str
) -> None:
    answer = ask(answering, question)
    assert right in answer.answer
    assert not wrong or wrong not in answer.answer


def test_before_the_correction_what_was_told_then_stands(answering: Answering) -> None:
    answer = ask(answering, "what is Gabon's export levy on timber", date(1987, 3, 20))
    assert "to 1.5 percent" in answer.answer


def test_a_correction_of_something_else_does_not_lead(answering: Answering) -> None:
    answer = ask(answering, "when did the duties on chisels of Fiji take effect")
    assert first(answer).startswith("The duties on chisels of Fiji took effect")
