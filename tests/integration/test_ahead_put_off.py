"""Of the days to come, what was put off or called off is none; those of a month or week are kept to it."""

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "quota.md": (
        "A quota on tea",
        "1987-03-02",
        "Kenya will open its quota on tea on May 4, 1987. The opening has since been postponed, and no other "
        "day is named yet.",
    ),
    "talks.md": (
        "Talks with Peru",
        "1987-03-03",
        "The next round of trade talks with Peru will be held in Lima on May 6, 1987. The duty on salmon of "
        "Peru will rise to 9 percent on May 8, 1987.",
    ),
    "off.md": (
        "No round in Lima",
        "1987-03-20",
        "The round of trade talks with Peru in Lima has been called off, and the minister stays at home.",
    ),
    "tin.md": (
        "The duty on tin",
        "1987-03-21",
        "The duty on tin of Ghana will end on April 20, 1987. The duty on cork of Togo will end on June 30, "
        "1987. The round of trade talks with Togo will not be held on May 12, 1987, and was called off.",
    ),
    "fiji.md": (
        "Fiji waits",
        "1987-03-22",
        "The tariff on sugar of Fiji will take effect on April 24, 1987. The tariff on rice of Oman has been "
        "postponed.",
    ),
}


def ask(answering: Answering, question: str, as_of: date | None = None) -> Answer:
    return answering.answer(AskRequest(question, as_of=as_of))


def days(answer: Answer) -> list[str]:
    return [s.text for s in answer.sentences if s.role == "frame" and not s.text.startswith("Days")]


def test_what_was_put_off_or_called_off_is_not_ahead(answering: Answering) -> None:
    assert days(ask(answering, "which deadlines come next?")) == [
        "Ahead, 20 April 1987:",
        "Ahead, 24 April 1987:",
        "Ahead, 8 May 1987:",
        "Ahead, 30 June 1987:",
    ]


def test_before_it_was_called_off_it_is(answering: Answering) -> None:
    assert "Ahead, 6 May 1987:" in days(ask(answering, "which deadlines come next?", date(1987, 3, 10)))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what is due this month?", ["20 April 1987:", "24 April 1987:"]),
        ("which deadlines fall this month?", ["20 April 1987:", "24 April 1987:"]),
        ("deadlines next month", ["8 May 1987:"]),
        ("what is due in the next three weeks?", ["20 April 1987:", "24 April 1987:"]),
        ("what is due next week?", ["20 April 1987:", "24 April 1987:"]),
    ],
)
def test_those_of_a_month_or_week_are_kept_to_it(
    answering: Answering, question: str, told: list[str]
) -> None:
    assert days(ask(answering, question, date(1987, 4, 13))) == told


def test_a_week_without_one_is_said_to_have_none(answering: Answering) -> None:
    answer = ask(answering, "what is due this week?", date(1987, 4, 13))
    assert answer.abstained
    assert answer.declined is not None
    assert "a day from 13 April 1987 to 19 April 1987" in answer.declined.not_found
