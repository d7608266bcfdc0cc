"""Tell of a sentence which past day it recounts: what was done then is background to its briefing.

An act recites those before it ("In Regulation 12 of May 3, the Council suspended the duty for 90 days"), a
story what led to it. Such a sentence is as old as the day that it opens with, however new its briefing is.
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from assistant.reading.periods import periods_in
from ingest.text.events import events_in
from vectorstore.patterns import pattern

A_YEAR = timedelta(365)
A_WEEK = timedelta(7)  # what is nearer is the news itself; figures of a month are told when it is over
_LATEST_BEGIN = 160  # characters within which the day stands that a sentence opens with
_ACT = (
    r"(?:orders?|proclamations?|regulations?|decisions?|directives?|decrees?|acts?|laws?|notices?|memorand(?:um|a)"
    r"|agreements?|accords?|protocols?|communiqu[eé]s?|statements?|resolutions?|reports?)"
)
_LINK = (
    r"(?:(?:therefore|thus|accordingly|subsequently|consequently|previously|earlier|then|also|first|and|but"
    r"|as a result|for example|as (?:stated|noted|set forth)),?\s+)?"
)
# A number and a heading within the line: "Section 1. Background.", "(a)", "3.".
_HEADED = (
    r"\W*+(?:(?:section|sec\.|article|paragraph) \w+\.?\s+(?:[A-Z][\w ,’'-]{2,60}\.\s+)?"
    r"|\(?[a-z0-9]{1,3}[).]\s+)*+"
)
# What may stand before that day: "In Order 12 of", "On", "By the accord of", "Order 12 of".
_OPENS = pattern(
    rf"{_HEADED}{_LINK}"
    r"(?:(?:in|on|by|under|through|with|during|since|pursuant to|as (?:stated|noted|set forth) in)\b[^;:.]*"
    rf"|(?:the |that |an? )?(?:[\w'’()/-]+ ){{0,6}}?{_ACT}\b[^,;:.]*\b(?:of|dated|on)\s*)?$",
    re.I,
)
_LEANS = pattern(
    rf"{_HEADED}{_LINK}"
    r"(?:(?:in|by|through|under) (?:that|the same|doing so|so doing)\b"
    r"|in (?:particular|addition|so doing|doing so)\b"
    rf"|specifically\b|that {_ACT}\b|(?:it|I|we|they) also\b|at (?:that|the same) time\b|the same day\b)",
    re.I,
)
_OF_AN_ACT = pattern(rf"{_HEADED}[^.;:]{{0,60}}?\b{_ACT}\b (?:No\.? ?)?[\w/-]*\d", re.I)
_NOW = pattern(
    r"\b(?:today|now|hereby|this (?:order|proclamation|regulation|decision|act|morning|week))\b", re.I
)
# Acts whose day is not said, only that it was before: "In subsequent decrees, the King cut ...".
_EARLIER_ACTS = pattern(
    rf"{_HEADED}(?:in|by|through|under|with) (?:(?:the|a|these|those|several|various|other|series of) )*"
    rf"(?:subsequent|earlier|previous|prior|preceding|past|later) (?:[\w-]+ ){{0,2}}?{_ACT}\b",
    re.I,
)
# The first verb that tells: of what was, or of what is and will be.
_TOLD = pattern(
    r"\b(?:(?P<now>is|are|am|will|shall|has|have|may|must|can|should|would|remains?|continues?|applies|apply)"
    r"|(?P<then>was|were|had|did|got|found|made|set|took|gave|put|met|began|held|said|told|saw|went|came|rose|fell"
    r"|cut|hit|let|[a-z]{2,}ed))\b"
)
# "A year ago this month the duty was 9 percent": how many need not be told to the day.
_AGO = pattern(
    rf"{_LINK}(?:a|an|one|two|three|four|five|six|ten|some|\d+) (?:years?|decades?) ago\b"
    r"(?:,? (?:this|last) (?:week|month|year|spring|summer|autumn|winter)|,? today)?",
    re.I,
)
_CLOSES_IN_BRACKETS = pattern(r"\(([^()]*\d[^()]*)\)\W*$")
_NO_VERB = pattern(r"\b(?:as|so-called|aforementioned) (?:\w+ ){0,2}?\w+ed\b|\([^()]*\)")


def recounts(said: str, published: date | None, before: str = "") -> date | None:
    """Return the past day that a sentence opens with and tells of; else its paragraph's, if it goes on so.

    `before` is what stands before it in its paragraph.

    >>> str(recounts("In Order 12 of May 3, 1987, the Council suspended the duty.", date(1987, 8, 4)))
    '1987-05-03'
    >>> recounts("Under the accord of May 3, 1987, the duty is 5 percent.", date(1987, 8, 4)) is None
    True
    >>> str(recounts("The first duties were 5 percent (May 1983).", date(1987, 8, 4)))
    '1983-05-31'
    >>> str(recounts("In particular, it cut the duty.", date(1987, 8, 4), "On May 3 the Council met."))
    '1987-05-03'
    """
    if published is None:
        return None
    day = _opening_day(said, published) or _closing_day(said, published)
    if day is None and before and _tells_of_then(said) and (_LEANS.match(said) or _OF_AN_ACT.match(before)):
        return None if _NOW.search(said) else _opening_day(before, published)
    return day


def recites(said: str) -> bool:
    """Whether a sentence tells what earlier acts did, without their day.

    >>> recites("In subsequent decrees, the King cut the duty."), recites("In earlier acts the duty is set.")
    (True, False)
    """
    earlier = _EARLIER_ACTS.match(said)
    return bool(earlier and _tells_of_then(said[earlier.end() :]) and not _NOW.search(said))


@lru_cache(maxsize=16_384)
def _opening_day(said: str, published: date) -> date | None:
    if (ago := _AGO.match(said)) and _tells_of_then(said[ago.end() :]):
        return published - A_YEAR
    if not any(map(str.isdigit, said[:_LATEST_BEGIN])):
        return None
    opening = next(iter(events_in(said[: 2 * _LATEST_BEGIN], published)), None)
    if opening is None or opening.start > _LATEST_BEGIN:
        return None
    if opening.last > published - A_WEEK or opening.last - opening.first >= A_WEEK:
        return None
    if not _OPENS.match(said[: opening.start]) or not _tells_of_then(said[opening.end :]):
        return None
    return opening.last


def _closing_day(said: str, published: date) -> date | None:
    """Return the day in brackets behind a sentence on what was, where it was over a year ago."""
    closing = _CLOSES_IN_BRACKETS.search(said)
    if closing is None or not _tells_of_then(said[: closing.start()]) or _NOW.search(said):
        return None
    days = periods_in(closing[1], published)
    last = max((day.last for day in days), default=published)
    return last if last < published - A_YEAR else None


def _tells_of_then(told: str) -> bool:
    verb = _TOLD.search(_NO_VERB.sub(" ", told))
    return bool(verb and verb["then"])
