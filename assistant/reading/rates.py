"""Read the rates, in percent, that a text states, however they are spelled: 7-1/2 pct is 7.5."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from assistant.support.numbers import any_of, number_before, worth
from assistant.support.quantities import QUANTITY, RANK, quantity_of
from assistant.support.words import forms
from vectorstore.patterns import pattern

# What a rate is to the measure: "" the rate itself, or ...
Role = Literal[
    "",
    "before",  # what it was: "from 25 percent"
    "bound",  # what it is at most or at least
    "span",  # one of its ends: "25 to 30 percent"
    "step",  # what is added or taken off: "raised by 5 percent"
]
_WORDS = {word for word, unit in forms("unit").items() if unit == "percent" and word != "%"}
PERCENT = rf"(?:%(?![0-9A-F]{{2}})|(?:{any_of(_WORDS)})\b)"
NUMBER = rf"(?<![\w.,/])(?:{number_before(PERCENT)})"
_PERCENT = pattern(PERCENT, re.I)
_QUANTITY = pattern(rf"{RANK}|{QUANTITY}", re.I)
_SHARE = pattern(r"\b(?:accounting for|representing|making up) \Z")
_PART_OF_ONE = pattern(r"(?<![\w./])(\d{1,2})/\Z")  # "1/2 percent"
_SPACED = pattern(r"\d+ (\d{3})\b")
_OF_A_NAME = pattern(  # "March 3 to 10 percent", "section 22 to 10 percent"
    r"(?:\b(?!(?:From|Between|Of|At|To)\b)[A-Z][\w.]*|"
    r"\b(?:sections?|chapters?|headings?|articles?|annex|notes?|no\.?)) \Z|[$£€¥] ?\Z"
)
NEAR = (
    r"(?:(?:an?|the|its|their|this|that|now|only|just|current|present|existing|previous|former|earlier|old|"
    r"original|new|about|roughly|nearly|almost|around|some|another|further|additional) )*"
)
_JOINED = pattern(
    rf"(?P<number>{NUMBER})(?:[ -]?{PERCENT})?(?: ad valorem)?,? ?"
    rf"(?P<link>\b(?:to|and|or)\b|[-–—]) ?{NEAR}\Z",
    re.I,
)
_YEAR = pattern(r"[12]\d{3}")
_FROM = pattern(rf"\bfrom {NEAR}\Z", re.I)
_SPANS = pattern(r"\b(?:rang|var(?:y|ies|ied)|anywhere|spread|start)\w*\b[^,;.]*\Z", re.I)
_BETWEEN = pattern(rf"\bbetween {NEAR}\Z", re.I)
_LISTED = pattern(rf"(?:\b(?:of|at|either) {NEAR}|[\d%] ?,? )\Z", re.I)
_BOUND = pattern(
    r"(?<!no )(?<!not )\b(?:up to|as (?:much|high|low|little) as|at (?:least|most)|"
    rf"(?:more|less|higher|lower) than|over|above|below|under) {NEAR}\Z",
    re.I,
)
_CHANGES = (
    r"(?:rais|increas|ris|rose|hik|cut|lower|reduc|halv|f[ae]ll|drop|trim|slash|chang|adjust|up\b|down\b)\w*"
)
_STEP = pattern(rf"\b{_CHANGES}\b[^,;.]*(?<!replaced )\bby {NEAR}\Z", re.I)
# Right before a figure that no longer holds, or that is only compared with.
WAS = pattern(
    rf"\b(?:{_CHANGES}\b[^,;]*\bfrom|instead of|rather than|in lieu of|compared (?:with|to)) {NEAR}\Z", re.I
)
_TO_NOTHING = pattern(r"(?: ad valorem)?,? to (?P<zero>zero|nil|nothing)\b", re.I)
_WINDOW = 90  # characters before a rate that tell what it is


class Rate(NamedTuple):
    """A rate, and the characters [start, end) that state it: "7-1/2 pct", or the 25 of "25 to 30 percent"."""

    percent: float
    start: int
    end: int
    role: Role = ""


def rates_in(text: str) -> frozenset[float]:
    """Return the percentages that a text states.

    >>> sorted(rates_in("an additional 40% tariff, bringing the total to 50 percent"))
    [40.0, 50.0]
    >>> sorted(rates_in("7-1/2 pct, 1,200 percent, twenty percent, 5½ per cent, between 25 and 30 pct"))
    [5.5, 7.5, 20.0, 25.0, 30.0, 1200.0]
    >>> sorted(rates_in("a duty on parts accounting for 15 percent of a car's value"))
    []
    """
    return frozenset(rate.percent for rate in rates_at(text))


def the_rate(text: str) -> float | None:
    """Return the one rate that a text states, None for several, or for a span of them.

    >>> [the_rate(f"a duty cut {by}") for by in ("from 25 pct to 18 pct", "to 18 pct from 25", "by 7 pct")]
    [18.0, 18.0, None]
    >>> [the_rate(f"duties of {rates} percent") for rates in ("25 to 30", "up to 30", "no more than 30")]
    [None, None, 30.0]
    """
    rates = rates_at(text)
    roles = {rate.role for rate in rates}
    values = {rate.percent for rate in rates if rate.role in ("", "bound")}
    values -= {rate.percent for rate in rates if rate.role == "before"}
    return values.pop() if len(values) == 1 and "" in roles and "span" not in roles else None


@lru_cache(maxsize=16_384)
def rates_at(text: str) -> tuple[Rate, ...]:
    """Return the rates that a text states, in their order, each with what it is to the measure.

    >>> [(rate.percent, rate.role) for rate in rates_at("It was raised by 5 points, from 25 to 30 percent.")]
    [(25.0, 'before'), (30.0, '')]
    """
    text = text.replace("\u00a0", " ").replace("\u202f", " ")
    rates: dict[int, Rate] = {}
    for rate in _written(text):
        rates[rate.start] = rate._replace(role=_role(text[max(0, rate.start - _WINDOW) : rate.start]))
        for joined in _joined(text, rates[rate.start], rates):
            rates[joined.start] = joined
    return tuple(rates[start] for start in sorted(rates))


def _written(text: str) -> Iterator[Rate]:
    """Yield the numbers that "percent" stands behind."""
    for percent in _PERCENT.finditer(text):
        opens = max(0, percent.start() - _WINDOW // 2)
        for match in _QUANTITY.finditer(text, opens, percent.end()):
            if match.end() != percent.end():
                continue
            start, before = match.start(), text[: match.start()]
            if part := _PART_OF_ONE.search(before):
                yield Rate(int(part[1]) / quantity_of(match).amount, part.start(), match.end())
            elif not _SHARE.search(before):
                spaced = _SPACED.match(match[0]) if _OF_A_NAME.search(before) else None  # "Section 22 100%"
                amount = float(spaced[1]) if spaced else quantity_of(match).amount
                yield Rate(amount, start + (spaced.start(1) if spaced else 0), match.end())
        if nothing := _TO_NOTHING.match(text, percent.end()):
            yield Rate(0.0, *nothing.span("zero"))


def _role(before: str) -> Role:
    if _STEP.search(before):
        return "step"
    return "before" if WAS.search(before) else "bound" if _BOUND.search(before) else ""


def _joined(text: str, rate: Rate, known: dict[int, Rate]) -> Iterator[Rate]:
    """Yield a rate and the number that "to", "and" or a dash joins to it, as what they are together."""
    opens = max(0, rate.start - _WINDOW)
    joined = _JOINED.search(text[opens : rate.start])
    if not joined:
        return
    start = opens + joined.start()
    before, link = text[max(0, start - _WINDOW) : start], joined["link"].lower()
    if start not in known and (_OF_A_NAME.search(before) or _YEAR.fullmatch(joined["number"])):
        return
    first = Rate(worth(joined["number"].casefold()), start, opens + joined.end("number"))
    first = known.get(start, first)
    if known.get(start, first).role == "step":  # "by 5 to 30 percent"
        return
    if link in ("and", "or") and not _BETWEEN.search(before):
        if start not in known and _LISTED.search(before):
            yield first
    elif link == "to" and _FROM.search(before) and not _SPANS.search(before):
        yield first._replace(role="before")
        yield rate._replace(role="")
    else:
        yield first._replace(role="span")
        yield rate._replace(role="span")
