"""Write a day in words."""

from datetime import date


def long_date(day: date) -> str:
    """Write a date as people here do: 8 June 2025."""
    return f"{day.day} {day:%B %Y}"
