"""The days that a text speaks of, read on the day it was published: Sunday, 8 June 2025."""

from datetime import date

import pytest

from ingest.text.events import events_in

PUBLISHED = date(2025, 6, 8)


def read(text: str, published: date | None = PUBLISHED) -> list[str]:
    return [
        e.first.isoformat() if e.first == e.last else f"{e.first.isoformat()}/{e.last.isoformat()}"
        for e in events_in(text, published)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # days near the day
        ("They meet today.", "2025-06-08"),
        ("They met this morning.", "2025-06-08"),
        ("The duty was cut yesterday.", "2025-06-07"),
        ("They spoke last night.", "2025-06-07"),
        ("They will sign tomorrow.", "2025-06-09"),
        ("They met the day before yesterday.", "2025-06-06"),
        ("It starts the day after tomorrow.", "2025-06-10"),
        # weekdays
        ("The fifth round took place on Friday.", "2025-06-06"),
        ("Akazawa said Tuesday that talks go on.", "2025-06-03"),
        ("Ministers met on Sunday.", "2025-06-08"),
        ("They will meet again on Tuesday.", "2025-06-10"),
        ("The order is due to take effect Monday.", "2025-06-09"),
        ("The pause runs until Wednesday.", "2025-06-11"),
        ("They have talked since Monday.", "2025-06-02"),
        ("Talks resume next Tuesday.", "2025-06-10"),
        ("They met last Sunday.", "2025-06-01"),
        ("They met last Friday.", "2025-06-06"),
        ("They meet this Thursday.", "2025-06-05"),
        ("The coming Sunday is a holiday.", "2025-06-15"),
        # days and months without a year
        ("The fifth round took place on June 6.", "2025-06-06"),
        ("The pause ends on July 9.", "2025-07-09"),
        ("The rate rose on 12 March.", "2025-03-12"),
        ("A deal was reached on December 20.", "2024-12-20"),
        ("The quota will open on January 1.", "2026-01-01"),
        ("It was signed on Friday, June 6.", "2025-06-06"),
        ("Talks began in April.", "2025-04-01/2025-04-30"),
        ("Talks began last October.", "2024-10-01/2024-10-31"),
        ("A summit follows next March.", "2026-03-01/2026-03-31"),
        ("They will meet in February.", "2026-02-01/2026-02-28"),
        ("Exports fell in mid-May.", "2025-05-01/2025-05-31"),
        # what a verb says is over, and near enough to come
        ("Exports rose in September.", "2024-09-01/2024-09-30"),
        ("The duty was imposed on September 9.", "2024-09-09"),
        ("The duty was announced on September 9.", "2024-09-09"),
        ("Talks resume in September.", "2025-09-01/2025-09-30"),
        ("The ban, imposed by Peru, ends in October.", "2025-10-01/2025-10-31"),
        ("They agreed a round in September.", "2025-09-01/2025-09-30"),
        ("The proposed round in September is a test.", "2025-09-01/2025-09-30"),
        ("The duty was delayed to September 9.", "2025-09-09"),
        ("The quota was extended through October.", "2025-10-01/2025-10-31"),
        ("The bill was to be voted on in October.", "2025-10-01/2025-10-31"),
        ("The list will be made public on Thursday.", "2025-06-12"),
        ("Prices fell in October of last year.", "2024-10-01/2024-10-31"),
        ("They met on August 3 last year.", "2024-08-03"),
        ("The round opens in February this year.", "2025-02-01/2025-02-28"),
        # and what was just over when it was told, or is told to reach back
        ("Prices rose less than expected in May.", "2025-05-01/2025-05-31"),
        ("GENEVA, June 7 - Exports are expected to fall.", "2025-06-07"),
        ("The duty, effective April 9, was then cut.", "2025-04-09"),
        ("The fines would be retroactive to March 31.", "2025-03-31"),
        ("The budget for the year starting October 1 failed.", "2025-10-01"),
        ("The fall in April was due to a strike.", "2025-04-01/2025-04-30"),
        # with a year
        ("It was signed on June 7, 2024.", "2024-06-07"),
        ("It was signed on Friday, June 7, 2024, at noon.", "2024-06-07"),
        ("It was signed on the 7th of June 2024.", "2024-06-07"),
        ("Since 2024-06-07 nothing has moved.", "2024-06-07"),
        ("It lasts until June 2026.", "2026-06-01/2026-06-30"),
        # from one day to another
        ("The round of June 7-9, 2024 was the first.", "2024-06-07/2024-06-09"),
        ("The round of 7 to 9 June 2024 was the first.", "2024-06-07/2024-06-09"),
        ("It ran from June 30 to July 2, 2024.", "2024-06-30/2024-07-02"),
        ("It ran from December 30 to January 5, 2024.", "2023-12-30/2024-01-05"),
        # weeks, months, quarters, years
        ("They met last week.", "2025-05-26/2025-06-01"),
        ("They met earlier this week.", "2025-06-02/2025-06-08"),
        ("They meet next week.", "2025-06-09/2025-06-15"),
        ("Exports fell last month.", "2025-05-01/2025-05-31"),
        ("They will meet later this month.", "2025-06-08/2025-06-30"),
        ("Exports fell last quarter.", "2025-01-01/2025-03-31"),
        ("Exports rose last year.", "2024-01-01/2024-12-31"),
        ("A deal is due by the end of the month.", "2025-06-30"),
        ("A deal is due by the end of next year.", "2026-12-31"),
        ("They spoke over the weekend.", "2025-06-07/2025-06-08"),
        ("They spoke last weekend.", "2025-05-31/2025-06-01"),
        # where the verb stands
        ("In April, the ministers met.", "2025-04-01/2025-04-30"),
        ("It is to rise.\n- In April the duty rose.", "2025-04-01/2025-04-30"),
        ("On Thursday both sides will meet.", "2025-06-12"),
        ("He returned to Ohio on Monday.", "2025-06-02"),
        ("They agreed to meet on Monday.", "2025-06-09"),
        ("Exports fell over the past year.", "2024-06-08/2025-06-08"),
        # counted
        ("They met three days ago.", "2025-06-05"),
        ("They met two weeks ago.", "2025-05-19/2025-05-25"),
        ("They met a month ago.", "2025-05-01/2025-05-31"),
        ("They met 10 years ago.", "2015-01-01/2015-12-31"),
    ],
)
def test_a_phrase_is_read_on_the_day_of_publication(text: str, expected: str) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They may 7 times refuse, and march 12 miles.",
        "The Black Friday sales rose.",
        "The duty is 15 percent in 30 days.",
        "February 30 is no day.",
        "The talks are on every week.",
        "May they agree, or augur well?",
        "The rate rose to June 15 percent levels.",
    ],
)
def test_what_names_no_day_is_left_alone(text: str) -> None:
    assert read(text) == []


def test_the_last_verb_before_a_day_says_whether_it_lies_ahead() -> None:
    text = "They will meet on Tuesday, Akazawa said on Thursday after talks that ended Wednesday."
    assert read(text) == ["2025-06-10", "2025-06-05", "2025-06-04"]


def test_the_turn_of_the_year_is_crossed_both_ways() -> None:
    assert read("They met on December 30.", date(2026, 1, 2)) == ["2025-12-30"]
    assert read("They will meet on January 3.", date(2025, 12, 30)) == ["2026-01-03"]
    assert read("Exports fell last month.", date(2026, 1, 2)) == ["2025-12-01/2025-12-31"]
    assert read("Exports fell last quarter.", date(2026, 1, 2)) == ["2025-10-01/2025-12-31"]


def test_the_year_behind_a_list_of_days_is_that_of_each() -> None:
    assert read("Rounds were held on April 11, April 19 and May 13, 2024.") == [
        "2024-04-11",
        "2024-04-19",
        "2024-05-13",
    ]
    assert read("On May 5, 20 firms asked for the relief of 2024.") == ["2025-05-05"]


def test_without_a_published_date_only_stated_days_are_read() -> None:
    text = "They met on Friday, and on June 6, and on June 7, 2024."
    assert read(text, None) == ["2024-06-07"]


def test_an_event_says_which_words_name_it() -> None:
    text = "# Talks\nThey met on Friday, June 6, and will meet next week."
    found = events_in(text[8:], PUBLISHED, offset=8)
    assert [text[e.start : e.end] for e in found] == ["Friday, June 6", "next week"]
