"""What a timeline tells as one development, and what it keeps apart though the words are nearly the same."""

import pytest

from tests.dated import dated
from tests.timelines import told


def days_of(subject: str, *told_on: tuple[str, str]) -> list[str]:
    """Return the days of the developments, newest first, of briefings that consist of one sentence each."""
    briefings = [dated(day, f"{subject} of {day}", text) for day, text in told_on]
    return [d.published.isoformat() for d in told(subject, briefings) if d.published]


def test_each_round_of_talks_is_a_development() -> None:
    rounds = [
        ("1987-03-02", "Peru and Chile held a third round of wheat talks and reported progress."),
        ("1987-05-04", "Peru and Chile held a fourth round of wheat talks and reported progress."),
        (
            "1987-07-06",
            "Peru and Chile held a fifth round of wheat talks and reported no progress.",
        ),
    ]
    assert days_of("Peru-Chile wheat talks", *rounds) == ["1987-07-06", "1987-05-04", "1987-03-02"]


def test_talks_held_again_in_the_same_words_are_another_development() -> None:
    words = "Peru and Chile held talks on their wheat tariff of 6 percent in the city of Geneva."
    held = [("1987-03-02", words), ("1987-05-04", words)]
    assert days_of("Peru-Chile wheat talks", *held) == ["1987-05-04", "1987-03-02"]


RISE = "Peru raises its tariff on wheat of Chile from 5 to 10 percent."


@pytest.mark.parametrize(
    "next_day",
    [
        "Peru suspends the rise of its tariff on wheat of Chile from 5 to 10 percent.",
        "Peru cuts its tariff on wheat of Chile from 10 to 5 percent.",
        "Peru does not raise its tariff on wheat of Chile from 5 to 10 percent.",
        "Peru raises its tariff on rice of Chile from 5 to 10 percent.",
        "Peru raises its tariff on wheat of Brazil from 5 to 10 percent.",
        "Peru raises its tariff on wheat of Chile from 10 to 15 percent.",
    ],
    ids=["suspended", "cut", "not raised", "other goods", "another party", "another rate"],
)
def test_what_was_done_the_next_day_is_not_told_as_the_day_before(next_day: str) -> None:
    told_on = ("1987-08-03", RISE), ("1987-08-04", next_day)
    assert days_of("Peru wheat tariff", *told_on) == ["1987-08-04", "1987-08-03"]


def test_duties_on_goods_that_no_table_knows_are_told_apart() -> None:
    set_on = [
        ("1987-03-02", "Peru set its import duty on wheat at 12 percent, the trade ministry said."),
        ("1987-03-03", "Peru set its import duty on widgets at 12 percent, the trade ministry said."),
    ]
    assert days_of("Peru", *set_on) == ["1987-03-03", "1987-03-02"]


def test_a_deal_that_is_concluded_is_not_told_as_the_one_announced_weeks_before() -> None:
    told_on = [
        ("1987-07-06", "Peru and Chile announced an accord on wheat, freight and the ports of both."),
        ("1987-08-24", "Peru and Chile concluded an accord on wheat, freight and the ports of both."),
        (
            "1987-09-21",
            "Peru and Chile concluded another accord on wheat, freight and the rails of both.",
        ),
    ]
    assert days_of("Peru-Chile wheat accord", *told_on) == ["1987-09-21", "1987-08-24", "1987-07-06"]


def test_what_will_be_done_and_what_was_done_are_two() -> None:
    told_on = [
        ("1987-08-03", "The ministers of Peru will visit Chile for a week of talks on wheat and freight."),
        ("1987-08-05", "The ministers of Peru visited Chile for a week of talks on wheat and freight."),
    ]
    assert days_of("Peru-Chile wheat talks", *told_on) == ["1987-08-05", "1987-08-03"]


def test_meetings_at_two_places_are_two() -> None:
    told_on = [
        ("1987-08-03", "The ministers of Peru and Chile met for talks on wheat in Lima."),
        ("1987-08-05", "The ministers of Peru and Chile met for talks on wheat in Geneva."),
    ]
    assert len(days_of("Peru-Chile wheat talks", *told_on)) == 2


@pytest.mark.parametrize(
    ("day", "again"),
    [
        ("1987-08-03", "The tariff of Peru on wheat of Chile was raised to 10 percent."),
        (
            "1987-08-05",
            "Peru has raised its tariff on wheat of Chile from 5 to 10 percent, it said.",
        ),
        ("1988-03-07", "Peru raised its tariff on wheat of Chile from 5 to 10 percent."),
    ],
    ids=["the same day", "within days", "months later"],
)
def test_one_event_is_told_once_by_the_first(day: str, again: str) -> None:
    assert days_of("Peru wheat tariff", ("1987-08-03", RISE), (day, again)) == ["1987-08-03"]


def test_long_words_without_a_figure_are_known_again_months_later() -> None:
    words = "Peru lowered its tariff on wheat of Chile to feed bakers, millers and the schools of its coast."
    assert days_of("Peru wheat tariff", ("1987-08-03", words), ("1988-03-07", words)) == ["1987-08-03"]


def test_a_copy_that_says_today_a_day_later_is_no_other_development() -> None:
    words = "Peru and Chile signed their accord on wheat today."
    assert days_of("Peru-Chile wheat accord", ("1987-08-03", words), ("1987-08-04", words)) == ["1987-08-03"]
