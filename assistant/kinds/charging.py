"""Answer what a party itself charges on another's goods: the newest that tells it, and what was told before.

"What does Chile charge on US goods": most of what names both, and a duty, tells what goods of Chile are
charged, so that by the words of the question the newest is found about as often as not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.asking.charge_asked import words_beside_a_charge
from assistant.asking.charging import Charging
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence, Marks
from assistant.choosing.own_charges import is_on_own_charges
from assistant.choosing.selecting import MANY_WORDS
from assistant.kinds.latest import Latest
from assistant.reading.aimed_at import is_on_us
from assistant.reading.developments import is_background, stands_alone
from assistant.reading.goods import goods_in
from assistant.reading.own_charges import tells_own_charges
from assistant.reading.proposals import proposes
from assistant.reading.recounting import recounts
from assistant.reading.statuses import hedged
from assistant.superseding.one_measure import said_by
from assistant.superseding.replacing import replaced_by
from ingest.text.parties import parties_in, party_name
from vectorstore.briefing import Briefing
from vectorstore.filters import Filters
from vectorstore.hit import Hit
from vectorstore.patterns import pattern
from vectorstore.search import search
from vectorstore.store import Store

PASSAGES = 120  # of each search
NEWER = 0.5  # added for the newest briefing, against a fused score of 0 to 1
SENTENCES = 2
_DUTY_ON = pattern(r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies))\b[^,;.]{0,20} on\b", re.I)
_US_GOODS = pattern(
    r"\b(?:U\.?S\.?|American|United States)(?: [\w-]+){0,4} (?:goods|products|imports|exports)\b", re.I
)
_KINDS = ("number", "status", "fact", "yes-no", "list")
_DETAILS = frozenset(("rate", "list", "amount"))


def find_charging(store: Store, question: Question, filters: Filters) -> Latest | None:
    """Return the newest of what a party charges on another's goods, whatever they are; None where none is."""
    asked = question.charges
    particular = question.periods or question.since or not _DETAILS.issuperset(question.details)
    if asked is None or particular or question.kind not in _KINDS or words_beside_a_charge(question):
        return None
    hits = _hits(store, asked, filters)
    briefings = store.versions.briefings(sorted({hit.facts.id for hit in hits}), filters.as_of)
    told = [
        e for hit in hits if hit.facts.id in briefings for e in _told(hit, briefings[hit.facts.id], asked)
    ]
    chosen = _newest_first(told, asked)
    if not chosen:
        return None
    first = {e.hit.passage.id: e.hit for e in chosen}
    rest = {hit.passage.id: hit for hit in hits if hit.passage.id not in first}
    others = [e for e in told if not any(e.is_at(k) for k in chosen)]
    return Latest((*chosen, *others), len(chosen), (*first.values(), *rest.values()), briefings)


def _hits(store: Store, asked: Charging, filters: Filters) -> list[Hit]:
    """Find passages on duties: of briefings that concern who charges, then of any."""
    query = (
        f"{party_name(asked.by)} tariffs, import duties on {party_name(asked.on)} goods, retaliatory tariffs"
    )
    vector = store.encoder.encode([query])[0]
    concerning = replace(filters, parties=tuple({*filters.parties, asked.by}))
    found: dict[str, Hit] = {}
    for within in (concerning, filters):
        for hit in search(store, query, "", within, PASSAGES, NEWER, None, vector, repeats=True):
            found.setdefault(hit.passage.id, hit)
    return [*found.values()]


def _told(hit: Hit, briefing: Briefing, asked: Charging) -> Iterator[Evidence]:
    """Yield the sentences of a passage that tell what the party charges, as something done or agreed."""
    published = hit.facts.published
    if published is None:
        return
    for sentence in hit.passage.sentences:
        quote = briefing.text[sentence.start : sentence.end]
        lead = briefing.text[slice(*sentence.lead)] if sentence.lead else ""
        clause = sentence.lead and sentence.kind == "prose"  # of a long sentence: not one by itself
        if clause or not tells_own_charges(f"{lead} {quote}", asked.by):
            continue
        if hedged(quote) or proposes(quote) or recounts(quote, published) or quote.endswith(":"):
            continue
        e = Evidence(hit, sentence, quote, lead, hit.score, (), Marks(party=1.0))
        if asked.on in parties_in(e.headed) and is_on_own_charges(asked, e):
            yield e


def _newest_first(told: Sequence[Evidence], asked: Charging) -> list[Evidence]:
    """Choose the newest, then what no newer one replaces: one of each briefing."""
    chosen: list[Evidence] = []
    for e in sorted(told, key=lambda e: (e.dated, *_preferred(e, asked)), reverse=True):
        if any(k.hit.facts.id == e.hit.facts.id for k in chosen):
            continue
        if any(replaced_by(said_by(e), said_by(newer), (asked.by,)) for newer in chosen):
            continue
        if chosen and not _is_on_it(e, asked):
            continue
        if chosen and (said_by(e).ended or sum(k.words for k in chosen) + e.words > MANY_WORDS):
            break
        chosen.append(e)
        if len(chosen) == SENTENCES:
            break
    return chosen


def _is_on_it(e: Evidence, asked: Charging) -> bool:
    if asked.on == "US":
        return is_on_us(e.said) or bool(_US_GOODS.search(e.said))
    return asked.on in parties_in(e.said)


def _preferred(e: Evidence, asked: Charging) -> tuple[bool, bool, bool, bool, int, float]:
    """Prefer what can stand alone and is news, on goods of the party asked about, then on most of them."""
    alone = e.sentence.kind != "prose" or stands_alone(e.quote)
    on_goods = bool(_DUTY_ON.search(e.said))
    return (
        alone, not is_background(e.quote), _is_on_it(e, asked), on_goods, -len(goods_in(e.said)), e.hit.score,
    )  # fmt: skip
