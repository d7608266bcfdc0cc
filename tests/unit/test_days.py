"""The forms in which a day is named, and what each reader makes of each: one grammar, four policies."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.periods import periods_in
from assistant.support.days import written_dates
from ingest.text.dates import parse_date
from ingest.text.day_forms import BEGINS, FORMS
from ingest.text.days import named_in
from ingest.text.events import events_in

TODAY = date(2026, 3, 20)
# Of each form: the days that a question means by it, typed in a hurry, those that a sentence means, the
# events that a briefing tells of, the dates that the checks compare, the day of publication. "=" is what a
# question means, "-" nothing, "*" what is not written.
TABLE = """
June 6, 2025                  | 2025-06-06            | = | = | 2025-6-6 | =
June the 6th, 2025            | 2025-06-06            | = | = | 2025-6-6 | -
6 June 2025                   | 2025-06-06            | = | = | 2025-6-6 | =
6th of June, 2025             | 2025-06-06            | = | = | 2025-6-6 | =
6th day of June, 2025         | 2025-06-06            | = | = | 2025-6-6 | =
the sixth of June, 2025       | 2025-06-06            | = | = | 2025-6-6 | -
the sixth day of June, 2025   | 2025-06-06            | = | = | 2025-6-6 | -
Jun. 6, 2025                  | 2025-06-06            | = | = | 2025-6-6 | =
Sept. 6, 2025                 | 2025-09-06            | = | = | 2025-9-6 | =
6. June 2025                  | 2025-06-06            | = | = | 2025-6-6 | =
8. Juni 2025                  | 2025-01-01/2025-12-31 | = | - | 2025 | 2025-06-08
6-Jun-2025                    | 2025-06-06            | = | = | 2025-6-6 | =
06/Jun/2025                   | 2025-06-06            | = | = | 2025-6-6 | =
2025-06-08                    | 2025-06-08            | = | = | 2025-6-8 | =
2025/06/08                    | 2025-06-08            | = | = | 2025-6-8 | =
08.06.2025                    | 2025-06-08            | = | = | 2025-6-8 | -
8/6/2025                      | 2025-01-01/2025-12-31 | = | - | 2025 | -
13/6/2025                     | 2025-06-13            | = | = | 2025-6-13 | =
June 6-8, 2025                | 2025-06-06/2025-06-08 | = | = | 2025-6-6 2025-6-8 | -
June 6 and 7, 2025            | 2025-06-06/2025-06-07 | = | = | 2025-6-6 2025-6-7 | -
June 6, 7 and 8, 2025         | 2025-06-06/2025-06-08 | = | = | 2025-6-6 2025-6-7 2025-6-8 | -
6-8 June 2025                 | 2025-06-06/2025-06-08 | = | = | 2025-6-6 2025-6-8 | 2025-06-08
June 30-July 2, 2025 | 2025-06-30 2025-07-02 | = | 2025-06-30/2025-07-02 | 2025-6-30 2025-7-2 | 2025-07-02
June 30 to July 2, 2025 | 2025-06-30 2025-07-02 | = | 2025-06-30/2025-07-02 | 2025-6-30 2025-7-2 | 2025-07-02
June, 2025                    | 2025-06-01/2025-06-30 | = | = | 2025-6 | -
June 2025                     | 2025-06-01/2025-06-30 | = | = | 2025-6 | -
June of 2025                  | 2025-06-01/2025-06-30 | = | = | 2025-6 | -
June-August 2025              | 2025-06-01/2025-08-31 | = | = | 2025-6 2025-8 | -
June to August 2025           | 2025-06-01/2025-08-31 | = | = | 2025-6 2025-8 | -
Apr 2025-Mar 2026             | 2025-04-01/2026-03-31 | = | = | 2025-4 2026-3 | -
Q2 2025                       | 2025-04-01/2025-06-30 | = | - | 2025 | -
second quarter of 2025        | 2025-04-01/2025-06-30 | = | - | 2025 | -
first half of 2025            | 2025-01-01/2025-06-30 | = | - | 2025 | -
H1 2025                       | 2025-01-01/2025-06-30 | = | - | 2025 | -
first eight months of 2025    | 2025-01-01/2025-08-31 | = | - | 2025 | -
eight months to August 2025   | 2025-01-01/2025-08-31 | = | 2025-08-01/2025-08-31 | 2025-8 | -
spring of 2025                | 2025-03-01/2025-05-31 | = | - | 2025 | -
2025                          | 2025-01-01/2025-12-31 | = | - | 2025 | -
2025-26                       | 2025-01-01/2026-12-31 | = | - | 2025 2026 | -
mid-June 2025                 | 2025-06-01/2025-06-30 | = | = | 2025-6 | -
June 6                        | 2026-06-06            | = | = | *-6-6 | -
6 June                        | 2026-06-06            | = | = | *-6-6 | -
6th day of June               | 2026-06-06            | = | = | *-6-6 | -
June 6-8                      | 2026-06-06/2026-06-08 | = | = | *-6-6 *-6-8 | -
6-8 June                      | 2026-06-06/2026-06-08 | = | = | *-6-6 *-6-8 | -
between June 6 and 8          | 2026-06-06/2026-06-08 | = | = | *-6-6 *-6-8 | -
in June                       | 2026-06-01/2026-06-30 | = | = | *-6 | -
last June                     | 2025-06-01/2025-06-30 | = | = | *-6 | -
June last year                | 2025-06-01/2025-06-30 | = | = | *-6 | -
in May                        | 2026-05-01/2026-05-31 | = | = | *-5 | -
June                          | 2025-06-01/2025-06-30 | - | - | *-6 | -
Only 3 may be exempt          | -                     | - | - | - | -
3 May                         | 2026-05-03            | = | = | *-5-3 | -
in June 6 percent rose        | 2026-06-01/2026-06-30 | = | = | *-6 | -
2000 tonnes                   | -                     | - | - | - | -
June 31, 2025                 | -                     | - | - | 2025-6-31 | -
2025-13-01                    | -                     | - | - | - | -
June 6, 1889                  | 1889-06-06            | = | = | 1889-6-6 | =
1776                          | -                     | - | - | 1776 | -
the 1986 year                 | 1986-01-01/1986-12-31 | = | - | 1986 | -
end-March                     | 2026-03-01/2026-03-31 | = | = | *-3 | -
second quarter                | 2025-04-01/2025-06-30 | - | - | - | -
June '25                      | 2025-06-01/2025-06-30 | = | = | 2025-6 | -
Q2 '25                        | 2025-04-01/2025-06-30 | - | - | - | -
in the 1980s                  | -                     | - | - | - | -
FY2025                        | 2025-01-01/2025-12-31 | = | - | 2025 | -
last April 2                  | 2025-04-02            | = | = | *-4-2 | -
March 2025 dollars            | 2025-03-01/2025-03-31 | = | = | 2025-3 | -
2009.12.25                    | -                     | - | - | - | 2009-12-25
JUNE 6                        | 2026-06-06            | = | = | *-6-6 | -
june 6                        | 2026-06-06            | = | - | *-6-6 | -
the year ended March 31, 2025 | 2024-04-01/2025-03-31 | = | 2025-03-31 | 2025-3-31 | 2025-03-31
2025-06                       | 2025-06-01/2025-06-30 | = | = | 2025-6 | -
Mar-a-Lago                    | -                     | - | - | - | -
June 7 and July 1, 2025       | 2025-06-07 2025-07-01 | = | = | 2025-6-7 2025-7-1 | 2025-07-01
docket 2025-11833             | -                     | - | - | - | -
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in TABLE.strip().splitlines()]


def read_by_each(text: str) -> list[str]:
    asked = _said([(p.first, p.last) for p in periods_in(text, TODAY, short=True)])
    told = _said([(p.first, p.last) for p in periods_in(text, TODAY)])
    events = _said([(e.first, e.last) for e in events_in(text, TODAY)])
    days = [day for dates in written_dates(text).values() for day in dates.days]
    checked = " ".join(f"{d.year or '*'}-{d.month or '*'}-{d.day or '*'}".removesuffix("-*") for d in days)
    published = str(parse_date(text) or "-")
    alike = ["=" if cell == asked != "-" else cell for cell in (told, events)]
    return [asked, *alike, checked.replace("-*", "") or "-", "=" if published == asked != "-" else published]


def _said(days: list[tuple[date, date]]) -> str:
    return " ".join(f"{first}" if first == last else f"{first}/{last}" for first, last in days) or "-"


@pytest.mark.parametrize(("text", "cells"), [(row[0], row[1:]) for row in ROWS])
def test_each_reader_makes_of_a_form_what_the_table_says(text: str, cells: list[str]) -> None:
    assert read_by_each(text) == cells


def test_a_list_takes_the_year_behind_it_over_the_turn_of_a_year() -> None:
    named = named_in("from December 30 to January 2, 1987, and on June 7, 9 and July 1, 1987")
    assert [(n.year, n.month, n.days) for n in named] == [
        (1986, 12, (30,)),
        (1987, 1, (2,)),
        (1987, 6, (7,)),
        (1987, 7, (1,)),
    ]


@pytest.mark.parametrize(
    "text",
    ["on June 6, 20 firms met", "on June 6 and 7 firms met", "June 6 and 4:00 pm", "June 6 and 7 a ton"],
)
def test_a_count_behind_a_day_is_no_other_day(text: str) -> None:
    assert [n.days for n in named_in(text)] == [(6,)]


@pytest.mark.parametrize("text", ["on June 6 and 7 the firms met", "on June 6 and 7 a firm met"])
def test_what_counts_nothing_behind_a_day_is_another_day(text: str) -> None:
    assert [n.days for n in named_in(text)] == [(6, 7)]


@pytest.mark.parametrize("text", ["Directive 21 of June 6, 2025", "back in May — June 6, 2025"])
def test_a_day_is_read_with_its_own_month(text: str) -> None:
    assert [(n.month, n.days) for n in named_in(text) if n.year] == [(6, (6,))]


def test_a_full_stop_behind_a_month_ends_its_sentence() -> None:
    text = "Rice fell in March. Tin fell in Sept. too."
    assert [text[n.start : n.end] for n in named_in(text)] == ["March", "Sept."]


WORDS = [
    "May", "march", "Sept.", "JUN", "of", "in", "since", "q3", "'26", "3rd", "14", "2025", "2025-07-31",
    "two", "months", "first", "half", "fall", "to", ",", ".", "-", "tariff", "mayor",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=7))
def test_no_form_begins_where_none_is_looked_for(words: list[str]) -> None:
    text = " ".join(words).lower()
    for form, kind in {form for forms in FORMS.values() for form in forms}:
        for match in form.finditer(text):
            begins = BEGINS.match(text, match.start())
            within_a_word = text[match.start() - 1 : match.start()].isalnum()
            assert within_a_word or (begins and (form, kind) in FORMS[begins.lastgroup or ""])
