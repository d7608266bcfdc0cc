"""Asked how large something is now, the newest figure that was counted leads, not the one told best."""

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "high.md": (
        "Norway's currency reserves rise",
        "1987-04-29",
        "Norway's currency reserves have risen to a new high of 56 billion crowns, the bank said. Norway's "
        "currency reserves were 50 billion crowns in March.",
    ),
    "curbs.md": (
        "Parliament in Oslo eases curbs on capital",
        "1987-06-16",
        "The bank proposed to ease the curbs to help reduce Norway's currency reserves, which stand at about "
        "60 billion crowns. The bank expects Norway's currency reserves to reach 75 billion crowns. Fishing "
        "fleets asked for credit.",
    ),
    "account.md": (
        "Ecuador's current account",
        "1987-04-24",
        "Ecuador's current account balance was seen at a deficit of 934 million sucres in 1987.",
    ),
    "trade.md": (
        "Ecuador's eight months",
        "1987-10-20",
        "Ecuador's exports from January to August 1987 stood at 1.13 billion sucres and imports at 1.2 "
        "billion. Ecuador had a trade deficit of 71 million sucres in the first eight months of 1987.",
    ),
    "seven.md": (
        "Oslo's list of goods to buy from Peru",
        "1987-04-27",
        "Norway's surplus with Peru was projected to top 10 billion crowns this year, but Oslo has taken "
        "steps to constrain it to the seven billion crown level.",
    ),
    "eight.md": (
        "Norway cuts tariffs for Peru",
        "1987-06-01",
        "Norway's surplus with Peru was expected to widen further in 1987, but Oslo would try to hold it "
        "below eight billion crowns.",
    ),
}


def first(answer: Answer) -> str:
    return next(sentence.text for sentence in answer.sentences if sentence.role != "frame")


@pytest.mark.parametrize("question", ["norway currency reserves now", "norways latest currency reserves?"])
def test_the_newest_counted_figure_leads(answering: Answering, question: str) -> None:
    assert "60 billion" in first(answering.answer(AskRequest(question)))


def test_who_asks_for_what_is_expected_is_told_that(answering: Answering) -> None:
    assert "75 billion" in first(answering.answer(AskRequest("norway currency reserves, what is expected?")))


def test_a_balance_of_another_kind_does_not_lead(answering: Answering) -> None:
    assert "71 million" in first(answering.answer(AskRequest("ecuador trade bal jan-aug 87")))


@pytest.mark.parametrize(("day", "level"), [(None, "eight billion"), (date(1987, 5, 1), "seven billion")])
def test_the_newest_aim_of_this_year_leads(answering: Answering, day: date | None, level: str) -> None:
    asked = "what ceiling is norway aiming at for its surplus with peru this year?"
    assert level in first(answering.answer(AskRequest(asked, as_of=day)))
