"""Read and write calendar days as people do."""

import re
from contextlib import suppress
from datetime import UTC, date, datetime

from assistant.reading.days_in_words import long_date
from vectorstore.briefing import YEARS, local_day
from vectorstore.errors import QuestionError
from vectorstore.patterns import pattern

# As programs write them, and as the page does and Americans do; nothing that two countries read differently.
FORMS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y")
_SEPT = pattern(r"\bsept\b", re.I)
_BESIDE = pattern(
    r"(?<=[a-z])\.|(?<=[0-9])(?:st|nd|rd|th)\b", re.I
)  # the dot of "Sept.", the letters of "8th"
LONGEST = 30  # characters of what was typed that an error repeats


def read_day(typed: str | None, name: str, empty: str) -> date | None:
    """Read a field that holds a calendar date or nothing; the error names the field and what empty means.

    >>> read_day(" 2025-06-08 ", "as-of date", "use everything")
    datetime.date(2025, 6, 8)
    >>> read_day("8 June 2025", "as-of date", "use everything")
    datetime.date(2025, 6, 8)
    >>> read_day("Sept. 8th, 2025", "as-of date", "use everything")
    datetime.date(2025, 9, 8)
    """
    typed = " ".join((typed or "").split())
    if not typed:
        return None
    plain = _BESIDE.sub("", _SEPT.sub("Sep", typed))
    for form in FORMS:
        with suppress(ValueError):
            day = datetime.strptime(plain, form).date()  # fromisoformat reads 2025-W23-1, too
            if day.year not in YEARS:
                raise QuestionError(f"The {name} is of no year from {YEARS[0]} to {YEARS[-1]}: “{typed}”.")
            return day
    told = typed if len(typed) <= LONGEST else typed[:LONGEST] + "…"
    raise QuestionError(
        f"The {name} is “{told}”. Expected a calendar date such as 2025-06-08 or 8 June 2025; "
        f"leave it empty to {empty}."
    )


def read_moment(written: str) -> datetime | None:
    """Read the moment of an address, or nothing; in UTC where it names no other time.

    >>> read_moment("2025-06-08T05:30:09+00:00").hour, read_moment("2025-06-08").tzname()
    (5, 'UTC')
    """
    if not written:
        return None
    try:
        at = datetime.fromisoformat(written)
    except ValueError as error:
        raise QuestionError(
            f"“{written[:LONGEST]}” names no moment. Expected one such as 2025-06-08T05:30."
        ) from error
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def spoken_date(day: date | None) -> str:
    """`8 June 2025`, or `undated`.

    >>> spoken_date(date(2025, 6, 8))
    '8 June 2025'
    """
    return long_date(day) if day else "undated"


def spoken_moment(at: datetime) -> str:
    """A moment in UTC to the minute.

    >>> spoken_moment(datetime(2026, 11, 28, 5, 30, 9))
    '28 November 2026, 05:30 UTC'
    """
    return f"{spoken_date(at.date())}, {at:%H:%M} UTC"


def day_of(moment: str) -> str:
    """The day of a moment by this machine's clock, as people write it; what is none as it stands.

    >>> day_of("2026-11-28T05:30:00"), day_of("")
    ('28 November 2026', '')
    """
    day = local_day(moment)
    return spoken_date(day) if day else moment[:10]
