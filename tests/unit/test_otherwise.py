"""What else an answer may begin with, where what was chosen lacks what is asked for."""

from datetime import date

import pytest

from assistant.asking.question import understand
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
