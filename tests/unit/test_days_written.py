"""Days are read as they are written, and alike by all that read them; a figure is no day and no year."""

import re
from datetime import date

import pytest

from assistant.asking.question import understand
from assistant.reading.event_day import event_of
from assistant.reading.periods import periods_in
from assistant.reading.periods_told import periods_told
from assistant.support.reading import read_tokens
from assistant.web.days import read_day
from ingest.text.months import A_DAY
from vectorstore.errors import QuestionError

TODAY = date(1987, 10, 20)


def days(text: str) -> list[tuple[str, str]]:
    return [(str(period.first), str(period.last)) for period in periods_in(text, TODAY)]


@pytest.mark.parametrize(
    "text",
    [
        "imports of 2000 tonnes",
        "a fee of $2000",
        "2000 pct more",
        "only 3 may be exempt",
        "of these 3 may apply",
        "this may help",
        "cut in June 6 percent",
    ],
)
def test_a_figure_is_no_day_and_no_year(text: str) -> None:
    assert all(first != last and first[:4] == "1987" for first, last in days(text))


@pytest.mark.parametrize(
    "text", ["on 3 may", "the talks of 3 may in Geneva", "on 3 may geneva", "3rd may", "this 3rd day of May"]
)
def test_a_day_of_may_in_small_letters_is_a_day(text: str) -> None:
    assert days(text) == [("1987-05-03", "1987-05-03")]


@pytest.mark.parametrize("text", ["this may", "in may rice duty", "what came of this may in Geneva"])
def test_may_in_small_letters_is_the_month_where_no_verb_stands(text: str) -> None:
    assert days(text) == [("1987-05-01", "1987-05-31")]


@pytest.mark.parametrize("text", ["the 1986 year", "exports in 1986", "in 1986 marks rose"])
def test_a_year_before_a_word_that_it_does_not_count_is_a_year(text: str) -> None:
    assert days(text) == [("1986-01-01", "1986-12-31")]


def test_a_count_before_the_verb_may_is_a_count_for_the_checks_too() -> None:
    kinds = {text: [t.kind for t in read_tokens(text)] for text in ("Only 3 may be exempt.", "It is 3 May.")}
    assert "date" not in kinds["Only 3 may be exempt."]
    assert "quantity" in kinds["Only 3 may be exempt."]
    assert "date" in kinds["It is 3 May."]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kenya and Chad signed an accord in Nairobi on June 6-8, 1986.", None),  # too long ago for news
        ("Kenya and Chad met in Nairobi on October 6-8, 1987.", date(1987, 10, 6)),
        ("Kenya and Chad met in Nairobi on 6-8 October.", date(1987, 10, 6)),
    ],
)
def test_a_meeting_of_several_days_is_an_event_of_the_first_in_the_year_it_names(
    text: str, day: date | None
) -> None:
    assert event_of(text, TODAY) == day


@pytest.mark.parametrize(
    ("stated", "as_of"),
    [
        ("June, 1986", date(1986, 6, 30)),
        ("June 8-9, 1986", date(1986, 6, 9)),
        ("June the 8th, 1986", date(1986, 6, 8)),
        ("1986/06/08", date(1986, 6, 8)),
    ],
)
def test_an_as_of_date_is_read_however_it_is_written(stated: str, as_of: date) -> None:
    assert understand(f"as of {stated}, what is the duty on rice?", TODAY).as_of == as_of


@pytest.mark.parametrize(
    "asked",
    [
        "between 28 October and 9 November 1986",
        "from October 28 to November 9, 1986",
        "28 October 1986 - 9 November 1986",
        "from October 28 to November 9 1986",
    ],
)
def test_from_one_day_to_another_are_all_the_days_between(asked: str) -> None:
    (period,) = understand(f"what was announced on rice {asked}?", TODAY).periods
    assert (str(period.first), str(period.last)) == ("1986-10-28", "1986-11-09")


@pytest.mark.parametrize(
    "asked",
    [
        "was the duty postponed from May 1 to June 1, 1987?",
        "what came of the votes of May 1 and June 1, 1987",
    ],
)
def test_two_days_by_themselves_stay_two(asked: str) -> None:
    assert [str(period.first) for period in understand(asked, TODAY).periods] == ["1987-05-01", "1987-06-01"]


def test_days_without_a_year_run_up_to_the_second_one() -> None:
    (period,) = understand("rice exports between January 1 and March 23?", TODAY).periods
    assert (str(period.first), str(period.last)) == ("1987-01-01", "1987-03-23")


def test_a_briefing_tells_of_both_days_and_of_all_between_them() -> None:
    told = periods_told("Exports from January 1 to March 23 rose.", date(1987, 3, 30))
    assert [(str(p.first), str(p.last)) for p in told] == [
        ("1987-01-01", "1987-01-01"),
        ("1987-03-23", "1987-03-23"),
        ("1987-01-01", "1987-03-23"),
    ]


@pytest.mark.parametrize(
    "text", ["It declined 5 percent.", "It marked 50 days.", "the 24 separate mills", "in March 1987"]
)
def test_words_that_begin_as_a_month_tell_no_day(text: str) -> None:
    assert not re.search(A_DAY, text, re.I)


@pytest.mark.parametrize("text", ["on April 2nd", "on Sept. 6", "the 6th of june", "6 jun. 1986"])
def test_a_day_is_told_however_it_is_counted(text: str) -> None:
    assert re.search(A_DAY, text, re.I)


@pytest.mark.parametrize(
    "typed",
    [
        *("2025-09-08", "8 September 2025", "8 Sept 2025", "8 Sep. 2025", "8th sept. 2025"),
        *("Sept 8, 2025", "Sept. 8, 2025", "sep 8 2025", "September 8th, 2025"),
    ],
)
def test_a_field_of_the_page_takes_a_day_with_its_month_short_or_its_number_with_letters(typed: str) -> None:
    assert read_day(typed, "as-of date", "use everything") == date(2025, 9, 8)


@pytest.mark.parametrize("typed", ["08/09/2025", "8.9.2025", "Sept 31, 2025", "th Sept 2025"])
def test_a_field_of_the_page_takes_nothing_that_may_be_read_in_two_ways_or_is_no_day(typed: str) -> None:
    with pytest.raises(QuestionError, match="Expected a calendar date"):
        read_day(typed, "as-of date", "use everything")
