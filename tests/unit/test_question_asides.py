"""What is said beside a question, or left out by it, is not what is asked."""

from datetime import date

import pytest

from assistant.asking.charge_asked import words_beside_a_charge
from assistant.asking.question import understand

ASKED = date(1987, 6, 25)


@pytest.mark.parametrize(
    "text",
    [
        "duty on Peruvian tin, what rate right now? it was 10 in feb",
        "duty on Peruvian tin now (the rate was 10 percent back in February)",
    ],
)
def test_when_it_was_otherwise_is_no_period_that_is_asked_about(text: str) -> None:
    assert understand(text, ASKED).periods == ()


def test_when_it_was_so_is_one_where_that_is_asked() -> None:
    (period,) = understand("duty on Peruvian tin, what was it in February", ASKED).periods
    assert (period.first, period.last) == (date(1987, 2, 1), date(1987, 2, 28))


def test_what_is_not_to_count_is_no_subject_and_no_party() -> None:
    asked = understand("mirror duty on Indian goods, not counting the Soviet oil penalty", ASKED)
    assert asked.parties == ("IN",)
    assert "oil" not in {concept.typed for concept in asked.concepts}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("did the tin duty start on the 19th as planned?", date(1987, 6, 19)),
        ("was it charged on the 2nd?", date(1987, 7, 2)),
    ],
)
def test_a_day_of_the_month_is_the_nearest_one(text: str, day: date) -> None:
    (period,) = understand(text, ASKED).periods
    assert period.first == period.last == day


def test_a_number_in_a_row_is_no_day() -> None:
    assert understand("what came of the 19th round", ASKED).periods == ()


def test_where_a_pact_was_struck_is_no_party_to_it() -> None:
    asked = understand("EC pact the premier signed in Norway, what duty on cars", ASKED)
    assert "NO" not in asked.parties


def test_where_every_duty_is_charged_and_what_goods_are_not_tell_no_duty() -> None:
    asked = understand("non-EFTA Peruvian goods, duty on entry?", ASKED)
    assert asked.details == ("rate",)
    assert asked.parties == ("PE",)
    assert not words_beside_a_charge(asked)
    asked = understand("Peruvian-built boats: tariff at the border?", ASKED)
    assert asked.details == ("rate",)
    assert [concept.typed for concept in words_beside_a_charge(asked)] == ["boats"]
