"""What is told again in nearly the same words is told with its newest figures."""

from dataclasses import replace
from datetime import date

from assistant.asking.question import understand
from assistant.choosing.evidence import Evidence
from assistant.choosing.reach import Reach
from assistant.superseding.retold import as_told_last
from tests.told import told

MARCH, AUGUST = date(1986, 3, 1), date(1986, 8, 1)
ASKED = understand("how much cork has Amorim bought?", date(1987, 3, 1))
BOUGHT = "Amorim has so far bought cork for {} million escudos in four districts, the ministry lists."


def test_the_newest_stands_where_the_older_one_stood_though_it_was_not_among_the_best() -> None:
    older, other, newer = told(
        (BOUGHT.format(20), MARCH, 9.0),
        ("Bottlers in Chile took a hundred tonnes for wine.", MARCH, 8.5),
        (BOUGHT.format(21), AUGUST, 7.0),
    )
    older = replace(older, marks=replace(older.marks, answers=-1.5))
    first, second = as_told_last(ASKED, [older, other], [older, other, newer])
    assert (first.quote, first.score, first.marks.answers) == (newer.quote, older.score, -1.5)
    assert second is not older
    assert second.quote == other.quote


def test_one_of_two_that_are_told_anew_is_left() -> None:
    both = told((BOUGHT.format(21), AUGUST, 9.0), (BOUGHT.format(20), MARCH, 8.0))
    assert [e.quote for e in as_told_last(ASKED, both, both)] == [BOUGHT.format(21)]


def test_a_longer_sentence_may_tell_a_shorter_one_anew_and_the_other_way_round() -> None:
    longer = BOUGHT.format(20).replace(
        ", the ministry lists.", " and mats for 3 million, the ministry lists."
    )
    both = told((longer, MARCH, 9.0), (BOUGHT.format(21), AUGUST, 8.0))
    assert [e.quote for e in as_told_last(ASKED, both, both)] == [BOUGHT.format(21)]


def test_of_a_period_asked_about_what_was_told_then_stays() -> None:
    asked = understand("how much cork had Amorim bought in March 1986?", date(1987, 3, 1))
    both = told((BOUGHT.format(20), MARCH, 9.0), (BOUGHT.format(21), AUGUST, 8.0))
    assert as_told_last(asked, both, both) == both


def test_a_few_words_in_common_are_no_retelling() -> None:
    both = told(("Chile bought cork for wine.", MARCH, 9.0), ("Peru bought cork for wine.", AUGUST, 8.0))
    assert [e.quote for e in as_told_last(ASKED, both, both)] == [e.quote for e in both]


def test_a_newer_sentence_that_lacks_what_is_asked_about_tells_nothing_anew() -> None:
    older, newer = told((BOUGHT.format(20), MARCH, 9.0), (BOUGHT.format(20), AUGUST, 7.0))
    there, lacking = Reach(1.0, 1.0, 1.0), Reach(0.0, 0.0, 0.75)
    pair = [replace(older, reached=(there,)), replace(newer, reached=(lacking,))]
    assert [e.quote for e in as_told_last(ASKED, pair, pair)] == [e.quote for e in pair]


def test_what_is_told_of_the_day_and_a_country_in_full_is_told_anew_without() -> None:
    first = (
        "Today, Amorim announced a 20 million investment in the United States for a mill that presses cork."
    )
    both = told(
        (first, MARCH, 9.0),
        ("Amorim announced a 21 million U.S. investment for a mill that presses cork.", AUGUST, 8.0),
    )
    assert [e.quote for e in as_told_last(ASKED, both, both)] == [both[1].quote]


def test_a_word_that_the_older_one_is_only_near_to_is_not_lacking() -> None:
    older, newer = told((BOUGHT.format(20), MARCH, 9.0), (BOUGHT.format(21), AUGUST, 7.0))
    near, far = Reach(0.0, 0.6, 0.6), Reach(0.0, 0.1, 0.1)
    pair = [replace(older, reached=(near,)), replace(newer, reached=(far,))]
    assert [e.quote for e in as_told_last(ASKED, pair, pair)] == [BOUGHT.format(21)]


def rows(*cells: tuple[str, str, date, str]) -> list[Evidence]:
    """Return rows of tables as evidence: the heads, the row, its day and the title of its issue."""
    found = []
    for head, row, day, title in cells:
        (e,) = told((row, day, 1.0))
        facts = replace(e.hit.facts, id=f"b{day}", title=title)
        sentence = replace(e.sentence, kind="row")
        passage = replace(e.hit.passage, briefing_id=f"b{day}", sentences=(sentence,))
        found.append(
            replace(e, hit=replace(e.hit, facts=facts, passage=passage), sentence=sentence, lead=head)
        )
    return found


FORECAST = understand("cork export forecast 1986", date(1987, 3, 1))
OLD = ("Goods | New forecast | January forecast", "Cork | 115 | 112", MARCH, "Bulletin No. 8")
NEW = ("Goods | New forecast | March forecast", "Cork | 111 | 115", AUGUST, "Bulletin No. 22")


def test_a_row_of_a_newer_issue_stands_for_that_of_the_older_one_in_a_forecast_of_a_year_too() -> None:
    both = rows(OLD, NEW)
    assert [e.quote for e in as_told_last(FORECAST, both, both)] == ["Cork | 111 | 115"]


def test_a_row_of_another_name_or_table_does_not() -> None:
    head, _, day, title = NEW
    for other in (
        (head, "Wine | 111 | 115", day, title),
        ("Goods | Actual 1985", "Cork | 111", day, title),
        (head, "Cork | 111 | 115", day, "Yearbook"),
    ):
        both = rows(OLD, other)
        assert next(e.quote for e in as_told_last(FORECAST, both, both)) == "Cork | 115 | 112"


def test_what_was_counted_in_a_period_is_told_as_its_issue_had_it() -> None:
    asked = understand("cork exports in March 1986", date(1987, 3, 1))
    both = rows(OLD, NEW)
    assert as_told_last(asked, both, both) == both
