"""Asked which countries are at a rate, an answer names those and all others set at it, and nobody else."""

from datetime import date

from assistant.asking.question import understand
from assistant.choosing.at_rate import rate_of_parties_untold, those_at
from assistant.choosing.selecting import ALL_AT_A_RATE, MANY_WORDS, Choice
from tests.told import told

DAY = date(1987, 6, 1)
ASKED = understand("which countries pay 9 percent on goods", DAY)
OF_SOME = "Goods of Peru and Chile pay a duty of 9 percent."
OF_OTHERS = "Goods of all other countries pay a duty of 9 percent."
AT_ANOTHER = "Goods of Japan pay a duty of 4 percent."
OF_GOODS = "A duty of 9 percent is put on tin."


def test_those_at_another_rate_are_left_out() -> None:
    read = told(*((text, DAY, 1.0) for text in (AT_ANOTHER, OF_SOME, OF_OTHERS, OF_GOODS)))
    assert [e.quote for e in those_at(ASKED, read)] == [OF_SOME, OF_OTHERS]
    other = understand("which countries tax tin", DAY)
    assert list(those_at(other, read)) == read


def test_a_rate_that_nobody_named_is_at_is_lacking() -> None:
    read = told((AT_ANOTHER, DAY, 1.0), (OF_GOODS, DAY, 1.0))
    assert rate_of_parties_untold(ASKED, read) == "anybody at 9 percent"
    assert rate_of_parties_untold(ASKED, told((OF_OTHERS, DAY, 1.0))) is None


def test_all_others_are_told_though_the_answer_is_long_by_then() -> None:
    many = f"{OF_SOME[:-1]}, {'whatever they are made of and wherever they are bought, ' * 7}at all times."
    others = f"{OF_OTHERS[:-1]}, {'whoever brings them in and on whatever day that is done, ' * 4}too."
    words = len(f"{many} {others}".split())
    assert MANY_WORDS < words <= ALL_AT_A_RATE
    read = told((many, DAY, 2.5), (others, DAY, 1.9))
    assert [e.quote for e in Choice(ASKED, read, ()).made()] == [many, others]
