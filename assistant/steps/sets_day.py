"""Tell whether a sentence sets the day of the very measure that was told, and of nothing else."""

import re
from collections.abc import Set
from dataclasses import replace

from assistant.asking.bounds_told import Bound, tells_bound, without_reason
from assistant.asking.charge_asked import words_beside_a_charge
from assistant.asking.question import Question
from assistant.asking.still_asked import IN_FORCE
from assistant.choosing.evidence import Evidence
from assistant.choosing.read_alone import leans
from assistant.reading.acts import folded
from assistant.reading.developments import LONGEST, looks_back
from assistant.reading.ends_told import tells_end
from assistant.reading.goods import AMBIGUOUS, alike, goods_in
from assistant.reading.long_past import names_only_days_before
from assistant.reading.periods import periods_in
from assistant.reading.rates import rates_in
from assistant.reading.statements import instruments_in
from assistant.reading.statuses import hedged
from assistant.steps.work import Work
from ingest.text.parties import parties_in
from vectorstore.facts import BriefingFacts
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

TITLED = 0.6  # of the words of a question that names no goods
_IN_SO_MANY_WORDS = pattern(r"\b(?:on or after|effective|effect|force)\b", re.I)
_OF_A_LIST = pattern(
    r"\b(?:listed|specified|identified|named|set (?:out|forth)) in (?:\w+ )?(?:annex|schedule|appendix)\b",
    re.I,
)
_EXCEPT = pattern(r"\b(?:except(?:ing)?|excluding|other than)\b[^,;.]*", re.I)  # goods that it is not on
_WILL_RISE = pattern(r"\b(?:shall|will|is to)\b[^.;]{0,30}\b(?:increase|rise|go up|be raised)\b", re.I)
# Asked of what has begun.
_SINCE = pattern(r"\b(?:since|did|was|were|have|has)\b", re.I)


def sets_day_of(lead: Evidence, e: Evidence, question: Question, bound: Bound) -> bool:
    """Whether a sentence sets such a day, and of nothing but what was told."""
    said = e.said
    if not tells_bound(bound, said) or looks_back(said) or hedged(said) or is_long_past(lead, e):
        return False
    if ends(e) != ends(lead) and (ends(e) or e.hit.facts.id != lead.hit.facts.id):
        return False
    if bound == "from" and _WILL_RISE.search(said) and not takes_effect(said):
        return False
    if bound != "rise" and apart(frozenset(rates_in(lead.said)), frozenset(rates_in(e.in_full))):
        return False
    if apart(instruments_in(lead.said) & IN_FORCE, instruments_in(said) & IN_FORCE):
        return False
    goods = (goods_in(question.standalone) | goods_in(lead.said)) - AMBIGUOUS
    if apart(goods, goods_in(_EXCEPT.sub(" ", without_reason(e.in_full))) - AMBIGUOUS):
        return False
    if _OF_A_LIST.search(said) and not (_OF_A_LIST.search(lead.said) or goods & goods_in(said)):
        return False  # of what a list names, and whether that is among it nobody says
    parties = parties_in(said) - {"US"}
    return not parties or not parties.isdisjoint(parties_of(lead, question))


def may_be_asked(asked: Work, e: Evidence, bound: Bound) -> bool:
    """Whether a day may be the one asked for, and can be read: "since when" asks for none to come."""
    if leans(e) and sentence_before(e) is None:
        return False
    days = [period.first for period in periods_in(e.said, e.hit.facts.published)]
    return not (asks_since(asked.question, bound) and days) or min(days) <= asked.today


def is_titled(facts: BriefingFacts, question: Question) -> bool:
    """Whether a briefing is called by what a question is on."""
    goods = goods_in(question.standalone) - AMBIGUOUS
    if goods:
        return bool({other for of in goods for other in alike(of)} & goods_in(facts.title))
    parties = {*question.parties} - {"US"}
    if parties and not parties.issubset(parties_in(facts.title)):
        return False
    words = {term for of in words_beside_a_charge(question) for term in of.terms}
    return bool(words or parties) and len(words & {*analyse(facts.title)}) >= TITLED * len(words)


def shares(one: Evidence, other: Evidence) -> bool:
    """Whether two sentences tell of one rate, or of the same goods."""
    rates = frozenset(rates_in(one.said)) & frozenset(rates_in(other.said))
    return bool(rates or (goods_in(one.said) & goods_in(other.headed)) - AMBIGUOUS)


def is_long_past(lead: Evidence, e: Evidence) -> bool:
    """Whether a sentence names days alone that were over long before what was told."""
    return names_only_days_before(e.said, lead.said, lead.hit.facts.published)


def ends(e: Evidence) -> bool:
    """Whether a sentence ends a measure, behind a long list of acts, too."""
    return tells_end(folded(e.said).text)


def tells_past(e: Evidence) -> bool:
    """Whether the day that a sentence names had come when it was written."""
    published = e.hit.facts.published
    return published is not None and any(of.first <= published for of in periods_in(e.said, published))


def parties_of(lead: Evidence, question: Question) -> frozenset[str]:
    """Return the parties that a day is asked for, else those of what was told."""
    asked = frozenset(question.parties) - {"US"}
    return asked or parties_in(lead.said) - {"US"}  # which may be a long list of those at one rate


def asks_since(question: Question, bound: Bound) -> bool:
    """Whether the day is asked for on which something began that has begun."""
    return bound == "from" and asks_of_the_past(question)


def asks_of_the_past(question: Question) -> bool:
    """Whether a question is on what has come, not on what is to come."""
    return bool(_SINCE.search(question.text))


def takes_effect(said: str) -> bool:
    """Whether a sentence says in so many words that something is in effect."""
    return bool(_IN_SO_MANY_WORDS.search(said))


def sentence_before(e: Evidence) -> Evidence | None:
    """Return the sentence before one in its passage."""
    passage = e.hit.passage
    at = passage.sentences.index(e.sentence)
    if not at or passage.sentences[at - 1].kind != e.sentence.kind:
        return None
    s = passage.sentences[at - 1]
    quote = passage.text[s.start - passage.start : s.end - passage.start]
    return replace(e, sentence=s, quote=quote, lead="") if len(quote.split()) <= LONGEST else None


def apart(one: Set[object], other: Set[object]) -> bool:
    """Whether two texts name something of a kind each, and nothing in common."""
    return bool(one and other) and one.isdisjoint(other)
