"""Read "why was it moved" behind a question for a day: it is the day that was moved, and so put off."""

import re

from vectorstore.patterns import pattern

_FOR_A_DAY = pattern(
    r"\bwhen\b|\b(?:what|which) (?:day|date)\b|\b(?:deadlines?|dates?|delay\w*|postpon\w*|put off)\b", re.I
)
_ITS_DAY = (
    r"(?:it|this|that|they|these|those|the (?:start|end|day|date|deadline|hearing|round|increase|rise))"
)
_WAS_MOVED = pattern(
    rf"(?P<before>^\W*(?:(?:and|so|but|ok)\W+)*(?:why|who|how come|what for)\b[^?]*?\b{_ITS_DAY} )"
    r"(?P<been>been )?(?:moved|shifted|pushed)(?: (?:back|out|on))?(?=\W*$)",
    re.I,
)
_MOVED_IT = pattern(
    r"(?P<before>^\W*(?:(?:and|so|but|ok)\W+)*(?:why|who|how come|what for)\b[^?]*? )"
    rf"(?P<verb>move|shift|push)(?P<past>d|ed)? (?P<it>{_ITS_DAY})(?: (?:back|out|on))?(?=\W*$)",
    re.I,
)


def as_postponed(text: str, before: str) -> str:
    """Return a follow-up on why a day was moved as one on why it was postponed; `before` asked for a day.

    >>> as_postponed("why was it moved?", "when does the tin duty start")
    'why was it postponed?'
    >>> as_postponed("so why did they move it", "deadline for the tin talks")
    'so why did they postpone it'
    >>> as_postponed("why was it moved?", "which plant makes tin")
    'why was it moved?'
    """
    if not _FOR_A_DAY.search(before):
        return text
    text = _WAS_MOVED.sub(lambda m: f"{m['before']}{m['been'] or ''}postponed", text)
    return _MOVED_IT.sub(lambda m: f"{m['before']}postpone{'d' * bool(m['past'])} {m['it']}", text)
