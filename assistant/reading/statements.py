"""Read what a sentence states of a trade measure: instrument, goods, legal basis, rate, days, stage."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache

from assistant.reading.acts import Act, acts_in, folded
from assistant.reading.goods import goods_in
from assistant.reading.periods import periods_in
from assistant.reading.rates import the_rate
from assistant.reading.statuses import Status, hedged, statuses_in
from assistant.reading.wording import wordings
from ingest.text.parties import find_parties, parties_in
from vectorstore.indexes.analysis import analyse

_INSTRUMENTS: dict[str, re.Pattern[str]] = {
    "tariff": re.compile(r"\b(?:tariff(?:s|ed)?|dut(?:y|ies)|lev(?:y|ies)|surcharges?|reciprocal rates?)\b(?![- ]?(?:rate )?quota)", re.I),
    "truce": re.compile(r"\b(?:truce|suspensions?|ceasefire|moratorium)\b|\bsuspend(?:s|ed|ing)?\b", re.I),
    "quota": re.compile(r"\b(?:quotas?|TRQs?)\b", re.I),
    "export controls": re.compile(r"\bexport (?:controls?|restrictions?|licen[cs]\w+)\b", re.I),
    "investment": re.compile(r"\binvest(?:s|ed|ing|ments?)?\b(?! (?:agreement|deal|framework|cooperation))", re.I),
    "purchases": re.compile(r"\b(?:buy|buys|bought|purchas\w+)\b", re.I),
    "investigation": re.compile(r"\binvestigations?\b", re.I),
    "ban": re.compile(r"\b(?:bans?|banned|embargo\w*)\b", re.I),
    "agreement": re.compile(r"\b(?:(?<!general )agreements?|(?<!great )(?<!good )(?<!to )deals?|accords?|pacts?|treat(?:y|ies)|protocols?|frameworks?|talks|negotiations?|rounds?)\b", re.I),
}  # fmt: skip
_BASES: dict[str, re.Pattern[str]] = {
    "reciprocal": re.compile(r"\breciprocal (?:tariffs?|dut|rates?)", re.I),
    "emergency": re.compile(r"\bemergency (?:tariffs?|dut)|\bIEEPA\b|\bfentanyl\b|\billicit drugs\b|\bborder\b", re.I),
    "russian oil": re.compile(r"\brussian oil\b|\brussian federation\b", re.I),
}  # fmt: skip
# "Sections 232 and 301", "s232"; the S of "U.S. 500 billion" is none, nor is "section 12 of this order".
_NUMBER = r"\d{2,4}(?:\([a-z0-9]+\))*"
_SECTION = re.compile(
    rf"(?:\bsections? |(?<!['’.])(?<!\. )\bs(?:ecs?)?\.? ?(?=\d{{3}}\b))"
    rf"(?P<numbers>{_NUMBER}(?:(?:,|,? and|,? or) {_NUMBER}(?![\d%.]\d))*)(?![\w(%])"
    r"(?! (?:percent|per cent|pct|million|billion|trillion|mln|bln|bn|dollars|dlrs|euros|yen|tonnes|tons)\b)"
    r"(?! of (?:this|that|title|act\d|[A-Z][a-z]+ (?:Order|Proclamation))\b)",
    re.I,
)
_BARE = re.compile(
    r"\b(\d{3}) (?:\w+ )?(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|rates?|actions?|probes?)\b", re.I
)
_ON_US = re.compile(
    r"\b(?:tariffs?|dut(?:y|ies)|bans?|quotas?|barriers)\b[^.;]{0,40}\b(?:on|against|for|(?<!imports )(?<!goods )(?<!products )(?<!articles )to) (?:imports of |exports of |\w+ )?(?:U\.?S\.?|American|the United States)\b"
    r"|\b(?:tariffs?|dut(?:y|ies)|bans?|quotas?)\b[^.;]{0,120}\b(?:origin(?:ating|s)? (?:from|in|of)|products? of|goods of) (?:the )?(?:U\.?S\b|United States)"
    r"|\b(?:U\.?S\.?|American) (?:[\w-]+ ){0,3}exports? (?:to|of)\b[^.;]{0,120}\b(?:tariffs?|dut(?:y|ies)|quotas?)\b"
    r"|\bretaliat(?:ory|e[sd]?|ing)\b|\bin retaliation\b|\bretaliation (?:against|measures)"
    r"|\bcounter(?:measures|tariffs)",
    re.I,
)
_REASON = re.compile(
    r"\b(?:(?:as a result|because|in light|in view) of|in response to|due to|owing to)\b[^,;.]*"
)
PROPOSED = re.compile(r"\b(?:propos|recommend|threaten)\w*", re.I)  # and so not yet set
_LAST = re.compile(
    r"\b(?:until|till|through|expir\w+(?: on)?|ends? on|lapses? on)\s+(?:\d+:\d\d [ap]\.m\. )?(?:[^,;.]{0,40}?)$",
    re.I,
)
_FIRST = re.compile(
    r"\b(?:start(?:s|ed)?|begins?|began|effective(?: as of)?|tak(?:es?|ing) effect|took effect|into effect|"
    r"enter(?:s|ed)? into force|applies)(?: on| from|:)?\s+(?:[^,;.]{0,40}?)$",
    re.I,
)
_NO_AGREEMENT = re.compile(r"\b(?:no|without an?|not) (?:final )?(?:agreement|deal|accord)\b", re.I)
_STAGES: dict[Status, int] = {
    "opened": 0,
    "talks": 0,
    "refused": 0,
    "agreed": 1,
    "announced": 1,
    "signed": 2,
    "in force": 3,
}
_MEASURE = r"(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|surcharges?|rates?|quotas?|truce|bans?|controls?)"
_END = (
    r"(?<!\bnot )(?<!n't )(?<!n’t )(?<!\bnot be )(?<!\bnot been )(?<!\bnever )(?:terminat(?:es?|ed|ing)|end(?:s|ed|ing)|repeal\w*|revok\w+|rescind\w*|expired|lapsed|lift(?:s|ed|ing)|"
    r"abolish\w*|stopped|withdr[ae]wn?|no longer (?:be )?(?:in (?:effect|force)|collected|levied|charged|subject)|"
    r"lose their basis|remov(?:es|ed|ing))"
)
_NOT_ITSELF = r"(?:(?!exempt|exclu|suspen|paus|treatment|retali|[,;.—]).)"
_ENDED = re.compile(
    rf"\b{_END}\b{_NOT_ITSELF}{{0,50}}\b{_MEASURE}\b|\b{_MEASURE}\b{_NOT_ITSELF}{{0,60}}\b{_END}\b", re.I
)
# What was so before, told in passing: "which was due to end on November 10".
_BEFORE = re.compile(
    r"\b(?:which|that|who) (?:was|were|had)\b[^,;.]*(?:,|(?=[;.]))|\bin place of [^,;.]*", re.I
)
_RUNNING: frozenset[Status] = frozenset(
    ("imposed", "raised", "lowered", "in force", "extended", "suspended", "delayed", "amended")
)


def instruments_in(text: str) -> frozenset[str]:
    """Name the kinds of trade measure that a text speaks of: tariff, quota, agreement ...

    >>> [sorted(instruments_in(text)) for text in ("the rice deal", "a great deal of rice", "to deal with it")]
    [['agreement'], [], []]
    """
    return frozenset(name for name, form in _INSTRUMENTS.items() if form.search(text))


def ending_clauses(text: str) -> list[str]:
    """Return the clauses of a sentence that say that a measure has ended.

    >>> ending_clauses("In light of this, the duties of act0 are terminated, and all others stand.")
    [' the duties of act0 are terminated']
    """
    clauses = []
    for match in _ENDED.finditer(text):
        start = max(text.rfind(mark, 0, match.start()) for mark in ",;.") + 1
        ends = [at for mark in ",;." if (at := text.find(mark, match.end())) >= 0]
        clauses.append(text[start : min(ends, default=len(text))])
    return clauses


class Statement:
    """What a sentence states of a measure; details that it does not state are None.

    Each is read when it is first asked for: most sentences that are compared differ in what is read first.
    """

    def __init__(self, text: str, published: date | None) -> None:
        self.text = _BEFORE.sub(" ", re.sub(r"(?<=\d), (?=\d{4}\b)", " ", text))  # without what was before
        self._published = published

    @cached_property
    def instruments(self) -> frozenset[str]:
        return instruments_in(self.text)

    @cached_property
    def goods(self) -> frozenset[str]:
        return goods_in(self.text)

    @cached_property
    def bases(self) -> frozenset[str]:
        bases = {name for name, form in _BASES.items() if form.search(self.text)}
        sections = laws_in(self.text)
        return frozenset(bases.union(sections))

    @cached_property
    def on_us(self) -> bool:
        """Whether it is a measure against the United States, not one of its own."""
        return is_on_us(self.text)

    @cached_property
    def parties(self) -> frozenset[str]:
        return parties_in(self.text) - {"US"}

    @cached_property
    def rate(self) -> float | None:
        """Percent."""
        return the_rate(self.text) if "tariff" in self.instruments else None

    @cached_property
    def last(self) -> date | None:
        return _day_after(_LAST, self.text, self._published)

    @cached_property
    def first(self) -> date | None:
        return _day_after(_FIRST, self.text, self._published)

    @cached_property
    def acts(self) -> frozenset[Act]:
        """Those that it names by number."""
        return acts_in(self.text)

    @cached_property
    def stage(self) -> int | None:
        """That of an agreement: talks 0, announced 1, signed 2, in force 3."""
        if "agreement" not in self.instruments:
            return None
        stages = [_STAGES[status] for status in self._statuses if status in _STAGES]
        if stages and _NO_AGREEMENT.search(self.text):
            return min(stages)
        return max(stages, default=None)

    @cached_property
    def ended(self) -> bool:
        return bool(_ENDED.search(folded(self.text).text))  # of a long list of acts, too

    @cached_property
    def running(self) -> bool:
        return bool(_RUNNING.intersection(self._statuses))

    @cached_property
    def hedged(self) -> bool:
        return hedged(self.text)

    @cached_property
    def _statuses(self) -> Sequence[Status]:
        return statuses_in(self.text)


def laws_in(text: str) -> frozenset[str]:
    """Return the sections of laws that a text names; by its number alone one that trade desks call so.

    >>> sorted(laws_in("Sections 701 and 22(b), and s.337 duties"))
    ['section 22', 'section 337', 'section 701']
    >>> sorted(laws_in("Peru, which earns the U.S. 500 million dollars, put the U.S. 100 percent higher"))
    []
    >>> sorted(laws_in("301 tariffs, and 290 tariffs that were cut, on Pirie's 150 mills"))
    ['section 301']
    """
    bare = {match[1] for match in _BARE.finditer(text) if ("section", match[1]) in wordings(analyse)}
    return frozenset(f"section {number}" for number in bare.union(_sections(text)))


@lru_cache(maxsize=2048)
def main_law(text: str) -> str | None:
    """Return the section of a law that a text names most often; None where it names none.

    >>> main_law("Under section 701 and section 301 of title 3, United States Code, I order: section 701 applies.")
    'section 701'
    """
    return next((f"section {number}" for number, _ in Counter(_sections(text)).most_common(1)), None)


def _sections(text: str) -> Iterator[str]:
    for match in _SECTION.finditer(text):
        yield from re.findall(r"(?<![\d(])\d{2,4}", match["numbers"])


def is_on_us(text: str) -> bool:
    """Whether a sentence tells of a measure against the United States, not of one of its own.

    >>> is_on_us("India keeps high tariffs on the United States."), is_on_us("The tariff on India is 18 percent.")
    (True, False)
    >>> is_on_us("Peru faces a tariff on all imports to the United States.")
    False
    >>> is_on_us("U.S. beef exports to Peru are subject to a 20 percent tariff.")
    True
    >>> is_on_us("Peru pays 9 percent as a result of its retaliatory duty.")
    False
    >>> is_on_us("In response to retaliation by India the tariff is 18 percent.")
    False
    >>> is_on_us("A duty of 9 percent is imposed on goods imported into Peru originating from the United States.")
    True
    """
    return bool(_ON_US.search(_REASON.sub(" ", text)))


# "India (70 percent) and Turkey impose higher rates": after the party's name, others of a list, then the verb.
_CHARGES = re.compile(
    r"(?: \([^)]*\))?(?:,? (?:and |or )?[A-Z][\w ]{2,30}?(?: \([^)]*\))?)*,? "
    r"(?:also |currently |still |has |have |had |will |would |to )*"
    r"(?:(?:impos|charg|lev(?:y|ies|ied)|maintain|appl(?:y|ies|ied))\w*\b[^.;]{0,60}"
    r"\b(?:tariffs?|dut(?:y|ies)|rates?|lev(?:y|ies)|quotas?)\b|(?:tariff|tax)(?:s|es|ed)? [\w ]{2,30}? at\b)"
)


def charges(text: str, party: str) -> bool:
    """Whether a sentence tells what a party charges others.

    >>> charges("India (70 percent) and Turkey impose higher rates.", "IN")
    True
    >>> charges("We tax India at 5 percent.", "IN")
    False
    """
    return any(m.code == party and _CHARGES.match(text, m.end) for m in find_parties(text))


@lru_cache(maxsize=2048)  # a question asks twice: for what is left out, and for what is marked
def statement_of(text: str, published: date | None) -> Statement:
    """Read what a sentence states; a day without a year is near the day it was published."""
    return Statement(text, published)


def _day_after(form: re.Pattern[str], text: str, published: date | None) -> date | None:
    for period in periods_in(text, published):
        if period.first == period.last and form.search(text[max(0, period.start - 70) : period.start]):
            return period.first
    return None
