"""Tell days that were over long before something was agreed: they are of another agreement."""

from datetime import date, timedelta

from assistant.reading.developments import looks_back
from assistant.reading.periods import periods_in
from assistant.reading.statuses import Status, statuses_in

A_YEAR = timedelta(366)
_ANEW: frozenset[Status] = frozenset(("agreed", "signed", "announced", "opened"))


def names_only_days_before(said: str, lead: str, told: date | None) -> bool:
    """Whether all days that a sentence names were over a year before `told`, when `lead` told news.

    >>> lead, day = "Peru and Chile have agreed to a tin accord.", date(1987, 5, 4)
    >>> names_only_days_before("It builds on the copper accord that entered into force in 1951.", lead, day)
    True
    >>> names_only_days_before("It has been in force since May 1.", lead, day)
    False
    >>> names_only_days_before("It has been charged since 1951.", "The duty on tin is 5 percent.", day)
    False
    """
    if told is None or looks_back(lead) or _ANEW.isdisjoint(statuses_in(lead)):
        return False
    return is_long_past(said, told)


def is_long_past(said: str, told: date) -> bool:
    """Whether all days that a sentence names were over a year before it was told.

    >>> is_long_past("The pact of 1951, in force since 1953.", date(1987, 5, 4))
    True
    """
    days = [period.last for period in periods_in(said, told)]
    return bool(days) and all(day < told - A_YEAR for day in days)
