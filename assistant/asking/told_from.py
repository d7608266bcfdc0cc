"""Say from which day on a briefing can tell of the act that a question dates: "agreed in May 1987"."""

import re
from datetime import date, timedelta

from assistant.asking.question import Question
from vectorstore.patterns import pattern

A_DAY = timedelta(days=1)  # it may be a day earlier where the briefing was written

# What nobody can tell of before it is done; what "starts", "ends" or "is due" then is told beforehand.
_DONE = pattern(
    r"\b(?:agreed|announced|signed|concluded|decided|ordered|proclaimed|proposed|unveiled|published|reported|promised|pledged)"
    r"(?: by (?:[\w.]+ ){1,3}?)?(?: back)?(?: (?:in|on|during))?(?: (?:early|mid|late))?[ -]*$",
    re.I,
)


def told_from(question: Question) -> date | None:
    """Return the first day on which a briefing can tell of what was done in the period asked about.

    >>> from assistant.asking.question import understand
    >>> told_from(understand("the rice quota agreed in May 1987: when does it end?", date(1988, 1, 1)))
    datetime.date(1987, 4, 30)
    >>> told_from(understand("the rice quota that ends in May 1987: who agreed?", date(1988, 1, 1)))
    """
    done = [p.first for p in question.periods if _DONE.search(question.standalone[: p.start])]
    return min(done) - A_DAY if done else None
