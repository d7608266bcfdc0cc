"""What else an answer may begin with, where what was chosen lacks what is asked for."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.asking.question import understand
from assistant.choosing.detail_told import telling_detail
from assistant.choosing.otherwise import others_as_likely
from tests.told import told

DAY = date(1987, 3, 1)


@pytest.mark.parametrize(
    ("told_of", "rate_untold", "found"),
    [
        ("Certain goods of Peru are subject to an additional duty of 50 percent.", True, True),
        ("Certain goods of Peru are subject to an additional duty of 50 percent.", False, False),
        ("Certain goods of Chile are subject to an additional duty of 50 percent.", True, False),
        ("Goods of Peru are subject to an additional duty.", True, False),
    ],
)
def test_where_a_rate_alone_is_lacking_what_charges_the_party_may_lead(
    told_of: str, rate_untold: bool, found: bool
) -> None:
    first, other = told(("The duty on Peru is put off.", DAY, 9.0), (told_of, DAY, 8.5))
    asked = understand("how high is us duty on Peru over dairy", DAY)
    others = others_as_likely(asked, [first, other], [first], rate_untold)
    assert others == ([other] if found else [])


@pytest.mark.parametrize(
    ("asked", "general", "telling", "found"),
    [
        (
            "why did tin exports fall",
            "Tin exports fell in May.",
            "Tin exports fell because of strikes.",
            True,
        ),
        (
            "why did tin exports fall",
            "They fell owing to rain.",
            "Tin exports fell because of strikes.",
            False,
        ),
        ("why did tin exports fall", "They fell, not owing to rain.", "Tin fell because of strikes.", True),
        ("when did the tin duty start", "The duty on tin is high.", "The tin duty starts on May 4.", True),
        ("what is new on tin", "The duty on tin is high.", "The tin duty starts on May 4.", False),
    ],
)
def test_what_tells_the_type_of_answer_may_lead_where_nothing_chosen_does(
    asked: str, general: str, telling: str, found: bool
) -> None:
    first, other = told((general, DAY, 9.0), (telling, DAY, 6.0))
    first = replace(first, marks=replace(first.marks, answers=2.0, subject=1.0))
    other = replace(other, marks=replace(other.marks, answers=1.5, subject=1.0, detail=1.0))
    others = telling_detail(understand(asked, DAY), [first, other], [first])
    assert others == ([other] if found else [])


def test_what_tells_the_type_of_answer_does_not_lead_where_it_hardly_answers() -> None:
    first, other = told(("Tin fell.", DAY, 9.0), ("Zinc fell because of strikes.", DAY, 8.5))
    first = replace(first, marks=replace(first.marks, answers=3.0))
    other = replace(other, marks=replace(other.marks, answers=1.2))
    assert telling_detail(understand("why did tin fall", DAY), [first, other], [first]) == []
