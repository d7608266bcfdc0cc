"""Days, months, quarters and years are read as a person reads them, and nothing else is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.periods import Period, in_a_year_of, in_one_year, periods_in

ASKED = date(2025, 11, 20)


def days(text: str, assumed: date | None = ASKED) -> list[tuple[str, str]]:
    return [(str(period.first), str(period.last)) for period in periods_in(text, assumed)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("the order of 2025-04-09", "2025-04-09", "2025-04-09"),
        ("on April 9, 2025", "2025-04-09", "2025-04-09"),
        ("on Apr. 9 2025", "2025-04-09", "2025-04-09"),
        ("on the 9th of April 2025", "2025-04-09", "2025-04-09"),
        ("17 April, 1987", "1987-04-17", "1987-04-17"),
        ("SEPT 14 1986", "1986-09-14", "1986-09-14"),
        ("in February 2024", "2024-02-01", "2024-02-29"),
        ("in February of 2025", "2025-02-01", "2025-02-28"),
        ("in Q4 of 2025", "2025-10-01", "2025-12-31"),
        ("in Q4 2025", "2025-10-01", "2025-12-31"),
        ("over 2025 Q1", "2025-01-01", "2025-03-31"),
        ("exports in 1986", "1986-01-01", "1986-12-31"),
        ("the first quarter of 1987", "1987-01-01", "1987-03-31"),
        ("its 4th quarter 2025 figures", "2025-10-01", "2025-12-31"),
        ("in the first half of 1987", "1987-01-01", "1987-06-30"),
        ("H2 2025", "2025-07-01", "2025-12-31"),
        ("Apr 2025-Mar 2026", "2025-04-01", "2026-03-31"),
        ("imports, apr '24-mar '25", "2024-04-01", "2025-03-31"),
        ("from May 1986 to June 1987", "1986-05-01", "1987-06-30"),
        ("from May-July 2026", "2026-05-01", "2026-07-31"),
        ("January through June 1987", "1987-01-01", "1987-06-30"),
        ("november to january 1987", "1987-11-01", "1988-01-31"),
        ("in spring 2025", "2025-03-01", "2025-05-31"),
        ("the winter of 1986", "1986-12-01", "1987-02-28"),
        ("the first eight months of 1987", "1987-01-01", "1987-08-31"),
        ("the 12 months to June 1987", "1986-07-01", "1987-06-30"),
        ("in the three months ending in May 1987", "1987-03-01", "1987-05-31"),
        ("in the financial year ending June 1987", "1986-07-01", "1987-06-30"),
        ("the year ending June 30, 1987", "1986-07-01", "1987-06-30"),
    ],
)
def test_a_period_that_names_its_year_is_read_without_help(text: str, first: str, last: str) -> None:
    assert days(text, assumed=None) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("the order of June 15", "2025-06-15", "2025-06-15"),
        ("the letter of July 31", "2025-07-31", "2025-07-31"),
        ("by Dec. 10", "2025-12-10", "2025-12-10"),
        ("the 3rd of October", "2025-10-03", "2025-10-03"),
        ("the talks in May", "2025-05-01", "2025-05-31"),
        ("anything since september", "2025-09-01", "2025-09-30"),
        ("before the end of January", "2026-01-01", "2026-01-31"),
        ("done by next March", "2026-03-01", "2026-03-31"),
        ("done by next August", "2026-08-01", "2026-08-31"),
        ("it began last December", "2024-12-01", "2024-12-31"),
    ],
)
def test_a_day_or_month_without_a_year_is_read_near_the_assumed_day(text: str, first: str, last: str) -> None:
    assert days(text) == [(first, last)]
    assert days(text, assumed=None) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("the surplus, jan-mar", "2025-01-01", "2025-03-31"),
        ("feb surplus", "2025-02-01", "2025-02-28"),
        ("december summit", "2025-12-01", "2025-12-31"),
        ("exports in the second quarter", "2025-04-01", "2025-06-30"),
        ("the first half was worse", "2025-01-01", "2025-06-30"),
        ("second quarter of 25", "2025-04-01", "2025-06-30"),
        ("h1 25", "2025-01-01", "2025-06-30"),
        ("when they met this summer", "2025-06-01", "2025-08-31"),
        ("when they meet this winter", "2025-12-01", "2026-02-28"),
        ("signed last winter", "2024-12-01", "2025-02-28"),
        ("signed last autumn", "2024-09-01", "2024-11-30"),
        ("due next spring", "2026-03-01", "2026-05-31"),
        ("dec-feb", "2024-12-01", "2025-02-28"),
        ("imports, apr 24 to mar 25", "2024-04-01", "2025-03-31"),
        ("the five months to end-May", "2025-01-01", "2025-05-31"),
        ("in the 12 months ended March", "2024-04-01", "2025-03-31"),
        ("the first two months", "2025-01-01", "2025-02-28"),
        ("the first 4 months of this year", "2025-01-01", "2025-04-30"),
        ("IN JANUARY-MAY", "2025-01-01", "2025-05-31"),
        ("balance jan-aug 24", "2024-01-01", "2024-08-31"),
        ("exports in the year to march", "2024-04-01", "2025-03-31"),
        ("surplus in march last year", "2024-03-01", "2024-03-31"),
        ("in the year ending June this year", "2024-07-01", "2025-06-30"),
        ("the first half of last year", "2024-01-01", "2024-06-30"),
        ("the first nine months of last year", "2024-01-01", "2024-09-30"),
        ("exports in q3 last year", "2024-07-01", "2024-09-30"),
        ("the duty of August 3, last year", "2024-08-03", "2024-08-03"),
        ("the second quarter of next year", "2026-04-01", "2026-06-30"),
    ],
)
def test_a_part_of_a_year_is_read_near_the_assumed_day(text: str, first: str, last: str) -> None:
    read = [(str(p.first), str(p.last)) for p in periods_in(text, ASKED, short=True)]
    assert read == [(first, last)]
    assert periods_in(text, None, short=True) == []


def test_two_days_are_not_read_as_years() -> None:
    read = [
        (str(p.first), str(p.last)) for p in periods_in("the talks of june 12 to june 14", ASKED, short=True)
    ]
    assert read == [("2025-06-12", "2025-06-12"), ("2025-06-14", "2025-06-14")]


@pytest.mark.parametrize(
    "text",
    [
        "in the first half of the week",
        "exports fall 12 percent",
        "a quarter of it",
        "half the duty",
        "a spring",
    ],
)
def test_no_part_of_a_year_is_read_where_none_is_meant(text: str) -> None:
    assert periods_in(text, ASKED, short=True) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [("in May '24", "2024-05-01"), ("in April '87", "1987-04-01"), ("APRIL 87", "1987-04-01")],
)
def test_a_year_of_two_digits_is_of_this_century_or_the_last(text: str, first: str) -> None:
    assert [period[0] for period in days(text)] == [first]


@pytest.mark.parametrize("text", ["the duty since sept 25", "sept 25 statements", "the sept 25 standard"])
def test_a_bare_number_after_a_month_is_a_year_only_when_asked_of_a_recent_one(text: str) -> None:
    def read(assumed: date, asked: bool) -> list[str]:
        return [f"{p.first} {p.last}" for p in periods_in(text, assumed, short=asked)]

    assert read(ASKED, True) == ["2025-09-01 2025-09-30"]
    assert read(ASKED, False) == ["2025-09-25 2025-09-25"]  # what a briefing writes is a day
    assert read(date(1987, 10, 1), True) == ["1987-09-25 1987-09-25"]


@pytest.mark.parametrize(
    "text",
    [
        "Canada may 25 percent of it",
        "may the us and the eu agree",
        "they march on",
        "worth $2,025 million",
        "HTS 8703.22",
        "40 percent of 12 plants",
        "last week, today and next year",
    ],
)
def test_other_numbers_and_words_are_no_periods(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize("text", ["2025-13-01", "31 June 2025", "February 30, 2025"])
def test_no_day_is_made_up_for_one_that_does_not_exist(text: str) -> None:
    assert all(first != last for first, last in days(text))


def test_several_periods_come_in_order_and_never_over_the_same_characters() -> None:
    text = "from 2 May 1986 to Q1 1987, or in 1988"
    assert [text[p.start : p.end] for p in periods_in(text)] == ["2 May 1986", "Q1 1987", "1988"]


def test_the_words_before_a_month_are_not_part_of_the_period() -> None:
    text = "since September"
    (period,) = periods_in(text, ASKED)
    assert text[period.start : period.end] == "September"


def test_a_period_holds_its_first_and_its_last_day() -> None:
    (june,) = periods_in("June 2025")
    assert june.holds(date(2025, 6, 1))
    assert june.holds(date(2025, 6, 30))
    assert not june.holds(date(2025, 7, 1))
    (year,) = periods_in("2025")
    assert june.overlaps(year)
    assert year.overlaps(june)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_from_each_way_of_writing_it(day: date) -> None:
    for written in (day.isoformat(), f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%b} {day.year}"):
        assert days(f"as of {written}?", assumed=None) == [(str(day), str(day))]


@given(
    st.text(alphabet="0123456789-/'., ofJuneMay mactQqthsnd", max_size=40),
    st.dates(min_value=date(1980, 1, 1)),
)
def test_no_text_breaks_the_reader(text: str, assumed: date) -> None:
    if assumed.year < 9999:
        for period in periods_in(text, assumed):
            assert period.first <= period.last
            assert 0 <= period.start < period.end <= len(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("april surplus in markka", "2025-04-01", "2025-04-30"),
        ("July's exports", "2025-07-01", "2025-07-31"),
        ("AUGUST TRADE", "2025-08-01", "2025-08-31"),
        ("wine shipped in '24, gallons", "2024-01-01", "2024-12-31"),
        ("shipped in 24?", "2024-01-01", "2024-12-31"),
        ("earnings in q2 25", "2025-04-01", "2025-06-30"),
        ("trade deficit 24", "2024-01-01", "2024-12-31"),
        ("chile mar exports", "2025-03-01", "2025-03-31"),
    ],
)
def test_what_is_written_short_is_read_near_the_assumed_day(text: str, first: str, last: str) -> None:
    assert [(str(p.first), str(p.last)) for p in periods_in(text, ASKED, short=True)] == [(first, last)]
    assert days(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "may China pay",
        "a march on the ministry",
        "cut in 25 countries",
        "raised by 15 percent",
        "in 87?",  # no year near 2025
        "the '24 pct' rate",
    ],
)
def test_short_words_and_figures_that_are_no_time_are_not_read(text: str) -> None:
    assert periods_in(text, ASKED, short=True) == []


def test_an_old_fashioned_s_breaks_no_month() -> None:
    assert days("in ſept 2025") == [("2025-09-01", "2025-09-30")]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("jobs added in february", "1987-02-01", "1987-02-28"),  # not 1988's, of which nothing can be on file
        ("exports in october", "1987-10-01", "1987-10-31"),  # begun when the newest briefing was published
        ("exports in february 1988", "1988-02-01", "1988-02-29"),  # it names its year
    ],
)
def test_a_month_without_a_year_is_none_that_was_still_to_come(text: str, first: str, last: str) -> None:
    newest = date(1987, 10, 20)
    found = [in_a_year_of(period, {newest, None}) for period in periods_in(text, newest, short=True)]
    assert (found[0].first.isoformat(), found[-1].last.isoformat()) == (first, last)


def test_a_span_from_the_29th_of_february_is_of_the_year_before_too() -> None:
    leap = Period(date(1988, 2, 29), date(1988, 3, 5), 0, 1, year_assumed=True)
    read = in_a_year_of(leap, {date(1987, 10, 20)})
    assert (read.first, read.last) == (date(1987, 2, 28), date(1987, 3, 5))


def test_a_question_that_looks_ahead_means_the_month_to_come() -> None:
    newest = date(1987, 10, 20)
    (named,) = periods_in("what will change in february", newest, short=True)
    assert in_a_year_of(named, {newest}, ahead=True).first == date(1988, 2, 1)


def test_years_in_two_figures_make_a_run_where_a_clause_ends() -> None:
    asked = periods_in("tonnes a year, 87-89?", date(1987, 4, 1), short=True)
    assert [(p.first.year, p.last.year) for p in asked] == [(1987, 1989)]
    assert periods_in("a duty of 86-88 percent", date(1987, 4, 1), short=True) == []


@pytest.mark.parametrize(
    ("text", "firsts"),
    [
        ("between March and August 2025", ["2025-03-01", "2025-08-01"]),
        ("from november to q1 2026", ["2025-11-01", "2026-01-01"]),
        ("Q1 to Q2 2025", ["2025-01-01", "2025-04-01"]),
        ("the first quarter against the second quarter of 2025", ["2025-01-01", "2025-04-01"]),
        ("the Feb 2025 figures (12 March statement)", ["2025-02-01", "2025-03-12"]),
        ("the Jan 2025 figures, and those of December", ["2025-01-01", "2024-12-01"]),
        ("the 2019 pact, in May", ["2019-01-01", "2025-05-01"]),  # a year says nothing of the day
    ],
)
def test_what_names_no_year_is_read_beside_what_does(text: str, firsts: list[str]) -> None:
    found = in_one_year(periods_in(text, ASKED, short=True))
    assert [str(period.first) for period in found] == firsts
