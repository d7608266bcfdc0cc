"""Read and write calendar days as people do."""

from datetime import date, datetime

from vectorstore.errors import QuestionError

LONGEST = 30  # characters of what was typed that an error repeats


def read_day(typed: str | None, name: str, empty: str) -> date | None:
    """Read a field that holds a calendar date or nothing; the error names the field and what empty means.

    >>> read_day(" 2025-06-08 ", "as-of date", "use everything")
    datetime.date(2025, 6, 8)
    """
    typed = (typed or "").strip()
    if not typed:
        return None
    try:
        return datetime.strptime(typed, "%Y-%m-%d").date()  # fromisoformat reads 2025-W23-1, too
    except ValueError:
        told = typed if len(typed) <= LONGEST else typed[:LONGEST] + "…"
        raise QuestionError(
            f"The {name} is “{told}”. Expected a calendar date as YYYY-MM-DD, such as 2025-06-08; "
            f"leave it empty to {empty}."
        ) from None


def spoken_date(day: date | None) -> str:
    """`8 June 2025`, or `undated`.

    >>> spoken_date(date(2025, 6, 8))
    '8 June 2025'
    """
    return f"{day.day} {day:%B %Y}" if day else "undated"
