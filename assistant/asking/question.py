"""Understand what is asked: its kind, the type of answer, parties, dates and subject words.

Everything here is rules over the question's own words; what is on file is not looked at.
A follow-up is made standalone first, in `assistant.asking.followup`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.asking.answer_type import WHETHER, Detail, Kind, answer_type
from assistant.asking.elliptic import asked_in
from assistant.reading.figures import spelled_out
from assistant.reading.periods import Period, periods_in
from assistant.reading.stop_words import STOP_WORDS
from assistant.reading.wording import Terms, wordings
from ingest.text.events import events_in
from ingest.text.parties import find_parties, party_name
from vectorstore.indexes.analysis import analyse

_LATEST = re.compile(
    r"\b(?:status|staus|latest|newest|current(?:ly)?|now(?:adays)?|still|yet|today|these days|at the moment|so far|"
    r"last (?:\w+ )?(?:on (?:record|file)|reported)|to date|update|where (?:are|is|do|does)\b.*\b(?:we|talks|things|stand)|state of play|most recent|any more|anymore|"
    r"this (?:week|month|year)|recent(?:ly)?)\b",
    re.I,
)
_SO_FAR = re.compile(r"(?:^|[:;]|\s[-–])\W*(?:and |so |ok |but )*(?:has|have)\b", re.I)  # "has it signed?"
_PAST = re.compile(
    r"\b(?:was|were|did|had|ago|back in|used to|originally|initially|first|before|previous(?:ly)?|earlier|history)\b",
    re.I,
)

# "What tariff does India face", "the duty on Swiss watches"; not "what does India charge on US goods", nor
# "India's duty on watches", which may be either.
_FACES = re.compile(
    r"^(?!.*\b(?:retaliat\w*|counter\w*|charges?|levies|imposes?|on (?:us|u\.s\.|american) )"
    r"|.*['’]s? (?:\w+ )?(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)) on ).*"
    r"\b(?:tariffs?|dut(?:y|ies)|levy|rates?|surcharge)\b.*\b(?:faces?|pays?|hit|subject|on|for|from|of|appl(?:y|ies|ied) to)\b",
    re.I | re.S,
)

_DUTY_NEXT = re.compile(r"\s+(?:[a-z]+al )?(?:tariffs?|dut(?:y|ies)|rates?)\b", re.I)

# "What does India charge on US goods", "India's duty on American apples".
_CHARGES = re.compile(
    r"\bwhat\b[^?]{0,20}\b(?:does|do|did)\b.*\b(?:charge|levy|impose|put|slap|apply|have)\b.*\b(?:on|against|for) (?:the )?(?:us|u\.s\.?|american)\b"
    r"|['’]s? (?:\w+ )?(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)) (?:on|against|for) (?:the )?(?:us|u\.s\.?|american)\b",
    re.I | re.S,
)

_HOW_LARGE = re.compile(r"\bhow (?:big|large|high|low|heavy|steep|deep)\b", re.I)
_AS_OF = re.compile(r"\bas (?:of|at|on)\s+", re.I)
_DAYS = {"day": 1, "week": 7, "month": 30}
_AGO = re.compile(
    r"\b(?:yesterday|(?:last|past|previous) (?:week|month)(?! (?:on (?:record|file)|reported|available|published|told|known)\b)"
    r"|(?:last|past|previous) (?P<count>\d{1,2}) (?P<units>days?|weeks?|months?))\b",
    re.I,
)
_AHEAD = re.compile(
    r"\b(?:will|would|next|coming|upcoming|due|to come|expect\w*|forecast\w*|plan\w*|set to|schedul\w*|start\w*|begin\w*"
    r"|tak(?:es?|ing) effect|kicks? in|in force|until|till|by|from|deadline|expir\w+|target\w*|goal|propos\w+|goes)\b",
    re.I,
)
_SINCE = re.compile(r"\bsince\s+", re.I)
_AFTER = re.compile(r"\b(?:after|following|since|in the wake of)(?:\s+[\w'’.&-]+){0,3}\s*$", re.I)
_BEFORE = re.compile(r"\b(?:before|prior to|ahead of)(?:\s+[\w'’.&-]+){0,3}\s*$", re.I)
FIRST_YEAR, LAST_YEAR = 1000, 2999  # of what is open to one side
_PART = re.compile(
    r"\b(?:early|mid|middle of|late|end of|beginning of|start of|back in|around)(?:\s+in)?(?:\s+|-)$", re.I
)


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing the question is about: its words as typed, analysed, and other wordings of it."""

    typed: str
    terms: Terms
    others: frozenset[Terms] = frozenset()
    context: bool = False  # carried over from an earlier turn, so of less weight

    @property
    def is_number(self) -> bool:
        return any(term[0].isdigit() for term in self.terms)


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
    past: bool = False  # asks what was, not what is
    faces: bool = False  # asks what a party is charged, not what it charges
    charges: bool = False  # asks what it charges on goods of the United States

    @property
    def asked(self) -> str:
        """The words that ask: of a follow-up that asks nothing of its own, those of the question before, too."""
        return self.text if self.text == self.standalone else asked_in(self.standalone)


def understand(
    standalone: str, assumed: date, text: str | None = None, as_of: date | None = None
) -> Question:
    """Read a standalone question.

    `assumed` is the day that a date without a year is read near; `text` is what was typed, where
    that was a follow-up; `as_of` is the date set beside the question.
    """
    text = standalone if text is None else text
    stated, body = _stated_as_of(standalone, assumed)
    stated_since = _stated_since(body, assumed)
    named = periods_in(body, assumed, short=True)
    named += _relative(body, _earlier(as_of, stated) or assumed, named)
    periods = tuple(_opened(body, p) for p in named if p != stated_since)
    kind, details = answer_type(text)
    if kind == "fact" and not details:
        kind, details = answer_type(asked_in(body))
    mentions = find_parties(body, lower_case=True)
    parties = tuple(dict.fromkeys(mention.code for mention in mentions))
    spans = [(m.start, m.end) for m in mentions] + [(_with_part(body, p.start), p.end) for p in named]
    typed = frozenset(analyse(text))
    concepts = tuple(
        replace(concept, context=not typed.intersection(concept.terms))
        for concept in _concepts(_without(body, spans))
    )
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
        as_of=_earlier(as_of, stated),
        since=stated_since.first if stated_since else None,
        past=past,
        charges=bool(_CHARGES.search(body)) and len({*parties} - {"US"}) == 1,
        faces=bool(_FACES.search(body)) and len({*parties} - {"US"}) == 1,  # of two, one charges the other
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
    return bool(_AHEAD.search(question.asked))


def asks_of_a_day(question: "Question") -> bool:
    """Whether a question asks whether something was so on a day: "did the duty start on May 2"."""
    days = [period for period in question.periods if period.first == period.last]
    return len(days) == len(question.periods) == 1 and bool(WHETHER.search(question.asked))


def asks_what_held(question: Question, today: date) -> bool:
    """Whether a question asks for a tariff rate of one period gone by, of a year at most.

    >>> today = date(1987, 4, 1)
    >>> asked = "duty on Thai rice on 2 May 1986", "how much rice did Thailand sell in May 1986"
    >>> [asks_what_held(understand(text, today), today) for text in asked]
    [True, False]
    """
    of_anybody = not {*question.parties} - {"US"}
    charged = question.faces or of_anybody or _is_named_before_a_duty(question.asked)
    if len(question.periods) != 1 or question.since or not charged:
        return False
    if looks_ahead(question) and not question.past:
        return False
    (period,) = question.periods
    asked = question.kind != "why" and "rate" in question.details
    return asked and period.last < today and (period.last - period.first).days <= 366


def _is_named_before_a_duty(text: str) -> bool:
    """Whether a party's own name stands before a duty: "Chile tariff", not "Chilean tariff", "Chile's tariff"."""
    return any(
        text[m.start : m.end].casefold() == party_name(m.code).casefold() and _DUTY_NEXT.match(text, m.end)
        for m in find_parties(text, lower_case=True)
    )


def _stated_as_of(text: str, assumed: date) -> tuple[date | None, str]:
    """Read "as of 8 June 2025" or "as of June 2025" (its last day); nothing vaguer sets a date."""
    for match in _AS_OF.finditer(text):
        for period in periods_in(text, assumed):
            if period.start == match.end() and (period.last - period.first).days < 31:
                return period.last, (text[: match.start()] + text[period.end :]).strip(" ,?-")
    return None, text


def without_as_of(text: str, assumed: date) -> str:
    """Return a question without the date that it names by "as of"."""
    return _stated_as_of(text, assumed)[1]


def _stated_since(text: str, assumed: date) -> Period | None:
    """Return the period of "since DATE": it narrows what is read, and need not be in the answer."""
    for match in _SINCE.finditer(text):
        for period in periods_in(text, assumed):
            if period.start == match.end():
                return period
    return None


def _relative(text: str, day: date, named: Sequence[Period]) -> list[Period]:
    """Return the periods that a question names by its distance from a day: "last week", "the past 3 days"."""
    found = []
    for match in _AGO.finditer(text):
        if any(match.start() < p.end and p.start < match.end() for p in named):
            continue
        if match["count"]:
            days = int(match["count"]) * _DAYS[match["units"].lower().rstrip("s")]
            found.append(Period(day - timedelta(days), day, *match.span()))
        else:
            (event,) = events_in(match[0], day)
            found.append(Period(event.first, event.last, *match.span()))
    return found


def _opened(text: str, period: Period) -> Period:
    """Let a period that something comes after or before reach as far: "after the June findings"."""
    before = text[: period.start]
    if _AFTER.search(before):
        return replace(period, last=date(LAST_YEAR, 12, 31))
    if _BEFORE.search(before):
        return replace(period, first=date(FIRST_YEAR, 1, 1))
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


def _concepts(text: str) -> list[Concept]:
    """Return the subject words in order: known phrases as one, the rest word by word."""
    table = wordings(analyse)
    text = spelled_out(_HOW_LARGE.sub(" ", text))
    tokens: list[tuple[str, str]] = []  # (analysed, as typed)
    for word in re.findall(r"[\w.%$'’-]+", text):
        bare = re.sub(r"['’]s?$", "", word.strip(".'’-$"))
        tokens += [(part, bare) for part in analyse(bare)]
    concepts: list[Concept] = []
    at = 0
    while at < len(tokens):
        for length in (4, 3, 2):
            phrase = tuple(token for token, _ in tokens[at : at + length])
            if len(phrase) == length and phrase in table:
                concepts.append(
                    Concept(" ".join(typed for _, typed in tokens[at : at + length]), phrase, table[phrase])
                )
                at += length
                break
        else:
            token, typed = tokens[at]
            if (
                typed.lower() not in STOP_WORDS
                and token not in STOP_WORDS
                and (len(token) > 1 or token.isdigit())
            ):
                concepts.append(Concept(typed, (token,), table.get((token,), frozenset())))
            at += 1
    unique: dict[Terms, Concept] = {}
    for concept in concepts:
        unique.setdefault(concept.terms, concept)
    return list(unique.values())


def _other_wordings(concepts: Sequence[Concept], parties: Sequence[str], text: str) -> str:
    words = [" ".join(other) for concept in concepts for other in sorted(concept.others)]
    if (spelled := spelled_out(text)) != text:
        words.append(spelled)
    return " ".join([*words, *map(party_name, parties)])
