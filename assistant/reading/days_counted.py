"""Read the days that a text counts from its own: "30 days after signing"."""

import re
from datetime import date, timedelta

from assistant.support.numbers import number_before, worth
from vectorstore.patterns import pattern

_DAYS = {"day": 1, "week": 7, "month": 30}
_COUNTED = pattern(
    rf"\b(?P<count>{number_before('|'.join(_DAYS))})[ -](?:\(\d+\) )?(?P<unit>{'|'.join(_DAYS)})s? "
    r"(?:after|from|of|following) (?:(?:the )?(?:date|day) of )?"
    r"(?:(?:its|the|this) )?(?:signing|signature|publication|announcement|proclamation|order|notice|today)\b",
    re.I,
)
_MOST = 3650  # days


def days_counted(text: str, published: date | None) -> list[date]:
    """Return the days that a text counts from the one on which it was published, a month as 30 days.

    >>> days_counted("It will take effect 30 days after signing.", date(1987, 4, 1))
    [datetime.date(1987, 5, 1)]
    >>> days_counted("It will take effect two weeks after the talks.", date(1987, 4, 1))
    []
    """
    counted = _COUNTED.finditer(text) if published else ()
    days = (worth(of["count"].lower()) * _DAYS[of["unit"].lower()] for of in counted)
    return [published + timedelta(min(count, _MOST)) for count in days] if published else []
