"""Tell the day of an act by the line that names it: "Proclamation 9711 of March 22, 2018"."""

import re

from ingest.text.dates import written_date
from vectorstore.patterns import pattern


def day_of_act(line: str) -> str | None:
    """The day as written, where a line is nothing but the kind, the number and the day of an act.

    >>> day_of_act("Proclamation 97 of March 2, 1987"), day_of_act("Order No. 7/2025 of 4 May 2025")
    ('March 2, 1987', '4 May 2025')
    >>> day_of_act("Press release 7 of 4 May 2025"), day_of_act("Order 7 of 4 May 2025 is void")
    (None, None)
    """
    bare = line.strip("#*_ ")
    day = written_date(bare)
    return day[0] if day and day.end() == len(bare) and _ACT.fullmatch(bare[: day.start()]) else None


_ACT = pattern(
    r"(?:(?:executive|implementing|ministerial|presidential) )?"
    r"(?:announcement|decision|decree|determination|notification|order|proclamation|regulation|resolution)"
    r" (?:(?:no|nr)\.? ?)?(?:\([A-Z]{2,5}\) )?\d[\w/.-]* of ",
    re.IGNORECASE,
)
