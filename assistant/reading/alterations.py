"""Tell whether a sentence changes what an act sets: another rate for the one it set, another day.

"The rate set forth in section 2 of Order 193 is lowered from 120 to 54 percent." Such a sentence seldom
names the goods or the party, so that no search for the words of a question finds it.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from assistant.reading.acts import folded
from assistant.reading.periods import periods_in
from assistant.reading.rates import NUMBER, PERCENT, rates_in
from assistant.support.numbers import worth
from vectorstore.patterns import pattern

_OLD, _NEW = rf"(?P<old>{NUMBER})", rf"(?P<new>{NUMBER}) ?{PERCENT}"
_ANOTHER_RATE = pattern(
    rf"\b(?:from|deleting|striking|replacing)\b[^;]{{0,40}}?{_OLD}(?: ?{PERCENT})?[”’\"']*,? "
    r"(?:(?:each place|wherever) (?:that )?it appears,? )?(?:in lieu thereof )?(?:and )?(?:by )?"
    rf"(?:to|inserting|with|by)\b[^;]{{0,40}}?{_NEW}",
    re.I,
)
_INSTEAD = pattern(  # "what is subject to 25 percent under Order 193 shall instead be subject to 35"
    rf"\b(?:is|are) (?:[a-z]+ )?subject to\b[^;.%]{{0,60}}?{_OLD} ?{PERCENT}[^;.%]{{0,120}}?"
    rf"\bshall instead\b[^;.%]{{0,100}}?{_NEW}",
    re.I,
)
_IN_LIEU = pattern(
    rf"{_NEW},? (?:in lieu|instead|in place) of (?:the )?(?:[\w-]+ ){{0,4}}?{_OLD} ?{PERCENT}",
    re.I,
)
_ANOTHER_DAY = pattern(
    r"\b(?:date|day|deadline|suspension|pause|period)\b[^;]*\bact\d+\b[^;]*"
    r"\b(?:shall be|is|are|will be|has been|have been)\b"
    r"|\bact\d+\b[^;]*\b(?:postpone|delay|defer|extend|prolong)\w*\b[^;]*\buntil\b"
    r"|\b(?:postpone|delay|defer|extend|prolong)\w*\b[^;]*\bact\d+\b[^;]*\b(?:to|until)\b",
    re.I,
)


@lru_cache(maxsize=16_384)
def rates_changed(folded: str) -> tuple[tuple[float, float], ...]:
    """Return the rates, in percent, of which a sentence gives a new one, each with that.

    >>> rates_changed("The rate of act0 is cut from 12 to 7 percent.")
    ((12.0, 7.0),)
    >>> rates_changed("The rate is cut from 7-1/2 pct to five pct.")
    ((7.5, 5.0),)
    >>> rates_changed("Line 2 is amended by deleting “7%” each place that it appears and by inserting “5%”.")
    ((7.0, 5.0),)
    >>> rates_changed("What is subject to 12 percent under act0 shall instead be subject to 7 percent.")
    ((12.0, 7.0),)
    >>> rates_changed("The duty of act0 is raised from 25 dollars to 75 dollars.")
    ()
    """
    return tuple((worth(m["old"].casefold()), worth(m["new"].casefold())) for m in _changing(folded))


def rates_left(text: str) -> frozenset[float]:
    """Return the rates, in percent, that a text tells, but for those that it says were so before.

    >>> sorted(rates_left("The duty of 4 percent stays, that of 9 percent is cut from 9 to 7 percent."))
    [4.0, 7.0]
    """
    return rates_in(text) - {old for old, _ in rates_changed(folded(text).text)}


def changing_clauses(folded: str) -> str:
    """Return the words, from the last comma on, in which a sentence gives a new rate, "" where it gives none.

    >>> changing_clauses("To help, the rate of act0 is cut from 12 to 7 percent, and more.")
    ' the rate of act0 is cut from 12 to 7 percent'
    """
    return " ".join(folded[folded.rfind(",", 0, m.start()) + 1 : m.end()] for m in _changing(folded))


def _changing(folded: str) -> Iterator[re.Match[str]]:
    for form in (_ANOTHER_RATE, _INSTEAD, _IN_LIEU):
        yield from form.finditer(folded)


def changes_day(folded: str, published: date | None, told: str, told_on: date | None) -> bool:
    """Whether a sentence, its acts folded, gives another day for a measure than `told` does.

    Of which `told` gives one to come; or none, and a later sentence does.

    >>> told, new = "The levy is due from May 2, 1987.", "The first day of act0 shall be June 1, 1987."
    >>> changes_day(new, None, told, date(1987, 4, 1))
    True
    >>> changes_day(new, date(1987, 4, 20), "The levy was announced.", date(1987, 4, 1))
    True
    """
    if not _ANOTHER_DAY.search(folded):
        return False
    before = {day for day in _days(told, told_on) if told_on is None or day > told_on}
    days = _days(folded, published)
    if before:
        return bool(days - before)
    return bool(published and told_on and told_on < published and any(day > published for day in days))


def _days(text: str, published: date | None) -> set[date]:
    return {period.first for period in periods_in(text, published) if period.first == period.last}
