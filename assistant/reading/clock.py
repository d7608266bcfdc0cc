"""Read the time of day that an entry of a live report stands under: its newest entry comes first."""

import re
from functools import lru_cache

from vectorstore.patterns import pattern

_CLOCK = pattern(
    r"\W*(?P<hour>[01]?\d|2[0-3])(?:[:.h](?P<minute>[0-5]\d))?(?P<half> ?[ap]\.?m\b\.?)?"
    r"(?: ?\(?[A-Z]{2,5}\)?)?\W*$",
    re.I,
)


@lru_cache(maxsize=1024)
def clock_of(heading: str) -> int | None:
    """Return the minutes from midnight to the time that a heading consists of, None where it is none.

    >>> [clock_of(text) for text in ("6:45 p.m. PT", "09.05", "12:10 am", "1987", "9", "Section 4")]
    [1125, 545, 10, None, None, None]
    """
    match = _CLOCK.match(heading)
    if not match or not (match["minute"] or match["half"]):
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        hour = hour % 12 + 12 * ("p" in match["half"].lower())
    return 60 * hour + minute
