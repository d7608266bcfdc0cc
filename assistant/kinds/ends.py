"""Answer when a measure between parties ends: by the newest sentence that says until when it holds.

"When does the truce with Chile end": no briefing need call it a truce. An order "continues the suspension
until May 4", after it has recited, in more of the question's words, the term that it prolongs.
"""

import re
from collections.abc import Iterator
from datetime import date

from assistant.asking.asked import MEASURES, is_one_of, others_than_us, subject_words
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.kinds.latest import Latest
from assistant.kinds.newest import newest_first
from assistant.reading.developments import decides, tellings
from assistant.reading.statements import instruments_in
from assistant.reading.terms import Term, term_of
from ingest.text.parties import parties_in
from vectorstore.briefing import Briefing
from vectorstore.facts import BriefingFacts
from vectorstore.filters import Filters
from vectorstore.hit import Hit
from vectorstore.patterns import pattern
from vectorstore.store import Store

READ = 200  # briefings, the newest that concern the parties

_ASKED = pattern(
    r"\b(?:until|till) when\b|\b(?:expiry|expiration|end) date\b|\bexpires? when\b"
    r"|\bwhen (?:do|does|did|will|is|are) [^?]{0,60}\b(?:end|lapse|run out|expire|over|up)\W*"
    r"(?:now\W*)?(?:as (?:of|at) .*)?$",
    re.I,
)
_OF_ENDS = (
    "end", "date", "expire", "expiry", "expiration", "lapse", "run", "run out", "over", "up", "last", "hold",
    "suspension", "pause", "moratorium", "ceasefire",
)  # fmt: skip
_ALSO = pattern(r"\balso\b", re.I)
_PAUSE = pattern(r"\b(?:paus(?:e[sd]?|ing)|halt(?:s|ed|ing)?)\b", re.I)
# Of what is so anyway, a duty, it is seldom said until when.
_SET_FOR_A_TIME = frozenset(("truce", "quota", "export controls", "ban"))


def asks_end(question: Question) -> bool:
    """Whether a question asks when a measure with a party ends, and tells no more of which one it is.

    >>> from assistant.asking.question import understand
    >>> asked = "when does the Chile truce end", "when does the Chile truce on tin end", "when is the truce"
    >>> [asks_end(understand(text, date(1987, 4, 1))) for text in asked]
    [True, False, False]
    """
    if question.periods or question.since or not others_than_us(question):
        return False
    if not (_ASKED.search(question.asked) and _measures(question.asked)):
        return False
    return all(is_one_of(of, MEASURES + _OF_ENDS) for of in subject_words(question))


def find_end(store: Store, question: Question, filters: Filters) -> Latest | None:
    """Return the newest sentence that says until when such a measure holds; None where none does."""
    asked = {*others_than_us(question)}
    today = question.as_of or date.today()
    facts = [
        of
        for of in newest_first(store, question.as_of, filters)
        if asked <= {*of.parties} and (of.published or today) <= today
    ]
    briefings = store.versions.briefings([of.id for of in facts[:READ]], question.as_of)
    for of in facts[:READ]:
        told = [*_told(store, of, briefings[of.id], question)] if of.id in briefings else []
        if told:
            best, _ = max(told, key=lambda found: _preferred(*found))
            return Latest((best,), 1, (best.hit,), {of.id: briefings[of.id]})
    return None


def _told(
    store: Store, of: BriefingFacts, briefing: Briefing, question: Question
) -> Iterator[tuple[Evidence, Term]]:
    """Yield the sentences of a briefing that say until when such a measure with the parties holds."""
    measures = _measures(question.asked)
    passages = store.versions.passages_of(of)
    for telling in tellings(passages, briefing.text):
        term = term_of(telling.text, of.published)
        if term is None or not measures & _measures(telling.text):
            continue
        if not parties_in(f"{of.title}. {telling.heading}. {telling.text}").issuperset(
            others_than_us(question)
        ):
            continue
        passage = next(p for p in passages if telling.sentence in p.sentences)
        quote = briefing.text[telling.sentence.start : telling.sentence.end]
        hit = Hit(passage, of, 0.0, 0.0, 0.0)
        yield Evidence(hit, telling.sentence, quote, "", telling.quality, ()), term


def _preferred(e: Evidence, term: Term) -> tuple[bool, bool, bool, float]:
    """Prefer what names the day, then what decides it, then what is told by itself."""
    return term.counted is None, decides(e.quote), not _ALSO.search(e.quote), e.score


def _measures(text: str) -> frozenset[str]:
    pause = frozenset(("truce",)) if _PAUSE.search(text) else frozenset[str]()
    return (instruments_in(text) | pause) & _SET_FOR_A_TIME
