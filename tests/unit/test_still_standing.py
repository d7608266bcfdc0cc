"""Which sentences still stand beside newer ones."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.asking.parts import Weighed
from assistant.asking.question import understand
from assistant.choosing.reach import Reach
from assistant.superseding.standing import standing
from tests.told import told

ASKED = understand("what duty is on wheat from Argentina?", date(1987, 3, 1))
PARTY = Weighed("Argentina", 1.0, party="AR")
NAMED, NEARBY, AWAY = Reach(1.0, 1.0, 1.0), Reach(0.0, 0.0, 0.5), Reach(0.0, 0.0, 0.0)


@pytest.mark.parametrize(("there", "left"), [(NAMED, 1), (NEARBY, 1), (AWAY, 2)])
def test_what_ends_a_duty_ends_that_of_a_party_only_where_it_is_named(there: Reach, left: int) -> None:
    older, newer = told(
        ("The duty on wheat from Argentina is 12 percent.", date(1986, 3, 1), 9.0),
        ("The duty on wheat has been abolished.", date(1986, 8, 1), 8.0),
    )
    both = [replace(older, reached=(NAMED,)), replace(newer, reached=(there,))]
    assert standing(ASKED, both, [PARTY]) == both[-left:]
