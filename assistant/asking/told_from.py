"""Say from which day on a briefing can tell of the act that a question dates: "agreed in May 1987"."""

import re
from datetime import date, timedelta

from assistant.asking.question import Question
from assistant.reading.patterns import any_of
from vectorstore.patterns import pattern

A_DAY = timedelta(days=1)  # it may be a day earlier where the briefing was written
A_MONTH = timedelta(days=31)  # by which an act may be told before it applies

# What nobody can tell of before it is done; what "starts", "ends" or "is due" then is told beforehand.
_DONE = pattern(
    r"\b(?:agreed|announced|signed|concluded|decided|ordered|proclaimed|proposed|unveiled|published|reported|promised|pledged)"
    r"(?: by (?:[\w.]+ ){1,3}?)?(?: back)?(?: (?:in|on|during))?(?: (?:early|mid|late))?[ -]*$",
    re.I,
)
# "What did Peru announce on rice in May", but not "what did Peru agree to buy in May".
_DID = pattern(r"\b(?:did|has|have|had)\b", re.I)
_SAYS = any_of(
    """
    agree agreed announce announced sign signed conclude concluded decide decided order ordered proclaim
    proclaimed propose proposed unveil unveiled publish published report reported promise promised pledge
    pledged settle settled say said tell told declare declared claim claimed warn warned urge urged call
    called
    """
)
_ACTS = any_of(
    """
    extend extended renew renewed suspend suspended lift lifted impose imposed raise raised cut lower
    lowered reduce reduced increase increased hike hiked double doubled approve approved adopt adopted
    ratify ratified reject rejected veto vetoed scrap scrapped drop dropped postpone postponed delay
    delayed launch launched file filed withdraw withdrawn remove removed exempt exempted exclude excluded
    ban banned block blocked buy bought sell sold ship shipped import imported export exported
    """
)
# Behind it is another verb's, or of what starts or ends then, which is told beforehand.
_OF_ANOTHER_VERB = pattern(
    r"\b(?:to|that|for|from|by|until|till|about|would|will|if|due|planned"
    r"|start|begin|take|come|enter|apply|kick|end|expire|lapse)\b|[?;:]",
    re.I,
)
_IN = pattern(r"\b(?:in|on|during|after|following)(?: the)?(?: (?:early|mid|late))?[ -]*$", re.I)


def told_from(question: Question) -> date | None:
    """Return the first day on which a briefing can tell of what was done in the period asked about.

    >>> from assistant.asking.question import understand
    >>> told_from(understand("the rice quota agreed in May 1987: when does it end?", date(1988, 1, 1)))
    datetime.date(1987, 4, 30)
    >>> told_from(understand("the rice quota that ends in May 1987: who agreed?", date(1988, 1, 1)))
    """
    days = [day for p in question.periods if (day := _told(question.standalone[: p.start], p.first))]
    return min(days, default=None)


def _told(before: str, first: date) -> date | None:
    """Return the first day on which what words before a period, from its `first` day on, ask for is told."""
    if _DONE.search(before):
        return first - A_DAY
    did = _DID.search(before)
    asked = before[did.end() :] if did and _IN.search(before) else ""
    if _OF_ANOTHER_VERB.search(asked):
        return None
    if _SAYS.search(asked):
        return first - A_DAY
    return first - A_MONTH if _ACTS.search(asked) else None
