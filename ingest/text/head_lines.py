"""Tell the lines of a document that are none of its text: letterhead, date line, byline, navigation."""

import re
from functools import lru_cache
from typing import Literal

from ingest.text.dates import written_date
from ingest.text.document_kinds import KIND
from ingest.text.head_words import (
    BODIES,
    BYLINE,
    HONORIFICS,
    JOINING,
    OFFICE_HOLDERS,
    SENT,
    is_field,
    is_rule,
)
from ingest.text.line_forms import LINK, is_no_words, is_path
from ingest.text.months import MONTH
from ingest.text.record_series import DAY, is_citation
from vectorstore.patterns import pattern

LONGEST = 160  # characters of such a line
LONGEST_NAME = 8  # words of an office or a paper
LONGEST_PART = 4  # words of what stands beside a date, between bars: a place, a desk, a field of practice

LineKind = Literal["office", "kind", "date", "byline", "navigation", "notice", "form"]


@lru_cache(maxsize=4096)
def kind_of(line: str) -> LineKind | None:
    """What a line is that stands above a text or below it; None for a title, a heading and text.

    >>> kind_of("HALE & ROWE LLP"), kind_of("Client Alert | 2 min read"), kind_of("Lima, 3 May 2025")
    ('office', 'kind', 'date')
    >>> kind_of("By Ann Lee"), kind_of("Skip to main content"), kind_of("This is not legal advice.")
    ('byline', 'navigation', 'notice')
    >>> kind_of("PERU: LEVY ON TIN POSTPONED"), kind_of("Peru's Ministry of Trade raises the levy")
    (None, None)
    >>> kind_of("Report Number: 12"), kind_of("----------")
    ('form', 'form')
    """
    bare = LINK.sub(r"\1", _RUN_ON.sub(" ", " ".join(line.strip("#*_>|•· \t").split("\t"))))
    if is_rule(line) and not re.search(r"\w", bare):
        return "form"
    if not bare or len(bare) > LONGEST:
        return None
    if is_field(bare) or is_cited(bare) or is_no_words(bare):
        return "form"
    if _NAVIGATION.search(bare) or _CRUMB.match(line) or is_path(bare) or _is_of_menu(bare):
        return "navigation"
    if _NOTICE.search(bare):
        return "notice"
    if _BYLINE.match(bare) or BYLINE.fullmatch(bare) or (_CREDIT.search(bare) and line[0] != "#"):
        return "byline"
    if SENT.match(bare):
        return "office"
    if bare[-1] in ".?!;" and not written_date(bare) and not is_office(bare):
        return None
    return _of_parts(parts_of(bare))


def _is_of_menu(line: str) -> bool:
    """Whether a line is one of a page's menus: "Skip to main content | English | Français"."""
    parts = parts_of(line)
    return (
        len(parts) > 1
        and any(map(_NAVIGATION.search, parts))
        and all(len(part.split()) <= LONGEST_PART or _NAVIGATION.search(part) for part in parts)
        and written_date(line) is None
    )


def is_cited(line: str) -> bool:
    """Whether a line says where in a record of what was said the text stands, and of which day it is.

    >>> is_cited("HC Deb 6 May 1950 vol 473 cc1335-6"), is_cited("Lima, 6 May 1950")
    (True, False)
    """
    day = written_date(line)
    return bool(day and is_citation(f"{line[: day.start()]}{DAY}{line[day.end() :]}"))


def parts_of(line: str) -> list[str]:
    """The parts of a line that bars, dashes or wide gaps hold apart.

    >>> parts_of("TRADE FORUM      RESTRICTED"), parts_of("European Commission - Press release")
    (['TRADE FORUM', 'RESTRICTED'], ['European Commission', 'Press release'])
    """
    return [part.strip() for part in _APART.split(line.strip("#*_ ")) if part.strip()]


def is_office(name: str) -> bool:
    """Whether a part of a line is nothing but the name of a firm, an office of state or another body.

    >>> is_office("Ministry of Trade, Republic of Peru"), is_office("Ministry of Trade cuts the levy")
    (True, False)
    """
    name = _UNIT_OF.sub("", _INITIALS.sub("", name))
    words = name.replace(",", " ").split()
    if not 1 < len(words) <= LONGEST_NAME + 2 or (name[-1] in ".:;?!" and not _FIRM.search(name)):
        return False
    if _ADDRESSED.match(name) or re.search(r"\d|: ", name):
        return False
    is_one = _FIRM.search(name) or _OFFICE.search(name) or _GAZETTE.fullmatch(name)
    return bool(is_one) and _is_name(name)


def is_unit(name: str) -> bool:
    """Whether a part of a line is nothing but the name of a part of an office.

    >>> is_unit("Tea desk"), is_unit("They sold it at a desk")
    (True, False)
    """
    return bool(_UNIT.fullmatch(name))


def is_paper(name: str) -> bool:
    """Whether a part of a line is nothing but the name of a paper, an agency or a site.

    >>> is_paper("The Lima Herald"), is_paper("tin.example.news"), is_paper("Eric Barker")
    (True, False, False)
    """
    words = name.split()
    return bool(_SITE.fullmatch(name) or _RUN_TOGETHER.fullmatch(name)) or (
        1 < len(words) <= LONGEST_NAME and bool(_PAPER.search(name)) and _is_name(name)
    )


def _of_parts(parts: list[str]) -> LineKind | None:
    """What a line is by its parts: each is told, or a mere name beside one that is."""
    kinds = [_of_part(part) for part in parts]
    if len(parts) > 2 and _is_dated_apart(parts):
        return "date"
    told = [kind for kind in kinds if kind]
    if not told or any(
        kind is None and not _is_beside(part) for kind, part in zip(kinds, parts, strict=True)
    ):
        return None
    for kind in ("date", "office", "kind", "form"):
        if kind in told:
            return kind
    return None


def _is_dated_apart(parts: list[str]) -> bool:
    """Whether one of several short parts of a line is a full date: "Week 35 · 28 May 2026 · from Lima"."""
    dated = [part for part in parts if written_date(part) and not without_date_words(beside_date(part) or "")]
    return len(dated) == 1 and all(len(part.split()) <= LONGEST_PART for part in parts if part not in dated)


def _of_part(part: str) -> LineKind | None:
    if KIND.fullmatch(part):
        return "kind"
    if is_field(part):
        return "form"
    if is_office(part):
        return "office"
    if _HOUR.fullmatch(part):
        return "date"
    around = beside_date(part)
    if around is None:
        return None
    if KIND.fullmatch(around):
        return "kind"
    name = without_date_words(around)
    if KIND.fullmatch(name):
        return "kind"
    return "date" if not name or (written_date(part) and _is_beside(name)) else None


def beside_date(part: str) -> str | None:
    """What a part of a line says beside its date; None where it has none.

    >>> beside_date("Lima, 3 May 2025"), beside_date("Lima")
    ('Lima', None)
    """
    day = written_date(part) or _SHORT_DAY.search(part)
    return f"{part[: day.start()]} {part[day.end() :]}".strip(_MARKS) if day else None


def without_date_words(text: str) -> str:
    """Leave out what is said of a date: "posted on", "Friday", "15:11 IST"."""
    return " ".join(_DATE_WORDS.sub(" ", text).strip(_MARKS).split())


def _is_beside(part: str) -> bool:
    """Whether a part of a line is but a name: a place, a paper, a field of practice, a writer and a paper."""
    if is_unit(part) or _MADE_FOR.match(part):
        return True
    if not _is_name(part) or re.search(r"[:;?!%$€£]", part):
        return False
    names = part.split(", ")
    return len(part.split()) <= LONGEST_PART or (
        all(len(name.split()) <= LONGEST_PART or is_paper(name) for name in names)
        and any(map(is_paper, names))
    )


def _is_name(text: str) -> bool:
    """Whether all words of a text are those of a name: capitals, and what joins them."""
    return all(_NAMED.match(word) or word.strip(",()") in _JOINING for word in text.split())


_MARKS = " ,.()[]:"
_APART = pattern(r"\s*[|·•]\s*|\s+(?:--?|–|—|::|/|\*{3,})\s+|\s{3,}")
_RUN_ON = pattern(r"(?<=[a-z])(?=(?:Published|Posted|Updated) )")
_NAMED = pattern(r"[(“\"'‘]*(?:[A-Z\dÀ-Þ&/]|l['’][A-Z])|[a-z]+\.[a-z]+")
_JOINING = JOINING | {"on", "in", "to", "at"}
_INITIALS = pattern(r" \([A-Z](?:[A-Z]{1,7}|[a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)?)\)$")  # of a body, or its town
_UNITS = r"(?-i:[A-Z])[\w.’'-]*(?: (?:&|and|[\w.’'-]+)){0,3} (?:bureau|desk|division|section|unit|wing)"
_UNIT = pattern(_UNITS, re.IGNORECASE)
_UNIT_OF = pattern(rf"^{_UNITS}, ", re.IGNORECASE)
_MADE_FOR = pattern(
    r"(?:compiled|edited|prepared) (?:by|for|from) |(?:(?:in )?english )(?:edition|extract|service)\b", re.I
)
_FIRM = pattern(r"\b(?:LLP|LLC|L\.L\.P\.?|PLC|GmbH|S\.A\.|Ltd\.?|Inc\.?|Pty)$", re.IGNORECASE)
_OFFICE = pattern(
    rf"^(?:the )?(?:[\w.’'-]+ ){{0,3}}(?:{BODIES})(?: (?:of|for|on|to|de|du|des|da|do|dos|della|für)\b|$|,)"
    rf"|^(?:[\w.’'&–-]+ ){{1,5}}(?:{BODIES})(?:$|,)"
    rf"|^(?:the )?(?:{OFFICE_HOLDERS}) (?:of|for) (?:State for )?"
    r"\w+(?: \w+)?(?:(?:,| and| &|, and) \w+(?: \w+)?){0,4}$"
    r"|^(?:the )?[\w-]+ Parliament$",
    re.IGNORECASE,
)
# "Question for Department for Trade", "Letter to Ministry of Trade"
_ADDRESSED = pattern(
    rf"(?!(?:{BODIES})\b)(?:[\w’'-]+ ){{1,2}}(?:for|to|from|by) (?:the )?(?:{BODIES})\b", re.IGNORECASE
)
_PAPER = pattern(
    r"\b(?:News|News Desk|Times|Review|Post|Herald|Journal|Gazette|Tribune|Daily|Wire|Press|"
    r"Telegraph|Observer|"
    r"Chronicle|Standard|Express|Magazine|Mirror|Guardian|Economist|Bulletin|Monitor|Associates|Partners"
    r"|Ledger|Record|Dispatch|Sentinel|Examiner|Inquirer|Enquirer|Register|Courier|Citizen|Globe|Mail|Argus"
    r"|Advertiser|Independent|Newsroom|Newswire|Radio|Television|Broadcasting|Podcast)\b"
    r"(?: (?:Desk|Service|Agency|Bureau))?(?: \([A-Z][\w .-]+\))?$",
    re.IGNORECASE,
)
_RUN_TOGETHER = pattern(r"[A-Z][a-z]+(?:News|Press|Wire)")
_GAZETTE = pattern(
    r"(?:official |government )+(?:gazette|journal)(?: supplement)?"
    r"|(?:diario|diário|gaceta|gazeta|gazzetta|journal) (?:de|del|do|da|oficial|officiel)(?: \w+){1,4}",
    re.IGNORECASE,
)
_SITE = pattern(r"(?:www\.)?[A-Za-z\d-]+\.(?:[a-z]{2,10}|[a-z]{2,3}\.[a-z]{2})")
_HOUR = pattern(
    r"\(?\d{1,2}[:.]\d\d\)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?|\(?\d{1,2} (?:month|day|year|hour)s? ago\)?",
    re.IGNORECASE,
)
_SHORT_DAY = pattern(
    rf"\b[0-3]?\d[./][01]?\d[./]\d\d\b|\b(?:{MONTH})\.? [0-3]?\d\b|\b[0-3]?\d (?:{MONTH})\b", re.IGNORECASE
)
_DATE_WORDS = pattern(
    r"\b(?:posted|published|updated|last|revised|created|issued|dated|date|on|by|the|of|at|week|"
    r"ending|den|le|a|am|pm|ist|"
    r"gmt|utc|est|edt|aest|cet|bst|mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|"
    r"satur|sun)day)\b"
    r"|\d{1,2}[:.]\d\d(?!\d)",
    re.IGNORECASE,
)
_PERSON = r"[A-Z][\w.'’-]*(?: (?:de |van |von |al-)?[A-Z][\w.'’-]*){1,4}"
_BYLINE = pattern(
    rf"(?:by|author|posted by|written by|reported by|edited by|from our)\b:? *{_PERSON}(?:(?:,|"
    rf" and| on| \|| [–—-]).{{0,80}})?$"
    rf"|(?:by|BY) [A-Z].{{0,60}}\bon {MONTH}|.{{1,40}} (?:wrote|schreef|schrieb|escribió|"
    rf"ha scritto|a écrit)\b.{{0,60}}:$"
    rf"|(?:{HONORIFICS})\.? [A-Z].{{0,120}}\)$|(?:The )?(?:Rt )?Hon {_PERSON}(?: [A-Z]{{2,3}})?$"
    r"|(?:moved|asked|tabled) by$|(?:from our .{1,20}archive|contact|chair(?:person|man|woman)?|"
    r"present|author)\b[.:]",
    re.IGNORECASE,
)
_CREDIT = pattern(
    r"[|/(] ?(?:PTI|AFP|AP|Reuters|Getty(?: Images)?|EPA|ANI|dpa|File(?: photo)?|Shutterstock)\)?$"
)
_NAVIGATION = pattern(
    r"^(?:skip to (?:main )?content|(?:main )?menu|home|search|share|print|tweet|logo(?: logo)*|"
    r"log ?in|sign (?:in|up)"
    r"|subscribe|toggle navigation|back to (?:top|.{1,20})|read more|click here|view speech.*|"
    r"close|contents|related(?: .{1,20})?"
    r"|advertisement|breadcrumb|you are here.*|location: .*[>»›].*|.{0,30} portrait|"
    r"[- ]*(?:view speech )?[- ]*hansard[- ]*(?:excerpts)?)$"
    r"|\b(?:stay informed with|simply sign up|sign up (?:to|for)|"
    r"delivered (?:directly )?to your inbox|subscribe here"
    r"|was this forwarded to you)\b",
    re.IGNORECASE,
)
_CRUMB = pattern(r"\s*(?:\d{1,2}[.)]\s+)?\|\s?\w[^|]*$|\s*1[.)]\s+Home\s*$|Home\s*[|>»/]")
_NOTICE = pattern(
    r"\b(?:not (?:constitute |be |intended as )?(?:legal|financial|investment|"
    r"professional) advice|all rights reserved|to unsubscribe"
    r"|reproduction (?:is )?(?:permitted|authorised|authorized|prohibited)|"
    r"for information(?:al)? (?:purposes )?only"
    r"|views (?:expressed )?(?:here(?:in)? )?are (?:the author|those of)|(?:uses?|"
    r"accept) cookies)\b|^(?:©|copyright\b|\(c\) (?:19|20)\d\d\b)"
    r"|^(?:you are subscribed to|an official website of|to be published in the)\b"
    r"|^\W*(?:(?:un)?official|courtesy) translation\b",
    re.IGNORECASE,
)
