"""Lead with the rate that is asked for, of those that one briefing sets.

That on a party's own goods comes before that on everybody's; that on goods before that on what is made of
them, and that on those who evade it; what is set before what was proposed first.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.asked import others_than_us
from assistant.asking.charge_asked import words_beside_a_charge
from assistant.asking.concepts import has_all
from assistant.asking.powers import asks_of_plans
from assistant.asking.question import Question
from assistant.asking.still_asked import IN_FORCE
from assistant.choosing.evidence import Evidence
from assistant.choosing.goods_of_origin import Origin
from assistant.choosing.leading import AT_ONCE, LEADS_BY, lead_with
from assistant.choosing.origin import is_charged
from assistant.choosing.rate_of_goods import (
    are_meant,
    goods_meant,
    is_listed_rate_of,
    is_of_a_list,
    of_the_listed,
    sets_rate_of,
)
from assistant.reading.developments import looks_back
from assistant.reading.exempting import without_exceptions
from assistant.reading.goods import AMBIGUOUS, alike, goods_in
from assistant.reading.proposals import proposes
from assistant.reading.rates import rates_in
from assistant.reading.statements import charges, instruments_in
from ingest.text.parties import parties_in
from vectorstore.patterns import pattern

_SETS = pattern(
    r"\b(?:shall|hereby|is|are|was|were) (?:\w+ )?(?:impos|set|charg|lev|appl|rais|be subject|subject)\w*"
)
_ON_CONDITION = pattern(r"\b(?:if|provided that|qualif(?:y|ies|ied|ying)|eligible|allowing)\b", re.I)
_EVADING = pattern(
    r"\b(?:evad(?:e|es|ed|ing)|evasion|trans-?shipped|smuggl\w+|falsely declared|misdeclar\w+)\b", re.I
)


def asked_rate_first(
    question: Question, evidence: Sequence[Evidence], read: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """Put the rate that is asked for first. `evidence` is scored, best first; `read` is every sentence."""
    told = rate_of_goods_first(question, own_rate_first(question, evidence, read), read)
    told = listed_rate_first(question, told, read)
    return set_before_proposed(question, rate_before_evasion(question, told, read))


def rate_of_goods_first(
    question: Question, evidence: Sequence[Evidence], read: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """Put the newest that sets the rate on the goods asked about first, whatever their origin.

    Of those judged, or else of every sentence that was read: "furnaces with 85 percent of their steel from
    here may pay 10" is nearest in words to "steel duty rate".
    """
    goods = goods_meant(question)
    if goods is None or not evidence or not are_meant(goods, question.asked):
        return tuple(evidence)
    if others_than_us(question) or question.periods or question.since:
        return tuple(evidence)
    best = evidence[0]
    setting = [e for e in evidence if sets_rate_on_all(goods, e)]
    setting = setting or [e for e in read if sets_rate_on_all(goods, e)]
    words = words_beside_a_charge(question)
    setting = [e for e in setting if not of_the_listed(goods, e.said)] or setting
    named = [e for e in setting if has_all(words, e.said)]
    newest = max(named or setting, key=lambda e: (e.dated, e.score), default=best)
    of_some = _of_a_party(best) or _ON_CONDITION.search(best.said) or of_the_listed(goods, best.said)
    of_all = sets_rate_of(goods, best.said) and not of_some
    if of_all and newest.dated - best.dated <= AT_ONCE:
        return tuple(evidence)
    return lead_with(newest, evidence)


def listed_rate_first(
    question: Question, evidence: Sequence[Evidence], read: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """Put the rate on goods first where the best is of a list of its briefing on something else.

    One clause sets the rates on steel, by origin, and the next one those on what is made of steel.
    """
    asked = question.asked
    goods = [of for of in sorted(goods_in(asked) - AMBIGUOUS) if are_meant(of, asked)]
    if "rate" not in question.details or not goods or not evidence:
        return tuple(evidence)
    best = evidence[0]
    if not is_of_a_list(best.said) or _is_listed_of_any(goods, best):
        return tuple(evidence)
    own = (
        e
        for e in (*evidence, *read)
        if e.hit.facts.id == best.hit.facts.id
        and e.marks.party >= best.marks.party
        and parties_in(e.quote) == parties_in(best.quote)
        and _is_listed_of_any(goods, e)
    )
    listed = next(own, None)
    return lead_with(listed, evidence) if listed else tuple(evidence)


def _is_listed_of_any(goods: Sequence[str], e: Evidence) -> bool:
    return any(is_listed_rate_of(of, e.said) for of in goods)


def newest_of_origin_first(origin: Origin, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put the newest of the rates on a party's goods first, all of which hold for all of them.

    Not one for which they have to qualify, or that is on those alone that another text lists.
    """
    if not evidence or not origin.named:
        return tuple(evidence)
    best = evidence[0]
    newest = max(
        (e for e in evidence if _sets_rate(e) and not _of_some(origin.goods, e)),
        key=lambda e: (e.dated, e.score),
        default=best,
    )
    return lead_with(newest, evidence) if newest.dated - best.dated > AT_ONCE else tuple(evidence)


def _of_some(goods: str, e: Evidence) -> bool:
    return bool(e.recounts or _ON_CONDITION.search(e.said) or of_the_listed(goods, e.said))


def sets_rate_on_all(goods: str, e: Evidence) -> bool:
    """Whether a sentence sets a rate on goods of every origin, on no condition, and recites none.

    That it is lower for some, it may say beside that.
    """
    of_some = e.recounts or _of_a_party(e) or _ON_CONDITION.search(e.said)
    return _sets_rate(e) and sets_rate_of(goods, e.said) and not of_some


def _of_a_party(e: Evidence) -> bool:
    """Whether a rate is on the goods of a party: by name, or as its briefing is on what two have agreed."""
    rule = without_exceptions(e.said)
    return len(parties_in(e.hit.facts.title)) > 1 or any(is_charged(rule, of) for of in parties_in(rule))


def set_before_proposed(question: Question, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Put what a briefing sets first where the best sentence tells what was proposed of it before."""
    if not evidence or asks_of_plans(question.asked) or not proposes(evidence[0].said):
        return tuple(evidence)
    best, *rest = evidence
    of = instruments_in(best.said) & IN_FORCE
    own = (e for e in rest if e.hit.facts.id == best.hit.facts.id and of & instruments_in(e.said))
    set_ = next((e for e in own if _SETS.search(e.said) and not proposes(e.said)), None)
    if set_ is None:
        return tuple(evidence)
    first = replace(set_, score=best.score + 2 * LEADS_BY)  # a long list of rates leads, too
    return (first, *(e for e in evidence if e is not set_))


def rate_before_evasion(
    question: Question, evidence: Sequence[Evidence], read: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """Put a rate of its briefing, or its day, first where the best one tells what those pay who evade it.

    Of those judged, or else of every sentence read that names the parties as the best one does.
    """
    if "rate" not in question.details or not evidence or _EVADING.search(question.standalone):
        return tuple(evidence)
    best, *rest = evidence
    if not _EVADING.search(best.said):
        return tuple(evidence)
    told = [e for e in rest if e.hit.facts.published == best.hit.facts.published and _sets_rate(e)]
    own = [e for e in told if e.hit.facts.id == best.hit.facts.id]
    day = best.hit.facts.published
    others = (
        e
        for e in read
        if e.hit.facts.published == day and e.marks.party >= best.marks.party and _sets_rate(e)
    )
    rate = next(iter((*own, *told, *others)), None)
    if rate is None:
        return tuple(evidence)
    return lead_with(rate, evidence)


def _sets_rate(e: Evidence) -> bool:
    return bool(rates_in(e.said)) and not _EVADING.search(e.said) and not looks_back(e.said)


def own_rate_first(
    question: Question, evidence: Sequence[Evidence], read: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """Put what tells the rate on the goods of the party asked about first, where the best does not name it.

    `evidence` is scored, best first; `read` is every sentence that was found. Only the briefing of the best
    one is looked through: "9 pct on cement", and further down "cement from Peru pays 4".
    """
    goods = goods_in(question.standalone) - AMBIGUOUS
    others = others_than_us(question)
    asks = question.faces and "rate" in question.details and goods
    if not asks or len(others) != 1 or not evidence or others[0] in parties_in(evidence[0].headed):
        return tuple(evidence)
    (party,), best = others, evidence[0]
    wanted = frozenset(other for of in goods for other in alike(of))
    own = next((e for e in read if e.hit.facts.id == best.hit.facts.id and _is_own(e, party, wanted)), None)
    if own is None:
        return tuple(evidence)
    rest = (e for e in evidence if (e.hit.passage.id, e.sentence) != (own.hit.passage.id, own.sentence))
    return (replace(own, score=best.score + LEADS_BY), *rest)


def _is_own(e: Evidence, party: str, goods: frozenset[str]) -> bool:
    said = e.said
    return bool(
        party in parties_in(said) and rates_in(said) and goods & goods_in(said) and not charges(said, party)
    )
