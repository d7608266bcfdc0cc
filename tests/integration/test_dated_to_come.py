"""A briefing whose date is still to come is not the newest one, and an answer from it says so."""

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "kenya.md": (
        "Kenya cuts duty",
        "1987-03-02",
        "Kenya will lower its duty on tea on April 1, 1987, it said.",
    ),
    "peru.md": (
        "Peru cuts duty",
        "1987-03-09",
        "Peru lowered its duty on fish to 4 percent on March 9, 1987.",
    ),
    "egypt.md": (
        "Egypt to sign",
        "2987-01-05",
        "Egypt will sign an agreement on trade in rice next week, it said.",
    ),
}


def test_it_is_not_the_newest(answering: Answering) -> None:
    answer = answering.answer(AskRequest("What is new?"))
    assert answer.citations[0].title == "Peru cuts duty"


def test_what_is_ahead_is_so_from_the_newest_of_the_others(answering: Answering) -> None:
    answer = answering.answer(AskRequest("Which deadlines come next?"))
    assert [citation.title for citation in answer.citations] == ["Kenya cuts duty"]


def test_an_answer_from_it_says_that_its_date_is_to_come(answering: Answering) -> None:
    answer = answering.answer(AskRequest("Will Egypt sign an agreement on rice?"))
    assert [warning.text for warning in answer.warnings] == [
        "“Egypt to sign” is dated 5 January 2987, which is still to come: check its date."
    ]
