"""The trade balance of two parties with each other is not that of one of them with all others."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "all.md": (
        "Kenyan surplus is a record",
        "1987-03-17",
        "Kenya's growing trade surplus increased to a record 16.8 billion U.S. dollars in 1986 from 11.2 "
        "billion in 1985, a bank official said.",
    ),
    "with-us.md": (
        "Kenya asked to revalue",
        "1987-03-16",
        "Kenya's surplus with the U.S. hit a record 13.6 billion U.S. dollars in 1986.",
    ),
    "ghana.md": (
        "Ghana to buy American wheat",
        "1987-04-29",
        "Ghana will buy U.S. wheat to cut its surplus with the U.S. The trade surplus rose to a record 5.4 "
        "billion U.S. dollars last year, Ghanaian figures show.",
    ),
    "peru.md": (
        "Peru posts surplus",
        "1987-04-27",
        "Peru posted a trade surplus of 124 billion U.S. dollars in 1986, after 86 billion in 1985.",
    ),
    "gap.md": (
        "Chilean gap to narrow",
        "1987-06-01",
        "The Chilean trade gap narrowed to 13.2 billion pesos in March from 15.1 billion in February and is "
        "expected to narrow further in April.",
    ),
    "forecast.md": (
        "Minister sees Chile's gap shrink",
        "1987-03-25",
        "The minister predicted the Chilean trade gap, which was 170 billion pesos in 1986, would decline by "
        "30 to 40 billion pesos in 1987.",
    ),
}


@pytest.mark.parametrize(
    "asked",
    [
        "What was Kenya's trade surplus with the US in 1986?",
        "What was the US trade deficit with Kenya in 1986?",
        "Kenya's surplus with America in 1986",
    ],
)
def test_the_balance_with_the_other_is_told_alone(answering: Answering, asked: str) -> None:
    answer = answering.answer(AskRequest(asked)).answer
    assert "13.6 billion" in answer
    assert "16.8" not in answer


def test_a_balance_told_behind_both_is_theirs(answering: Answering) -> None:
    assert "5.4 billion" in answering.answer(AskRequest("Ghana's trade surplus with the US?")).answer


def test_the_whole_balance_is_still_told(answering: Answering) -> None:
    assert "16.8 billion" in answering.answer(AskRequest("What was Kenya's trade surplus in 1986?")).answer


@pytest.mark.parametrize(
    "asked", ["Peru's trade surplus with the US in 1986?", "trade gap between Peru and Kenya?"]
)
def test_a_balance_told_of_nowhere_is_declined(answering: Answering, asked: str) -> None:
    assert answering.answer(AskRequest(asked)).abstained


@pytest.mark.parametrize(
    "asked", ["How big was Chile's trade gap in March?", "How wide was Chile's trade gap in March?"]
)
def test_the_figure_of_the_month_leads(answering: Answering, asked: str) -> None:
    answer = answering.answer(AskRequest(asked))
    told = [of.text for of in answer.sentences if of.role != "frame"]
    assert "13.2 billion" in told[0]
