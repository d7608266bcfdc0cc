"""Find the day on which a page says that its article was published, where its head does not.

What it was updated on is one only where no other is shown; the day of another story or of the reader is none.
It never guesses: of several
days that stand by themselves none is taken, and one that may be read in two ways is reported as such.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ingest.readers.web_page.own_part import OwnPart, own_lines
from ingest.text.dated_lines import Said, said_in
from ingest.text.dates import Stated, parse_date
from ingest.text.document_dates import updated_on
from ingest.text.letters import letters
from ingest.text.months import ABROAD, MONTH
from ingest.text.said_when import ON, PUBLISHED, UPDATED
from vectorstore.patterns import pattern

ABOVE = 3  # lines above the heading of an article that is marked, or begins its page; a kicker, a day
BELOW = 8  # lines below it, as in other documents; further down a lone day heads a section
PARAGRAPHS = 2  # long lines below it, a summary and the first paragraph; then the article is under way
LONG = 100  # characters


def marked_dates(part: OwnPart) -> list[str]:
    """What is marked up as the day of publication; nothing where the marks do not agree.

    It stands in `<time>` and in elements with `itemprop="datePublished"`.
    """
    found = [_value(element) for element in part.root.iter() if _says_published(element)]
    days = {parse_date(text) for text in found} - {None}
    return found if len(days) <= 1 else []


def shown_dates(part: OwnPart) -> tuple[Stated, ...]:
    """The day in a line of its own near the heading: "Published June 8, 2025 | Updated June 10, 2025"."""
    labelled: list[str] = []
    alone: list[str] = []
    named: list[Said] = []
    for line in _lines_near_heading(part):
        named += said_in(line)
        if _ROW_OF.match(line):
            continue
        for said in _SEGMENTS.split(line.strip("#*|- ")):
            label = _LABEL.match(said)
            written = said[label.end() :] if label else _BYLINE.sub("", said)
            if not _is_date(written) or (label and label["updated"]):
                continue
            (labelled if label else alone).append(written.strip(" ,:"))
    if labelled:
        return (Stated("published line", labelled[0]),)
    by_name = [said.text for said in named if said.kind == "published"]
    found = alone or by_name or [said.text for said in named if not said.kind]
    found = found or [said.text for said in named if said.kind in ("held", "updated")][:1]
    return (Stated("published line", found[0]),) if len({parse_date(text) for text in found}) == 1 else ()


_LABEL = pattern(
    rf"(?:(?P<updated>{UPDATED})|{PUBLISHED})\b(?: {ON})?\s*[:,–—-]?\s*",
    re.IGNORECASE,
)
_SEGMENTS = pattern(rf"\s*[|•·;()]\s*|[,\s]+(?=(?:{UPDATED}|{PUBLISHED})\b)", re.IGNORECASE)
_ROW_OF = pattern(
    rf"\| (?!(?:{PUBLISHED}))[^|]*: \|", re.IGNORECASE
)  # "| Panel report circulated: | 14 May 2025 |"
_BYLINE = pattern(r"^by\s[^\d|]{2,60}?[,–—-]\s+", re.IGNORECASE)
_NUMERIC = pattern(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](?:\d\d)?\d\d(?!\d)")
# Of an issue in print; the day in the header of a site is often the reader's.
_PRINTED = pattern(r"\b(?:no|nr|vol(?:ume)?|issue|price)\b\.?:?\s*[£$€]?\d", re.IGNORECASE)
_OF_A_DATE = pattern(
    rf"\b(?:{MONTH}|{ABROAD}|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|of|at|on|um|à"
    r"|del?|om|alle|às|a las|[A-Z]{2,4}T|UTC|h|uhr|ore)\b\.?|\b[ap]\.?m\b\.?"
    r"|(?<=\d)(?:st|nd|rd|th|er|T|Z|h|[ap]\.?m\.?)(?![a-z])"
    r"|(?<=\d)\s?[年月日년월일]",
    re.IGNORECASE,
)


def updated_day(part: OwnPart) -> date | None:
    """The last day that a line near the heading says the page was brought up to date on."""
    return updated_on(list(_lines_near_heading(part)))


def _is_date(text: str) -> bool:
    """Whether a text is a day, with a time perhaps, and nothing else; "On 1 May 2027." is a sentence."""
    if text.endswith(".") and re.match(r"on\b", text, re.IGNORECASE):
        return False
    if len(text) > 60 or not (parse_date(text) or _NUMERIC.search(text)):
        return False
    return not re.search(r"[^\W\d_]", _OF_A_DATE.sub(" ", text))


def _lines_near_heading(part: OwnPart) -> Iterator[str]:
    for moment in part.root.iter("time"):
        written = " ".join(moment.text_content().split())
        if not parse_date(written) and parse_date(_value(moment)):  # "3 hours ago"
            for inner in list(moment):
                moment.remove(inner)
            moment.text = _value(moment)[:10]
    _set_bylines_apart(part.root)
    lines = own_lines(part)
    at = _line_of(part.heading, lines)
    yield from filter(_PRINTED.search, part.above)
    if at is not None and (part.is_marked or (part.begins and at <= ABOVE)):
        yield from lines[max(0, at - ABOVE) : at]
    paragraphs = 0
    for line in lines[0 if at is None else at + 1 :][:BELOW]:
        yield line
        paragraphs += len(line) >= LONG
        if paragraphs >= PARAGRAPHS:
            return


def _set_bylines_apart(root: Any) -> None:
    """Put a bar between a day and the name beside it where each is an element: "Ann Lee June 8, 2025"."""
    for element in root.iter("span", "em", "i", "b", "strong", "small"):
        before = element.getprevious()
        loose = before is None or (before.tail or "").strip() or (element.tail or "").strip()
        if not loose and before.tag in _INLINE and _is_date(" ".join(element.text_content().split())):
            before.tail = " | "


_INLINE = ("span", "em", "i", "b", "strong", "small", "a")


def _line_of(heading: Any | None, lines: Sequence[str]) -> int | None:
    if heading is None:
        return None
    words = letters(heading.text_content())
    return next(
        (at for at, line in enumerate(lines) if line.startswith("#") and words.startswith(letters(line))),
        None,
    )


def _says_published(element: Any) -> bool:
    if not isinstance(element.tag, str):
        return False
    kinds = (element.get("itemprop") or "").lower().split()
    if "datepublished" in kinds:
        return True
    names = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
    return element.tag == "time" and ("published" in names or element.get("pubdate") is not None)


def _value(element: Any) -> str:
    stated = element.get("datetime") or element.get("content") or element.text_content()
    return " ".join(stated.split())
