"""Read what a line of a document's head says of days: "Nairobi, 17.1.2025", "Published on 4 August 2025".

Such a line holds names beside its day: of a place, a publisher, an issue. A sentence says nothing here, nor
does a line that tells of a deadline or whose label is not known.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.text.dates import written_date
from ingest.text.head_words import BY, BYLINE, JOINING, NUMBERED, RELEASES, SAID_ALOUD, SERIALS
from ingest.text.in_figures import FIGURES
from ingest.text.record_series import DAY, is_citation
from ingest.text.said_when import OF_SOMETHING_ELSE, ON, PUBLISHED, UPDATED, WEEKDAY, WROTE
from vectorstore.patterns import pattern

LONGEST = 160  # characters of a line of a head
LONGEST_NAME = 12  # words
FEWEST_OF_SENTENCE = 8  # words; "Fjord Trade Institute, Oslo." is none


class Said(NamedTuple):
    """A day as written, and what a line says of it.

    `kind` is "published", "updated", "held" (of a meeting, a week), or "" where it only stands there; `alone`
    says that no name stands beside it but the writer's, `issue` that it is of an issue, a bulletin, minutes.
    """

    text: str
    kind: str = ""
    alone: bool = False
    issue: bool = False


def said_in(line: str) -> tuple[Said, ...]:
    """The days that a line of a head says; none where it may be text or is of something else.

    >>> said_in("Client Alert | 2 min read | 01.17.25")
    (Said(text='01.17.25', kind='', alone=False, issue=True),)
    >>> said_in("Entry into force: 1 July 2025"), said_in("Both met in Geneva on June 5, 2025.")
    ((), ())
    """
    bare = _GLUED.sub(" | ", line.strip("#*|_> -\t"))
    if len(bare) > LONGEST or not re.search(r"\d", bare):
        return ()
    if stamped := _STAMPED.match(bare):
        return (Said(stamped["day"], "published"),)
    marked, days = marked_days(bare)
    if not days or _ANSWER.search(marked) or RANGE.search(marked):
        return ()
    marked = _MOMENT.sub(DAY, marked)
    if is_citation(marked):
        return (Said(days[0], issue=True),)
    is_text = is_sentence(bare)
    kinds: dict[int, str] = {}

    def labelled(match: re.Match[str]) -> str:
        kinds[marked[: match.start("day")].count(DAY)] = "updated" if match["updated"] else "published"
        return " | "

    rest = (_LABELLED_SENTENCE if is_text else _LABELLED).sub(labelled, marked)
    kind, names = (None, 0) if is_text else _unlabelled(rest)
    issue = bool(_ISSUE.search(marked))
    return tuple(
        Said(text, kinds.get(at, kind or ""), kind == "" and not names, issue)
        for at, text in enumerate(days)
        if at in kinds or kind is not None
    )


def is_sentence(line: str) -> bool:
    """Whether a line is text: it ends as a sentence, and has the words of one."""
    return len(line.split()) >= FEWEST_OF_SENTENCE and bool(_SENTENCE.search(line))


def is_name(line: str) -> bool:
    """Whether a line is that of a person, a place or an institution, by its capitals."""
    parts = list(_parts(line.strip("#*|_> -\t")))
    return 0 < sum(len(part.split()) for part in parts) <= LONGEST_NAME and all(map(is_name_part, parts))


def marked_days(line: str) -> tuple[str, list[str]]:
    """A line with a mark in place of each day, and the days as written."""
    days: list[str] = []
    marked = ""
    while match := _first_day(line):
        days.append(match[0])
        marked += line[: match.start()] + DAY
        line = line[match.end() :]
    return marked + line, days


def _first_day(line: str) -> re.Match[str] | None:
    found = (match for match in (written_date(line), FIGURES.search(line)) if match)
    return min(found, key=lambda match: match.start(), default=None)


def _unlabelled(marked: str) -> tuple[str | None, int]:
    """What a line says of the days in it that have no label, and how many names stand beside them.

    None where other words stand there than names.
    """
    kind, names = "", 0
    for part in _parts(marked):
        if DAY not in part:
            is_byline = bool(BYLINE.fullmatch(part))
            names += not is_byline
            if not is_byline and not is_name_part(part):
                return None, 0
        elif _HELD.fullmatch(part):
            kind = "held"
            names += 1
        elif match := _NAMED.fullmatch(part):
            names += 1
            if OF_SOMETHING_ELSE.search(part) or not (
                match["issue"] or is_name_part(_capital(match["name"] or match["place"]))
            ):
                return None, 0
            kind = "" if match["issue"] or match["place"] else "published"  # somebody wrote it then
        elif not _BARE.fullmatch(part):
            return None, 0
    return kind, names


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _parts(marked: str) -> Iterator[str]:
    for part in _PARTS.split(marked):
        bare = part.strip(" ,.:[]")
        if bare and not _FURNITURE.fullmatch(bare):
            yield bare


def is_name_part(part: str) -> bool:
    words = part.split()
    if len(words) > LONGEST_NAME or OF_SOMETHING_ELSE.search(part) or ":" in part:
        return False
    return all(_NAME.match(word) or word.lower() in _BETWEEN or _INNER_STOP.search(word) for word in words)


_ZONE = r"(?:\s*\(?(?:[A-Z]{2,5}|local time)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?\)?(?![A-Za-z]))?"
_CLOCK = (
    r"(?:\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s*(?:[ap]\.?m\b\.?|uhr\b|h\b|hrs\b))?|\d{1,2}\s*(?:[ap]\.?m\b\.?|uhr\b|h\b))"
    rf"(?-i:{_ZONE})"
)
_MOMENT = pattern(
    rf"(?:\b(?:at\s+)?{_CLOCK},?\s*(?:on\s+)?)?(?:(?<!\w){WEEKDAY},?\s+)?(?:\b(?:the|le)\s+)?{DAY}"
    rf"(?:,?\s*[(–—-]?\s*(?:(?:at|um|à|às|a las|alle(?: ore)?|om|kl\.?)\s+)?{_CLOCK}\)?)?",
    re.IGNORECASE,
)
_LABEL = (
    rf"(?:(?:this|the) \w+ (?:below |above )?(?:was |is )(?:last )?)?(?:(?P<updated>{UPDATED})|{PUBLISHED})"
    rf"(?:\s+{BY}(?:\s+[\w.&'’-]+){{1,6}}?)?(?:\s+(?:{ON}|as (?:of|at)))?\s*[:,–—-]?\s*(?P<day>{DAY})"
)
_LABELLED = pattern(
    rf"(?:^|(?<=[|·•;,(–—\-:])|(?<=[.)])\s|\s\s|(?<=\s)(?=(?:first|last)\s)|(?<={DAY})\s)\s*{_LABEL}"
    rf"(?=\s*(?:$|[|·•;,.()–—-]|\s\s|{BY}\s|{UPDATED}|{PUBLISHED}))(?:\s+{BY}(?:\s+[\w.&'’-]+){{1,6}})?",
    re.IGNORECASE,
)
_LABELLED_SENTENCE = pattern(
    rf"(?:^|(?<=[.!?])\s+)(?:(?:draft|edition|issue|update|version) (?:no\. ?)?\d+, )?{_LABEL}"
    r"(?-i: [A-Z]\w+)?(?=\.(?:\s|$))",  # whose clock it is
    re.IGNORECASE,
)
RANGE = pattern(
    rf"(?<![\d/.-])(?<!issue )(?<!week )(?<!no )(?<!no\. )(?<!nr\. )(?<!vol\. )[0-3]?\d\.?\s*[-–—/]\s*{DAY}"
    rf"|{DAY}\s*(?:[-–—]|to|until|bis|au|al|tot|a|till)\s*{DAY}",
    re.IGNORECASE,
)
_ANSWER = pattern(
    rf"(?:^|\.\s+)(?:{ON}|in|from|since|until|by)\s+{DAY}\.$", re.IGNORECASE
)  # "A. On 1 May 2027."
_STAMPED = pattern(r"date\s+(?P<day>[12]\d{3}-[01]\d-[0-3]\d)(?!\d)", re.IGNORECASE)
_GLUED = pattern(r"(?<=[a-zà-ÿ\d])(?=(?:Published|Posted|Updated|Issued|Released)\b)")
_PARTS = pattern(r"\s*[|·•;]\s*|,\s+|\s+(?:-+|[–—]+)\s+|\s{2,}|\t|[()]|\.\s+(?=[A-ZÀ-Þ\0])")
_FURNITURE = pattern(
    r"(?:reading time:? )?\d+ min(?:ute)?s?(?: read)?|\d+ comments?|leave a comment|tweet|share|print"
    r"|(?:posted|filed|published) (?:in|under)\b.*|(?:tags?|categor(?:y|ies)):.*|restricted|news"
    r"|bis|ter|(?:corr|rev)\.?(?: ?\d)?",
    re.IGNORECASE,
)
_HELD = pattern(
    rf"(?:(?:draft |summary )?"
    rf"(?:minutes|record|proceedings|report|procès-verbal|protokoll|acta|verbale|notulen|ata)\b"
    rf"[^:\d]*?\b(?:of|on|{ON})|(?:for )?(?:the )?week (?:ending|ended|to|of))\s+{DAY}"
    rf"|(?:draft |final )?(?:minutes|report) (?:approved|agreed|of)\s*:?\s*{DAY}"
    rf"|(?:[\w’'-]+ ){{0,3}}(?:{SAID_ALOUD})s?\s*:\s*{DAY}",
    re.IGNORECASE,
)
_ISSUES = rf"{NUMBERED}|{SERIALS}|updates?|week|{RELEASES}"
_NAMED = pattern(  # "By Anna Smith on", "christo1 schreef op", "Bulletin of", "Stockholm den"
    rf"(?:(?P<by>{BY}\s+)?(?P<name>\S.{{1,60}}?)(?(by)|\s+{WROTE})|(?P<issue>.{{0,60}}?\b(?:{_ISSUES})\b.{{0,20}}?))"
    rf"\s+(?:{ON}|of|de|van)\s+{DAY}|(?P<place>[^\W\d]\w+)\s+den\s+{DAY}",
    re.IGNORECASE,
)
_BARE = pattern(rf"(?:(?:{ON}|a|li|lì|this)\s+)?{DAY}", re.IGNORECASE)
_ISSUE = pattern(rf"\b(?:{_ISSUES})\b", re.IGNORECASE)
_NAME = pattern(r"[\"'“‘«(\[]?(?:[A-ZÀ-ÞŁŚŻČŠŽ]|[№#°&/+–—-]|\w*\d)")
_BETWEEN_WORDS = """
a à min issue no no. nr nr. vol vol. edition page desk staff read release alert bulletin newsletter digest
update updates brief report note notice statement office
"""
_BETWEEN = JOINING | frozenset(_BETWEEN_WORDS.split())  # small words of a name
_INNER_STOP = pattern(r"\w\.\w|@")  # "particle.news"
_SENTENCE = pattern(r"[.!?…][\"'”’)\]]*$")
