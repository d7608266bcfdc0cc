"""A follow-up that is only a number asks the question before of that number."""

import pytest

from assistant.asking.followups.standalone import standalone


@pytest.mark.parametrize("asked", ["and 18?", "what about section 18", "so section 18 then"])
def test_another_number_takes_the_place_of_the_one_before(asked: str) -> None:
    assert standalone(asked, ["what is section 17 of the tin law"]) == "what is section 18 of the tin law"


@pytest.mark.parametrize("asked", ["and 1986?", "and 18 percent?"])
def test_a_year_or_a_rate_is_no_number_of_a_law(asked: str) -> None:
    assert "section 17" in standalone(asked, ["what is section 17 of the tin law"])


@pytest.mark.parametrize("asked", ["and 9?", "and who pays 9 percent", "and the 9 pct rate?"])
def test_another_rate_takes_the_place_of_the_one_before(asked: str) -> None:
    assert standalone(asked, ["who got the 6 percent rate on tin"]) == "who got the 9 percent rate on tin"
