"""Find what later sentences change of a measure: another rate or day than the best one tells of its act.

An act is amended in words that name neither goods nor party: "by striking “10 percent” and inserting ...".
"""

from collections.abc import Iterator, Mapping, Sequence

from assistant.asking.question import Question, asks_of_a_day, holds_now
from assistant.asking.still_asked import IN_FORCE, asks_still
from assistant.choosing.evidence import Evidence
from assistant.reading.acts import Act, folded
from assistant.reading.alterations import changes_day, changing_clauses, rates_changed
from assistant.reading.goods import goods_in
from assistant.reading.rates import rates_in
from assistant.reading.statements import instruments_in, statement_of
from assistant.superseding.cut_passages import cut_to_sentences, text_of
from assistant.superseding.one_measure import said_by, same_measure
from ingest.text.parties import parties_in
from vectorstore.briefing import Passage
from vectorstore.facts import BriefingFacts


def changing(
    briefings: Sequence[tuple[BriefingFacts, Sequence[Passage]]],
    behind: Mapping[Act, Sequence[Evidence]],
    question: Question,
) -> Iterator[tuple[BriefingFacts, Passage, Act]]:
    """Yield the sentences that change a rate or day that the best older one tells, and later ones in turn."""
    best = next(iter(behind.values()))[0]
    rates = {act: _rates_told(best.said) if holds_now(question) else set() for act in behind}
    for of, passage in cut_to_sentences(briefings):
        (sentence,) = passage.sentences
        if of.id == best.hit.facts.id and sentence.start <= best.sentence.start:
            continue
        text = folded(text_of(passage, sentence))
        named = frozenset().union(*text.runs) & behind.keys()
        if not named:
            continue
        amends = _only_amends(text.text) and _concerns(f"{of.title}\n{text.text}", question)
        if not amends and not _same_kind(text.text, of, behind, question):
            continue
        if _is_of_some_goods(text.text, best, question):
            continue
        day = _asks_day(question) and changes_day(
            text.text, of.published, best.said, best.hit.facts.published
        )
        for act in sorted(named, key=lambda act: act.number):
            new = {new for old, new in rates_changed(text.text) if old in rates[act] and old != new}
            rates[act] |= new
            if new or day:
                yield of, passage, act
                break


def _asks_day(question: Question) -> bool:
    if {"date", "span"}.intersection(question.details) or asks_of_a_day(question) or asks_still(question):
        return True
    return question.kind in ("status", "yes-no") and bool(instruments_in(question.standalone) & IN_FORCE)


def _rates_told(said: str) -> set[float]:
    """Return the rates that a sentence gives, but for those that it gives a new one for.

    >>> _rates_told("The duty of Order 193 is cut from 20 percent to 10 percent.")
    {10.0}
    """
    return {*rates_in(said)} - {old for old, new in rates_changed(folded(said).text) if old != new}


def _is_of_some_goods(text: str, best: Evidence, question: Question) -> bool:
    """Whether a sentence changes the rate of goods that are neither asked about nor those of the best one."""
    goods = goods_in(changing_clauses(text))
    return bool(goods) and goods.isdisjoint(goods_in(question.standalone) | goods_in(best.headed))


def _only_amends(text: str) -> bool:
    """Whether a sentence gives another rate in the words of an act, and names no measure of its own.

    "Section 2(a) of Order 193 is amended by striking the words “10 percent” and inserting “20 percent”."
    """
    return not instruments_in(text) and bool(rates_changed(text))


def _concerns(text: str, question: Question) -> bool:
    """Whether a text names a party asked about, or none at all."""
    named, asked = parties_in(text) - {"US"}, {*question.parties} - {"US"}
    return not named or not asked or not named.isdisjoint(asked)


def _same_kind(
    text: str, of: BriefingFacts, behind: Mapping[Act, Sequence[Evidence]], question: Question
) -> bool:
    said = statement_of(text, of.published)
    return not said.hedged and any(
        same_measure(said, said_by(resting[0]), question) for resting in behind.values()
    )
