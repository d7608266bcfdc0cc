"""Which question a follow-up goes on from, and how much of that one it takes along."""

import pytest

from assistant.asking.followups.standalone import standalone
from assistant.asking.typed.spelling import written_out


def asked(*conversation: str) -> str:
    *earlier, question = map(written_out, conversation)
    return standalone(question, earlier)


@pytest.mark.parametrize(
    ("conversation", "expected"),
    [
        (("Peru's wheat duty?", "tin ban?", "back to wheat - since when"), "since when (Peru's wheat duty?)"),
        (("Peru's wheat duty?", "tin bans of Chile", "ok go back to peru's wheat"), "Peru's wheat duty?"),
        (("rate for a Swiss miller", "oats?", "go back to the rate - i meant Peru not Swiss"),
         "rate for a Peru miller"),
        (("Chile's copper quota?", "back to wheat, who buys it"),
         "back to wheat, who buys it (Chile's copper quota?)"),
    ],
)  # fmt: skip
def test_who_goes_back_leaves_out_what_was_asked_between(
    conversation: tuple[str, ...], expected: str
) -> None:
    assert asked(*conversation) == expected


@pytest.mark.parametrize(
    ("conversation", "expected"),
    [
        (("Chile's gold reserves", "no wait i need the wheat pact w us, what changed"),
         "the wheat pact with us, what changed (Chile)"),
        (("Chile's gold reserves", "no, Peru's"), "Peru's gold reserves"),
        (("Chile's wheat duty", "sorry, the rate for Peru"), "Peru's wheat duty"),
    ],
)  # fmt: skip
def test_a_correction_may_ask_of_something_else(conversation: tuple[str, ...], expected: str) -> None:
    assert asked(*conversation)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("conversation", "expected"),
    [
        (("what has Peru promised", "wheat from there, rate?"), "wheat from Peru, rate?"),
        (("what has Peru promised", "wheat from there, rate?", "same for Chile?"), "wheat from Chile, rate?"),
        (("Peru and Chile at odds", "wheat from there?"), "wheat from there? (Peru and Chile at odds)"),
        (("a wheat ban of Peru", "are there exceptions"), "what is exempt from a wheat ban of Peru?"),
    ],
)
def test_there_is_the_one_party_asked_about(conversation: tuple[str, ...], expected: str) -> None:
    assert asked(*conversation) == expected


@pytest.mark.parametrize(
    ("conversation", "expected"),
    [
        (("wheat duty now?", "what do the Swiss pay"), "what do the Swiss pay on wheat"),
        (("raw wool duty", "and what does Peru pay", "on tin?"), "and what does Peru pay on tin"),
        (("latest on Peru", "what do the Swiss pay"), "what do the Swiss pay"),
        (("Peru's wheat duty", "millers exempt tho?"), "millers exempt though? (Peru's wheat duty)"),
        (("Peru's wheat duty", "full year target then"), "full year target then (Peru's wheat duty)"),
        (("what did Chile get from the EU", "Peru got wheat too?"),
         "Peru got wheat too? (what did Peru get from the EU)"),
        (("what does Chile pay on wheat", "Peru same as that?"), "what does Peru pay on wheat"),
        (("us plan on grain stocks", "Chile?"), "Chile plan on grain stocks"),
    ],
)  # fmt: skip
def test_it_goes_on_from_what_it_does_not_say_itself(conversation: tuple[str, ...], expected: str) -> None:
    assert asked(*conversation) == expected


@pytest.mark.parametrize(
    ("conversation", "expected"),
    [
        (("wheat duty as of May 1986", "as of June 1986?"), "wheat duty as of June 1986"),
        (("wheat duty as of May 1986", "and what is Peru's own rate these days"),
         "and what is Peru's own rate these days (wheat duty (Peru))"),
        (("Chile's gap in May 1986", "ok full yr target then"), "ok full yr target then (Chile's gap)"),
        (("Chile's gap in May 1986", "cmon u must have smth", "why"), "why (Chile's gap in May 1986)"),
        (("Chile's gap in May 1986", "just a ballpark", "why"), "why (Chile's gap in May 1986)"),
    ],
)  # fmt: skip
def test_a_day_or_period_of_before_is_left_out_where_another_is_meant(
    conversation: tuple[str, ...], expected: str
) -> None:
    assert asked(*conversation) == expected
