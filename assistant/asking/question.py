"""Understand what is asked: its kind, the type of answer, parties, dates and subject words.

Everything here is rules over the question's own words; what is on file is not looked at.
A follow-up is made standalone first, in `assistant.asking.followups.standalone`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.asking.answer_type import WHETHER, Detail, Kind, answer_type
from assistant.asking.asides import aside_in, is_remark, without_border
from assistant.asking.charging import PAYS, Charging, charging_asked, faces
from assistant.asking.concepts import Concept, concepts_in
from assistant.asking.distances import of_one_week, periods_back
from assistant.asking.elliptic import asked_in
from assistant.asking.news_asked import asks_what_is_new
from assistant.asking.stated_day import stated_as_of, with_as_of
from assistant.reading.days_between import days_between
from assistant.reading.figures import spelled_out
from assistant.reading.periods import Period, in_one_year, periods_in
from ingest.text.parties import PartyMention, find_parties, party_name
from vectorstore.briefing import YEARS
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

_LATEST = pattern(
    r"\b(?:status|staus|latest|newest|current(?:ly)?(?! accounts?\b)|now(?:adays)?|still|yet|today|these days|at the moment|so far|"
    r"last (?:\w+ )?(?:on (?:record|file)|reported)|to date|update|where (?:are|is|do|does)\b.*\b(?:we|talks|things|stand)|state of play|most recent|any more|anymore|"
    r"this (?:week|month|year)|recent(?:ly)?|at present|presently|as (?:it|they|things|matters) stands?"
    r"|where (?:is|are) (?:it|they)(?=\W*$))\b",
    re.I,
)
_SO_FAR = pattern(r"(?:^|[:;]|\s[-–])\W*(?:and |so |ok |but )*(?:has|have)\b", re.I)  # "has it signed?"
_PAST = pattern(
    r"\b(?:was|were|did|had|ago|back in|used to|originally|initially|first|before|previous(?:ly)?|earlier|history)\b",
    re.I,
)

_IN_FORCE = pattern(r"\b(?:in (?:force|effect|place))\b", re.I)  # as a rate is that is asked for
_HOW_MUCH = pattern(
    r"\W*(?:(?:and|so|but|ok) )*(?:by )?how much"
    r"(?: (?:is|are|was|were|will) (?:it|that|this|they|those|these)(?: be)?)?"
    r"(?: (?:now|today|currently|exactly|precisely|at the moment|these days))*\W*$",
    re.I,
)
_OF_AN_EVENT = pattern(
    r"\b(?:happen\w*|sign(?:s|ed|ing)?|announc\w+|sa(?:y|ys|id)|order(?:s|ed)?|issu\w+|publish\w*|meet\w*|met"
    r"|decid\w+|impos\w+|agree\w*|did|chang\w+|news?|rais\w+|cuts?|vot\w+|visit\w*)\b",
    re.I,
)
_AHEAD = pattern(
    r"\b(?:will|would|next|coming|comes? (?:in|on|from)|upcoming|due|to come|expect\w*|forecast\w*|plan\w*|set to|schedul\w*|start\w*|begin\w*"
    r"|tak(?:es?|ing) effect|kicks? in|in force|(?:until|till|by|from)(?! (?:what|which|how|whom?|[^\W\d_]+ing)\b)"
    r"|deadline|expir\w+|target\w*|goal|propos\w+|goes)\b"
    r"|\b(?:until|till|by|from) (?:what|which) (?:day|date|month)\b",
    re.I,
)
_WAS = pattern(r"\b(?:did|was|were|had)\b", re.I)
_STARTED = pattern(r"\b(?:start(?:ed)?|beg[aiu]n|in force)\b", re.I)  # "when did it start in May" is over
_SINCE = pattern(r"\bsince\s+", re.I)
_AFTER = pattern(r"\b(?:after|following|since|in the wake of)(?:\s+[\w'’.&-]+){0,3}\s*$", re.I)
_BEFORE = pattern(r"\b(?:before|prior to|ahead of)(?:\s+[\w'’.&-]+){0,3}\s*$", re.I)
_VENUE = pattern(
    r"\b(?:talks|meetings?|met|summit|visit|trip|round|session|truce|struck|signed|sealed|inked|reached|unveiled)\b"
    r"(?: [\w-]+){0,2} (?:in|at) (?:the )?$",
    re.I,
)
_QUARTER = pattern(r"q[1-4]", re.I)
_PART = pattern(
    r"\b(?:early|mid|middle of|late|end of|beginning of|start of|back in|around)(?:\s+in)?(?:\s+|-)$", re.I
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood. The search gets `standalone`; its keyword leg the other wordings too."""

    text: str
    standalone: str
    other_wordings: str
    kind: Kind
    details: tuple[Detail, ...]
    parties: tuple[str, ...]
    periods: tuple[Period, ...]
    concepts: tuple[Concept, ...]
    latest: bool
    as_of: date | None
    since: date | None
    stated: date | None = None  # the day as of which it is asked, where its words say so: those are left out
    past: bool = False  # asks what was, not what is
    faces: bool = False  # asks what a party is charged, not what it charges
    charges: Charging | None = None  # who charges and on whose goods, where asked what a party charges itself

    @property
    def asked(self) -> str:
        """The words that ask: of a follow-up that asks nothing of its own, those of the question before, too."""
        return self.text if self.text == self.standalone else asked_in(self.standalone)

    def as_stated(self, text: str) -> str:
        """Return another wording as of the day that this question states."""
        return with_as_of(text, self.stated) if self.stated else text


def understand(
    standalone: str, assumed: date, text: str | None = None, as_of: date | None = None
) -> Question:
    """Read a standalone question.

    `assumed` is the day that a date without a year is read near; `text` is what was typed, where
    that was a follow-up; `as_of` is the date set beside the question.
    """
    text = standalone if text is None else text
    stated, body = stated_as_of(standalone, assumed)
    if stated:  # asked as though the day had been set beside it
        text = stated_as_of(text, assumed)[1]
        standalone, as_of = body, _earlier(as_of, stated)
        assumed = as_of or assumed
    stated_since = _stated_since(body, assumed)
    if stated_since and stated_since.start > len(text) < len(body):  # of the question before
        stated_since = None
    named = days_between(body, in_one_year(periods_in(body, assumed, short=True)))
    named = [of_one_week(body, p) for p in named if not _is_bare_quarter(body, p)]
    named += periods_back(body, as_of or assumed, named)
    named = [p for p in named if not is_remark(body[: p.start])]
    periods = tuple(_opened(body, p) for p in named if p != stated_since)
    if not _OF_AN_EVENT.search(body):  # how things stood on the day as of which it is asked
        periods = tuple(p for p in periods if not p.first == p.last == as_of)
    kind, details = answer_type(without_border(text))
    if kind == "fact" and not details:
        kind, details = answer_type(asked_in(body))
    if details == ("amount",) and _HOW_MUCH.match(text):
        details = answer_type(asked_in(body))[1]  # of a rate, where that is what was told
    aside = aside_in(body, of_a_rate="rate" in details)
    mentions = _without_venue(body, find_parties(body, lower_case=True))
    mentions = [m for m in mentions if not any(start <= m.start < end for start, end in aside)]
    parties = tuple(dict.fromkeys(mention.code for mention in mentions))
    spans = [(m.start, m.end) for m in mentions] + [(_with_part(body, p.start), p.end) for p in named]
    typed = frozenset(analyse(text))
    about = _without(body, spans + aside)
    if "rate" in details:
        about = _IN_FORCE.sub(" ", about)
        about = without_border(about)
    if text != standalone:  # what holds is asked of by the question before
        own, put, before = about.partition(" (")
        about = f"{own}{put}{_IN_FORCE.sub(' ', before)}"
    concepts = tuple(
        replace(concept, context=not typed.intersection(concept.terms))
        for concept in concepts_in(about, bool(parties))
    )
    one = len({*parties} - {"US"}) == 1  # of two, one charges the other
    charging = charging_asked(body, mentions)
    is_charged = one and not charging and faces(body)
    if is_charged:
        concepts = tuple(concept for concept in concepts if concept.typed.casefold() not in PAYS)
    if asks_what_is_new(body) and kind in ("fact", "yes-no") and not (periods or stated_since):
        kind = "status"
    latest = bool(_LATEST.search(body)) or kind == "status" or bool(_SO_FAR.search(body))
    past = is_past(body)
    return Question(
        text=text,
        standalone=standalone,
        other_wordings=_other_wordings(concepts, parties, body),
        kind=kind,
        details=details,
        parties=parties,
        periods=periods,
        concepts=concepts,
        latest=latest and not (periods and past),
        as_of=as_of,
        stated=stated,
        since=stated_since.first if stated_since else None,
        past=past,
        charges=charging,
        faces=is_charged,
    )


def is_past(text: str) -> bool:
    """Whether words ask what was, not what is.

    >>> is_past("what was the rate"), is_past("what is the rate")
    (True, False)
    """
    return bool(_PAST.search(text))


def asks_for_latest(text: str) -> bool:
    """Whether words ask how things are now.

    >>> asks_for_latest("is that still so"), asks_for_latest("how long is that")
    (True, False)
    """
    return bool(_LATEST.search(text))


def looks_ahead(question: "Question") -> bool:
    """Whether a question is about what was still to come when it was asked."""
    asked = _STARTED.sub("", question.asked) if _WAS.search(question.asked) else question.asked
    return bool(_AHEAD.search(asked))


def holds_now(question: "Question") -> bool:
    """Whether a question is about what holds now, or on the day as of which it is asked."""
    return question.latest or not (question.periods or question.past or question.since)


def asks_of_a_day(question: "Question") -> bool:
    """Whether a question asks whether something was so on a day: "did the duty start on May 2"."""
    days = [period for period in question.periods if period.first == period.last]
    return len(days) == len(question.periods) == 1 and bool(WHETHER.search(question.asked))


def _stated_since(text: str, assumed: date) -> Period | None:
    """Return the period of "since DATE": it narrows what is read, and need not be in the answer."""
    for match in _SINCE.finditer(text):
        for period in periods_in(text, assumed):
            if period.start == match.end():
                return period
    return None


def _opened(text: str, period: Period) -> Period:
    """Let a period that something comes after or before reach as far: "after the June findings"."""
    before = text[: period.start]
    if _AFTER.search(before):
        return replace(period, last=date(YEARS[-1], 12, 31))
    if _BEFORE.search(before):
        return replace(period, first=date(YEARS[0], 1, 1))
    return period


def _earlier(a: date | None, b: date | None) -> date | None:
    return min(a, b) if a and b else a or b


def _with_part(text: str, start: int) -> int:
    """Return where a period starts with what says which part of it is meant: "late June"."""
    part = _PART.search(text[:start])
    return part.start() if part else start


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Blank the characters of the spans, so that a country or date is not also a subject word."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def _is_bare_quarter(text: str, period: Period) -> bool:
    """Whether "Q2" stands without a year: of which one it is, briefings on file say, and not the day."""
    return period.year_assumed and bool(_QUARTER.fullmatch(text[period.start : period.end]))


def _without_venue(text: str, mentions: list[PartyMention]) -> list[PartyMention]:
    """Leave out the party in which others met, where one of these is named beside the United States.

    >>> found = find_parties("what came of the Chile talks in Peru", lower_case=True)
    >>> [m.code for m in _without_venue("what came of the Chile talks in Peru", found)]
    ['CL']
    """
    met = [m for m in mentions if _VENUE.search(text[: m.start])]
    others = {m.code for m in mentions} - {m.code for m in met} - {"US"}
    return [m for m in mentions if m not in met] if others else mentions


def _other_wordings(concepts: Sequence[Concept], parties: Sequence[str], text: str) -> str:
    words = [" ".join(other) for concept in concepts for other in sorted(concept.others)]
    if (spelled := spelled_out(text)) != text:
        words.append(spelled)
    return " ".join([*words, *map(party_name, parties)])
