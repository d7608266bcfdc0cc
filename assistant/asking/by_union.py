"""Ask of a customs union what is asked of a member: duties on German cars are those on the union's."""

import re
from datetime import date

from assistant.asking.other_parties import with_party
from assistant.asking.question import Question
from assistant.reading.counted import asks_statistic
from ingest.text.unions import union_of

# What is done at a border, which a member does not do by itself and is not done to it alone.
_AT_THE_BORDER = re.compile(
    r"\b(?:tariffs?|dut(?:y|ies)|duty-free|lev(?:y|ies)|surcharges?|quotas?|trqs?|customs|de minimis"
    r"|ad valorem|(?:anti-?|counter)\w*|sections?|s?(?:122|201|232|301|338)|reciprocal|exempt\w*"
    r"|import(?:s|ed)?|rates?)\b",
    re.I,
)


def by_union(question: Question, day: date) -> str | None:
    """Return a question on the duties of one member as one on its union; None where it is none.

    `day` is that of which the membership is asked.

    >>> from assistant.asking.question import understand
    >>> day = date(1987, 4, 1)
    >>> by_union(understand("what duty does Italian wine pay?", day), day)
    'what duty does European Union wine pay?'
    >>> by_union(understand("how much wine did Italy sell?", day), day) is None
    True
    """
    unions = {code: union_of(code, day) for code in question.parties}
    members = {code: union for code, union in unions.items() if union}
    if len(members) != 1 or asks_statistic(question.asked) or not _AT_THE_BORDER.search(question.asked):
        return None
    ((member, union),) = members.items()
    if union in question.parties:
        return None
    return with_party(question.standalone, member, union)
