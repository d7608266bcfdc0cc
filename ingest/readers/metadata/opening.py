"""Read what the first lines of a text say about it: `Published:`, `Source:`, a wire dateline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.text.dates import Stated, written_date
from ingest.text.head_words import is_field
from ingest.text.months import ABROAD, MONTH
from ingest.text.said_when import OF_SOMETHING_ELSE
from vectorstore.patterns import pattern

LOOKED_AT = 8  # filled lines below the headline; a label further down belongs to the text
EVENT_WITHIN = 3  # filled lines below a date: its hour, its place


@dataclass(frozen=True, slots=True)
class Opening:
    """What the first lines say, and the lines without those that only say it."""

    lines: list[str]
    dates: tuple[Stated, ...] = ()
    publisher: str | None = None
    url: str | None = None
    agency: str | None = None  # in brackets in the dateline


def read_opening(lines: Sequence[str]) -> Opening:
    """Take the labelled lines out of the first ones; a dateline is read and stays."""
    kept: list[str] = []
    dates: list[Stated] = []
    publisher = url = agency = None
    filled = 0
    for number, line in enumerate(lines):
        if filled >= LOOKED_AT:
            kept.extend(lines[number:])
            break
        filled += bool(line.strip())
        labelled = [] if _is_of_an_event(lines, number) else _labelled(line)
        if not labelled:
            kept.append(line)
            if dateline := dateline_in(line.lstrip("#*> "), lines):
                dates.append(Stated("dateline", dateline["date"]))
                agency = agency or _agency_in(dateline[0])
            dates += _dates_beside(line)
        for label, value in labelled:
            if label in _DATE_LABELS and re.search(r"\d", value):
                dates.append(Stated("published line", value))
            elif label in _URL_LABELS or "://" in value:
                url = url or value.strip("<>") if "://" in value else url
            elif label in _PUBLISHER_LABELS and not _CITES.search(value):
                name, day = _name_and_day(value)
                publisher = publisher or name
                dates += [Stated("published line", day)] if day else []
            else:
                kept.append(line)
    return Opening(kept, tuple(dates), publisher, url, agency)


def dateline_in(line: str, lines: Sequence[str] = ()) -> re.Match[str] | None:
    """The dateline that a line begins with; one that a full stop ends where no other of `lines` has its like.

    >>> dateline_in("LIMA, 4 May 2025 - Peru cut its levy.")["date"]
    '4 May 2025'
    >>> dateline_in("Lima, 4 May 2025. Peru cut its levy.")["date"]
    '4 May 2025'
    >>> dateline_in("Deadline, 4 May 2025. Peru cut its levy.")
    """
    if dateline := DATELINE.match(line):
        return dateline
    stopped = _STOPPED.match(line)
    if not stopped or OF_SOMETHING_ELSE.search(stopped["place"]):
        return None
    others = (_STOPPED.match(other.strip()) for other in lines)
    return None if any(other and other["date"] != stopped["date"] for other in others) else stopped


def _agency_in(dateline: str) -> str | None:
    """Who sent it: "GENEVA, March 4 (Lake News Agency) -"."""
    agency = _AGENCY.search(dateline)
    return agency["name"] if agency else None


def labelled_lines_apart(text: str) -> str:
    """Break the labelled lines at the top of a Markdown text apart, which it would join to one."""
    lines = text.split("\n", 2 * LOOKED_AT)
    return "\n".join(f"\n{line}\n" if _LABELLED.fullmatch(line.strip()) else line for line in lines)


def _labelled(line: str) -> list[tuple[str, str]]:
    """The labels of a line in small letters, each with its value; none where the line holds anything else."""
    whole = _LABELLED.fullmatch(line.strip())
    if not whole:
        return []
    parts = [_LABELLED.fullmatch(part) for part in _BESIDE.split(line.strip())]
    matches = [part for part in parts if part]
    if len(matches) < len(parts):
        matches = [whole]
    return [(match["label"].lower(), match["value"].strip(" *")) for match in matches]


def _dates_beside(line: str) -> list[Stated]:
    """The dates that a line states behind other fields of a form: "Report: Annual   Date: May 5, 2025"."""
    beside, *fields = _BESIDE_FIELD.split(line.strip())
    if not fields or not is_field(beside):
        return []
    labelled = [match for field in fields if (match := _LABELLED.fullmatch(field))]
    days = (match["value"] for match in labelled if match["label"].lower() in _DATE_LABELS)
    return [Stated("published line", day) for day in days if re.search(r"\d", day)]


def _name_and_day(value: str) -> tuple[str | None, str | None]:
    """A publisher, and the day that is written behind it: "Reuters, June 8, 2025"."""
    day = written_date(value)
    name = (value[: day.start()] if day else value).rstrip(" ,;|([–—-.")
    return name or None, day[0] if day else None


def _is_of_an_event(lines: Sequence[str], number: int) -> bool:
    """Whether a `Date:` is when something takes place, which a line close below it says."""
    if not _DATE.match(lines[number].strip()):
        return False
    below = [line for line in lines[number + 1 : number + 1 + 2 * EVENT_WITHIN] if line.strip()]
    return any(_EVENT.match(line.strip()) for line in below[:EVENT_WITHIN])


_DATE_LABELS = (
    "published", "date", "published on", "publication date", "date published", "datum", "fecha", "data",
)  # fmt: skip
_PUBLISHER_LABELS = ("source", "publisher", "published by")
_URL_LABELS = ("url", "link")
_LABELS = "|".join((*_DATE_LABELS, *_PUBLISHER_LABELS, *_URL_LABELS))
_LABELLED = pattern(
    rf"\W{{0,3}}(?P<label>{_LABELS})\W{{0,2}}:\W{{0,3}}(?P<value>\S.{{0,200}})", re.IGNORECASE
)
_BESIDE_FIELD = pattern(rf"\s{{3,}}|\s+(?=(?:{_LABELS})\s?:\s)", re.IGNORECASE)
# "National Archives, Central Files. Confidential; immediate.": where a document lies
_CITES = pattern(r"[a-z]{3}\. [A-Z]|;|\b(?:archives?|papers|box|folder)\b", re.IGNORECASE)
_BESIDE = pattern(r"\s+[|·•]\s+")  # "Published: June 8, 2025 | Source: Trade Desk"
_DATE = pattern(r"\W{0,3}(?:date|datum|fecha|data)\W{0,2}:", re.IGNORECASE)
_EVENT = pattern(
    r"\W{0,3}(?:time|venue|place|where|location|zeit|uhrzeit|ort|heure|lieu|hora|lugar|ora|luogo|tijd|plaats|local"
    r"|tid|plats)\W{0,2}:",
    re.IGNORECASE,
)
_AGENCY = pattern(r"\((?P<name>[A-Z][\w.&’'-]*(?: [A-Z&][\w.&’'-]*){0,4})\)")
_YEAR = r"(?:,?\s+(?:19|20)\d\d)?"
_DAY = (
    rf"(?:(?i:{MONTH})\.?\s+[0-3]?\d{_YEAR}|[0-3]?\d\s+(?i:{MONTH})\.?{_YEAR}"
    rf"|[0-3]?\d(?:er|\.)?\s+(?:de\s+)?(?i:{ABROAD})\b\.?(?:\s+de(?=\s))?{_YEAR}"
    r"|[0-3]?\d(?P<mark>[./-])[0-3]?\d(?P=mark)(?:19|20)\d\d)"
)
_PLACE = r"[A-Z][\w.'’]*(?:,? [A-Z][\w.'’]*| (?:de|da|do|la|el|of|the)(?= )){0,5}"
# "TAUPO, New Zealand, March 23 -", "WASHINGTON, D.C., June 8, 2025 (Reuters) -", "Santiago, april 9 -",
# "BRUSSELS, 8 June 2025 -", "Berne, 14.11.2025 —", "Paris, le 8 juin -",
# "WASHINGTON (Reuters), June 8 -", "GENEVA (8 June 2025) —", "ROME – June 8 – T"
DATELINE = pattern(
    r"(?:[A-Z][^\W\d_][\w .,'’/-]{1,60}?,\s+(?=[^\W\d])"  # any words, where the month comes first
    rf"|{_PLACE},\s+(?:(?:le|den|am|a|lì)\s+)?(?=\d)"
    rf"|{_PLACE}\s+\([A-Z][\w ]{{1,40}}\),\s+"
    rf"|{_PLACE}\s+\((?=[^()]{{1,40}}\)\s*(?:-|–|—))"
    rf"|{_PLACE}\s+(?:-{{1,2}}|–|—)\s+(?=[^-–—]{{1,30}}(?:-{{1,2}}|–|—)\s+[\"“‘]?[A-Z]))"
    rf"(?P<date>{_DAY})\)?"
    r",?\s*(?:\([^)]{1,40}\)|/[^/]{1,30}/|[A-Z][A-Za-z]{1,12})?\s*(?:-{1,2}|–|—)\s"
)
_STOPPED = pattern(  # "Bogotá, 9 March 2022. The minister": a year, and no words but a place
    rf"(?P<place>{_PLACE}),\s+(?:(?:le|den|am|a|lì)\s+)?(?P<date>{_DAY})(?<=(?:19|20)\d\d)\.\s+(?=[\"“‘]?[A-ZÀ-Þ])"
)
