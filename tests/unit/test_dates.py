"""The published date: read as written, from the strongest place that states one, never guessed."""

from datetime import date

import pytest

from ingest.text.dates import Stated, parse_date, published_on

DAY = date(2025, 6, 8)


@pytest.mark.parametrize(
    "text",
    [
        "2025-06-08",
        "2025/06/08",
        "20250608",
        "June 8, 2025",
        "Jun. 8 2025",
        "Sunday, June 8th, 2025 at 9:30 pm",
        "8 June 2025",
        "8 Jun 2025",
        "8-Jun-2025",
        "the 8th of June, 2025",
        "2025-06-08T23:59:00-10:00",
        "2025-06-08 00:01:00+09:00",
        "Sun, 08 Jun 2025 23:59:00 GMT",
        "2025.06.08",
        "Sonntag, 8. Juni 2025 21:12",
        "dimanche 8 juin 2025 21:12",
        "2025年6月8日 21:12",
        "2025년 6월 8일",
    ],
)
def test_a_date_is_read_as_it_is_written(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    "text", ["03/04/2025", "2025-02-30", "June 31, 2025", "June 2025", "2025", "yesterday", "", "12345678901"]
)
def test_what_is_ambiguous_or_no_calendar_date_is_none(text: str) -> None:
    assert parse_date(text) is None


def test_a_numeric_date_counts_when_one_part_can_only_be_a_day() -> None:
    assert parse_date("25/06/2025") == parse_date("06/25/2025") == date(2025, 6, 25)
    assert parse_date("06/06/2025") == date(2025, 6, 6)


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("1. Januar 2025", 1), ("1. Feb. 2025", 2), ("1. März 2025", 3), ("1. Mai 2025", 5),
        ("1. Juli 2025", 7), ("1. Oktober 2025", 10), ("1. Dez. 2025", 12), ("1er janv. 2025", 1),
        ("1er février 2025", 2), ("1 mars 2025", 3), ("1 avril 2025", 4), ("1er juillet 2025", 7),
        ("1 août 2025", 8), ("1 sept. 2025", 9), ("1 octobre 2025", 10), ("1 déc. 2025", 12),
    ],
)  # fmt: skip
def test_german_and_french_months_are_known(written: str, month: int) -> None:
    assert parse_date(written) == date(2025, month, 1)


ABROAD = {
    "Spanish": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "Italian": "gennaio febbraio marzo aprile maggio giugno luglio agosto "
    "settembre ottobre novembre dicembre",
    "Dutch": "januari februari maart april mei juni juli augustus september oktober november december",
    "Portuguese": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "Swedish": "januari februari mars april maj juni juli augusti september oktober november december",
    "Spanish, short": "ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.",
    "Italian, short": "gen feb mar apr mag giu lug ago set ott nov dic",
    "Dutch, short": "jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.",
    "Portuguese, short": "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
}


@pytest.mark.parametrize("language", ABROAD)
def test_months_of_other_languages_are_known(language: str) -> None:
    for number, month in enumerate(ABROAD[language].split(), 1):
        for written in (f"1 {month} 2025", f"sexta, 1 de {month} de 2025 às 21:12", f"1º de {month} de 2025"):
            assert parse_date(written) == date(2025, number, 1), written


def test_words_that_begin_like_a_month_are_none() -> None:
    for text in ("4 out 2025", "4 settings 2025", "4 general 2025", "8 magazines 2025"):
        assert parse_date(text) is None


def test_who_knows_that_the_day_comes_first_may_say_so() -> None:
    assert parse_date("08/06/2025 21:12", day_first=True) == DAY
    assert parse_date("06/25/2025", day_first=True) is None


@pytest.mark.parametrize(
    "text",
    [
        "8 June 2025, updated June 10, 2025",
        "June 8, 2025 (updated 2025-06-10)",
        "8. Juni 2025, geändert am 2025-06-10",
    ],
)
def test_of_several_dates_the_one_that_stands_first_counts(text: str) -> None:
    assert parse_date(text) == DAY


def test_an_ambiguous_date_is_not_replaced_by_a_later_one() -> None:
    assert parse_date("03/04/2025, updated June 10, 2025") is None


@pytest.mark.parametrize(
    "text", ["Updated June 10, 2025, published June 8, 2025", "2025-06-10 (first published 8 June 2025)"]
)
def test_of_several_dates_the_one_of_the_publication_counts(text: str) -> None:
    assert parse_date(text) == DAY


STATED = (
    Stated("dateline", "June 5, 2025"),
    Stated("published line", "June 6, 2025"),
    Stated("meta tag", "2025-06-07"),
    Stated("front matter", "2025-06-08"),
)


def test_the_strongest_place_wins_and_is_recorded() -> None:
    url, name = "https://example.org/2025/06/04/talks", "2025-06-03-talks.md"
    found = []
    for count in range(len(STATED), -1, -1):
        published = published_on(STATED[:count], url, name, date(2025, 6, 1))
        found.append((published.day.day if published.day else None, published.origin))
    assert found == [
        (8, "front matter"),
        (7, "meta tag"),
        (6, "published line"),
        (5, "dateline"),
        (4, "url"),
    ]
    assert published_on((), None, name, date(2025, 6, 1)).origin == "file name"
    assert published_on((), None, "talks.md", date(2025, 6, 1)).origin == "command"
    assert published_on((), None, "talks.md").day is None


@pytest.mark.parametrize(
    ("written", "name", "day"),
    [
        ("March 2", "1987-03-02_talks.txt", date(1987, 3, 2)),
        ("December 31", "2025-01-01.txt", date(2024, 12, 31)),
        ("March 2", "talks.txt", None),
        ("February 29", "2025-03-01.txt", date(2024, 2, 29)),
    ],
)
def test_a_dateline_takes_its_year_from_the_name_and_guesses_none(
    written: str, name: str, day: date | None
) -> None:
    assert published_on((Stated("dateline", written),), None, name).day == day


@pytest.mark.parametrize("name", ["report-2025-06-08.md", "20250608_talks.txt", "2025_06_08.html"])
def test_a_date_in_a_file_name_is_found(name: str) -> None:
    assert published_on((), None, name).day == DAY


@pytest.mark.parametrize(
    "name", ["2025-06.md", "2025-13-01.md", "123456789012.txt", "20251301.md", "talks-2025.md"]
)
def test_half_a_date_in_a_file_name_is_none(name: str) -> None:
    assert published_on((), None, name).day is None


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("2025-02-30", "is no calendar date"),
        ("14/13/2025", "is no calendar date"),
        ("03/04/2025", "two ways"),
        ("soon", "is not a date"),
        ("9999-12-31", "is of no year from 1000 to 2999"),
        ("0001-01-01", "is of no year from 1000 to 2999"),
    ],
)
def test_a_date_that_cannot_be_used_is_mentioned(written: str, says: str) -> None:
    published = published_on((Stated("front matter", written),), None, "talks.md")
    assert published.day is None
    (remark,) = published.remarks
    assert written in remark
    assert says in remark
    assert "YYYY-MM-DD" in remark
