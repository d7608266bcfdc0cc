"""A date in a line of its own near the top of a document is when it was published."""

import pytest

from ingest.text.dates import Stated, parse_date
from ingest.text.document_dates import dates_alone, says_only_when

TEXT = "Both sides met in Geneva on June 5, 2025."


@pytest.mark.parametrize(
    "line",
    [
        "June 8, 2025",
        "Sunday, 8 June 2025",
        "8. Juni 2025",
        "Published June 8, 2025",
        "Published on June 8, 2025 at 9:30 pm ET",
        "For immediate release – June 8, 2025",
        "By Jane Doe, June 8, 2025",
        "By Jane Doe | June 8, 2025",
        "Updated June 10, 2025 | Published June 8, 2025",
        "June 8, 2025 (updated June 10, 2025)",
        "Published 8 June 2025, last updated 10 June 2025",
    ],
)
def test_a_line_that_is_a_date_is_the_day_of_publication(line: str) -> None:
    (stated,) = dates_alone(["# Talks go on", line, TEXT])
    assert parse_date(stated.text) == parse_date("2025-06-08")


@pytest.mark.parametrize(
    "line",
    [
        TEXT,
        "Effective June 8, 2025",
        "By Friday, June 8, 2025",
        "June 2025",
        "Round 8",
    ],
)
def test_a_line_that_says_more_than_a_date_is_none(line: str) -> None:
    assert dates_alone(["# Talks go on", line]) == ()


def test_published_counts_before_updated_whichever_stands_first() -> None:
    for lines in (
        ["Published June 8, 2025", "Updated June 10, 2025"],
        ["Updated June 10, 2025", "June 8, 2025"],
    ):
        assert dates_alone(lines) == (Stated("published line", "June 8, 2025"),)


def test_an_update_counts_where_nothing_else_is_stated() -> None:
    lines = ["Updated June 10, 2025"]
    assert dates_alone(lines) == (Stated("published line", "June 10, 2025"),)
    assert dates_alone(lines, [Stated("dateline", "June 8, 2025")]) == ()


def test_dates_that_head_sections_are_no_day_of_publication() -> None:
    assert dates_alone(["# Truce, day by day", "## June 8, 2025", TEXT, "## June 10, 2025", TEXT]) == ()


def test_a_date_further_down_is_not_looked_at() -> None:
    assert dates_alone([*[TEXT] * 8, "June 8, 2025"]) == ()


def test_a_release_mark_and_a_date_are_no_titles() -> None:
    assert all(map(says_only_when, ("FOR IMMEDIATE RELEASE", "# Press release", "**June 8, 2025**")))
    assert not any(map(says_only_when, ("Release of steel stocks", "Talks on June 8, 2025")))
