"""How long a sentence says that something holds is read in figures and in words; what is no term is none."""

from datetime import date

import pytest

from assistant.reading.terms import term_of

PUBLISHED = date(1987, 4, 20)


@pytest.mark.parametrize(
    ("long", "last"),
    [
        ("18 months", date(1988, 10, 29)),
        ("eighteen months", date(1988, 10, 29)),
        ("twenty-four months", date(1989, 5, 3)),
        ("a period of forty-five days", date(1987, 6, 4)),
        ("a year", date(1988, 4, 20)),
        ("another year", date(1988, 4, 20)),
        ("half a year", date(1987, 10, 20)),
        ("two quarters", date(1987, 10, 21)),
        ("the next year", date(1988, 4, 20)),
        ("the next three months", date(1987, 7, 22)),
    ],
)
def test_a_length_of_time_is_read_in_figures_and_words(long: str, last: date) -> None:
    term = term_of(f"Peru suspended its duty on wheat for {long}.", PUBLISHED)
    assert term is not None
    assert term.last == last


@pytest.mark.parametrize(
    "what",
    [
        "the year",
        "next year",
        "a quarter of its imports",
        "a year or two",
        "a year's imports",
        "90000000000 days",
    ],
)
def test_what_has_no_end_that_is_told_has_no_term(what: str) -> None:
    assert term_of(f"Peru suspended its duty on wheat for {what}.", PUBLISHED) is None


def test_a_suspension_is_as_long_as_the_words_before_it() -> None:
    term = term_of("The duty is under an eighteen-month suspension.", PUBLISHED)
    assert term is not None
    assert term.last == date(1988, 10, 29)
