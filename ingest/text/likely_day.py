"""Find the day that a document most likely is of, where nothing states it: one in a line near its top.

The line may say other things too, but of the day nothing else than where, by whom or in what issue: "Circular
no. 7/2026, 12 Feb 2026", "Market letter - Week 42 - 16 October 2026". Whoever takes the document in is told.
"""

import re
from collections.abc import Iterator

from ingest.text.dated_lines import RANGE, is_name_part, is_sentence, marked_days
from ingest.text.dates import Stated
from ingest.text.document_dates import ends_amid
from ingest.text.head_lines import is_office, kind_of
from ingest.text.head_words import NUMBERED, RELEASES, SAID_ALOUD, SERIALS
from ingest.text.in_figures import FIGURES, days_of
from ingest.text.record_series import DAY
from ingest.text.said_when import OF_SOMETHING_ELSE, ON, PUBLISHED, UPDATED, WEEKDAY
from vectorstore.patterns import pattern

LOOKED_AT = 8  # filled lines from the top
LONGEST = 160  # characters of such a line
LONG = 120  # characters; a longer line is text
FEWEST_OF_TEXT = 8  # words of a line of it
FEW, SHORT = 5, 2  # words right before a day; so many that hold no number are a place
LONGEST_LABEL = 6  # words of a line that says what the day below it is of
APART = 1  # days between those of one document: recorded on one, out on the next


def likely_days(title: str, text: str) -> tuple[Stated, ...]:
    """Return the day near the top, as written; none where several stand there, and none in a sentence.

    >>> likely_days("Tin", "Client letter no. 7, 12 Feb 2026\\nThe duty on tin ends on 1 May 2026.")
    (Stated(origin='likely line', text='12 Feb 2026'),)
    >>> likely_days("Tin", "Entry into force: 1 May 2026"), likely_days("Tin", "4 May 2026\\n9 June 2026")
    ((), ())
    >>> likely_days("Tin", "Sitting of Monday 4 May 2026 (English translation)")[0].text
    '4 May 2026'
    """
    found = [words for words in _near_the_top(title, text) if not _may_be_two(words)]
    days = [day for words in found for day in days_of(words)[:1]]
    if not days or (max(days) - min(days)).days > APART:
        return ()
    return (Stated("likely line", found[0]),)


def _may_be_two(words: str) -> bool:
    """Whether a day is one of two, as 05.09.2019 is, and its stops are all that speaks for one of them."""
    figures = FIGURES.search(words)
    return figures is not None and figures["mark"] == "." and len(days_of(words)) > 1


def _near_the_top(title: str, text: str) -> Iterator[str]:
    """The days of the lines above the text."""
    lines = [line for line in text.split("\n") if line.strip("#*|_- \t") and not line.startswith("|")]
    above = ""
    for at, line in enumerate([title, *lines[:LOOKED_AT]]):
        bare = line.strip("#*_> \t")
        if kind_of(line) != "notice":
            is_text = (
                len(bare) > LONG or is_sentence(bare) or ends_amid(above) or (at > 2 and _goes_on(above))
            )
            if is_text and at:
                return
            if not (is_text or _ITEM.match(bare) or _heads_something_else(above)):
                yield from _days_of_the_whole(bare, is_title=at == 0)
        above = bare


def _goes_on(line: str) -> bool:
    """Whether a line is text that is wrapped and goes on below it."""
    words = line.split()
    small = sum(word[0].islower() for word in words)
    return len(words) >= FEWEST_OF_TEXT and 2 * small > len(words) and line[-1] not in ".!?:;"


def _heads_something_else(line: str) -> bool:
    return len(line.split()) <= LONGEST_LABEL and _is_of_something_else(line)


def _is_of_something_else(words: str) -> bool:
    return bool(OF_SOMETHING_ELSE.search(_AT_CLOSE.sub(" ", words)))


def _days_of_the_whole(line: str, is_title: bool) -> Iterator[str]:
    """The days of a line, as written, that stand by themselves or beside names.

    What bars or dashes hold apart from a day may say anything; in a title a day is mostly of what it tells.
    """
    marked, days = marked_days(line[:LONGEST])
    if RANGE.search(marked):
        return
    parts = _BARS.split(marked)
    written = iter(days)
    for at, part in enumerate(parts):
        words = [next(written) for _ in range(part.count(DAY))]
        beside = " ".join(one for one in parts[max(0, at - 1) : at + 2] if DAY not in one)
        if len(words) != 1 or _is_of_something_else(beside):
            continue
        is_daily = is_title and _DAILY.search(part) and not _is_of_something_else(part)
        if is_title and len(parts) == 1 and not is_daily and not _SERIES.search(part):
            continue
        if is_daily or _is_beside_names(part):
            yield words[0]


def _is_beside_names(part: str) -> bool:
    """Whether a part of a line says of the day in it no more than that it is that of the document."""
    part = _ASIDE.sub("", part)
    if _BY_THEN.search(part):
        return False
    before, after = (said.strip(_MARKS) for said in _UNSAID.sub(" ", part).split(DAY))
    said = any(_SAYS_SO.search(of) for of in (part.split(DAY)[0].strip(_MARKS), before))
    if not said and (_is_of_something_else(before) or _PREPOSITION.search(before)):
        return False
    if after and not is_name_part(after):
        return False
    label = _LABEL_ENDS.split(before)[-1]
    names = [one for one in _LABEL_ENDS.split(before) if one]
    return (
        said
        or not before
        or bool(_DATE.fullmatch(label) or _HOUR_BEHIND.search(part))
        or (all(map(is_name_part, names)) and _is_of_an_issue(label))
    )


def _is_of_an_issue(before: str) -> bool:
    """Whether what stands right before a day is a place, a body or a number, not what happens on it."""
    words = before.split()[-FEW:]
    numbered = re.search(r"\d", words[-1]) or len(words) <= SHORT or is_office(before)
    return bool(numbered or _SERIES.search(before)) and is_name_part(" ".join(words))


_MARKS = " ,.:-[]()"
_BARS = pattern(r"\s*[|·•;]\s*|\s+(?:-+|[–—]+|\*{2,}|::|/|\.)\s+|\s{2,}|\t")
_ITEM = pattern(r"(?:-|•|\d{1,2}[.)]|\([a-z\d]\)) ")
_AT_CLOSE = pattern(r"\bclosing (?:comments?|notes?|prices|report)\b", re.IGNORECASE)
_CLOCK = r"\d{1,2}[:.h]\d\d\b(?: ?[ap]\.?m\.?)?"
_HOUR_BEHIND = pattern(rf"{DAY},? (?:at )?{_CLOCK}", re.IGNORECASE)
_UNSAID = pattern(rf"{WEEKDAY},?|\b(?:the|by)\b|\b{_CLOCK}", re.IGNORECASE)
_ASIDE = pattern(rf"(?<={DAY}) \([^()\d]{{3,40}}\)$")  # "(English translation)", "(original)"
_BY_THEN = pattern(rf"\bby (?:{WEEKDAY},? )?{DAY}", re.IGNORECASE)
_LABEL_ENDS = pattern(r"[\[\].:;,]\s*")
_DATE = pattern(r"(?:[\w ]{1,30} )?date", re.IGNORECASE)
_PREPOSITION = pattern(r"(?:^|\W)(?:by|on|in|until|at|to|of|and)$", re.IGNORECASE)
_SERIES = pattern(rf"\b(?:{SAID_ALOUD}|{SERIALS}|{RELEASES}|{NUMBERED})\b", re.IGNORECASE)
_DAILY = pattern(rf":\s+{WEEKDAY},? {DAY}$", re.IGNORECASE)  # "What the papers say: Friday 3 May 2025"
_SAYS_SO = pattern(
    rf"\b(?:{PUBLISHED}|{UPDATED}|out|recorded|filed|at (?:the )?close (?:of|on))(?: {ON})?$|^as (?:of|at)$"
    rf"|\b(?:{NUMBERED}|series)\.? ?\d[\w/.-]*$"
    r"|\bdate of (?:the )?(?:report|reply|answer|record|note|letter|sitting)$"
    r"|\b(?:sitting|order paper|official report|proceedings|debates?|hansard|minutes) of$"
    rf"|\bby [^.:;]{{2,60}} on$|\b(?:issued|published|released|posted) by:? [^.:;]{{2,60}}$",
    re.IGNORECASE,
)
