"""Sentences that open with a past day and tell of it are as old as that day."""

from datetime import date

import pytest

from assistant.reading.recounting import recounts

PUBLISHED = date(1987, 8, 4)
OF_AN_ACT = (
    "Section 1. Background. In Order 12 of May 3, 1987, I found that imports of tin harm the smelters. "
)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        (
            "In Order 12 of May 3, 1987 (Duties on Tin), I determined that the duty was suspended.",
            "1987-05-03",
        ),
        (
            "Therefore, by Regulation (EEC) No 2727/75 of 29 April 1987, the Council fixed the levy.",
            "1987-04-29",
        ),
        ("Order 12 of May 3, 1987, declared an emergency.", "1987-05-03"),
        ("1. On January 19, the Secretary transmitted a report to me.", "1987-01-19"),
        ("On 5 May the ministers met in Geneva.", "1987-05-05"),
    ],
)
def test_the_day_it_opens_with(said: str, day: str) -> None:
    assert str(recounts(said, PUBLISHED)) == day


@pytest.mark.parametrize(
    "said",
    [
        "Under the accord of May 3, 1987, the duty is 5 percent.",  # holds now
        "In the accord of May 3 both sides will lower duties.",
        "On August 3 the Board cut the duty.",  # the news itself
        "On September 3 the Board meets.",
        "In May exports rose 5 percent.",  # a month's figure comes when it is over
        "The duty was cut to 5 percent on May 3.",  # does not open with it
        "Effective May 3, all tin is subject to 5 percent.",
        "The Board cut the duty.",
    ],
)
def test_what_tells_of_now(said: str) -> None:
    assert recounts(said, PUBLISHED) is None


def test_what_goes_on_in_the_paragraph_of_an_act() -> None:
    assert recounts("I imposed a duty of 10 percent.", PUBLISHED, OF_AN_ACT) == date(1987, 5, 3)
    assert recounts("I now impose a duty of 5 percent.", PUBLISHED, OF_AN_ACT) is None
    assert recounts("I hereby lowered it.", PUBLISHED, OF_AN_ACT) is None
    assert recounts("The duty is 10 percent.", PUBLISHED, OF_AN_ACT) is None


def test_a_story_goes_on_to_other_days() -> None:
    before = "On 5 May the ministers met in Geneva. "
    assert recounts("Officials called for more talks.", PUBLISHED, before) is None
    assert recounts("In addition, they agreed on tin.", PUBLISHED, before) == date(1987, 5, 5)


def test_without_a_day_of_publication_nothing_is_past() -> None:
    assert recounts("On 5 May 1987 the ministers met.", None) is None
