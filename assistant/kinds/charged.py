"""Answer what a party is charged on its goods: the newest rate that was set on them, and what held before.

"What rate are Vietnamese goods on": such a question names a party and no goods. Its words bring rates on
steel as well as on everything, those that the party charges itself, and those of years ago. What all of its
goods are charged was set by the newest sentence that says so: of the party by name, in a list or in a row
of a table, or of all others, where its briefing names the party elsewhere.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from assistant.asking.asked import others_than_us
from assistant.asking.charge_asked import words_beside_a_charge
from assistant.asking.concepts import Concept, has_all
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence, Marks
from assistant.choosing.origin import (
    bears,
    is_charged,
    is_of_goods,
    puts_off_rate,
    sets_rate,
    speaks_of_any,
    speaks_of_listed,
    speaks_of_others,
)
from assistant.choosing.schedule_lines import changes_line_of
from assistant.choosing.selecting import MANY_WORDS
from assistant.kinds.latest import Latest
from assistant.reading.clock import clock_of
from assistant.reading.developments import stands_alone
from assistant.reading.legal_bases import laws_in
from assistant.reading.rates import rates_in
from assistant.reading.recounting import recounts
from assistant.superseding.endings import last_day_told
from assistant.superseding.one_measure import said_by
from assistant.superseding.replacing import replaced_by
from ingest.text.parties import find_parties, parties_in, party_name
from vectorstore.briefing import Briefing, Passage
from vectorstore.facts import BriefingFacts
from vectorstore.filters import Filters
from vectorstore.hit import Hit
from vectorstore.patterns import pattern
from vectorstore.search import search
from vectorstore.store import Store

PASSAGES = 160  # of each search
PASSAGES_ON_ANY = 40  # of the search for what is charged on goods of any origin
SENTENCES = 3
NAMED_WITHIN = 1200  # characters before a sentence on all others, in which these are told from
NEWER = 0.5  # added for the newest briefing, against a fused score of 0 to 1
NAMES_IT = 0.5  # added for a passage that names the party
# Score of a sentence by how it speaks of the party: by name, by the line of the schedule that its goods are
# under, as of one of all others, of any origin, perhaps.
BY_ITS_LINE = 0.9
NAMED, ONE_OF_OTHERS, OF_ANY_ORIGIN, ONE_OF_ANY = 1.0, 0.5, 0.4, 0.25

_ON_ANY_GOODS = (
    "tariff, duty or surcharge of a percent rate on all imports, goods imported from all countries"
)
# "Is the 50 percent duty still on?" asks of that one; "is 50 percent still the rate?" of whatever it is now.
_AT_A_RATE = pattern(
    r"\d ?(?:%|percent|per cent|pct) (?!still|the|now|currently)(?:[\w-]+ )?"
    r"(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|sur(?:charges?|tax(?:es)?))\b",
    re.I,
)

# "Agreed to remove the additional 25 percent": of what is left, another sentence tells.
_TAKES_OFF = pattern(
    r"\b(?:remov|lift|eliminat|abolish|scrapp?|withdr[ae]w|rescind|repeal)\w*\b[^.;]{0,50}"
    r"\d ?(?:%|percent|per cent|pct)",
    re.I,
)
_MADE_UP = pattern(
    r"(?:this|it|that|the (?:total|sum|figure|rate))(?: \w+)?"
    r" (?:includes|comprises|consists of|is made up of|combines)\b",
    re.I,
)


def find_charged(store: Store, question: Question, filters: Filters) -> Latest | None:
    """Return the newest rate set on a party's goods, then what was set before; None where there is none.

    Of several parties the newest of each, one after the other, where each has one.
    """
    asked = others_than_us(question)
    found = [_found(store, question, party, filters) for party in asked]
    laws, words = laws_in(question.asked), words_beside_a_charge(question)
    at = frozenset(rates_in(question.asked)) if _AT_A_RATE.search(question.asked) else frozenset()
    under = [
        [
            e
            for e in of.told
            if laws <= laws_in(e.headed) and (not words or _is_called(e, words, of.made_up_of))
        ]
        for of in found
    ]
    chosen = [_newest_first(_at(at, told), party) for told, party in zip(under, asked, strict=True)]
    if not all(chosen):
        return None
    briefings = {id: briefing for of in found for id, briefing in of.briefings.items()}
    newest = [e for one_side in chosen for e in (one_side[:1] if len(asked) > 1 else one_side)]
    behind = [of.made_up_of for of in found]
    newest = [of for e in newest for of in (e, *(told[e] for told in behind if e in told))]
    shown = [e for at, e in enumerate(newest) if not any(e.is_at(before) for before in newest[:at])]
    others = [e for of in found for e in of.told if not any(e.is_at(k) for k in shown)]
    hits = {e.hit.passage.id: e.hit for e in shown}
    hits |= {hit.passage.id: hit for of in found for hit in of.hits if hit.passage.id not in hits}
    return Latest((*shown, *others), len(shown), tuple(hits.values()), briefings, charged=True)


def rates_on(store: Store, question: Question, party: str, filters: Filters) -> list[Evidence]:
    """Return the sentences that set a rate on a party's goods, whatever they are."""
    return _found(store, question, party, filters).told


def _at(rates: Set[float], told: list[Evidence]) -> list[Evidence]:
    """Keep the sentences that tell the rate of the measure that is asked about."""
    return [e for e in told if rates <= {*rates_in(e.said)}] or told


def _is_called(e: Evidence, words: Sequence[Concept], made_up_of: Mapping[Evidence, Evidence]) -> bool:
    """Whether a title, or a sentence, has every word by which a question tells the measure."""
    if e.score < ONE_OF_OTHERS:
        return False
    behind = made_up_of[e].quote if e in made_up_of else ""
    return any(has_all(words, text) for text in (e.hit.facts.title, f"{e.said} {behind}"))


class _Found(NamedTuple):
    """What was found on a party: the sentences that set a rate, and what they were read from."""

    told: list[Evidence]
    made_up_of: dict[Evidence, Evidence]  # a rate -> the sentence behind it that tells of what
    hits: list[Hit]
    briefings: dict[str, Briefing]  # by id


def _found(store: Store, question: Question, party: str, filters: Filters) -> _Found:
    hits = _hits(store, question, party, filters)
    briefings = store.versions.briefings(sorted({hit.facts.id for hit in hits}), filters.as_of)
    until = question.as_of or max((h.facts.published for h in hits if h.facts.published), default=date.max)
    read = [hit for hit in hits if hit.facts.id in briefings]
    told = [e for hit in read for e in _rates(hit, briefings[hit.facts.id], party, until)]
    for facts in _of_others_only(told):
        whole = [Hit(passage, facts, 0.0, 0.0, 0.0) for passage in store.versions.passages_of(facts)]
        told += [e for hit in whole for e in _rates(hit, briefings[facts.id], party, until) if _names(e)]
    told = [e for e in told if not _is_over(store, e, question, until)] or told
    if any(map(_names, told)):
        told = [e for e in told if e.score > ONE_OF_ANY]
    facing = [e for e in told if bears(e.quote, party)]
    behind = [(e, _made_up_of(store, e, briefings[e.hit.facts.id].text)) for e in facing]
    return _Found(told, {e: of for e, of in behind if of}, hits, briefings)


def _is_over(store: Store, e: Evidence, question: Question, until: date) -> bool:
    """Whether what all pay was set to a day that is over, as its briefing says elsewhere."""
    passages = store.versions.passages_of(e.hit.facts) if e.score == OF_ANY_ORIGIN else ()
    return bool(passages and last_day_told(e, passages, question, until))


def _of_others_only(told: Sequence[Evidence]) -> list[BriefingFacts]:
    """Return the briefings that were found to tell of all others only: they may name the party as well."""
    named = {e.hit.facts.id for e in told if _names(e)}
    return [*{e.hit.facts.id: e.hit.facts for e in told if e.hit.facts.id not in named}.values()]


def _names(e: Evidence) -> bool:
    return e.score == NAMED


def _hits(store: Store, question: Question, party: str, filters: Filters) -> list[Hit]:
    """Find passages on rates: of briefings that concern the party, of any that name it, on all imports."""
    query = f"tariff rate percent duty on goods of {party_name(party)}"
    vector = store.encoder.encode([query])[0]
    concerning = replace(filters, parties=tuple({*filters.parties, party}))

    def prefer(passage: Passage, _facts: BriefingFacts) -> float:
        return NAMES_IT * (party in parties_in(passage.text))

    found: dict[str, Hit] = {}
    for within in (concerning, filters):
        for hit in search(
            store, query, question.other_wordings, within, PASSAGES, NEWER, prefer, vector, repeats=True
        ):
            found.setdefault(hit.passage.id, hit)
    for hit in search(store, _ON_ANY_GOODS, "", filters, PASSAGES_ON_ANY, NEWER, repeats=True):
        found.setdefault(hit.passage.id, hit)
    return [*found.values()]


def _rates(hit: Hit, briefing: Briefing, party: str, until: date) -> Iterator[Evidence]:
    """Yield the sentences of a passage that set a rate on the party's goods, whatever they are."""
    published = hit.facts.published
    if published is None:
        return
    on_goods = is_of_goods(briefing.title)
    for sentence in hit.passage.sentences:
        quote = briefing.text[sentence.start : sentence.end]
        lead = briefing.text[slice(*sentence.lead)] if sentence.lead else ""
        if changes_line_of(quote, briefing.title, briefing.text, party):
            yield Evidence(hit, sentence, quote, lead, BY_ITS_LINE, (), Marks(party=1.0))
            continue
        put_off = puts_off_rate(quote, party, published, until)
        if not (put_off or sets_rate(sentence, quote, lead, hit.passage.heading, published, until)):
            continue
        text = f"{lead} {quote}".strip()
        if on_goods and (put_off or not bears(quote, party)):
            continue
        named = party in parties_in(text)
        before = briefing.text[max(0, sentence.start - NAMED_WITHIN) : sentence.start]
        score = (
            NAMED * (put_off or is_charged(text, party))
            if named
            else _of_others(quote, before, party, briefing)
        )
        score = score or _of_any_origin(quote, party, briefing)
        if score:
            yield Evidence(hit, sentence, quote, lead, score, (), Marks(party=score))


def _of_any_origin(quote: str, party: str, briefing: Briefing) -> float:
    """Score a sentence on goods of any origin, or of a list, where its briefing does not name the party."""
    if parties_in(briefing.title) - {"US"}:
        return 0.0
    if speaks_of_any(quote):
        return OF_ANY_ORIGIN
    return ONE_OF_ANY * (speaks_of_listed(quote) and party not in parties_in(briefing.text))


def _of_others(quote: str, before: str, party: str, briefing: Briefing) -> float:
    """Score a sentence about all others than those it names, where its briefing names the party; else 0.

    Less where none is named in it, or `before`: the party may be one of "those with the largest surpluses".
    """
    if not speaks_of_others(quote) or not any(m.code == party for m in find_parties(briefing.text)):
        return 0.0
    return ONE_OF_OTHERS if parties_in(f"{before} {quote}") - {"US"} else ONE_OF_ANY


def _newest_first(told: Sequence[Evidence], party: str) -> list[Evidence]:
    """Choose the newest rate, then older ones that none of these replaces: one of each briefing."""
    chosen: list[Evidence] = []
    ordered = sorted(told, key=lambda e: (*_told_of(e), *_preferred(e)), reverse=True)
    for e in ordered:
        if any(k.hit.facts.id == e.hit.facts.id for k in chosen):
            continue
        if any(replaced_by(said_by(e), said_by(newer), (party,)) for newer in chosen):
            continue
        if e.score == OF_ANY_ORIGIN and any(map(_names, chosen)):
            continue  # what all pay is no earlier rate of what the party alone pays
        if e.score == BY_ITS_LINE and any(k.score == BY_ITS_LINE for k in chosen):
            continue  # what a line was before, the newest that changes it says
        if chosen and said_by(e).ended:
            break
        if chosen and sum(k.words for k in chosen) + e.words > MANY_WORDS:
            break  # what is shown next to the newest is what held before it, and nothing older
        chosen.append(e)
        if len(chosen) == SENTENCES:
            break
    return chosen


def _told_of(e: Evidence) -> tuple[date, int]:
    """Return the day that a rate is of, and the time of it: a newer briefing may recount when it was set."""
    day = recounts(e.quote, e.hit.facts.published) or e.hit.facts.published or date.min
    return day, clock_of(e.hit.passage.heading) or 0


def _preferred(e: Evidence) -> tuple[float, bool, bool, int, str, int]:
    """Prefer, of one day, what names the party, what leaves a rate, can stand alone, names fewest others."""
    alone = e.sentence.kind != "prose" or stands_alone(e.quote)
    return (
        e.score,
        not _TAKES_OFF.search(e.quote),
        alone,
        -len(parties_in(e.quote)),
        e.hit.facts.id,
        -e.sentence.start,
    )


def _made_up_of(store: Store, total: Evidence, text: str) -> Evidence | None:
    """Return the sentence behind a rate that tells of what it is made up; None where none does."""
    for passage in store.versions.passages_of(total.hit.facts):
        behind = next((s for s in passage.sentences if s.start >= total.sentence.end), None)
        if behind is None:
            continue
        quote = text[behind.start : behind.end]
        if not _MADE_UP.match(quote) or not rates_in(quote):
            return None
        hit = replace(total.hit, passage=passage)
        return replace(total, hit=hit, sentence=behind, quote=quote, lead="")
    return None
