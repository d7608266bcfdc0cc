"""What days, months and dates a question names, and from which day it is asked."""

from datetime import date

import pytest

from assistant.asking.question import Question, looks_ahead, understand

ASKED = date(2025, 11, 20)


def read(text: str, as_of: date | None = None) -> Question:
    return understand(text, ASKED, as_of=as_of)


def test_the_day_as_of_which_it_is_asked_narrows_nothing_where_it_is_asked_how_things_stood() -> None:
    day = date(1986, 5, 2)
    assert read("Chile: duty on copper wire on 2 May 1986, 5 or 7", day).periods == ()
    assert read("what did Chile sign on 2 May 1986", day).periods
    assert read("duty on copper wire on 3 May 1986", day).periods


def test_a_day_before_a_colon_is_the_one_as_of_which_it_is_asked() -> None:
    asked = read("2 May 1986: what duty does copper wire pay?")
    assert (asked.as_of, asked.periods) == (date(1986, 5, 2), ())
    assert read("May 1986: what duty did copper wire pay?").as_of is None


def test_up_to_now_is_no_date_that_is_asked_for() -> None:
    assert read("steel output to date?").details == ()
    assert read("date of the accord?").details == ("date",)


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("eu retaliation as of 2025-04-10", date(2025, 4, 10)),
        ("as of 8 June 2025, where do Japan talks stand?", date(2025, 6, 8)),
        ("status of uk talks as of May 2025", date(2025, 5, 31)),
        ("status of uk talks as of February 2024", date(2024, 2, 29)),
        ("what sanctions did Reagan plan against Japan as of 17 April 1987", date(1987, 4, 17)),
        ("status of uk talks as of June 15", date(2025, 6, 15)),
        ("status of uk talks as of now", None),
        ("status as of last week on india", None),
        ("status of the swiss deal as of Q2 2025", None),
        ("how did things stand as of 2024", None),
        ("what was agreed on 8 June 2025", None),
    ],
)
def test_an_as_of_date_is_set_by_a_calendar_day_or_month_alone(text: str, as_of: date | None) -> None:
    assert read(text).as_of == as_of


def test_the_as_of_date_is_not_also_a_period_that_is_asked_about() -> None:
    question = read("status of uk talks as of May 2025")
    assert question.periods == ()
    assert question.latest


def test_of_two_as_of_dates_the_earlier_one_holds() -> None:
    text = "status of uk talks as of May 2025"
    assert read(text, as_of=date(2025, 3, 1)).as_of == date(2025, 3, 1)
    assert read(text, as_of=date(2025, 9, 1)).as_of == date(2025, 5, 31)
    assert read("status of uk talks", as_of=date(2025, 9, 1)).as_of == date(2025, 9, 1)


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("what new on norway since 1 October 2025", date(2025, 10, 1)),
        ("anything from korea since september", date(2025, 9, 1)),
        ("anything on coffee since March 2025", date(2025, 3, 1)),
        ("anything since 2024 on sugar", date(2024, 1, 1)),
        ("what has been agreed with peru since the summit", None),
        ("what was agreed in September 2025", None),
    ],
)
def test_since_names_the_first_day_that_counts(text: str, since: date | None) -> None:
    assert read(text).since == since


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("latest on swiss watches tariff", True),
        ("sugar import programme - volume and deadline as it stands", True),
        ("the case as it was put", False),
        ("the duty on tin at present", True),
        ("has canada dropped its digital services tax", True),
        ("wheat levy: has Austria lifted any of it", True),
        ("which levies has Austria lifted", False),
        ("is the beef quota still open", True),
        ("what does Laos pay now", True),
        ("where are we with Brazil", True),
        ("what was the rate on Thai rice in March 2025", False),
        ("who signed for Indonesia", False),
        ("where did the talks with Japan stand in April 1987", False),
    ],
)
def test_the_newest_is_wanted_when_the_question_says_so_and_names_no_past_period(
    text: str, latest: bool
) -> None:
    assert read(text).latest is latest


def test_a_month_alone_is_a_period_and_no_subject_word() -> None:
    question = read("finland: september surplus")
    assert [(str(p.first), str(p.last)) for p in question.periods] == [("2025-09-01", "2025-09-30")]
    assert [concept.typed for concept in question.concepts] == ["surplus"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("what did chile announce last week", "2025-11-10", "2025-11-16"),
        ("news on cotton, last month", "2025-10-01", "2025-10-31"),
        ("WHAT DID CHILE SAY LAST WEEK", "2025-11-10", "2025-11-16"),
        ("Past month: any news on cotton?", "2025-10-21", "2025-11-20"),
        ("as of 11 June 2025, what did Chile announce last week", "2025-06-02", "2025-06-08"),
        ("what happened in the salmon talks yesterday", "2025-11-19", "2025-11-19"),
        ("what's new on wheat in the last 10 days", "2025-11-10", "2025-11-20"),
        ("and in the previous 2 weeks?", "2025-11-06", "2025-11-20"),
        ("wool output in the first week of may 2025", "2025-05-01", "2025-05-07"),
        ("what's new on wheat in the last two weeks", "2025-11-06", "2025-11-20"),
        ("cotton news, past couple of weeks", "2025-11-06", "2025-11-20"),
        ("anything on wheat in the last few days?", "2025-11-17", "2025-11-20"),
        ("what happened in the last quarter?", "2025-08-21", "2025-11-20"),
        ("what did Chile announce last quarter?", "2025-07-01", "2025-09-30"),
        ("what happened last year?", "2024-01-01", "2024-12-31"),
        ("last year's exports of wool", "2024-01-01", "2024-12-31"),
        ("wool exports over the last year", "2024-11-20", "2025-11-20"),
        ("what happened last tuesday?", "2025-11-18", "2025-11-18"),
        ("what did Chile say the day before yesterday?", "2025-11-18", "2025-11-18"),
        ("what changed on wool since last year", "2024-01-01", "2999-12-31"),
        ("wool in the last 90000000000 days", "1000-01-01", "2025-11-20"),
    ],
)
def test_a_time_told_by_its_distance_is_a_period(text: str, first: str, last: str) -> None:
    assert [(str(p.first), str(p.last)) for p in read(text).periods] == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "what was the last year with a wool surplus?",
        "are wool exports up from last year?",
        "is the duty higher than last year?",
        "what will Chile buy in the last two months of the year?",
        "wool output in the last week of the fair",
        "last reported wool exports",
        "was the wool truce extended past 150 days?",
    ],
)
def test_what_is_last_of_its_kind_or_compared_with_is_no_period(text: str) -> None:
    assert not read(text).periods


def test_a_time_told_by_its_distance_counts_from_the_as_of_date() -> None:
    (period,) = understand("what did chile announce last week", date(2025, 6, 11)).periods
    assert str(period.first) == "2025-06-02"


def test_a_period_after_or_before_which_something_is_asked_is_open_to_that_side() -> None:
    (after,) = understand("which bans came after the panel's June 1986 findings", date(1987, 4, 1)).periods
    (before,) = understand("how high was the levy before the June 1986 accord", date(1987, 4, 1)).periods
    assert after.holds(date(1987, 1, 1))
    assert not after.holds(date(1986, 5, 1))
    assert before.holds(date(1985, 1, 1))
    assert not before.holds(date(1986, 7, 1))


def test_which_part_of_a_period_is_meant_is_no_subject_word() -> None:
    question = understand("quota talks in late June 1986", date(1987, 4, 1))
    assert [concept.typed for concept in question.concepts] == ["quota", "talks"]


@pytest.mark.parametrize(
    ("asked", "ahead"),
    [
        ("which duty starts in February", True),
        ("when was it due to start in February", True),
        ("when did the duty start in February", False),
        ("was it in force in February", False),
    ],
)
def test_what_is_asked_to_have_started_is_not_ahead(asked: str, ahead: bool) -> None:
    assert looks_ahead(read(asked)) == ahead
