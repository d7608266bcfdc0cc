"""Find the days to come that words name by their distance from a day: "this month", "the next two weeks"."""

import re
from datetime import date, timedelta

from assistant.reading.periods import Period
from assistant.support.numbers import number_before, worth
from ingest.text.events import events_in
from vectorstore.patterns import pattern

_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "year": 365}
_UNIT = "|".join(_DAYS)
_FEW = {"few": 3, "couple of": 2, "several": 5}
_MANY_DAYS = 3650  # further ahead nobody plans
_NAMED = pattern(
    r"\b(?:(?P<one>(?:this|next|the coming) (?:week|month|quarter|year)|today|tomorrow)\b"
    rf"|(?:next|coming|upcoming) (?P<count>{'|'.join(_FEW)}|{number_before(_UNIT)})"
    rf"[ -](?P<unit>{_UNIT})s?\b)",
    re.I,
)


def words_ahead(text: str) -> frozenset[str]:
    """Return the words, in small letters, that name such days; none where none do.

    >>> sorted(words_ahead("what is due in the next three weeks?"))
    ['next', 'three', 'weeks']
    """
    named = _NAMED.search(text)
    return frozenset(named[0].lower().split()) if named else frozenset()


def period_ahead(text: str, day: date) -> Period | None:
    """Return the days from `day` on that words name by their distance from it; None where they name none.

    >>> asked = "due this month?", "deadlines next week", "what is due in the next ten days", "what next?"
    >>> told = [period_ahead(text, date(1987, 4, 10)) for text in asked]
    >>> [of and (str(of.first), str(of.last)) for of in told]
    [('1987-04-10', '1987-04-30'), ('1987-04-13', '1987-04-19'), ('1987-04-10', '1987-04-20'), None]
    """
    named = _NAMED.search(text)
    if named is None:
        return None
    if named["one"]:
        (event,) = events_in(named["one"], day)
        first, last = event.first, event.last
    else:
        count = named["count"].lower()
        days = (_FEW.get(count) or worth(count)) * _DAYS[named["unit"].lower()]
        first, last = day, day + timedelta(min(days, _MANY_DAYS))
    return Period(max(first, day), last, *named.span()) if last >= day else None
