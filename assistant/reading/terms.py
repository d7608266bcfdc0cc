"""Read until when holds what a sentence sets: to a last day that it names, or for a time that it names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from assistant.reading.periods import periods_in
from assistant.reading.recounting import recounts
from assistant.reading.statuses import hedged
from assistant.support.numbers import number_before, worth
from vectorstore.patterns import pattern

# At most, so that nothing is over too early.
DAYS = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}
_ONE = {"half a": 0.5, "a": 1, "another": 1, "further": 1, "additional": 1, "the next": 1}
_UNIT = "|".join(DAYS)
_COUNT = rf"(?:{'|'.join(_ONE)}|{number_before(_UNIT)})"
LONGEST = 36_525  # days; what is said to hold longer holds for good
_UNTIL = pattern(
    r"\b(?:until|till|through|(?:expir(?:es?|ed|ing|y)|ends?|lapses?|runs? out)(?: on| at)?"
    r"|(?:prolong|extend|renew)(?:s|ed|ing)?(?: (?:once more|again|further))? to)"
    r" (?:the |an? |end[- ](?:of )?|(?:midnight|noon)\b,? ?(?:on )?"
    r"|\d+:\d\d (?:[ap]\.?m\.?)?(?: \w+){0,3},? (?:on )?)*$",
    re.I,
)
_HINT = pattern(
    r"\b(?:until|till|through|expir|ends|lapses|runs out|prolong|extend|renew)"
    rf"|\bfor\b.* (?:{_UNIT})|-(?:{_UNIT})",
    re.I,
)
_SPAN = pattern(
    r"\bfor (?:(?:an?|the|another|next|initial|further|additional|first) )*(?:period of )?"
    rf"(?P<count>{_COUNT})[ -](?P<unit>{_UNIT})s?\b(?! of\b| or (?:so|more|longer|two|three)\b|['’]s)"
    rf"|(?<![\d,.])\b(?P<count2>{_COUNT})-(?P<unit2>{_UNIT}) "
    r"(?:pause|suspension|truce|delay|reprieve|moratorium|extension|freeze|ban|embargo|exemption|waiver|period|term)\b",
    re.I,
)
_FROM = pattern(r"\b(?:effective|from|start(?:s|ing)|begin(?:s|ning)|as of|on or after)(?: \w+)? $", re.I)
# "Exports rose through May", "for two years it has been": what was, which sets nothing.
_SETS = pattern(
    r"\b(?:shall|will|is|are|be|must|may|remains?|holds?|applies|apply|runs?|continues?|lasts?|expires?|ends?"
    r"|(?:suspend|extend|impos|delay|postpon|paus|prolong|continu|maintain|reduc|lower|rais|agree|waiv|bann?|exempt)\w*)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Term:
    """The last day of what a sentence sets, and the words that tell it; `counted` from which day, if so."""

    last: date
    words: str
    counted: date | None = None


def term_of(said: str, published: date | None) -> Term | None:
    """Return until when a sentence says that something holds, the latest of several days; None for none.

    >>> term_of("The duty is suspended until July 9, 1987.", date(1987, 4, 9))
    Term(last=datetime.date(1987, 7, 9), words='until July 9, 1987', counted=None)
    >>> term_of("The ban holds for a period of 90 days, effective May 1.", date(1987, 4, 20)).last
    datetime.date(1987, 7, 30)
    >>> pauses = ("a 1,000-day pause", "a 9000000000-day pause")
    >>> pauses = [term_of(f"The duty is under {pause}.", date(1987, 4, 20)) for pause in pauses]
    >>> [pause and pause.last for pause in pauses]
    [datetime.date(1990, 1, 14), None]
    >>> term_of("The duty of May 1, 1987, is paid from July 9, 1987.", date(1987, 4, 20))
    """
    if published is None or not (_HINT.search(said) and _SETS.search(said)) or recounts(said, published):
        return None
    days = periods_in(said, published)
    terms = [
        Term(p.last, f"{found[0]}{said[p.start : p.end]}")
        for p in days
        if (found := _UNTIL.search(said, max(0, p.start - 60), p.start))
        and not hedged(_clause(said, p.start))
    ]
    latest = max(terms or _spans(said, published), key=lambda term: term.last, default=None)
    if latest is None or latest.last < published or any(p.first == p.last > latest.last for p in days):
        return None  # past already, or something else comes after it
    return latest


def _spans(said: str, published: date) -> Iterator[Term]:
    days = [p for p in periods_in(said, published) if p.first == p.last]
    started = next((p.first for p in days if _FROM.search(said, max(0, p.start - 30), p.start)), published)
    for found in _SPAN.finditer(said):
        if hedged(_clause(said, found.start())):
            continue
        count, unit = found["count"] or found["count2"], found["unit"] or found["unit2"]
        length = ceil((_ONE.get(count.lower()) or worth(count.lower())) * DAYS[unit.lower()])
        if length <= LONGEST:
            yield Term(started + timedelta(length), found[0], started)


def _clause(said: str, at: int) -> str:
    """Return what stands before a place since the last comma or the like."""
    return said[max(said.rfind(mark, 0, at) for mark in ",;:—") + 1 : at]
