"""What one party did, or one body of it, another did not."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "pact.md": (
        "The Peru-Oman wheat pact",
        "1986-09-12",
        "Peru and Oman signed their wheat pact in Geneva on May 6. Oman ratified the pact on September 3. "
        "The parliament in Lima has opened hearings on the pact.",
    ),
    "law.md": (
        "Chile's law on zinc",
        "1986-10-03",
        "Chile's senate passed the law on zinc on October 2.",
    ),
    "ban.md": (
        "Kenya and Ghana on tea",
        "1986-10-10",
        "Ghana lifted its ban on tea from Kenya on October 8.",
    ),
    "lamps.md": (
        "A levy on lamps",
        "1986-10-11",
        "The levy on lamps holds for those that the Department of Mines has approved. "
        "The congress heard of it.",
    ),
    "lead.md": (
        "The president on lead",
        "1986-10-12",
        "The president would veto a House-passed law on lead.",
    ),
    "coffee.md": (
        "Coffee goes to Ghana again",
        "1986-10-12",
        "The ban of Ghana on coffee was lifted in May.",
    ),
}


def ask(answering: Answering, question: str) -> str:
    answer = answering.answer(AskRequest(question))
    return f"{'Declined: ' if answer.abstained else ''}{answer.answer}"


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("when did Peru ratify the wheat pact with Oman", "Peru"),
        ("has the Peruvian parliament ratified the wheat pact with Oman", "the parliament of Peru"),
        ("when did Kenya lift its ban on tea", "Kenya"),
        ("did the Chilean court pass the law on zinc", "the court of Chile"),
        ("has congress approved the levy on lamps", "the congress"),
        ("did the senate pass the law on lead", "the senate"),
    ],
)
def test_what_another_did_is_no_answer(answering: Answering, question: str, who: str) -> None:
    told = ask(answering, question)
    assert told.startswith("Declined: ")
    assert f"that {who} did this" in told


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("when did Oman ratify the wheat pact with Peru", "September 3"),
        ("when did Oman sign the wheat pact with Peru", "May 6"),  # it takes two
        ("when did Chile pass the law on zinc", "October 2"),
        ("when did the Chilean parliament approve the law on zinc", "October 2"),
        ("when did Ghana lift its ban on coffee", "in May"),  # nobody else is named
    ],
)
def test_what_who_is_asked_about_did_is_told(answering: Answering, question: str, stated: str) -> None:
    assert stated in ask(answering, question)
