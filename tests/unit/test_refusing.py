"""What a chat model writes in the place of an answer."""

import pytest

from assistant.drafting.refusing import refuses, says_nothing


@pytest.mark.parametrize(
    "sentence",
    [
        "I'm sorry, but I can't assist with that.",
        "I am unable to answer this question.",
        "I apologize for the confusion.",
        "Sorry, but I cannot help with that request.",
        "Unfortunately, I cannot provide an answer.",
        "As an AI language model, I have no opinion on tariffs.",
        "I won’t discuss that.",
    ],
)
def test_a_refusal_is_one(sentence: str) -> None:
    assert refuses(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The briefings do not say when the next round takes place.",
        "However, the numbered sentences do not mention rice [2].",
        "The sources provided don't specify a date.",
        "No briefing mentions the rate on rice.",
        "None of the briefings says when it ends.",
        "The available information does not include a date.",
        "No date for further talks is given in the briefings.",
        "The briefings contain no figure for May [1][2].",
    ],
)
def test_that_the_briefings_do_not_say_is_no_statement_on_trade(sentence: str) -> None:
    assert says_nothing(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "“I cannot accept this”, the minister said [1].",
        "I hereby determine that the duty ends on July 1 [1].",
        "Sorry states of affairs were deplored by Peru [1].",
        "The agreement does not mention steel [1].",
        "Japan did not say when the talks go on [2].",
        "The evidence does not support dumping, the Commission found [1].",
        "No date was set for the next round [1].",
        "No duty is charged on goods from Chile [1].",
        "Unfortunately for exporters, the tariff stays [1].",
    ],
)
def test_what_is_said_of_trade_is_neither(sentence: str) -> None:
    assert not refuses(sentence)
    assert not says_nothing(sentence)
