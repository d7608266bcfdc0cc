"""A figure is told where it is of the party, of the quantity and of the period asked about."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "tin.md": (
        "Bolivia wants to ship more tin",
        "1987-03-25",
        "In 1984 Norway reached accords with seven exporters of tin - Bolivia, Chile, Kenya, Mexico, "
        "Nigeria, Peru and Thailand - to reduce their shipments by about 30 pct in 1985. The restraints set "
        "that for 1987 Bolivia's tin exports could not exceed 600 tonnes, rising to 640 tonnes in 1988. Its "
        "tin producers met in La Paz.",
    ),
    "barley.md": (
        "Finland seeks an end to aid for barley",
        "1987-04-20",
        "Sweden and Denmark were told of it. Finland will propose that aid for barley be phased out over a "
        "five year period. The minister spoke of barley.",
    ),
    "denmark.md": (
        "Denmark's farmers",
        "1987-04-08",
        "Denmark was given a three year accord on ham. The accord on ham ends in March.",
    ),
    "reserves.md": (
        "Ecuador posts eight-month trade deficit",
        "1987-10-20",
        "Ecuador posted a trade deficit of 71 million dollars in the first eight months of 1987. The value "
        "of exports from January to August 1987 stood at 1.1 billion dollars and imports 1.2 billion "
        "dollars. Net reserves declined to 57 million dollars at end-September.",
    ),
    "payments.md": (
        "Italy's balance of payments in deficit in May",
        "1987-06-18",
        "Italy's overall balance of payments showed a deficit of 3,211 billion lire in May. Italy had spent "
        "more on hard currency debt than in 1986.",
    ),
    "dinar.md": (
        "Yugoslav economy worsened in 1986",
        "1987-04-13",
        "The trade deficit of Yugoslavia for 1986 was 2.0 billion dollars, 25.7 pct higher than in 1985. "
        "The surplus with the convertible currency area fell to 245 million dollars in 1986 from 344 "
        "million. The dinar fell by 73.1 pct in 1986.",
    ),
}


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        ("mexico tin cap to norway for 1988", "a figure for 1988"),
        ("how long is denmarks barley aid phase out", "a length of time for Denmark"),
        ("ecuador trade balance september", "a figure for September"),
        ("ecuador exports september 1987", "a figure for September 1987"),
        ("italy trade deficit may 1987", "a figure for May 1987"),
        ("how much did the lira fall in 1986", "how far the lira moved"),
        ("how much did the zloty fall in 1986", "how far the zloty moved"),
    ],
)
def test_the_figure_of_another_is_none(answering: Answering, question: str, lacks: str) -> None:
    answer = answering.answer(AskRequest(question))
    assert answer.declined
    assert lacks in answer.declined.not_found


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("bolivia tin cap to norway for 1988", "640 tonnes in 1988"),
        ("how long is finlands barley aid phase out", "five year period"),
        ("ecuador reserves end september 1987", "57 million"),
        ("ecuador exports january-august 1987", "1.1 billion"),
        ("italy balance of payments may 1987", "3,211 billion"),
        ("how much did the dinar fall in 1986", "73.1 pct"),
    ],
)
def test_ones_own_figure_is_told(answering: Answering, question: str, told: str) -> None:
    assert told in answering.answer(AskRequest(question)).answer
