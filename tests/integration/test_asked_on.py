"""What is asked on behind a question on a duty is answered as the question asked in full."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from tests.evals.asked_on import FIRST, IN_FULL

# name -> (title, date, text)
BRIEFINGS = {
    "pipes.md": (
        "Duty on copper pipes of Chile",
        "1987-03-02",
        "The United States imposes a duty of 12 percent on copper pipes from Chile from March 10. The duty "
        "on copper pipes was imposed because makers at home were harmed by sales below cost. Pipes for ships "
        "are exempt from the duty on copper pipes.",
    ),
    "peru.md": (
        "Copper pipes of Peru",
        "1987-03-09",
        "The United States charges a duty of 9 percent on copper pipes from Peru. Lima called it a burden.",
    ),
    "cans.md": (
        "Tin cans",
        "1987-03-16",
        "The United States charges a duty of 4 percent on tin cans from Chile. Cans of Peru pay 5 percent.",
    ),
}
NAMES = {"goods": "copper pipes", "party": "Chile", "party2": "Peru", "goods2": "tin cans"}
MESSAGES = {
    "party": ("same for Peru please", "ok, now Peru", "what would it be for imports from Peru?"),
    "goods": ("and tin cans?", "I also need it for tin cans", "same country, but tin cans"),
    "holds": ("still on?", "has it been lifted?", "Could you confirm whether it is still in place?"),
    "grounds": ("why?", "what's the legal basis?", "how did the government justify that duty?"),
    "exempt": ("any carve-outs?", "what doesn't it cover", "is anything excluded from that tariff?"),
    "meant": ("Peru I mean", "I typed Chile but meant Peru", "wrong country, sorry. Peru"),
}
FIGURES = {"party": "9 percent", "goods": "4 percent", "meant": "9 percent"}


@pytest.mark.parametrize(("kind", "message"), [(k, text) for k, every in MESSAGES.items() for text in every])
def test_it_is_answered_as_asked_in_full(answering: Answering, kind: str, message: str) -> None:
    first = FIRST.format(**NAMES)
    before = (Turn("user", first), Turn("assistant", answering.answer(AskRequest(first)).answer))
    told = answering.answer(AskRequest(message, before))
    full = answering.answer(AskRequest(IN_FULL[kind].format(**NAMES)))
    assert not full.abstained
    assert told.answer == full.answer
    assert FIGURES.get(kind, "") in told.answer
