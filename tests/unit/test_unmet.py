"""What a question rests on or asks a quantity of has to be told by some sentence of its answer."""

from datetime import date

import pytest

from assistant.needs import NEEDS
from assistant.question import Question, understand
from assistant.unmet import unmet

NEWEST = date(1987, 6, 1)
UNDONE = "anything that was ended, withdrawn or refused"
LATER = "a briefing as late as that"

# A question, a sentence that is near it and does not tell what it needs, one that tells it.
CASES = {
    UNDONE: (
        "why did Hungary pull out of the wheat accord?",
        "Hungary and Austria signed an accord on wheat in Geneva.",
        "Hungary ended the wheat accord because the quota was not filled.",
    ),
    "anything that was put back": (
        "when was the levy on maize reinstated",
        "The levy on maize was 4 percent.",
        "From May 4 the levy on maize applies again.",
    ),
    "a case brought or an appeal": (
        "did the growers sue over the duty",
        "The growers dislike the duty.",
        "The growers asked a court to lift the duty.",
    ),
    "a vote": (
        "what was the vote on the trade bill",
        "The trade bill is before the House.",
        "The House passed the trade bill, 290 to 137.",
    ),
    "a weight, a volume or a number of pieces": (
        "tonnage of the beef quota",
        "Austria opens a quota for beef.",
        "Austria opens a quota for 5,000 tonnes of beef.",
    ),
    "a price by weight or piece": (
        "min price of butter, $/kg",
        "Butter is sold below 2 dollars.",
        "Butter is sold at 2 dollars a kilogram.",
    ),
    "an area": (
        "acreage of the vineyards",
        "The vineyards are in the south.",
        "The vineyards have 300 hectares.",
    ),
    "a capacity in watts": (
        "how many MW do the dams have",
        "Two dams are built.",
        "Two dams of 400 megawatts are built.",
    ),
    "a number of people": (
        "how many workers does the mill have",
        "The mill makes 40,000 tonnes of flour.",
        "The mill employs 1,200 workers.",
    ),
    "an amount of money": (
        "price tag of the dam",
        "The dam is 200 metres high.",
        "The dam takes 40 million schillings.",
    ),
    "an exact day": (
        "exact date the quota opens",
        "The quota opens within six months.",
        "The quota opens on 4 May.",
    ),
    "a tariff code": (
        "which HS codes are spared",
        "Some goods are spared, in Annex II.",
        "Heading 1001 is spared.",
    ),
}


def lacks(question: Question, *sentences: str) -> tuple[str, ...]:
    """What is lacking where every sentence concerns the parties asked about."""
    return unmet(question, sentences, sentences, NEWEST)


@pytest.mark.parametrize("need", CASES)
def test_what_no_sentence_tells_is_named_and_what_one_tells_is_not(need: str) -> None:
    asked, near, told = CASES[need]
    question = understand(asked, NEWEST)
    assert lacks(question, near) == (need,)
    assert lacks(question, near, told) == ()


def test_every_need_is_tried() -> None:
    assert {need.words for need in NEEDS} == set(CASES)


@pytest.mark.parametrize(
    "question",
    [
        "what did Austria get for dropping the sugar quota?",
        "on what ground did the court strike the wheat levy down",
        "Poland tore the coal accord up, why",
        "date the panel ruled against the beef ban",
        "notice period to quit the accord",
        "so Hungary lost the order, what was the cause",
    ],
)
def test_what_was_undone_is_not_taken_on_trust(question: str) -> None:
    assert UNDONE in lacks(understand(question, NEWEST), "Austria and Hungary trade freely.")


@pytest.mark.parametrize(
    "question",
    [
        "did Austria refuse to buy Hungarian wheat",  # that it buys wheat is an answer
        "has the accord with Austria lapsed",
        "is the levy suspended?",
        "and was it withdrawn",
        "how much scrap does Austria buy",  # a metal
        "duty on frozen beef",
        "what does Hungary pay on maize",
        "which stop on the tour is next",
        "how high is the price of butter on the last day of May",
    ],
)
def test_a_question_that_takes_nothing_for_granted_needs_nothing(question: str) -> None:
    assert lacks(understand(question, NEWEST), "Austria buys Hungarian wheat.") == ()


@pytest.mark.parametrize(
    "told",
    [
        "The accord runs until May 4.",
        "The duty applies through July 24, 1987.",
        "The quota shall no longer apply.",
        "Exports to Austria fell by a third.",
        "Austria bans Hungarian beef.",
    ],
)
def test_what_was_undone_is_told_in_many_words(told: str) -> None:
    assert lacks(understand("when was the accord terminated", NEWEST), told) == ()


def test_goods_withdrawn_from_warehouse_undo_nothing() -> None:
    entered = "The duty applies to goods entered, or withdrawn from warehouse for consumption, after May 4."
    assert lacks(understand("why was the duty repealed", NEWEST), entered) == (UNDONE,)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("how much wheat did Egypt actually buy in 1988", (LATER,)),
        ("what was sold in sept 1987", (LATER,)),
        ("how much wheat will Egypt buy in 1988", ()),
        ("how much wheat did Egypt agree to buy in 1988", ()),
        ("what was the goal for 1990", ()),
        ("how much wheat did Egypt buy in 1986", ()),
        ("how much wheat did Egypt buy in 1987", ()),  # the year has begun
    ],
)
def test_how_something_turned_out_after_the_newest_briefing_is_on_no_file(
    question: str, missing: tuple[str, ...]
) -> None:
    assert lacks(understand(question, NEWEST), "Egypt buys wheat.") == missing


def test_without_a_dated_briefing_no_period_is_too_late() -> None:
    asked = understand("how much wheat did Egypt buy in 1988", NEWEST)
    assert unmet(asked, ["Egypt buys wheat."], [], None) == ()


def test_that_one_party_ended_something_does_not_tell_that_another_did() -> None:
    asked = understand("why did Hungary pull out of the accord", NEWEST)
    assert unmet(asked, ["Poland ended its accord."], [], NEWEST) == (UNDONE,)
