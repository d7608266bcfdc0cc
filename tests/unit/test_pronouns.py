"""A question on charges that lacks only the party's name is asked with that name, and nothing behind it."""

import pytest

from assistant.asking.followups.standalone import asked_outright, standalone

BOUGHT = "what did Peru agree to buy"


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("what tariff do they pay", "what tariff does Peru pay"),
        ("what duties are they facing now?", "what duties is Peru facing now?"),
        ("what is their tariff on wheat", "what is Peru's tariff on wheat"),
        ("how high is the duty they face", "how high is the duty Peru faces"),
        ("what rate are their goods charged", "what rate are Peru's goods charged"),
        ("what's the duty on them", "what's the duty on Peru"),
        ("what tariff does it face", "what tariff does Peru face"),
    ],
)
def test_the_party_takes_the_place_of_its_pronoun(question: str, asked: str) -> None:
    assert standalone(question, [BOUGHT]) == asked
    assert asked_outright(question, [BOUGHT]) == asked


@pytest.mark.parametrize(
    "question",
    ["when did they sign it", "what did they get in return", "is that still what they pay",
     "what tariff is it", "who leads them", "what rate for the sol did they settle on"],
)  # fmt: skip
def test_what_lacks_more_than_a_name_carries_the_question_before(question: str) -> None:
    assert standalone(question, [BOUGHT]) == f"{question} ({BOUGHT})"


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("duty on peruvian cotton", "what duty does Peru pay on cotton"),
        ("how much cotton did Peru buy", "what duty does Peru pay"),
        ("did Peru and Chile agree on cotton", "what duty do they pay (did Peru and Chile agree on cotton)"),
        ("duty on Peru as of May 1986", "what duty do they pay (duty on Peru as of May 1986)"),
    ],
)
def test_goods_come_along_from_a_question_on_charges_alone(before: str, asked: str) -> None:
    assert standalone("what duty do they pay", [before]) == asked


def test_what_comes_behind_goes_on_from_the_question_as_it_was_asked() -> None:
    assert (
        standalone("since when", [BOUGHT, "what tariff do they pay"])
        == "since when (what tariff does Peru pay)"
    )
