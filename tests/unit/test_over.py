"""What was prolonged is put back behind what prolonged it, before its day is over, too."""

from datetime import date

from assistant.choosing.over import put_back_what_is_over
from tests.told import told

UNTIL = "The ban on cork is in force until July 1, 1987."
TODAY = date(1987, 6, 20)


def put_back(newer: str) -> list[str]:
    both = told((UNTIL, date(1987, 2, 1), 2.0), (newer, date(1987, 6, 1), 1.0))
    return [e.quote for e in put_back_what_is_over(both, TODAY) if e.marks.over]


def test_what_was_prolonged_is_put_back() -> None:
    assert put_back("The ban on cork is prolonged to December 31, 1987.") == [UNTIL]


def test_another_measure_with_a_later_day_prolongs_nothing() -> None:
    assert put_back("The ban on wine is in force until December 31, 1987.") == []
