"""What is asked on behind a question on a duty is asked in full: of it, of other goods, of another party."""

import json

import pytest

from assistant.asking.followups.standalone import asked_outright, standalone
from assistant.asking.typed.beside import without_beside
from assistant.asking.typed.claims import claim_asked
from tests.evals.asked_on import FIRST, IN_FULL, MESSAGES

NAMES = {"goods": "copper pipes", "party": "Chile", "party2": "Peru", "goods2": "tin cans"}
ASKED = FIRST.format(**NAMES)
# Of the messages of the two hands that were looked at, and of those of the third.
IN_FULL_AT_LEAST = {1: 0.95, 2: 0.75, 3: 0.75}


@pytest.mark.parametrize("hand", IN_FULL_AT_LEAST)
def test_what_hands_wrote_who_did_not_know_it_is_asked_in_full(hand: int) -> None:
    lines = map(json.loads, MESSAGES.read_text("utf-8").splitlines())
    messages = [(of["text"], IN_FULL[of["kind"]]) for of in lines if of["hand"] == hand]
    read = [
        standalone(without_beside(text.format(**NAMES)), [ASKED]) == full.format(**NAMES)
        for text, full in messages
    ]
    assert sum(read) >= IN_FULL_AT_LEAST[hand] * len(read)


@pytest.mark.parametrize(
    ("earlier", "message", "whole"),
    [
        ((ASKED, "any exemptions?"), "and Peru?", IN_FULL["exempt"].format(**(NAMES | {"party": "Peru"}))),
        ((ASKED, "since when?"), "why?", IN_FULL["grounds"].format(**NAMES)),
        ((ASKED, "why?"), "is it still in force?", IN_FULL["holds"].format(**NAMES)),
        ((ASKED, "still on?"), "not Chile, Peru", IN_FULL["holds"].format(**(NAMES | {"party": "Peru"}))),
        ((ASKED, "legal basis?", "anything carved out?"), "still on?", IN_FULL["holds"].format(**NAMES)),
        ((ASKED, "why?"), "and tin cans?", "what is the tariff on tin cans from Chile?"),
        ((ASKED, "any exemptions?", "since when?"), "why?", IN_FULL["grounds"].format(**NAMES)),
        ((ASKED, "and tin cans?"), "and Peru?", "what is the tariff on tin cans from Peru?"),
        (("what was the duty on tin in May 1986?",), "has it ended?", "is the duty on tin still in force?"),
        (("what do Chile's tins pay?",), "excluded?", "what is exempt from the tariff on Chile's tins?"),
    ],
)  # fmt: skip
def test_it_is_asked_as_though_nothing_had_been_asked_before(
    earlier: tuple[str, ...], message: str, whole: str
) -> None:
    assert asked_outright(message, earlier) == whole


@pytest.mark.parametrize(
    "message",
    ["do the same for Peru", "ok, now Peru", "I typed Chile but meant Peru", "wrong country, sorry. Peru",
     "Oops, wrong country, it should have been Peru.", "actually I was asking about Peru, not Chile",
     "Could you give me the same for Peru, please?", "I actually meant to ask about Peru, my mistake"],
)  # fmt: skip
@pytest.mark.parametrize(
    "asked",
    ["did {} retaliate?", "what is the status of the talks with {}?", "when does the duty on {} take effect?",
     "how much will {} invest in the US?"],
)  # fmt: skip
def test_any_question_of_a_party_is_asked_of_another_that_is_all_a_message_names(
    asked: str, message: str
) -> None:
    read = standalone(without_beside(claim_asked(message)), [asked.format("Chile")])
    assert read == asked.format("Peru")


@pytest.mark.parametrize(
    "message",
    [
        "who decided that?", "is it still 9 percent?", "why is it still in force?", "how was it lifted?",
        "does Peru retaliate?", "what did Peru say?",
        "is Peru exempt?", "how many tin cans were sold?", "who sells tin cans?",
    ],
)  # fmt: skip
def test_what_asks_anything_else_is_not(message: str) -> None:
    asked = asked_outright(message, [ASKED])
    assert asked is None or asked not in {full.format(**NAMES) for full in IN_FULL.values()}


@pytest.mark.parametrize(
    ("before", "message"),
    [
        ("how did Peru answer the duty on tin?", "and Chile?"),  # of whoever answers, not of whose tin
        ("Peru's tin duty", "and Chile?"),  # which Peru charges
        ("was the duty on tin raised?", "why?"),
        ("who complained of the tin duty?", "on what grounds?"),
        ("what duty was put on tin?", "any exemptions?"),
        ("status of the talks with Peru", "still on?"),
    ],
)
def test_what_goes_on_from_another_question_is_left_to_it(before: str, message: str) -> None:
    asked = asked_outright(message, [before])
    assert asked is None or not asked.startswith(("why was", "what is exempt", "is the"))
