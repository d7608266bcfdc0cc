"""Answer how a duty changed: by the newest sentence that sets its rate, and by what set another before.

"How has the duty on tin changed?" What is nearest to these words says that duties change. What each briefing
sets tells the course of it.
"""

import re
from collections.abc import Iterator
from datetime import date

from assistant.asking.asked import others_than_us
from assistant.asking.charge_asked import words_beside_a_charge
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence, Marks
from assistant.choosing.rate_of_goods import goods_and_words, sets_rate_of
from assistant.choosing.selecting import MANY_WORDS
from assistant.kinds.charged import BY_ITS_LINE, ONE_OF_ANY, rates_on
from assistant.kinds.latest import Latest
from assistant.reading.alterations import rates_left
from assistant.reading.developments import looks_back, stands_alone
from assistant.reading.goods import goods_in
from assistant.reading.rates import rates_in
from assistant.reading.recounting import recounts
from assistant.reading.statuses import hedged
from assistant.superseding.cut_passages import text_of
from ingest.text.parties import parties_in
from vectorstore.filters import Filters
from vectorstore.patterns import pattern
from vectorstore.search import search
from vectorstore.store import Store

PASSAGES = 160
SENTENCES = 4
_MEASURE = r"(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|sur(?:charges?|tax(?:es)?)|rates?)"
_ASKED = pattern(
    rf"^\W*(?:(?:and|so|but|ok) )*how (?:has|have|had|did) [^?]{{0,60}}\b{_MEASURE}\b[^?]{{0,40}}"
    r"\b(?:changed?|moved?|evolved?|developed?|varied)"
    r"(?: (?:over (?:time|the years)|so far|up to now|until now|to date))?\W*$"
    rf"|\b(?:history|course|evolution) of (?:the )?[^?]{{0,60}}\b{_MEASURE}\b"
    rf"|\b{_MEASURE}\b[^?]{{0,40}}\b(?:over (?:time|the years)|history)\W*$",
    re.I,
)
_EXCEPT = pattern(r"\b(?:except(?:ing)? for|other than)\b[^;.]*", re.I)  # goods that it is not on
_OF_THE_COURSE = frozenset(
    ("changed", "change", "moved", "evolved", "developed", "varied", "history", "course", "evolution", "time")
)


def asks_rate_course(question: Question) -> bool:
    """Whether a question asks how a duty changed, on one kind of goods or on one party's, in no one period.

    >>> from assistant.asking.question import understand
    >>> asked = "how has the rice duty changed?", "how did the duty on Peru change?", "how has rice changed?"
    >>> [asks_rate_course(understand(text, date(1987, 4, 1))) for text in asked]
    [True, True, False]
    """
    if question.periods or question.since or question.charges or not _ASKED.search(question.asked):
        return False
    return bool(_goods(question) or (len(others_than_us(question)) == 1 and not _words(question)))


def find_rate_course(store: Store, question: Question, filters: Filters) -> Latest | None:
    """Return the newest sentence that sets a rate, and those that set another before; else None."""
    goods = _goods(question)
    told = _on_goods(store, goods, filters) if goods else _on_party(store, question, filters)
    chosen = _each_rate(sorted(told, key=_newness, reverse=True))
    if not chosen:
        return None
    ids = list(dict.fromkeys(e.hit.facts.id for e in chosen))
    hits = {e.hit.passage.id: e.hit for e in chosen}
    briefings = store.versions.briefings(ids, question.as_of)
    return Latest(tuple(chosen), len(chosen), tuple(hits.values()), briefings)


def _goods(question: Question) -> str | None:
    """Return the one kind of goods that a question is on, and nothing else; None otherwise."""
    named = goods_and_words(question)
    alone = named and all(word.typed.lower() in _OF_THE_COURSE for word in named[1])
    return named[0] if named and alone and not others_than_us(question) else None


def _words(question: Question) -> list[str]:
    """Return what a question says beside a duty, a party and that it changed."""
    typed = (of.typed.lower() for of in words_beside_a_charge(question))
    return [word for word in typed if word not in _OF_THE_COURSE]


def _on_goods(store: Store, goods: str, filters: Filters) -> Iterator[Evidence]:
    """Yield the sentences that set a rate on goods from anywhere, and do not look back on it."""
    vector = store.encoder.encode([f"tariff rate, percent duty on imports of {goods}"])[0]
    query = f"tariff duty rate percent imports {goods}"
    for hit in search(store, query, "", filters, PASSAGES, 0.0, None, vector, repeats=True):
        published, titled = hit.facts.published, goods_in(hit.facts.title)
        of_others = parties_in(hit.facts.title) - {"US"} or (titled and goods not in titled)
        for sentence in hit.passage.sentences if published and not of_others else ():
            quote = text_of(hit.passage, sentence)
            if (
                sentence.lead
                or not sets_rate_of(goods, _EXCEPT.sub(" ", quote))
                or parties_in(quote) - {"US"}
            ):
                continue
            if hedged(quote) or looks_back(quote) or recounts(quote, published):
                continue
            if stands_alone(quote) or (sentence.kind != "prose" and not quote.startswith(("“", '"'))):
                yield Evidence(hit, sentence, quote, "", hit.score, (), Marks(sets=1.0))


def _on_party(store: Store, question: Question, filters: Filters) -> list[Evidence]:
    """Return what sets a rate on the party's goods: the newest of all, and before it what names the party."""
    [party] = others_than_us(question)
    told = [e for e in rates_on(store, question, party, filters) if e.score > ONE_OF_ANY]
    newest = max(told, key=_newness, default=None)
    return [e for e in told if e is newest or e.score >= BY_ITS_LINE]


def _each_rate(told: list[Evidence]) -> list[Evidence]:
    """Choose of sentences, newest first, the newest and those before with which another rate began.

    One of a day, and two at least, however long they are: what was so before is what is asked for.
    """
    by_day: dict[date, Evidence] = {}
    for e in told:
        by_day.setdefault(e.published, e)
    began: list[Evidence] = []
    for e in reversed(by_day.values()):
        if not began or rates_left(e.said) != rates_left(began[-1].said):
            began.append(e)
    chosen = told[:1]
    for e in (of for of in reversed(began) if of not in chosen):
        too_long = sum(of.words for of in (*chosen, e)) > MANY_WORDS
        if len(chosen) == SENTENCES or (len(chosen) > 1 and too_long):
            break
        chosen.append(e)
    return chosen


def _newness(e: Evidence) -> tuple[date, float, int, str, int]:
    """Of one day, what sets it by name, then what says most rates: from which to which."""
    return e.published, e.score, len(rates_in(e.said)), e.hit.facts.id, -e.sentence.start
