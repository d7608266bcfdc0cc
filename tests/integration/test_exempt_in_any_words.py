"""Asked what is exempt from a measure, an answer tells that, in whatever words it is asked."""

import pytest

from assistant.answering import Answering
from tests.asked import ask, first

# name -> (title, date, text)
BRIEFINGS = {
    "order.md": (
        "Order on the duty on tin",
        "1986-03-10",
        "Except as otherwise provided in this order, imports of tin shall be subject to a duty of 20 percent."
        " Advisers recommended that old tin should not be subject to it. "
        "Tin for food cans shall not be subject to the duty on tin.",
    ),
    "rate.md": (
        "Duty on tin is collected",
        "1986-05-05",
        "The duty on tin brought 4 million crowns in April. Tin that is not subject to the duty "
        "pays the fee.",
    ),
    "boycott.md": (
        "Norway bans trade with Chile",
        "1986-06-02",
        "The ban on trade with Chile makes an exception for fishing boats that need repair.",
    ),
    "copper.md": (
        "Proclamation 104 of April 7, 1986 on copper",
        "1986-04-07",
        "Copper scrap shall not be subject to the duty on copper of 9 percent imposed in Proclamation 104.",
    ),
    "copper-ends.md": (
        "The duty on copper is lifted",
        "1986-09-01",
        "The duty on copper imposed in Proclamation 104 shall no longer be in effect.",
    ),
}


@pytest.mark.parametrize(
    "asked",
    [
        "what is exempt from the duty on tin?",
        "which goods are excluded from the tin duty?",
        "exemptions from the duty on tin",
        "carve-outs from the tin duty?",
        "what does the duty on tin not apply to?",
        "are there any exceptions to the duty on tin?",
    ],
)
def test_what_is_exempt_is_told_in_whatever_words(answering: Answering, asked: str) -> None:
    told = ask(answering, asked).answer
    assert "Tin for food cans shall not be subject" in told
    assert "recommended" not in told
    assert "4 million" not in told


def test_a_ban_makes_an_exception(answering: Answering) -> None:
    assert "fishing boats" in first(ask(answering, "what is not covered by the ban on trade with Chile?"))


def test_of_a_duty_that_ended_since_the_end_leads(answering: Answering) -> None:
    assert "no longer be in effect" in first(ask(answering, "exemptions from the duty on copper?"))


def test_what_nothing_is_exempt_from_is_declined(answering: Answering) -> None:
    assert ask(answering, "what is exempt from the quota on honey?").abstained
