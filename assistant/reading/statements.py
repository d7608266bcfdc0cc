"""Read what a sentence states of a trade measure: instrument, goods, legal basis, rate, days, stage."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property, lru_cache

from assistant.reading.acts import Act, acts_in, folded
from assistant.reading.aimed_at import is_on_us, tells_answer
from assistant.reading.ends_told import tells_end
from assistant.reading.goods import goods_in
from assistant.reading.goods_phrase import goods_phrase
from assistant.reading.legal_bases import bases_in
from assistant.reading.periods import periods_in
from assistant.reading.rates import the_rate
from assistant.reading.statuses import Status, hedged, statuses_in
from ingest.text.parties import find_parties, parties_in
from vectorstore.patterns import pattern

_INSTRUMENTS: dict[str, re.Pattern[str]] = {
    "tariff": pattern(r"\b(?:(?<!agreement on trade and )tariff(?:s|ed)?|dut(?:y|ies)|lev(?:y|ies)|sur(?:charges?|tax(?:es)?)|reciprocal rates?)\b(?![- ]?(?:rate )?quota| (?-i:and Trade|AND TRADE)\b)", re.I),
    "truce": pattern(r"\b(?:truce|suspensions?|ceasefire|moratorium)\b|\bsuspend(?:s|ed|ing)?\b", re.I),
    "quota": pattern(r"\b(?:quotas?|TRQs?)\b", re.I),
    "export controls": pattern(r"\bexport (?:controls?|restrictions?|licen[cs]\w+)\b", re.I),
    "investment": pattern(r"\binvest(?:s|ed|ing|ments?)?\b(?! (?:agreement|deal|framework|cooperation))", re.I),
    "purchases": pattern(r"\b(?:buy|buys|bought|purchas\w+)\b", re.I),
    "investigation": pattern(r"\binvestigations?\b", re.I),
    "ban": pattern(r"\b(?:bans?|banned|embargo\w*)\b", re.I),
    "agreement": pattern(r"\b(?:(?<!general )agreements?|(?<!great )(?<!good )(?<!to )deals?|accords?|pacts?|treat(?:y|ies)|protocols?|frameworks?|talks|negotiations?|rounds?)\b", re.I),
}  # fmt: skip
PROPOSED = pattern(r"\b(?:propos|recommend|threaten)\w*", re.I)  # and so not yet set
_LAST = pattern(
    r"\b(?:until|till|through|expir\w+(?: on)?|ends? on|lapses? on)\s+(?:\d+:\d\d [ap]\.m\. )?(?:[^,;.]{0,40}?)$",
    re.I,
)
_FIRST = pattern(
    r"\b(?:start(?:s|ed)?|begins?|began|effective(?: as of)?|tak(?:es?|ing) effect|took effect|into effect|"
    r"enter(?:s|ed)? into force|applies)(?: on| from|:)?\s+(?:[^,;.]{0,40}?)$",
    re.I,
)
_NO_AGREEMENT = pattern(r"\b(?:no|without an?|not) (?:final )?(?:agreement|deal|accord)\b", re.I)
# "Talks began", "to begin negotiations": nothing is in force yet.
_TALKS_BEGIN = pattern(
    r"\b(?:talks|negotiations?|rounds?|consultations?|discussions?)\b[^.;,]{0,30}\b(?:beg[aiu]n|start)\w*"
    r"|\b(?:beg[aiu]n|start)\w*\b[^.;,]{0,40}\b(?:talks|negotiat\w+|rounds?|consultations?|discussions?)\b",
    re.I,
)
_STAGES: dict[Status, int] = {
    "opened": 0,
    "talks": 0,
    "refused": 0,
    "agreed": 1,
    "announced": 1,
    "signed": 2,
    "in force": 3,
}
# What was so before, told in passing: "which was due to end on November 10".
_BEFORE = pattern(r"\b(?:which|that|who) (?:was|were|had)\b[^,;.]*(?:,|(?=[;.]))|\bin place of [^,;.]*", re.I)
_RUNNING: frozenset[Status] = frozenset(
    ("imposed", "raised", "lowered", "in force", "extended", "suspended", "delayed", "amended")
)


@lru_cache(maxsize=16_384)
def instruments_in(text: str) -> frozenset[str]:
    """Name the kinds of trade measure that a text speaks of: tariff, quota, agreement ...

    >>> [sorted(instruments_in(text)) for text in ("the rice deal", "a great deal of rice", "to deal with it")]
    [['agreement'], [], []]
    """
    return frozenset(name for name, form in _INSTRUMENTS.items() if form.search(text))


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

    def is_on_goods_of(self, other: "Statement") -> bool:
        """Whether both are on the same goods; those that no table knows go by the words that name them."""
        if self.goods or other.goods:
            return self.goods == other.goods
        return self._goods_phrase == other._goods_phrase

    def names_goods_beside(self, other: "Statement") -> bool:
        """Whether both name goods, of which some are in no table, and have no word of these in common."""
        named = self._goods_phrase, other._goods_phrase
        listed = self.goods and other.goods
        return not listed and all(named) and named[0].isdisjoint(named[1])

    @cached_property
    def _goods_phrase(self) -> frozenset[str]:
        return goods_phrase(self.text)

    @cached_property
    def bases(self) -> frozenset[str]:
        return bases_in(self.text)

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
        if "agreement" not in self.instruments or tells_answer(self.text):
            return None  # what is announced in retaliation is no pact
        said = [status for status in self._statuses if status in _STAGES]
        if _TALKS_BEGIN.search(self.text):
            said = ["opened" if status == "in force" else status for status in said]
        stages = [_STAGES[status] for status in said]
        if stages and _NO_AGREEMENT.search(self.text):
            return min(stages)
        return max(stages, default=None)

    @cached_property
    def ended(self) -> bool:
        return tells_end(folded(self.text).text)  # of a long list of acts, too

    @cached_property
    def running(self) -> bool:
        return bool(_RUNNING.intersection(self._statuses))

    @cached_property
    def hedged(self) -> bool:
        return hedged(self.text)

    @cached_property
    def _statuses(self) -> Sequence[Status]:
        return statuses_in(self.text)


# "India (70 percent) and Turkey impose higher rates": after the party's name, others of a list, then the verb.
# Each word is taken in one way: a list of thirty countries must not hold up everything else.
_CHARGES = pattern(
    r"(?: \([^)]*\))?(?:,? (?:(?:and|or|of|the) )*[A-Z][\w.'’-]{1,30}(?: \([^)]*\))?)*,? "
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


@lru_cache(maxsize=16_384)  # a question asks twice: for what is left out, and for what is marked
def statement_of(text: str, published: date | None) -> Statement:
    """Read what a sentence states; a day without a year is near the day it was published."""
    return Statement(text, published)


def _day_after(form: re.Pattern[str], text: str, published: date | None) -> date | None:
    for period in periods_in(text, published):
        if period.first == period.last and form.search(text[max(0, period.start - 70) : period.start]):
            return period.first
    return None
