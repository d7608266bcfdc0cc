"""Find the date that a document shows in a line of its own near its top: "June 8, 2025"."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ingest.text.dates import Stated, parse_date, written_date

LOOKED_AT = 8  # filled lines from the top; further down a lone date heads a section
LONGEST = 120  # characters of such a line, with "For immediate release", a byline and the hour


def dates_alone(lines: Sequence[str], stated: Sequence[Stated] = ()) -> tuple[Stated, ...]:
    """Return the first of the top lines that is a date and nothing else.

    That of an update counts only where nothing else is `stated`; dates that head sections do not.

    >>> dates_alone(["# Talks", "FOR IMMEDIATE RELEASE: Friday, June 6, 2025", "Both met on June 5, 2025."])
    (Stated(origin='published line', text='June 6, 2025'),)
    """
    filled = [line for line in lines if line.strip()]
    found = [alone for line in filled[:LOOKED_AT] for alone in _alone(line)]
    found = [alone for alone in found if alone.kind or not _heads_a_section(alone, filled)]
    for kind in ("published", "", "updated"):
        for alone in found:
            if alone.kind == kind and not (kind == "updated" and stated):
                return (Stated("published line", alone.text),)
    return ()


def says_only_when(line: str) -> bool:
    """Whether a line is no title and no text: a date alone, or that it may be printed now."""
    return bool(_alone(line)) or bool(_RELEASE.fullmatch(line.strip("#*|_- ")))


class _Alone(NamedTuple):
    """A date that stands alone, as written; `kind` is "published", "updated" or unsaid."""

    text: str
    day: date
    kind: str
    mark: str  # what its line begins with: "#", "-" or nothing


def _alone(line: str) -> list[_Alone]:
    """The dates of a line that holds nothing else: a published and an updated one, at most."""
    if len(line) > LONGEST or not re.search(r"\d{4}", line):
        return []
    found = []
    for part in _PARTS.split(line.strip("#*|_- ")):
        bare = _BYLINE.sub("", part)
        match = written_date(bare)
        if not match:
            if bare.strip(" ,()"):
                return []
            continue
        around = f"{bare[: match.start()]} {bare[match.end() :]}".lower()
        day = parse_date(match[0])
        words = set(_WORD.findall(_HOUR.sub(" ", around)))
        if day is None or words - _BESIDE:
            return []
        kind = "updated" if words & _UPDATED else "published" if words & _PUBLISHED else ""
        found.append(_Alone(match[0], day, kind, line[:1] if line[:1] in "#-|" else ""))
    return found


def _heads_a_section(alone: _Alone, lines: Sequence[str]) -> bool:
    """Whether other days stand in the text as it does."""
    others = (other for line in lines for other in _alone(line))
    return any(not o.kind and o.mark == alone.mark and o.day != alone.day for o in others)


_PUBLISHED = frozenset(("published", "posted", "issued", "release", "released"))
_UPDATED = frozenset(("updated", "modified", "revised"))
_BESIDE = _PUBLISHED | _UPDATED | frozenset((
    "for", "immediate", "first", "last", "on", "at", "dated", "et", "est", "edt", "gmt", "utc", "cet",
    "cest", "bst", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag",
    "freitag", "samstag", "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
))  # fmt: skip
_PARTS = re.compile(
    r"\s*[|·•;]\s*|(?<!\bfirst)(?<!\blast)[\s,(]+(?=(?:(?:first|last)\s+)?(?:published|posted|updated|modified|revised)\b)",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"By(?: (?:and |de |van )?[A-Z][\w.'’-]+){2,6}(?:,| [–—-]|$)")
_HOUR = re.compile(r"\b\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?")
_WORD = re.compile(r"\w+")
_RELEASE = re.compile(r"(?:for (?:immediate )?release|(?:press|news|media) release)\W*", re.IGNORECASE)
