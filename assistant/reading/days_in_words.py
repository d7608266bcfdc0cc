"""Write a day in words."""

import re
from datetime import date

from ingest.text.months import MONTH
from vectorstore.patterns import pattern

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
