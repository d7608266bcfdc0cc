"""Figures of a month as they were revised when those of the next one came out."""

from datetime import date

from assistant.asking.question import understand
from assistant.superseding.revised import as_revised
from tests.told import told

TODAY = date(1987, 8, 1)
FIRST = "Portugal had a trade deficit of 310 million escudos in May, against 280 million in April."
REVISED = "The deficit was 190 million escudos in June compared with a downward revised 295 million in May."


def quoted(question: str, *sentences: tuple[str, date, float]) -> list[str]:
    return [e.quote for e in as_revised(understand(question, TODAY), told(*sentences))]


IN_JUNE, IN_JULY = date(1987, 6, 20), date(1987, 7, 20)


def test_a_revised_figure_of_the_month_takes_the_place_of_the_first_one() -> None:
    asked = "Portugal's trade gap in May 1987?"
    assert quoted(asked, (FIRST, IN_JUNE, 9.0), (REVISED, IN_JULY, 5.0)) == [REVISED]


def test_a_revised_figure_of_another_month_replaces_nothing() -> None:
    asked = "Portugal's trade gap in April 1987?"
    assert quoted(asked, (FIRST, IN_JUNE, 9.0), (REVISED, IN_JULY, 5.0)) == [FIRST, REVISED]


def test_figures_of_something_else_stay() -> None:
    other = "Exports in May were 120 million escudos."
    asked = "Portugal's trade deficit in May 1987?"
    found = quoted(asked, (FIRST, IN_JUNE, 9.0), (other, IN_JUNE, 8.0), (REVISED, IN_JULY, 5.0))
    assert found == [REVISED, other]


def test_who_asks_for_the_first_figure_gets_it() -> None:
    asked = "Portugal's trade deficit in May 1987 as first reported?"
    assert quoted(asked, (FIRST, IN_JUNE, 9.0), (REVISED, IN_JULY, 5.0)) == [FIRST, REVISED]
