"""Read the day as of which a question says that it is asked: "as of 8 June 2025"."""

import re
from datetime import date

from assistant.reading.days_in_words import long_date
from assistant.reading.periods import periods_in
from vectorstore.patterns import pattern

EARLY, MIDDLE = 10, 15  # days of a month
_AS_OF = pattern(  # "as of last October", "as at mid-March"
    r"\bas (?:of|at|on)\s+(?:(?:the )?(?:last|(?P<part>early|mid(?:dle of)?)|late|end(?: of)?)[\s-]+)?", re.I
)
# What is joined to the question before, and asks nothing: "and as of May?"
_NOTHING = pattern(r"\W*(?:(?:and|so|but|ok|okay|what|how|about|then)\b\W*)*", re.I)
_END = pattern(r"[\s?!)]*$")


def stated_as_of(text: str, assumed: date) -> tuple[date | None, str]:
    """Read "as of 8 June 2025", "as of June 2025" (its last day), "8 June 2025: ...", and leave it out.

    The middle of a month is its fifteenth, early in it its tenth: what came later was not known. Nothing
    vaguer is one, nor is what asks nothing else. A date without a year is read near `assumed`.

    >>> stated_as_of("As of mid-March 1987, what was the duty?", date(1987, 6, 1))
    (datetime.date(1987, 3, 15), 'what was the duty?')
    >>> stated_as_of("duty (as of early March 1987)", date(1987, 6, 1))
    (datetime.date(1987, 3, 10), 'duty')
    >>> stated_as_of("and as of March 1987?", date(1987, 6, 1))[0]
    """
    for period in periods_in(text, assumed)[:1]:
        if (
            not text[: period.start].strip()
            and text[period.end :].startswith(":")
            and period.first == period.last
        ):
            return period.last, text[period.end + 1 :].strip()
    for match in _AS_OF.finditer(text):
        for period in periods_in(text, assumed):
            if period.start == match.end() and (period.last - period.first).days < 31:
                part = (match["part"] or "").lower()
                day = period.first.replace(day=EARLY if part == "early" else MIDDLE) if part else period.last
                rest = _joined(text[: match.start()], text[period.end :])
                return (None, text) if _NOTHING.fullmatch(rest) else (day, rest)
    return None, text


def without_as_of(text: str, assumed: date) -> str:
    """Return a question without the date that it names by "as of"."""
    return stated_as_of(text, assumed)[1]


def with_as_of(text: str, day: date) -> str:
    """Say in a question as of which day it is asked.

    >>> with_as_of("what is the duty?", date(1987, 5, 2))
    'what is the duty as of 2 May 1987?'
    """
    end = _END.search(text)
    at = end.start() if end else len(text)
    return f"{text[:at]} as of {long_date(day)}{text[at:]}"


def _joined(before: str, behind: str) -> str:
    """Put together what stands before and behind the words left out, without the marks around them."""
    before = before.rstrip(" ,")
    if before.endswith(("(", "[")):
        before, behind = before[:-1].rstrip(), behind.lstrip(" ").lstrip(")]")
    if not before:
        return behind.strip(" ,:;-–—")
    behind = behind.rstrip()
    return f"{before}{'' if behind[:1] in ',;:?!)' else ' '}{behind.lstrip()}".strip(" -–")
