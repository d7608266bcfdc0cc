"""Write a day in words."""

import re
from datetime import date, timedelta

from ingest.text.months import MONTH
from vectorstore.patterns import pattern

_A_MONTH = timedelta(days=31)
_MONTH = pattern(rf"\b{MONTH}", re.I)


def long_date(day: date) -> str:
    """Write a date as people here do: 8 June 2025."""
    return f"{day.day} {day:%B %Y}"


def with_capitals(period: str) -> str:
    """Write a period that was typed in a hurry with the capitals of its months.

    >>> with_capitals("end of may 1987")
    'end of May 1987'
    """
    return _MONTH.sub(lambda month: month[0].capitalize(), period)


def days_told(first_day: date, last_day: date) -> str:
    """Return days as they are told: "27 April 1987", "April 1987".

    >>> [days_told(date(1987, 4, 1), date(1987, 4, last)) for last in (1, 5, 30)]
    ['1 April 1987', '1 April 1987 to 5 April 1987', 'April 1987']
    """
    first, last = long_date(first_day), long_date(last_day)
    ends_a_month = (last_day + timedelta(days=1)).day == 1
    if first_day.day == 1 and ends_a_month and last_day - first_day < _A_MONTH:
        return first.split(" ", 1)[1]
    return first if first == last else f"{first} to {last}"
