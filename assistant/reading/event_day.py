"""Find the day that a sentence gives for what it tells, apart from deadlines and what was done before."""

import re
from datetime import date

from assistant.reading.periods import periods_in
from vectorstore.patterns import pattern

_DEADLINE = pattern(
    r"\b(?:until|till|through|thru|by|before|to|ahead of|expir\w+|due to end|than|and)\s+(?:the )?"
    r"(?:\d{1,2}:\d\d [ap]\.?m\.? (?:\w+ ){0,3})?(?:on )?$",
    re.I,
)
_DOCUMENT = pattern(
    r"\b(?:orders?|proclamations?|memorand\w+|statements?|decisions?|letters?|sheets?) of\s*$", re.I
)
_OTHER_OF = pattern(r"(?:\bof|\bdated|\bfrom|\bsince|\()\s*$", re.I)
_AS_BEFORE = pattern(r"\b(?:that|which|it|he|she|they) (?:had |was |were )?\w+ed (?:on )?$", re.I)
FEW_DAYS = 14  # of "June 6-8", and a meeting begins on the first of them
NEAR_DAYS = 45  # a day named further back is background: an earlier order, a deal being carried out
BACK_DAYS = 180  # an event further back is history, and no development that a briefing reports


def event_of(text: str, published: date | None) -> date | None:
    """Return the calendar day that a sentence gives for what it tells; None when it gives none.

    Last days ("until May 2") are none; the day of an order or statement is one when it is recent.

    >>> event_of("The order of May 2, 2025 suspends the duty until August 1, 2025.", date(2025, 5, 3))
    datetime.date(2025, 5, 2)
    """
    told: list[date] = []
    documents: list[date] = []
    for period in periods_in(text, published):
        before = text[max(0, period.start - 60) : period.start]
        if (period.last - period.first).days > FEW_DAYS:
            continue
        if _DEADLINE.search(before) or _AS_BEFORE.search(before):
            continue
        back = (published - period.first).days if published else 0
        if _DOCUMENT.search(before):
            if -1 <= back <= NEAR_DAYS:
                documents.append(period.first)
        elif not _OTHER_OF.search(before) and back <= BACK_DAYS:
            told.append(period.first)
    past = [day for day in told if published is None or day <= published]
    if past or documents:
        return max(past or documents)
    return min(told, default=None)
