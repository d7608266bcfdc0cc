"""Find the day of publication that a document shows at its head: in a line of its own, or beside names.

The head ends where the text begins; a summary may stand above the day. What stands under "Next meeting" is
of that, and what a signature or a line at the end says counts where the head says nothing.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from ingest.text.act_days import day_of_act
from ingest.text.dated_lines import Said, is_name, is_sentence, said_in
from ingest.text.dates import Stated, day_time_group, written_date
from ingest.text.head_words import BY
from ingest.text.in_figures import days_of
from ingest.text.record_series import DAY, is_citation
from ingest.text.said_when import OF_SOMETHING_ELSE, ON, WEEKDAY
from vectorstore.patterns import pattern

LOOKED_AT = 8  # filled lines from the top; further down a lone date heads a section
LABELLED_WITHIN = 12  # filled lines; below a question stand who answered and when
TELEGRAM_WITHIN = 24  # filled lines; who it went to stands above the day as often as below
LOOKED_AT_BELOW = 6  # filled lines from the end
SIGNED_WITHIN = 2  # filled lines from the end; an address may stand below the day
LONG = 120  # characters; a longer line is text, however it ends
LONGEST_SUMMARY = 400  # characters of the one paragraph that may stand above the day
LONGEST_LABEL = 6  # words of a line that says what the day below it is of
PRINTED_WITHIN = 60  # days between an act and the register that prints it
APART = 3  # days between that of a page and that of a telegram it prints


def dates_alone(lines: Sequence[str], stated: Sequence[Stated] = ()) -> tuple[Stated, ...]:
    """Return the day that the head shows; of several that nothing tells apart, none.

    That of an update, or of a meeting whose minutes they are, counts only where nothing else is `stated`.

    >>> dates_alone(["# Talks", "Geneva, 6 June 2025", "Both met.", "Next meeting", "5 August 2026"])
    (Stated(origin='published line', text='6 June 2025'),)
    """
    filled = _filled(lines)
    if sent := next(filter(None, map(day_time_group, filled[:TELEGRAM_WITHIN])), None):
        return (Stated("published line", sent[0]),)
    shown = list(_shown(filled))
    for kind in ("published", ""):
        if found := _agreed([one for one in shown if one.said.kind == kind], filled):
            return (Stated("published line", _of_printed_act(found, filled) or found),)
    if not stated and not any(one.said.kind == "" for one in shown):
        for kind in ("held", "updated"):
            if found := _agreed([one for one in shown if one.said.kind == kind][:1], filled):
                return (Stated("published line", found),)
        return tuple(Stated("published line", day) for day in islice(_signed(filled), 1))
    return ()


def _of_printed_act(printed: str, filled: Sequence[str]) -> str | None:
    """The day of the act that a register printed on a day, which its running head says, some weeks later."""
    head = filled[:LOOKED_AT]
    running = (_WEEKDAY.sub("", line).replace(printed, DAY) for line in head if printed in line)
    if not any(map(is_citation, running)):
        return None
    act = next(filter(None, map(day_of_act, head)), None)
    later = (days_of(printed)[0] - days_of(act)[0]).days if act and days_of(act) else -1
    return act if 0 <= later <= PRINTED_WITHIN else None


def updated_on(lines: Sequence[str]) -> date | None:
    """The last day that the head says the text was brought up to date on; the later one of figures.

    >>> updated_on(["Tin", "Published 4 May 2025", "Last updated 1 July 2025", "The levy fell."])
    datetime.date(2025, 7, 1)
    """
    said = (one.said for one in _shown(_filled(lines)))
    return max((day for one in said if one.kind == "updated" for day in days_of(one.text)), default=None)


def _filled(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if line.strip("#*|_- \t")]


def says_only_when(line: str) -> bool:
    """Whether a line is no title and no text: a date alone, or that it may be printed now."""
    said = said_in(line)
    return all(one.alone for one in said) if said else bool(_RELEASE.fullmatch(line.strip("#*|_- ")))


class _Shown(NamedTuple):
    """What the head says of a day, and in which of its lines."""

    said: Said
    at: int


def _shown(filled: Sequence[str]) -> Iterator[_Shown]:
    """The days of the head, without those of something else."""
    text = 0  # characters so far
    for at, line in enumerate(filled[:LABELLED_WITHIN]):
        said = said_in(line)
        if not said and at and _is_text(line):
            text += len(line)
        if text > LONGEST_SUMMARY or len(line) > LONGEST_SUMMARY:
            return
        for one in said:
            if at >= LOOKED_AT:
                if one.kind == "published":
                    yield _Shown(one, at)
            elif one.kind in ("published", "updated") or _is_of_the_whole(one, at, filled, text > 0):
                yield _Shown(one, at)


def _is_text(line: str) -> bool:
    words = line.split()
    small = sum(word[0].islower() for word in words)
    return (
        len(line) > LONG
        or is_sentence(line)
        or (len(words) >= 8 and len(line) >= 50 and 2 * small > len(words))
    )


def _is_of_the_whole(said: Said, at: int, filled: Sequence[str], under_text: bool) -> bool:
    """Whether a day that nothing is said of may be that of the document.

    One in its title is of what the title tells; one below a quotation is of that; one below a summary has the
    text below it.
    """
    if at and _is_label(filled[at - 1], longest=LONGEST_LABEL if at > 1 else LONGEST_LABEL // 2):
        return False
    quoted = any(_QUOTATION.match(line) and _is_text(line) for line in filled[:at])
    if quoted or _goes_on(filled, at):
        return False
    below = filled[at + 1 : at + 3]
    if under_text:
        return any(map(_is_text, below))
    return (
        at > 0
        or said.alone
        or said.issue
        or (bool(below) and (not _is_text(below[0]) or _is_headline(below)))
    )


def _is_headline(lines: Sequence[str]) -> bool:
    """Whether the first of some lines stands over the others, not in their text: wrapped text goes on."""
    first, *below = lines
    ends = len(first) > LONG or first.rstrip()[-1] in ".:;,"
    return not ends and bool(below) and not below[0][0].islower()


def _goes_on(filled: Sequence[str], at: int) -> bool:
    """Whether the sentence of the line above ends with this day; a title such as "Talks go on" does not."""
    above = filled[at - 1] if at else ""
    return ends_amid(above) and above[0] != "#" and (at > 1 or _is_text(above))


def ends_amid(line: str) -> bool:
    """Whether a line ends in the midst of a sentence: "for the storms from May 3 to"."""
    return bool(_GOES_ON.search(line))


def _is_label(line: str, longest: int) -> bool:
    """Whether a line says that the day below it is a deadline, an effective date, the next meeting."""
    bare = line.strip("#*|_-: \t")
    if len(bare.split()) > longest or ":" in bare or written_date(bare) or said_in(line):
        return False
    return bool(OF_SOMETHING_ELSE.search(bare))


def _agreed(shown: Sequence[_Shown], filled: Sequence[str]) -> str | None:
    """The first of the days; none where the others are of other days and nothing tells which is meant."""
    left = [one for one in shown if one.said.kind or not _heads_a_section(one, filled)]
    if not left:
        return None
    first = left[0].said
    days = [days_of(one.said.text)[:1] for one in left if not one.said.kind]
    if any(day and days[0] and abs((day[0] - days[0][0]).days) > APART for day in days):
        return None
    return first.text


def _heads_a_section(shown: _Shown, lines: Sequence[str]) -> bool:
    """Whether other days stand in the text as it does: alone, or before what happened on them."""
    line = lines[shown.at]
    if not shown.said.alone and not _first_day(line):
        return False
    days = set(days_of(shown.said.text))
    for other in lines:
        if _mark(other) != _mark(line):
            continue
        standing = _day_alone(other) if shown.said.alone else _first_day(other)
        if standing and days.isdisjoint(days_of(standing)):
            return True
    return False


def _day_alone(line: str) -> str:
    said = said_in(line)
    return said[0].text if said and all(one.alone and not one.kind for one in said) else ""


def _first_day(line: str) -> str:
    """The day that a line begins with, as written."""
    bare = line.strip("#*|_- \t")
    day = written_date(bare[:40])
    return day[0] if day and day.start() == 0 else ""


def _mark(line: str) -> str:
    return line[0] if line[0] in "#-|" else ""


def _signed(filled: Sequence[str]) -> Iterator[str]:
    """The day on which a treaty says that it was done, else what the foot says."""
    begun = (line[:LONGEST_SUMMARY] for line in filled if _DONE_BEGINS.match(line))
    done = [day[0] for line in begun if (day := written_date(line)) and _DONE.fullmatch(line[: day.start()])]
    if len(set(done)) == 1:
        yield done[0]
    yield from _at_the_foot(filled)


def _at_the_foot(filled: Sequence[str]) -> Iterator[str]:
    """The days of lines at the end that say that it was issued, done or signed on them."""
    for at in range(max(1, len(filled) - LOOKED_AT_BELOW), len(filled)):
        bare = filled[at].strip("#*|_- .()\t")
        day = written_date(bare)
        if day and day.end() == len(bare):
            issued = _FOOT.fullmatch(bare[: day.start()])
            if issued or (at >= len(filled) - SIGNED_WITHIN and _is_signed(filled, at)):
                yield day[0]


def _is_signed(filled: Sequence[str], at: int) -> bool:
    """Whether a day ends a signature: who signed above it, and of what house or place."""
    said = said_in(filled[at])
    if len(said) != 1 or said[0].kind or filled[at][0] in "#|-":
        return False
    above = [line for line in filled[max(0, at - 2) : at] if line[0] not in "#|-" and is_name(line)]
    beside = not said[0].alone or filled[at - 1].rstrip().endswith(",")
    return bool(above) and filled[at - 1] in above and (beside or len(above) == 2)


_WEEKDAY = pattern(rf"(?<!\w){WEEKDAY},? ", re.IGNORECASE)
_RELEASE = pattern(r"(?:for (?:immediate )?release|(?:press|news|media) release)\W*", re.IGNORECASE)
_QUOTATION = pattern(r"[*_ ]*[\"'“„«‘]")
_GOES_ON = pattern(  # "from January 31 to", before the day in the next line
    r"(?<!\w)(?:on|to|from|until|till|by|of|and|or|between|through|in|for|before|after|since|dated|the|vom|bis|am"
    r"|und|du|au|et|le|del|al|y|e|il|op|van|tot|en|de|em|a|till|den)\W{0,6}$"
)
_DONE_AT = r"done (?:at|in)|fait à|geschehen zu|hecho en|fatto a|gedaan te|feito em|utfärdat i"
_THERE = rf"\s+[^\d.;]{{2,60}}?,?\s+(?:(?:{ON}|this)\s+)*"
_FOOT = pattern(
    rf"(?:this \w+ (?:was|is) )?"
    rf"(?:issued|released|(?:first |last )?(?:published|updated)|date of (?:issue|publication))"
    rf"(?: {BY} [^.:;]{{1,40}}?)?(?: {ON})?(?:\W{{1,4}}|$)"
    rf"|(?:(?:issued|given) (?:at|in)|{_DONE_AT}){_THERE}",
    re.IGNORECASE,
)
_DONE_BEGINS = pattern(rf"\W*(?:in witness whereof|{_DONE_AT})\b", re.IGNORECASE)
_DONE = pattern(rf"\W*(?:in witness whereof\b[^.;]{{0,200}}\W )?(?:{_DONE_AT}){_THERE}", re.IGNORECASE)
