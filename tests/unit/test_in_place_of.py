"""Behind "and Peru?" what tells only of the party in whose place Peru is asked about is left out."""

from datetime import date

from assistant.choosing.in_place_of import InPlaceOf, in_place_of, not_of_replaced
from tests.told import told

THEN = date(1987, 6, 1)
OF_CHILE = "The EC lets in 900 tonnes of tin of Chile."
OF_BOTH = "The EC refused the offers of Chile and Peru."
OF_NOBODY = "The quota is raised by 100 tonnes."


def test_what_names_the_party_before_and_not_the_one_in_its_place_is_left_out() -> None:
    swapped = InPlaceOf(frozenset({"PE"}), frozenset({"CL"}))
    read = told(*((text, THEN, 1.0) for text in (OF_CHILE, OF_BOTH, OF_NOBODY)))
    assert [e.quote for e in not_of_replaced(swapped, read)] == [OF_BOTH, OF_NOBODY]


def test_a_question_that_asks_more_than_of_another_party_puts_nobody_in_a_place() -> None:
    before = "the EC quota for Chile"
    assert in_place_of("does Peru have one?", before, "does Peru have one?") is None
    assert in_place_of("and Peru?", "the EC quota for tin", "the EC quota for tin (Peru)") is None
