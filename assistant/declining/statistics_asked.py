"""Tell whether an answer gives a figure of the period that it was asked of.

Statistics of a month come out in another one. A story of March on February's exports matches a question on
March's in all but the figure, which counts only when it names the period that is asked about, and counts
exports: the reserves at the end of March are told beside them.
"""

import re
from collections.abc import Sequence
from datetime import date

from assistant.asking.details import NUMBER_WORD
from assistant.asking.parts import TOLD_IN, Weighed
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence, is_of_others
from assistant.choosing.reach import NEAR
from assistant.declining.parties_asked import FIGURES
from assistant.reading.counted import (
    EXPECTED,
    asks_statistic,
    counts_another,
    days_counted,
    expects,
    first_counted,
    is_of_another_balance,
    measures_in,
)
from assistant.reading.days_in_words import with_capitals
from assistant.reading.goods import AMBIGUOUS, alike, goods_in, word_for
from assistant.reading.patterns import any_of, either
from assistant.reading.periods import Period
from assistant.reading.periods_told import days_in, periods_told
from assistant.support.quantities import MAGNITUDE
from ingest.text.events import events_in
from ingest.text.months import A_DAY, MONTH
from ingest.text.parties import find_parties
from vectorstore.patterns import pattern

COVERED = 0.5  # of the days asked about, for a figure to be of that period
WIDER = 1.5  # times as many days as asked, at most
A_MONTH, A_YEAR = 31, 365  # days
SAME_END = 20  # days between the ends of two runs of months that are one: "January to September"

# What is dated by the day it came out: "the March memo on exports" asks for no figure of March.
_DATED = any_of(
    """
    memo* order* proclamation* deal* pledge* move* framework* announcement* sheet* message* post* report*
    summit* meeting* visit* talks speech* statement* agreement* accord* bill* hearing* ruling* decision* plan*
    package* trip* action* change* list* pact* tweak* papers rule* round* piece article* story stories
    note notes forecast* outlook* survey* hike*
    """
)
_ACT = pattern(
    r"\s*(?:tariff|duty|duties|levy|rate|quota)s? (?:rise|hike|increase|cut|reduction|change|overhaul)", re.I
)
_OF_ACT = pattern(rf"{_DATED.pattern}\s*\(\s*$", re.I)  # "the budget plans (April)"
_OF_SOURCE = pattern(
    r",\s*(?P<source>(?:[\w’'.-]+\s+){1,3})(?<!\bfor )(?<!\bin )(?<!\bof )(?<!\bover )(?<!\bduring )$"
)  # "..., the ministry in May"
_WHY_NONE = pattern(r"^\W*(?:and |so |but )*why (?:is |was |are |were )?(?:there )?(?:no|not any)\b", re.I)
# "Why did exports fall in May", "what changed for exports in May".
_NO_FIGURE_ASKED = pattern(
    r"^\W*(?:and |so |but )*(?:why|how come)\b|\breasons?\b|\bblam(?:e[ds]?|ing)\b"
    r"|\bwhat(?:['’]s| has| have)? changed\b",
    re.I,
)
_SOURCE = pattern(r"\([^()]*\b(?:per|from|by|in|see)\b[^()]*$", re.I)  # "(per the ministry, June)"
_FORESEEN = either(EXPECTED, any_of("call calls estimate*"))
# "How many ships called in 1986": not "how many planes in the May 1986 order".
_HOW_MANY_IN = pattern(
    r"\b(?:how many|number of)\b[^?]* (?:in|during|for) (?:fiscal |calendar )?"
    rf"(?:{MONTH}[a-z]* )?(?:19|20)\d\d\W*$",
    re.I,
)
_CAP = r"\b(?:quota|cap|ceiling|limit)s?\b"
_CAP_OF = pattern(rf"{_CAP}[^,;:]{{0,25}}$", re.I)
_OF_CAP = pattern(rf"[^,;:]{{0,25}}{_CAP}", re.I)
_SO_FAR = pattern(r"\b(?:so far|to date|year-to-date|ytd|cumulative)\b", re.I)  # a part will do
_BOUND = pattern(r"\b(?:by|as of|since|until|from|after|before)\s+(?:end[- ])?$", re.I)
# What stands before days that are only compared with.
_COMPARED = pattern(
    r"\b(?:compar\w+ (?:with|to)|against|versus|vs|than|after|since"
    r"|from (?=[^,;]*\d[^,;]*\b(?:in|of|at|for) $))[^,;]*$",
    re.I,
)
# "What did Peru charge on imports of tin in 1986" counts nothing.
_CHARGED_ON = pattern(r"\bwhat (?:do|does|did)\b[^?]{2,60}\b(?:charge|levy|pay) on\b", re.I)
_SIDE = pattern(r"(?:\s\w+){0,2}\s(?:with|to|from)\s(?:the\s)?", re.I)  # "gap with", "exports of tin to"
_SPELT = pattern(rf"\b{NUMBER_WORD}[ -](?:{MAGNITUDE}|pct|per ?cent)", re.I)
_NO_FIGURE = pattern(
    r"\b(?:19|20)\d\d\b|\b(?:sections?|order|proclamation|annex|heading) [\d.]+|\(\d+\)"
    r"|\b\d{1,2}(?:st|nd|rd|th)\b"
    rf"|{A_DAY}|\d+:\d+",
    re.I,
)


def figure_untold(question: Question, parts: Sequence[Weighed], concerning: Sequence[Evidence]) -> str | None:
    """Return the period that a figure is asked of and that no sentence has one of.

    `concerning` are the sentences of the answer that concern every party asked about.
    """
    capped, counted = _asks_cap(question), bool(_HOW_MANY_IN.search(question.asked))
    statistic = asks_statistic(question.asked)
    if not (statistic or capped or counted) or _WHY_NONE.search(question.asked):
        return None
    if _CHARGED_ON.search(question.asked) or _NO_FIGURE_ASKED.search(question.asked):
        return None
    days = days_counted(question.asked)
    if days and not any(days & days_counted(e.said) for e in concerning):
        return f"the {min(days)}"
    carried = question.standalone.startswith(f"{question.text} (")  # the question before, in brackets
    typed = question.text if carried else question.standalone
    theirs = [e for e in concerning if _has_figure(e) and not is_of_others(e, question)]
    if statistic and not capped:
        theirs = [e for e in theirs if not _counts_another(e, question)]
    for at, part in enumerate(parts):
        asked = part.period
        if asked is None or not _is_typed(part.name, typed) or _is_of_a_document(question.standalone, asked):
            continue
        covered = 0.0 if _SO_FAR.search(question.asked) else COVERED
        figures = [
            e
            for e in theirs
            if not (question.past and expects(e.said) and not _FORESEEN.search(question.asked))
        ]
        if counted and not (statistic or capped) and any(_is_of_its_day(e, asked) for e in figures):
            continue
        if not any(_is_of(e, at, asked, covered) for e in figures):
            return with_capitals(part.name)
    return None


def _is_of_its_day(e: Evidence, asked: Period) -> bool:
    """Whether a sentence is of a briefing of the days asked about: what was counted then may be told so."""
    return e.hit.facts.published is not None and asked.holds(e.hit.facts.published)


def _counts_another(e: Evidence, question: Question) -> bool:
    """Whether a sentence counts something else than is asked: reserves, another balance, one with a party."""
    wanted = measures_in(question.text) or measures_in(question.asked)
    return (
        counts_another(wanted, e.said)
        or is_of_another_balance(question.asked, e.said, e.hit.facts.title)
        or _is_with_another(e.said, question)
    )


def _asks_cap(question: Question) -> bool:
    """Whether a question is about how much is let through in a year: "the quota for 1988"."""
    asked = question.standalone
    years = [p for p in question.periods if (p.last - p.first).days >= A_YEAR - 1]
    beside = any(_CAP_OF.search(asked[: p.start]) or _OF_CAP.match(asked, p.end) for p in years)
    return beside and any(of in FIGURES for of in question.details)


def goods_uncounted(question: Question, concerning: Sequence[Evidence]) -> str | None:
    """Return the goods of which a figure is asked, as they are asked for, where others alone are counted.

    A sentence that counts something of no goods may be on those asked about.
    """
    named = sorted(goods_in(question.asked) - AMBIGUOUS)
    if not named or not asks_statistic(question.asked) or _NO_FIGURE_ASKED.search(question.asked):
        return None
    counted = [goods_in(e.said) for e in concerning if _has_figure(e) and measures_in(e.said)]
    wanted = frozenset(other for of in named for other in alike(of))
    if not counted or not all(counted) or any(wanted & goods for goods in counted):
        return None
    return f"a figure for {word_for(named[0], question.asked)}"


def _is_typed(period: str, text: str) -> bool:
    """Whether a text names a period, or a follow-up its month: "and March?" is of March 1987."""
    words = re.findall(r"[^\W\d_]+", period.casefold())
    return period in text or bool(words and set(words) <= {*re.findall(r"[^\W\d_]+", text.casefold())})


def _is_with_another(text: str, question: Question) -> bool:
    """Whether a text counts first what is traded with a party not asked about: "the gap with Peru"."""
    counted = first_counted(text)
    if counted is None:
        return False
    others = [
        m.start for m in find_parties(text) if m.code not in question.parties and m.start > counted.end()
    ]
    return any(_SIDE.fullmatch(text[counted.end() : start]) for start in others)


def _is_of_a_document(text: str, period: Period) -> bool:
    """Whether a period only dates a document or bounds another: "the March memo", "by March"."""
    before, behind = text[: period.start], " ".join(text[period.end : period.end + 40].split()[:2])
    source = _OF_SOURCE.search(before)
    if source and not text[period.end :].strip(" ?!.)") and not asks_statistic(source["source"]):
        return True
    return bool(
        _DATED.search(behind)
        or _ACT.match(text, period.end)
        or _OF_ACT.search(before)
        or _BOUND.search(before)
        or _SOURCE.search(before)
        or TOLD_IN.search(before)
    )


def _has_figure(e: Evidence) -> bool:
    return any(map(str.isdigit, _NO_FIGURE.sub(" ", e.said))) or bool(_SPELT.search(e.said))


def _is_of(e: Evidence, part: int, asked: Period, covered: float) -> bool:
    """Whether a sentence is about a period: it, its title or heading, or a sentence beside it names it."""
    published = e.hit.facts.published
    if e.reached[part].exact == NEAR and not _names_its_own(e.said, published):
        return True
    around = (e.said, e.hit.passage.heading, e.hit.facts.title)
    named = [(p.first, p.last) for text in around for p in periods_told(text, published)]
    named += [(event.first, event.last) for event in events_in(e.said, published)]  # "last year"
    return any(_covers(first, last, asked, covered) for first, last in named)


def _names_its_own(text: str, published: date | None) -> bool:
    """Whether a text says of which days it is, and not only with which it compares: "from 9 in May"."""
    return any(not _COMPARED.search(text[: period.start]) for period in days_in(text, published))


def _covers(first: date, last: date, asked: Period, covered: float) -> bool:
    length = (asked.last - asked.first).days + 1
    shared = (min(last, asked.last) - max(first, asked.first)).days + 1
    told = (last - first).days + 1
    if min(length, told) > A_MONTH and length < A_YEAR and abs((last - asked.last).days) > SAME_END:
        return False
    return shared > 0 and shared >= covered * length and (last - first).days < max(A_MONTH, WIDER * length)
