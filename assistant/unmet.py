"""Say what a question asks for, or takes for granted, that no sentence of an answer tells.

The right party and the right goods do not make up for that; how far these are met: `assistant.abstention`.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from assistant.needs import NEEDS, any_of
from assistant.question import Question

# Asks how something turned out, and not what was planned for a day that was then to come.
_TURNED_OUT = any_of("actual actually really in_the_end so_far ended_up turn*_out did was were had")
_PLANNED = any_of(
    """
    agree* commit* pledg* promis* plan* propos* announc* set schedul* target* goal* aim* forecast* expect*
    project* estimat* due deadline to_be would will sign*_up quota* cap caps budget* order* extended
    """
)
_WHETHER = re.compile(
    r"^\W*(?:(?:and|so|but|ok|then) )*(?:is|are|was|were|do|does|did|has|have|had|will|can)\b|^any\b", re.I
)


def unmet(
    question: Question, sentences: Sequence[str], concerning: Sequence[str], newest: date | None
) -> tuple[str, ...]:
    """Return in plain words what the sentences of an answer lack, () when nothing is known to be lacking.

    `concerning` are those of them that concern every party asked about: that one party ended something
    does not tell that another did. `newest` is the day of the newest briefing that may be read.
    """
    return tuple(_unmet(question, sentences, concerning, newest))


def _unmet(
    question: Question, sentences: Sequence[str], concerning: Sequence[str], newest: date | None
) -> Iterator[str]:
    whether = bool(_WHETHER.search(question.asked.rsplit(" (", 1)[-1]))
    for need in NEEDS:
        needed = need.asked.search(question.asked) and not (need.presumed and whether)
        if needed and not any(map(need.told.search, concerning if need.presumed else sentences)):
            yield need.words
    if newest and asks_outcome_after(question, newest):
        yield "a briefing as late as that"


def asks_outcome_after(question: Question, newest: date) -> bool:
    """Whether a question asks how something turned out in a period that begins after the newest briefing.

    >>> from assistant.question import understand
    >>> day = date(1987, 4, 1)
    >>> asked = "how much wheat did Egypt buy in 1988", "how much wheat did Egypt agree to buy in 1988"
    >>> [asks_outcome_after(understand(text, day), day) for text in asked]
    [True, False]
    """
    if not any(period.first > newest for period in question.periods):
        return False
    return bool(_TURNED_OUT.search(question.asked)) and not _PLANNED.search(question.asked)
