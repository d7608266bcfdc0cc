"""Answer whether a deal with a party is signed: the newest sentence that says how far it got.

"Is the Peru deal signed?" A list of all whose deals were signed names Peru once; what is on Peru throughout
says that the deal is to be signed, and says more of what is asked in every other respect.
"""

import re
from collections.abc import Iterator
from datetime import date

from assistant.asking.asked import MOST_PARTIES, is_one_of, others_than_us, subject_words
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.kinds.latest import Latest
from assistant.reading.deal_steps import DealStep, deal_step
from assistant.reading.developments import is_whole
from assistant.reading.leaning import leans_back
from assistant.reading.long_past import is_long_past
from assistant.superseding.cut_passages import text_of
from ingest.text.dates import is_to_come
from ingest.text.parties import parties_in, party_name
from vectorstore.briefing import Sentence
from vectorstore.facts import BriefingFacts
from vectorstore.filters import Filters
from vectorstore.hit import Hit
from vectorstore.patterns import pattern
from vectorstore.store import Store

PASSAGES = 400  # with words of a deal's steps and the party's name, the best by BM25
SENTENCES = 2
_TELLING = "signed signing signature finalized concluded ratified agreement deal pact framework negotiate"

_DEAL = pattern(r"\b(?:deals?|agreements?|accords?|pacts?|treat(?:y|ies)|frameworks?|fta)\b", re.I)
_CONCLUDED = pattern(
    r"\b(?:sign(?:ed)?|inked|concluded?|finali[sz]ed|sealed|ratified|done|final|framework)\b", re.I
)
_NO_WHETHER = pattern(r"\b(?:who|whom|whose|what|when|where|why|how|which)\b", re.I)
_OF_CONCLUDING = (
    "sign", "signed", "inked", "concluded", "finalized", "finalised", "sealed", "ratified", "done", "final",
    "framework", "only", "actually", "formally", "officially", "negotiated", "negotiating", "talking",
    "stage", "still", "yet", "now", "already", "reciprocal", "tariff", "investment", "bilateral", "proper",
    "full", "real", "mere", "just", "finally", "agreed",
)  # fmt: skip


def asks_concluded(question: Question) -> bool:
    """Whether a question asks if a deal with a party is signed, and tells no more of which one it is.

    >>> from assistant.asking.question import understand
    >>> asked = "is the Peru deal signed?", "Peru: done deal or framework?", "when was the Peru deal signed"
    >>> [asks_concluded(understand(text, date(1987, 4, 1))) for text in asked]
    [True, True, False]
    >>> asks_concluded(understand("has Peru signed the tin deal", date(1987, 4, 1)))
    False
    """
    if question.periods or question.since or not 1 <= len(others_than_us(question)) <= MOST_PARTIES:
        return False
    if _NO_WHETHER.search(question.asked) or question.kind == "compare":
        return False
    if not (_DEAL.search(question.asked) and _CONCLUDED.search(question.asked)):
        return False
    return all(is_one_of(of, _OF_CONCLUDING) for of in subject_words(question))


def find_concluded(store: Store, question: Question, filters: Filters) -> Latest | None:
    """Return the newest sentence that says how far the deal got, and what was told of it before; else None.

    One that says it was concluded leads over newer ones that only say it was agreed to: it stays signed.
    """
    told = sorted(_told(store, question, filters), key=_newness, reverse=True)
    if not told:
        return None
    first, step = told[0]
    if step == DealStep.AGREED:
        first = next((e for e, of in told if of == DealStep.CONCLUDED), first)
    before = [e for e, _ in told if e.published <= first.published and e.quote != first.quote]
    parties = frozenset(others_than_us(question))
    before.sort(key=lambda e: _is_on(e.hit.facts, parties), reverse=True)
    chosen = (first, *before[: SENTENCES - 1])
    others = tuple(e for e, _ in told if not any(e.is_at(of) for of in chosen))
    ids = list(dict.fromkeys(e.hit.facts.id for e in (*chosen, *others)))
    briefings = store.versions.briefings(ids, question.as_of)
    hits = {e.hit.passage.id: e.hit for e in (*chosen, *others)}
    return Latest((*chosen, *others), len(chosen), tuple(hits.values()), briefings)


def tells_step(question: Question, e: Evidence) -> bool:
    """Whether a sentence says how far the deal got of which that is asked."""
    parties = frozenset(others_than_us(question))
    return asks_concluded(question) and bool(deal_step(e.quote, parties, _is_on(e.hit.facts, parties)))


def _told(store: Store, question: Question, filters: Filters) -> Iterator[tuple[Evidence, DealStep]]:
    """Yield what says how far a deal with the parties got, unless it was long over when it was told."""
    parties = frozenset(others_than_us(question))
    wanted = " ".join([_TELLING, *map(party_name, parties)])
    today = question.as_of or date.today()
    facts = store.versions.facts(question.as_of)
    ids = [id for id, _ in store.keywords.query(wanted, PASSAGES, filters)]
    for passage in store.versions.passages(ids).values():
        of = facts.get(passage.briefing_id)
        if of is None or of.published is None or not filters.allows(of) or is_to_come(of.published, today):
            continue
        for sentence in passage.sentences:
            quote = text_of(passage, sentence)
            step = None if sentence.lead else deal_step(quote, parties, _is_on(of, parties))
            if step and not is_long_past(quote, of.published) and _is_told(quote, sentence):
                hit = Hit(passage, of, 0.0, 0.0, 0.0)
                yield Evidence(hit, sentence, quote, "", float(step), ()), step


def _is_on(of: BriefingFacts, parties: frozenset[str]) -> bool:
    """Whether a briefing's title is on these parties alone."""
    return parties_in(of.title) - {"US"} == parties


def _is_told(quote: str, sentence: Sentence) -> bool:
    return sentence.kind != "prose" or (is_whole(quote) and not leans_back(quote))


def _newness(told: tuple[Evidence, DealStep]) -> tuple[date, DealStep, int, str, int]:
    """Of one day, what says most of the deal, then what names most parties to it, then what comes first."""
    e, step = told
    return e.published, step, min(len(parties_in(e.quote)), 2), e.hit.facts.id, -e.sentence.start
